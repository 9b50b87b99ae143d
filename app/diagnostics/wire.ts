import type { DirectoryView } from '../contract/directory.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { Account } from '../pbx/account.ts';
import type { Session } from '../session/session.ts';
import type { Policy } from '../settings/policy.ts';
import { createDiagnostics, type DiagnosticsParts } from './diagnostics.ts';
import { type ProbeParts, probe } from './probe.ts';

export interface DiagnosticsWires extends Pick<DiagnosticsParts, 'logFile' | 'redact' | 'conceal'> {
  readonly versions: Readonly<Record<string, string>>;
  readonly resolveProxy: ProbeParts['resolveProxy'];
  readonly judge: ProbeParts['judge'];
  readonly session: Pick<Session, 'current' | 'view'>;
  readonly settings: () => Settings;
  readonly policy: Policy;
  readonly hasTray: boolean;
  readonly directory: () => DirectoryView;
  /** `works`, `taken` … */
  readonly hotkey: () => string;
  readonly env: NodeJS.ProcessEnv;
  readonly chooseFile: (name: string, kind: { label: string; extension: string }) => Promise<string | null>;
}

/** One file for the help desk: from the command line, and from the settings. */
export function wireDiagnostics(parts: DiagnosticsWires) {
  const { session, settings, policy, env } = parts;
  const there = (name: string): string => (env[name] ? 'set' : 'not set');

  const diagnostics = createDiagnostics({
    ...parts,
    probe,
    facts: () => ({
      versions: parts.versions,
      session: {
        'session type': env.XDG_SESSION_TYPE ?? 'not said',
        desktop: env.XDG_CURRENT_DESKTOP ?? 'not said',
        WAYLAND_DISPLAY: there('WAYLAND_DISPLAY'),
        DISPLAY: there('DISPLAY'),
        tray: parts.hasTray ? 'there' : 'none',
        hotkey: parts.hotkey(),
      },
      settings: settings(),
      presets: Object.keys(policy.presets),
      managed: policy.view,
      directory: directoryFacts(parts.directory()),
      account: accountFacts(session.current()?.account ?? null, session.view()),
    }),
    way() {
      const current = session.current();
      if (current === null) return null;
      const { origin } = current.account.endpoint;
      const { resolveProxy, judge } = parts;
      return { origin, resolveProxy, judge, check: () => current.pbx.check(new Date()), env };
    },
  });

  return {
    /** A file that is there stays. `null`: it is written; else why not. */
    write: (file: string) => diagnostics.write(file, { over: false }),
    /** Where the person says; the system's dialog has asked whether a file that is there may go. */
    async save(): Promise<Reply<boolean>> {
      const file = await parts.chooseFile('promptcall-diagnostics.txt', { label: 'TXT', extension: 'txt' });
      if (file === null) return ok(false);
      const why = await diagnostics.write(file, { over: true });
      return why === null ? ok(true) : fail('not-saved', { details: why.slice(0, 40) });
    },
  };
}

function directoryFacts({ people, at, failure, hasPassword }: DirectoryView): Record<string, string> {
  return {
    people: String(people),
    'known to be so': at === null ? 'never' : new Date(at).toISOString(),
    'went wrong': failure === null ? 'nothing' : `${failure.code} (${failure.details ?? 'no details'})`,
    password: hasPassword ? 'known' : 'none',
  };
}

/** An extension is a telephone number, too. */
function accountFacts(account: Account | null, view: ReturnType<Session['view']>): Record<string, string> {
  if (account === null || view.state !== 'signed-in') return { 'signed in': 'nobody' };
  const { endpoint, authentication, requests, extension, agentId } = account;
  return {
    'signed in': 'yes',
    PBX: endpoint.origin,
    authentication,
    requests,
    extension: `${extension.length} characters`,
    agent: agentId === null ? 'none' : 'set',
    credentials: view.kept,
    'the PBX': view.pbx,
  };
}
