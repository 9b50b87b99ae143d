import { app, type Session } from 'electron';
import type { ProxyChoice } from '../contract/proxy.ts';
import { defaultLimits } from '../pbx/limits.ts';
import { openGate } from '../pbx/once/gate.ts';
import type { ProxyLogins } from '../pbx/once/reach.ts';
import { openRelay } from '../pbx/once/relay.ts';
import type { HttpReply, HttpRequest, StreamingTransport, Transport } from '../pbx/transport.ts';
import { asking } from './network-asking.ts';
import { type Approach, approach, sendOnce } from './network-once.ts';
import { gathered, send } from './network-stream.ts';
import { makeWays, type WaysParts } from './network-ways.ts';

export interface Network {
  readonly transport: Transport;
  /** A request that acts in the world is about to come: a connection for it is made while its number is still looked for. */
  prepare(): void;
  /** For recordings and rows: the reply is there with its head. Of harmless requests only. */
  readonly streaming: StreamingTransport;
  /** A harmless request to the company's directory. */
  readonly directory: (request: HttpRequest) => Promise<HttpReply>;
  /** For who sends harmless requests to other places by themselves. Another one after `renew`. */
  readonly sessionElsewhere: () => Promise<Session>;
  /** The ways to a place of the PBX, as PAC files write them: `DIRECT`, `PROXY host:port; …`. */
  route(url: string): Promise<string>;
  /** The proxy by which the PBX was asked last, `proxy.example.com:3128`; `null` where there is none. */
  through(): Promise<string | null>;
  /** The PBX by another way than the settings say, for what changes nothing. */
  trial(
    by: Pick<WaysParts, 'proxy' | 'trust'> & { readonly logins?: ProxyLogins },
  ): Pick<Network, 'transport' | 'streaming' | 'through'>;
  /** Begins anew, with nothing of what was found out before: a certificate's judgement, a way there. */
  renew(): void;
}

export interface NetworkParts {
  readonly trust: WaysParts['trust'];
  readonly logins: ProxyLogins;
  readonly proxy: () => ProxyChoice;
  readonly log: (line: string) => void;
}

/**
 * The PBX over Chromium's network stack, for the system's proxy and the system's certificates. The sessions are all in memory: no
 * cookie, cache entry or credential is ever written. Requests that act in the world have their own.
 */
export function createNetwork({ trust, logins, proxy, log }: NetworkParts): Network {
  const gate = openGate();
  gate.catch(() => undefined);
  let opened: ReturnType<typeof openRelay> | null = null;
  const relay = () => {
    opened ??= openRelay();
    return opened;
  };
  let run = 0;
  const make = () => makeWays({ gate, relay, trust, proxy: proxy(), run });
  let ways = make();
  const asked = asking(() => ways.system(), logins);
  /** The last request that acts in the world: the gate is for one at a time. */
  let last: Promise<unknown> = Promise.resolve();
  let ahead: Approach | null = null;

  // Chromium begins its network service anew, but leaves the sessions that the old one served without any.
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName !== 'network.mojom.NetworkService') return;
    log('the network service ended, and was begun anew');
    renew();
  });

  function renew(): void {
    run += 1;
    ways = make();
    takeAhead('');
  }

  function takeAhead(origin: string): Approach | null {
    const made = ahead;
    ahead = null;
    if (made?.origin === origin) return made;
    void made?.first.then(
      (unused) => unused?.destroy(),
      () => undefined,
    );
    return null;
  }

  return {
    async transport(request) {
      if (!request.once) return await asked.transport(request);
      const origin = asked.meet(request);
      const by = takeAhead(origin) ?? approach(origin, request.limits.connect, ways.system(), logins);
      const turn = last.then(() => sendOnce(request, ways, by, logins));
      last = turn.catch(() => undefined);
      return await turn;
    },
    prepare() {
      const origin = asked.origin();
      if (origin === null || ahead !== null) return;
      ahead = approach(origin, defaultLimits.dial.connect, ways.system(), logins);
      setTimeout(() => takeAhead(''), aheadFor);
    },
    streaming: asked.streaming,
    directory: async (request) => await gathered(await send(request, await ways.directory(), { logins })),
    sessionElsewhere: () => ways.elsewhere(),
    route: async (url) => await (await ways.system()).resolveProxy(url),
    through: asked.through,
    trial({ logins: its = logins, ...by }) {
      run += 1;
      const { system } = makeWays({ ...by, gate, relay, run });
      return asking(system, its);
    },
    renew,
  };
}

/** Milliseconds. Longer than it takes to read what is marked; no PBX is to be kept waiting. */
const aheadFor = 1_000;
