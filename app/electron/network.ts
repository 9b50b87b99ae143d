import { app, type Session, session } from 'electron';
import { defaultLimits } from '../pbx/limits.ts';
import { openGate } from '../pbx/once/gate.ts';
import type { StreamingTransport, Transport } from '../pbx/transport.ts';
import type { Trust } from '../trust/trust.ts';
import { watchCertificates } from './certificates.ts';
import { type Approach, approach, sendOnce, type Ways } from './network-once.ts';
import { gathered, send } from './network-stream.ts';

export interface Network {
  readonly transport: Transport;
  /** A request that acts in the world is about to come: a connection for it is made while its number is still looked for. */
  prepare(): void;
  /** For recordings and rows: the reply is there with its head. Of harmless requests only. */
  readonly streaming: StreamingTransport;
  /** Begins anew, with nothing of what was found out before: a certificate's judgement, a way there. */
  renew(): void;
}

/**
 * The PBX over Chromium's network stack, for the system's proxy and the system's certificates. The sessions are all in memory: no
 * cookie, cache entry or credential is ever written. Requests that act in the world have their own.
 */
export function createNetwork(trust: Trust, log: (line: string) => void): Network {
  const gate = openGate();
  let runs = 0;
  let ways = makeWays();
  /** The last request that acts in the world: the gate is for one at a time. */
  let last: Promise<unknown> = Promise.resolve();
  /** Of the PBX. */
  let origin: string | null = null;
  let ahead: Approach | null = null;

  function makeWays(): Ways {
    const own = (use: string) =>
      quiet(session.fromPartition(runs === 0 ? use : `${use}-${runs}`, { cache: false }), trust);
    const once = own('pbx-once');
    let alone: Session | null = null;
    const gated = gate.then(async (opened) => {
      // `<-loopback>`: also to this computer itself.
      await once.setProxy({ proxyRules: opened.proxy, proxyBypassRules: '<-loopback>' });
      return opened;
    });
    return {
      system: own('pbx'),
      once,
      gated,
      alone() {
        alone ??= own('pbx-alone');
        return alone;
      },
    };
  }

  // Chromium begins its network service anew, but leaves the sessions that the old one served without any.
  app.on('child-process-gone', (_event, { serviceName }) => {
    if (serviceName !== 'network.mojom.NetworkService') return;
    log('the network service ended, and was begun anew');
    renew();
  });

  function renew(): void {
    runs += 1;
    ways = makeWays();
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
      origin = new URL(request.url).origin;
      if (!request.once) return await gathered(await send(request, ways.system));
      const by = takeAhead(origin) ?? approach(origin, request.limits.connect, ways.system);
      const turn = last.then(() => sendOnce(request, ways, by));
      last = turn.catch(() => undefined);
      return await turn;
    },
    prepare() {
      if (origin === null || ahead !== null) return;
      ahead = approach(origin, defaultLimits.dial.connect, ways.system);
      setTimeout(() => takeAhead(''), aheadFor);
    },
    streaming(request, signal) {
      origin = new URL(request.url).origin;
      return send(request, ways.system, { signal });
    },
    renew,
  };
}

/** Milliseconds. Longer than it takes to read what is marked; no PBX is to be kept waiting. */
const aheadFor = 1_000;

/** Nothing but our requests runs in these sessions: no permission, no download. */
export function quiet(own: Session, trust: Trust): Session {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  // As in the page's session: no dictionary is fetched.
  own.setSpellCheckerLanguages([]);
  watchCertificates(own, trust);
  return own;
}
