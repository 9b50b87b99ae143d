import type { DirectoryView } from '../contract/directory.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import { parseEndpoint } from '../pbx/endpoint.ts';
import type { Session } from '../session/session.ts';
import type { Looked } from '../settings/kept-password.ts';
import type { Policy } from '../settings/policy.ts';
import { createDiagnostics, type DiagnosticsParts } from './diagnostics.ts';
import { type ProbeParts, probe } from './probe.ts';

export interface DiagnosticsWires extends Pick<DiagnosticsParts, 'logFile' | 'redact' | 'conceal'> {
  readonly versions: Readonly<Record<string, string>>;
  readonly resolveProxy: ProbeParts['resolveProxy'];
  readonly judge: ProbeParts['judge'];
  readonly loginFor: ProbeParts['loginFor'];
  /** Whether the keychain has these: once it was asked, none of them comes into the file. */
  readonly passwords: { readonly proxy: () => Promise<Looked>; readonly directory: () => Promise<Looked> };
  /** This start is for the file alone: what goes on while the program runs was not begun. */
  readonly isAlone: boolean;
  readonly session: Pick<Session, 'current' | 'view' | 'tried'>;
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
    facts: async () => ({
      versions: parts.versions,
      session: {
        'session type': env.XDG_SESSION_TYPE ?? 'not said',
        desktop: env.XDG_CURRENT_DESKTOP ?? 'not said',
        WAYLAND_DISPLAY: there('WAYLAND_DISPLAY'),
        DISPLAY: there('DISPLAY'),
        tray: parts.hasTray ? 'there' : 'none',
        hotkey: parts.isAlone ? unknownAlone : parts.hotkey(),
      },
      settings: settings(),
      presets: [...Object.keys(policy.presets), ...Object.keys(policy.account.presets).map(ofAccount)],
      managed: policy.view,
      account: accountFacts(session),
      directory: {
        ...(parts.isAlone ? { people: unknownAlone } : directoryFacts(parts.directory())),
        password: await parts.passwords.directory(),
      },
      proxy: { password: await parts.passwords.proxy() },
      locks: [...policy.view.keys, ...Object.keys(policy.account.fixed).map(ofAccount)],
    }),
    way() {
      const current = session.current();
      const origin = current?.account.endpoint.origin ?? originInForm(session);
      if (origin === null) return null;
      const { resolveProxy, judge, loginFor, redact } = parts;
      const check = current && (() => current.pbx.check(new Date()));
      return { origin, resolveProxy, judge, loginFor, redact, check, env };
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

const unknownAlone = 'not known, the program does not run';
const ofAccount = (field: string): string => `account.${field}`;

type Signed = DiagnosticsWires['session'];

/** Where the sign-in form went, or would go by what IT decided or who was there last; `null`: nobody knows yet. */
function originInForm(session: Signed): string | null {
  const [view, tried] = [session.view(), session.tried()];
  if (tried !== null) return tried;
  if (view.state !== 'signed-out') return null;
  const endpoint = parseEndpoint(view.form.address, { allowPlainHttp: true });
  return endpoint.ok ? endpoint.value.origin : null;
}

function directoryFacts({ people, at, failure }: DirectoryView): Record<string, string> {
  return {
    people: String(people),
    'known to be so': at === null ? 'never' : new Date(at).toISOString(),
    'went wrong': failure === null ? 'nothing' : `${failure.code} (${failure.details ?? 'no details'})`,
  };
}

/** An extension is a telephone number, too. */
function accountFacts(session: Signed): Record<string, string> {
  const [account, view] = [session.current()?.account ?? null, session.view()];
  if (view.state === 'signed-out') {
    const { authentication, requests, allowPlainHttp } = view.form;
    return {
      'signed in': 'nobody',
      why: view.failure?.code ?? 'nobody was, or signed out',
      'PBX in the form': originInForm(session) ?? (view.form.address === '' ? 'none' : 'not readable'),
      ...{ authentication, requests, unencrypted: allowPlainHttp ? 'allowed' : 'not allowed' },
    };
  }
  if (account === null || view.state !== 'signed-in') return { 'signed in': 'not known yet' };
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
