import { type Session, session } from 'electron';
import type { ProxyChoice } from '../contract/proxy.ts';
import type { Gate } from '../pbx/once/gate.ts';
import type { Relay } from '../pbx/once/relay.ts';
import type { Trust } from '../trust/trust.ts';
import { watchCertificates } from './certificates.ts';

/** Sessions of Chromium's, by the way that their requests take. */
export interface Ways {
  /** The system's proxy holds there, or the one that was chosen in its place. */
  system(): Promise<Session>;
  /** The same, for the company's directory. */
  directory(): Promise<Session>;
  /** The same, for what is neither: what it is told of certificates is not asked about. */
  elsewhere(): Promise<Session>;
  /** The gate is its proxy. */
  once(): Promise<{ readonly session: Session; readonly gate: Gate }>;
  /** The relay is its proxy. */
  relayed(): Promise<{ readonly session: Session; readonly relay: Relay }>;
  /** For where only Chromium itself finds the way: its proxy is the system's. */
  alone(): Promise<Session>;
}

export interface WaysParts {
  readonly gate: Promise<Gate>;
  /** Made when it is needed. */
  readonly relay: () => Promise<Relay>;
  readonly trust: Pick<Trust, 'judge' | 'judgePbx' | 'pbx' | 'judgeDirectory' | 'directory'>;
  readonly proxy: ProxyChoice;
  /** Tells these sessions from those before them. */
  readonly run: number;
}

export function makeWays({ gate, relay, trust, proxy, run }: WaysParts): Ways {
  const whose = {
    pbx: { judge: trust.judgePbx, cameBack: trust.pbx.cameBack },
    directory: { judge: trust.judgeDirectory, cameBack: trust.directory.cameBack },
    nobody: { judge: trust.judge, cameBack: () => undefined },
  };
  const own = (use: string, of: keyof typeof whose = 'pbx') => {
    const made = quiet(session.fromPartition(run === 0 ? use : `${use}-${run}`, { cache: false }));
    watchCertificates(made, whose[of]);
    return made;
  };
  const chosen = async (use: string, of: keyof typeof whose = 'pbx') => {
    const made = own(use, of);
    const config = configOf(proxy);
    // Left alone it does as the command line says, too.
    if (config !== null) await made.setProxy(config);
    return made;
  };
  // `<-loopback>`: also to this computer itself.
  const before = async (use: string, to: string) => {
    const made = own(use);
    await made.setProxy({ proxyRules: to, proxyBypassRules: '<-loopback>' });
    return made;
  };
  const system = chosen('pbx');
  const once = gate.then(async (opened) => ({
    gate: opened,
    session: await before('pbx-once', opened.proxy),
  }));
  // Said where it is asked for.
  for (const one of [system, once]) one.catch(() => undefined);
  let directory: Promise<Session> | null = null;
  let elsewhere: Promise<Session> | null = null;
  let alone: Promise<Session> | null = null;
  let relayed: ReturnType<Ways['relayed']> | null = null;
  return {
    system: () => system,
    directory() {
      directory ??= chosen('directory', 'directory');
      return directory;
    },
    elsewhere() {
      elsewhere ??= chosen('elsewhere', 'nobody');
      return elsewhere;
    },
    once: () => once,
    relayed() {
      relayed ??= relay().then(async (opened) => ({
        relay: opened,
        session: await before('pbx-relayed', opened.proxy),
      }));
      return relayed;
    },
    alone() {
      alone ??= chosen('pbx-alone');
      return alone;
    },
  };
}

function configOf(proxy: ProxyChoice): Parameters<Session['setProxy']>[0] | null {
  switch (proxy.use) {
    case 'system':
      return null;
    case 'none':
      return { mode: 'direct' };
    case 'server':
      return { mode: 'fixed_servers', proxyRules: proxy.address };
    case 'script':
      return { mode: 'pac_script', pacScript: proxy.address };
  }
}

/** Nothing but our requests runs in these sessions: no permission, no download. */
function quiet(own: Session): Session {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  // As in the page's session: no dictionary is fetched.
  own.setSpellCheckerLanguages([]);
  return own;
}
