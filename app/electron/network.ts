import { app, type Session, session } from 'electron';
import { openGate } from '../pbx/once/gate.ts';
import type { StreamingTransport, Transport } from '../pbx/transport.ts';
import { watchCertificates } from './certificates.ts';
import { sendOnce, type Ways } from './network-once.ts';
import { gathered, send } from './network-stream.ts';

export interface Network {
  readonly transport: Transport;
  /** For recordings and rows: the reply is there with its head. Of harmless requests only. */
  readonly streaming: StreamingTransport;
}

/**
 * The PBX over Chromium's network stack, for the system's proxy and the system's certificates. The sessions are all in memory: no
 * cookie, cache entry or credential is ever written. Requests that act in the world have their own.
 */
export function createNetwork(log: (line: string) => void): Network {
  const gate = openGate();
  let runs = 0;
  let ways = makeWays();
  /** The last request that acts in the world: the gate is for one at a time. */
  let last: Promise<unknown> = Promise.resolve();

  function makeWays(): Ways {
    const own = (use: string) =>
      quiet(session.fromPartition(runs === 0 ? use : `${use}-${runs}`, { cache: false }));
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
    runs += 1;
    ways = makeWays();
  });

  return {
    async transport(request) {
      if (request.once) {
        const turn = last.then(() => sendOnce(request, ways));
        last = turn.catch(() => undefined);
        return await turn;
      }
      return await gathered(await send(request, ways.system));
    },
    streaming: (request, signal) => send(request, ways.system, { signal }),
  };
}

/** Nothing but our requests runs in these sessions: no permission, no download. */
function quiet(own: Session): Session {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  // As in the page's session: no dictionary is fetched.
  own.setSpellCheckerLanguages([]);
  watchCertificates(own);
  return own;
}
