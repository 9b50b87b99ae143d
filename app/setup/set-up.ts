import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import type { NamedProxyLogin } from '../contract/proxy.ts';
import type { SessionView } from '../contract/session.ts';
import type { Settings } from '../contract/settings.ts';
import type { SetUpState } from '../contract/setup.ts';
import { isLoopback } from '../pbx/endpoint.ts';
import { accountId, ownerId } from '../session/account-id.ts';
import type { Session } from '../session/session.ts';
import type { Misfit } from '../settings/fitting.ts';
import type { SwappedPassword } from '../settings/kept-password.ts';
import { networkPartOf } from '../settings/network.ts';
import { codeOf } from '../util/code-of.ts';
import type { Timer } from '../util/timer.ts';
import { type Plan, planOfFile, planOfLink, type Rules } from './plan.ts';
import { readSetUpFile } from './read-file.ts';

export interface SetUpParts {
  readonly session: Pick<Session, 'current' | 'holder' | 'signIn' | 'check' | 'propose' | 'view'>;
  /** With all that the next person is not to see. */
  readonly signOut: () => Promise<Reply<SessionView>>;
  readonly rules: Rules;
  /** All of them or none. Rejects where the disk does not take them. */
  readonly changeSettings: (part: Partial<Settings>) => Promise<Reply<unknown>>;
  /** For the directory that the settings name by then. `ok(false)`: no keychain took it. */
  readonly keepDirectoryPassword: (password: string) => Promise<Reply<boolean>>;
  readonly keepProxyLogin: (login: NamedProxyLogin) => Promise<SwappedPassword>;
  /** By the system's dialog; `null`: the person thought better of it. */
  readonly choose: () => Promise<string | null>;
  readonly changed: (state: SetUpState) => void;
  readonly newId: () => string;
  readonly timer: Timer;
  readonly log: (line: string) => void;
}

/** What was not done although the person is signed in, and has to be told; `details`: which settings. */
export interface Left {
  readonly code: 'set-up-no-keychain' | 'set-up-kept' | 'set-up-settings';
  readonly details?: string;
}

/** `misfits`: what of the file does not fit. */
export type SetUpEnd =
  | { readonly ok: true; readonly extension: string; readonly left: readonly Left[] }
  | { readonly ok: false; readonly failure: Failure; readonly misfits?: readonly Misfit[] };

export type SetUp = ReturnType<typeof createSetUp>;

/** A question that is forgotten must not sign anybody in hours later. */
const questionLasts = 5 * 60_000;
/** Characters, of a failure. */
const longestDetails = 200;
/** As before a call: what is pressed sooner was meant for what was there before. */
const armingTime = 600;

/** `null`: the file is gone; else why not. */
type Remove = () => string | null;

interface Asked {
  readonly question: string;
  readonly plan: Plan;
  /** Of a file. */
  readonly remove: Remove | null;
  readonly signsOut: boolean;
  readonly forget: () => void;
}

/** Sets a desk up without typing: from a link, which fills the form in, or from a file, which signs in. Never dials. */
export function createSetUp(parts: SetUpParts) {
  const { session, rules } = parts;
  let state: SetUpState = { kind: 'idle' };
  let asked: Asked | null = null;
  /** One at a time, so that two files are not two people. */
  let last: Promise<unknown> = Promise.resolve();

  function enter(next: SetUpState): SetUpState {
    asked?.forget();
    asked = null;
    state = next;
    parts.changed(next);
    return next;
  }

  const failed = (failure: Failure) => enter({ kind: 'failed', failure });
  const isSignedIn = (plan: Plan) => ownerId(session.current()) === accountId(plan.account);
  const hostOf = ({ account }: Plan) => new URL(account.endpoint.address).host;
  /** By whoever listens on the network. */
  function isReadable({ account }: Plan): boolean {
    const { protocol, hostname } = new URL(account.endpoint.address);
    return protocol === 'http:' && !isLoopback(hostname);
  }

  const isAnotherHere = (plan: Plan) => session.current() !== null && !isSignedIn(plan);
  /** Whom the settings name is there, also where the keychain is locked and says nothing of them. */
  function isInTheWay(plan: Plan): boolean {
    const holder = session.holder();
    return holder !== null && accountId(holder) !== accountId(plan.account);
  }

  /** A link fills the form in, and signs out whom it shows. */
  const takesPlace = (plan: Plan, remove: Asked['remove']) =>
    remove === null ? isAnotherHere(plan) : isInTheWay(plan);

  function ask(plan: Plan, remove: Asked['remove']): SetUpState {
    const question = parts.newId();
    const signsOut = takesPlace(plan, remove);
    const entered = enter({
      kind: 'asking',
      question,
      from: remove === null ? 'link' : 'file',
      extension: plan.account.extension,
      host: hostOf(plan),
      signsOut,
      plainHttp: isReadable(plan),
      inQuery: plan.account.authentication === 'query',
      settings: Object.keys(plan.settings).length > 0 || plan.proxyLogin !== null,
      armsAfter: armingTime,
    });
    asked = {
      question,
      plan,
      remove,
      signsOut,
      forget: parts.timer(questionLasts, () => void enter({ kind: 'idle' })),
    };
    return entered;
  }

  function read(file: string): (SetUpEnd & { ok: false }) | { ok: true; plan: Plan; remove: Remove } {
    const found = readSetUpFile(file);
    if (found.kind === 'unreadable') return fail('set-up-unread', { details: found.why });
    const planned = planOfFile(found.text, rules);
    return planned.ok ? { ok: true, plan: planned.value, remove: found.remove } : planned;
  }

  async function carryOut(plan: Plan, remove: Remove, silent: boolean): Promise<SetUpEnd> {
    const end = await signIn(plan, remove, silent);
    const left = end.ok ? end.left.map(({ code, details }) => (details ? `${code} (${details})` : code)) : [];
    parts.log(`set-up by file: ${end.ok ? ['signed in', ...left].join(', ') : end.failure.code}`);
    return end;
  }

  /** A proxy that wants a password has got the one of the file. */
  const withTheFiles = (failure: Failure, { proxyLogin }: Plan) => {
    const isProxy = failure.code === 'proxy-password' && proxyLogin !== null;
    return { ok: false as const, failure: isProxy ? { ...failure, code: 'set-up-proxy' as const } : failure };
  };

  /** Signs in, and then all else: what fails before that has changed nothing. The PBX is asked as the file says that it is to be asked. */
  async function signIn(plan: Plan, remove: Remove, silent: boolean): Promise<SetUpEnd> {
    const { input, directoryPassword, proxyLogin } = plan;
    const { network, others } = networkPartOf(plan.settings);
    // Without them a desk would not reach the PBX, or would by a way that the file does not mean.
    // Whom a locked keychain keeps from being signed in stays where it does not take somebody else either.
    const keptOrNothing = silent || (isInTheWay(plan) && !isAnotherHere(plan));
    let isLoginKept = true;
    const by = {
      network: { ...network, ...(proxyLogin && { proxyLogin }) },
      async keep(): Promise<Reply<unknown>> {
        const login = proxyLogin && (await parts.keepProxyLogin(proxyLogin));
        isLoginKept = login?.isKept ?? true;
        const held = isLoginKept || !keptOrNothing ? await keepPart(network) : fail('set-up-not-kept');
        if (!held.ok) await login?.putBack();
        return held;
      },
      takesNobodysPlace: silent,
      keptOrNothing,
    };
    if (!silent && isAnotherHere(plan)) {
      // Whoever cannot be signed in takes nobody's place.
      const proved = await session.check(input, by);
      if (!proved.ok) return withTheFiles(proved.failure, plan);
      await parts.signOut();
    }
    const reply = await session.signIn(input, by);
    if (!reply.ok) return withTheFiles(reply.failure, plan);
    const left: Left[] = [];
    const refused = await notKeptOf(others);
    const known =
      directoryPassword === null ? ok(true) : await parts.keepDirectoryPassword(directoryPassword);
    if (!known.ok || !known.value)
      refused.push(`directoryPassword (${known.ok ? 'keychain' : known.failure.code})`);
    if (!isLoginKept) refused.push('proxyLogin (keychain)');
    if (refused.length > 0)
      left.push({ code: 'set-up-settings', details: refused.join(', ').slice(0, longestDetails) });
    const isKept = reply.value.state === 'signed-in' && reply.value.kept === 'keychain';
    // What no keychain took is in the file and nowhere else.
    if (!isKept) left.push({ code: 'set-up-no-keychain' });
    else {
      const alone = known.ok && !known.value ? 'the directory password' : null;
      const why = isLoginKept ? (alone ?? remove()) : 'the proxy password';
      if (why !== null) left.push({ code: 'set-up-kept', details: why });
    }
    return { ok: true, extension: plan.account.extension, left };
  }

  /** One that is refused, a key that another program has say, takes no other with it. Which they are, and why. */
  async function notKeptOf(settings: Partial<Settings>): Promise<string[]> {
    if ((await keepPart(settings)).ok) return [];
    const refused: string[] = [];
    for (const [key, value] of Object.entries(settings)) {
      const kept = await keepPart({ [key]: value });
      if (!kept.ok) refused.push(`${key} (${kept.failure.details ?? kept.failure.code})`);
    }
    return refused;
  }

  const keepPart = async (part: Partial<Settings>): Promise<Reply<unknown>> =>
    Object.keys(part).length === 0
      ? ok(undefined)
      : await parts
          .changeSettings(part)
          .catch((error: unknown) => fail('settings-file', { details: codeOf(error) }));

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  }

  function openFile(file: string): SetUpState {
    if (state.kind === 'working') return state;
    const found = read(file);
    return found.ok ? ask(found.plan, found.remove) : failed(found.failure);
  }

  return {
    state: () => state,

    /** `null`: whom it names is signed in already. */
    link(uri: string): SetUpState | null {
      if (state.kind === 'working') return state;
      const planned = planOfLink(uri, rules);
      if (!planned.ok) return failed(planned.failure);
      return isSignedIn(planned.value) ? null : ask(planned.value, null);
    },

    openFile,

    async choose(): Promise<SetUpState> {
      const file = await parts.choose();
      return file === null ? state : openFile(file);
    },

    async confirm(question: string): Promise<Reply<SetUpState>> {
      const mine = asked;
      if (mine === null || mine.question !== question) return fail('question-gone');
      const { plan, remove } = mine;
      // Somebody signed in meanwhile, of whom nothing was said.
      if (takesPlace(plan, remove) && !mine.signsOut) return ok(ask(plan, remove));
      asked = null;
      mine.forget();
      if (remove === null) {
        // Signed in meanwhile as the very one that the link names: nobody was told that they would be signed out.
        if (isSignedIn(plan)) return ok(enter({ kind: 'done' }));
        if (session.current() !== null) await parts.signOut();
        // The question goes first: the focus goes to the form, which is out of reach behind it.
        const state = enter({ kind: 'done' });
        session.propose(plan.fields);
        return ok(state);
      }
      enter({ kind: 'working', extension: plan.account.extension, host: hostOf(plan) });
      const end = await inTurn(() => carryOut(plan, remove, false));
      const [first] = end.ok ? end.left : [];
      if (!end.ok) return ok(failed(end.failure));
      return ok(first === undefined ? enter({ kind: 'done' }) : failed(first));
    },

    /** This question is answered with no, and no other that came since; `null`: what was said is read. */
    dismiss(question: string | null): SetUpState {
      const isMeant = state.kind === 'asking' ? state.question === question : question === null;
      return state.kind === 'working' || !isMeant ? state : enter({ kind: 'idle' });
    },

    /** For a script: asks nobody, and takes nobody's place. */
    silently: (file: string): Promise<SetUpEnd> =>
      inTurn(async () => {
        const found = read(file);
        if (!found.ok) return found;
        if (isInTheWay(found.plan)) return fail('another-account');
        return await carryOut(found.plan, found.remove, true);
      }),
  };
}
