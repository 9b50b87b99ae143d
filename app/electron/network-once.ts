import type { Socket } from 'node:net';
import type { Session } from 'electron';
import type { Passage } from '../pbx/once/gate.ts';
import { authorityOf, firstProxy, type ProxyLogins, placeOf, reach } from '../pbx/once/reach.ts';
import { type HttpReply, type HttpRequest, TransportError } from '../pbx/transport.ts';
import { gathered, send } from './network-stream.ts';
import type { Ways } from './network-ways.ts';

/** A way to the PBX, and a connection that stands at its end. */
export interface Approach {
  readonly origin: string;
  readonly began: number;
  /** As PAC files write it. */
  readonly route: Promise<string>;
  /** `null`: only Chromium itself finds the way. Rejects with a `TransportError`. */
  readonly first: Promise<Socket | null>;
  another(): Promise<Socket | null>;
}

/** `connect`: milliseconds. */
export function approach(
  origin: string,
  connect: number,
  system: Promise<Session>,
  logins: ProxyLogins,
): Approach {
  const late = AbortSignal.timeout(connect);
  const asked = system.then((own) => own.resolveProxy(origin));
  const route = inTime(asked, late);
  const another = async () => await reach(placeOf(origin), await route, late, logins);
  const first = another();
  // One that was made in advance may be needed by nobody.
  for (const one of [first, route]) one.catch(() => undefined);
  return { origin, began: performance.now(), route, first, another };
}

/**
 * Sends a request that acts in the world. It does not exist before a connection to the PBX stands, and then it gets past the gate once or
 * not at all: which of the two an error tells for certain.
 */
export async function sendOnce(
  request: HttpRequest,
  ways: Ways,
  by: Approach,
  logins: ProxyLogins,
): Promise<HttpReply> {
  const { limits } = request;
  const place = placeOf(by.origin);
  const first = await by.first;
  const gated = await ways.once().catch(() => null);
  const connect = limits.connect - (performance.now() - by.began);
  const soon = { ...request, limits: { ...limits, connect } };
  if (first !== null && gated !== null) {
    const passage = gated.gate.open(place, first, by.another);
    return await passing(passage, () => send(soon, gated.session, { hasLeft: passage.hasLeft, logins }));
  }
  first?.destroy();

  const proxy = firstProxy(await by.route);
  const name = proxy && authorityOf(proxy);
  // Who is known by a password is let through by the relay. Chromium that knows who asks by the system's log-in goes alone: it is
  // the proxy's own name that it proves it to.
  if (proxy !== null && name !== null && place.secure && (await logins.for(name)) !== null) {
    const { relay, session } = await ways.relayed();
    await session.closeAllConnections();
    const passage = relay.open(place, proxy);
    const way = { hasLeft: passage.hasLeft, logins, proxyIs: name };
    return await passing(passage, () => send(soon, session, way), true);
  }
  const alone = await ways.alone();
  // Chromium sends again what a connection that was used before, or kept as a spare one, did not answer.
  await alone.closeAllConnections();
  return await gathered(await send(request, alone, { logins }));
}

/** `meant`: what Chromium takes for the proxy's is the proxy's, and not the gate's. */
async function passing(
  passage: Passage,
  sent: () => ReturnType<typeof send>,
  meant = false,
): Promise<HttpReply> {
  try {
    return await gathered(await sent());
  } catch (error) {
    passage.end();
    throw told(error, passage.hasLeft(), meant);
  } finally {
    passage.end();
  }
}

/** What Chromium says, by what was seen at the gate, which it takes for a proxy. */
function told(error: unknown, hasLeft: boolean, meant: boolean): unknown {
  if (!(error instanceof TransportError)) return error;
  const { code, details } = error;
  const ofTheWay = (code.startsWith('proxy') && code !== 'proxy-password') || code === 'no-reply';
  if (hasLeft) return new TransportError(ofTheWay ? 'no-reply' : code, 'maybe', details);
  const ofProxy = code === 'no-reply' ? 'proxy' : code;
  return new TransportError(ofTheWay ? (meant ? ofProxy : 'unreachable') : code, 'no', details);
}

/** A proxy may be chosen by a script that has to be fetched first. */
export async function inTime<T>(work: Promise<T>, late: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    stop = () => reject(new TransportError('proxy-script', 'no', 'choosing a proxy takes too long'));
    late.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, tooLate]);
  } catch (error) {
    throw error instanceof TransportError
      ? error
      : new TransportError('proxy-script', 'no', 'no proxy was chosen');
  } finally {
    late.removeEventListener('abort', stop);
  }
}
