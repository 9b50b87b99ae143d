import type { Session } from 'electron';
import { defaultLimits } from '../pbx/limits.ts';
import { greetProxy } from '../pbx/once/greet-proxy.ts';
import { authorityOf, firstProxy, type ProxyLogins, placeOf, reach } from '../pbx/once/reach.ts';
import {
  type HttpRequest,
  type StreamingTransport,
  type Transport,
  TransportError,
} from '../pbx/transport.ts';
import { inTime } from './network-once.ts';
import { gathered, send } from './network-stream.ts';

export interface Asking {
  /** Of requests that change nothing. */
  readonly transport: Transport;
  readonly streaming: StreamingTransport;
  /** The proxy by which the PBX was asked last; `null` where there is none. */
  through(): Promise<string | null>;
  /** Of the PBX; `null`: it was not asked yet. */
  origin(): string | null;
  /** Knows the origin of a request that goes another way. */
  meet(request: HttpRequest): string;
}

/** Asks the PBX by the sessions of one way. */
export function asking(system: () => Promise<Session>, logins: ProxyLogins): Asking {
  let origin: string | null = null;
  const meet = ({ url }: HttpRequest): string => {
    origin = new URL(url).origin;
    return origin;
  };
  const streaming: StreamingTransport = async (request, signal) => {
    // It would be sent again by Chromium where that thinks fit.
    if (request.once) throw new Error('a request that acts in the world, by a way for others');
    meet(request);
    const own = await system();
    try {
      return await send(request, own, { signal, logins });
    } catch (error) {
      throw await told(error, request.url, own);
    }
  };
  return {
    transport: async (request) => await gathered(await streaming(request, new AbortController().signal)),
    streaming,
    async through() {
      if (origin === null) return null;
      try {
        const asked = (await system()).resolveProxy(origin);
        const route = await inTime(asked, AbortSignal.timeout(patience.name));
        const first = firstProxy(route);
        return first
          ? authorityOf(first)
          : (/^\s*(?:HTTPS|SOCKS\d?)\s+(\S+?)\s*(?:;|$)/.exec(route)?.[1] ?? null);
      } catch {
        return null;
      }
    },
    origin: () => origin,
    meet,
  };
}

/** The errors behind which a proxy may be that Chromium says nothing of, and those of nobody who answered. */
const untold = /ERR_(?:(?:SOCKS|TUNNEL)_CONNECTION_FAILED|EMPTY_RESPONSE|CONNECTION_(?:CLOSED|RESET))$/;
const silent = /^(?:connecting|waiting for the reply|net::ERR_(?:CONNECTION_)?TIMED_OUT)$/;

/** Said of a proxy that is spoken with by TLS also where it is there, and does not speak TLS. */
const unreached = /ERR_PROXY_CONNECTION_FAILED$/;

/** Milliseconds. Who was silent is not waited for as long once more; and its name is worth no wait. */
const patience = { way: defaultLimits.check.connect, silent: 5_000, name: 2_000 } as const;

/** What a proxy said that opened no way: asked once more, for a way that nothing goes through. */
async function told(error: unknown, url: string, own: Session): Promise<unknown> {
  if (!(error instanceof TransportError)) return error;
  const isSilent = silent.test(error.details);
  const isUnreached = unreached.test(error.details);
  if (!isSilent && !isUnreached && !untold.test(error.details)) return error;
  const late = AbortSignal.timeout(isSilent ? patience.silent : patience.way);
  try {
    // A script that is to choose one may be what is silent.
    const route = await inTime(own.resolveProxy(url), late);
    if (/^\s*DIRECT\b/.test(route)) return error;
    const secure = firstProxy(route, 'HTTPS');
    if (secure !== null && (isSilent || isUnreached)) await greetProxy(secure, late);
    else if (!isUnreached) (await reach(placeOf(url), route, late))?.destroy();
    // It does now: what was wrong before stays unknown.
    return error;
  } catch (said) {
    const isTold =
      said instanceof TransportError && said.code.startsWith('proxy') && said.code !== 'proxy-password';
    return isTold ? new TransportError(said.code, error.sent, `${error.details}, ${said.details}`) : error;
  }
}
