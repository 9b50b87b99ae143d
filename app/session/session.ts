import { isDeepStrictEqual } from 'node:util';
import { type Failure, fail, ok, type Reply } from '../contract/failures.ts';
import {
  formFields,
  type PbxState,
  type SessionView,
  type SignIn,
  type SignInForm,
} from '../contract/session.ts';
import type { Account, SignedIn } from '../pbx/account.ts';
import type { Pbx } from '../pbx/client.ts';
import type { CredentialStore, Kept } from '../settings/credentials.ts';
import type { NetworkTrial } from '../settings/network.ts';
import type { AccountPolicy } from '../settings/policy.ts';
import type { StoredAccount } from '../settings/schema.ts';
import type { SettingsStore } from '../settings/store.ts';
import { codeOf } from '../util/code-of.ts';
import { readSignIn, toAccount } from './account.ts';
import { accountId } from './account-id.ts';
import { allowedBy, formUnder, inLockedWays, toForm } from './form.ts';
import type { SignedOutMark } from './signed-out-mark.ts';

export interface Session {
  view(): SessionView;
  /** Picks up the account of the last run, if the keychain still holds its credentials. */
  resume(): Promise<void>;
  signIn(input: SignIn, how?: SignInBy): Promise<Reply<SessionView>>;
  /** Whether it would sign in. */
  check(input: SignIn, how?: SignInBy): Promise<Reply<unknown>>;
  /** What the form begins with from now on, until somebody has signed in. */
  propose(form: Partial<SignInForm>): SessionView;
  signOut(): Promise<Reply<SessionView>>;
  /**
   * Whose desk this is: who is signed in, or whom the settings name, whatever the keychain says of them. `null`: nobody's, or that of
   * somebody whom IT's policy no longer lets in.
   */
  holder(): Account | null;
  /** The PBX of the person who is signed in, with the extension it rings; `null` where nobody is. */
  current(): { readonly pbx: Pbx; readonly account: Account } | null;
  /** `https://HOST[:PORT]` that somebody tried to sign in to last, in this run; `null`: nobody tried. */
  tried(): string | null;
  /** Something of who has signed out could not be removed. */
  left(failure: Failure): SessionView;
  /** What the last request told about the PBX. */
  answered(pbx: PbxState): void;
}

/** By which way the PBX is asked, where it is not the one that is kept. */
export interface SignInBy {
  readonly network: NetworkTrial;
  /** Keeps them: the PBX has answered, and nobody is signed in yet who would ask it in another way. */
  readonly keep: () => Promise<Reply<unknown>>;
  /** Whose desk it is stays. */
  readonly takesNobodysPlace: boolean;
  /** It is kept in the keychain, or nothing changes. */
  readonly keptOrNothing: boolean;
}

export interface SessionParts {
  readonly store: SettingsStore;
  readonly credentials: CredentialStore;
  readonly mark: SignedOutMark;
  /** What IT decided of the account. */
  readonly policy: AccountPolicy;
  /** Proves an account with a harmless request and says with which authentication it worked. */
  readonly prove: (account: Account, network: NetworkTrial) => Promise<Reply<SignedIn>>;
  readonly connect: (account: Account) => Pbx;
  readonly changed: (view: SessionView) => void;
  /** Calls back after the time that a person is given to unlock the keychain at start. */
  readonly afterPatience: (then: () => void) => void;
  readonly log: (line: string) => void;
}

type State =
  | { readonly state: 'starting' }
  | { readonly state: 'signed-out'; readonly failure: Failure | null }
  | {
      readonly state: 'signed-in';
      readonly account: Account;
      /** The account without its credentials, as the settings keep it. */
      readonly stored: StoredAccount;
      readonly pbx: Pbx;
      readonly kept: Kept;
      readonly switchedToBody: boolean;
      readonly answers: PbxState;
    };

/** Who is signed in. Holds the credentials in memory; nothing it returns to the renderer has a field for them. */
export function createSession(parts: SessionParts): Session {
  const { store, credentials, mark, policy } = parts;
  let state: State = { state: 'starting' };
  /** How often somebody signed in or out: a late answer of the keychain is about the person before. */
  let turns = 0;
  let proposed: Partial<SignInForm> = {};
  /** One at a time is kept: of two who sign in at once, the second is one who comes later. */
  let keeping: Promise<unknown> = Promise.resolve();
  let tried: string | null = null;

  function enter(next: State): SessionView {
    state = next;
    const shown = view();
    parts.changed(shown);
    return shown;
  }

  function view(): SessionView {
    if (state.state === 'starting') return state;
    if (state.state === 'signed-out') {
      const last = store.lastAccount();
      return {
        ...state,
        form: formUnder(policy, [...(last === null ? [] : [toForm(last)]), proposed]),
        locked: formFields.filter((field) => policy.fixed[field] !== undefined),
      };
    }
    const { account, kept, switchedToBody, answers } = state;
    return {
      state: 'signed-in',
      extension: account.extension,
      agentId: account.agentId,
      kept,
      switchedToBody,
      pbx: answers,
    };
  }

  function holder(): Account | null {
    if (state.state === 'signed-in') return state.account;
    const kept = mark.isSet() ? null : store.account();
    if (kept === null) return null;
    const stored = inLockedWays(kept, policy.fixed);
    const account = toAccount(stored, { apiKey: '-', apiSecret: '-' });
    return account !== null && allowedBy(policy.fixed, account, stored.allowPlainHttp).ok ? account : null;
  }

  const isTakenFrom = (account: Account): boolean => {
    const held = holder();
    return held !== null && accountId(held) !== accountId(account);
  };

  return {
    view,
    holder,
    current: () => (state.state === 'signed-in' ? { pbx: state.pbx, account: state.account } : null),

    answered(pbx) {
      if (state.state === 'signed-in' && state.answers !== pbx) enter({ ...state, answers: pbx });
    },

    left: (failure) =>
      state.state === 'signed-out' && state.failure === null
        ? enter({ state: 'signed-out', failure })
        : view(),

    async resume() {
      const kept = mark.isSet() ? null : store.account();
      if (kept === null) {
        enter({ state: 'signed-out', failure: null });
        void emptyKeychain();
        return;
      }
      const stored = inLockedWays(kept, policy.fixed);
      parts.afterPatience(() => {
        if (state.state === 'starting') enter({ state: 'signed-out', failure: fail('keychain').failure });
      });
      const before = turns;
      const found = await credentials.read();
      // A person who did not wait for the keychain and signed in by hand stays who they are, and signed out when they sign out.
      if (turns !== before) return;
      if (!found.ok) {
        parts.log(`keychain: ${found.failure.details ?? 'no reason given'}`);
        enter({ state: 'signed-out', failure: found.failure });
        return;
      }
      // A keyring that was left locked says of everything that it is not there.
      if (found.value === null) return void enter({ state: 'signed-out', failure: fail('keychain').failure });
      const account = toAccount(stored, found.value);
      if (account === null || !allowedBy(policy.fixed, account, stored.allowPlainHttp).ok) {
        // Nothing is sent, and nothing removed: IT may think better of it, and whoever signs in takes its place.
        const isBarred = account !== null || toAccount(kept, found.value) !== null;
        enter({ state: 'signed-out', failure: isBarred ? fail('account-managed').failure : null });
      } else
        enter({
          state: 'signed-in',
          account,
          stored,
          pbx: parts.connect(account),
          kept: 'keychain',
          switchedToBody: false,
          answers: 'unknown',
        });
    },

    check,
    tried: () => tried,

    propose(form) {
      proposed = form;
      return state.state === 'signed-out' ? enter(state) : view();
    },

    async signIn(input, how) {
      const proved = await check(input, how);
      if (!proved.ok) return proved;
      const mine = keeping.then(() => enterAs(proved.value, input, how));
      keeping = mine.catch(() => undefined);
      return await mine;
    },

    async signOut() {
      turns += 1;
      const last = state.state === 'signed-in' ? state.stored : store.account();
      if (last !== null) written(() => store.keepLastAccount(last));
      let failure = await forgetEntries(
        (state.state === 'signed-in' && state.kept === 'keychain') || mayHaveEntries(),
      );
      // Settings that cannot be written name who was signed in, and what was left may sign them in again.
      if (!written(() => store.forgetAccount()) && !written(() => mark.set()))
        failure = fail(failure === null ? 'settings-file' : 'sign-out-not-kept').failure;
      return ok(enter({ state: 'signed-out', failure }));
    },
  };

  async function enterAs(
    { account, switchedToBody }: SignedIn,
    input: SignIn,
    how: SignInBy | undefined,
  ): Promise<Reply<SessionView>> {
    const stored = toStored(account, input);
    let kept: Kept = 'keychain';
    // Somebody may have signed in while the PBX was asked.
    if (how?.takesNobodysPlace === true && isTakenFrom(account)) return fail('another-account');
    if (how?.keptOrNothing === true) {
      const held = await keepOrLeave(account, stored, how.keep);
      if (!held.ok) return held;
      turns += 1;
    } else {
      const held = await how?.keep();
      if (held?.ok === false) return held;
      turns += 1;
      kept = await keep(account, stored);
    }
    proposed = {};
    return ok(
      enter({
        state: 'signed-in',
        account,
        stored,
        pbx: parts.connect(account),
        kept,
        switchedToBody,
        answers: 'answers',
      }),
    );
  }

  async function check(input: SignIn, how?: SignInBy): Promise<Reply<SignedIn>> {
    const read = readSignIn(input);
    if (read.ok) tried = read.value.endpoint.origin;
    const asked = read.ok ? allowedBy(policy.fixed, read.value, input.allowPlainHttp) : read;
    return asked.ok ? await parts.prove(asked.value, how?.network ?? {}) : asked;
  }

  /** `false`: the disk did not take it. */
  function written(act: () => void): boolean {
    try {
      act();
      return true;
    } catch (error) {
      parts.log(`settings not written: ${codeOf(error)}`);
      return false;
    }
  }

  function mayHaveEntries(): boolean {
    return mark.isSet() || store.mayHaveEntries();
  }

  /**
   * Nothing goes into the keychain before the disk has taken that it is there, nor while the settings name another account: what is
   * broken off in between leaves an entry that the next start removes.
   */
  function makeReady(stored: StoredAccount): void {
    store.haveEntries(true);
    if (!isDeepStrictEqual(store.account(), stored)) store.forgetAccount();
    mark.remove();
  }

  async function keep(account: Account, stored: StoredAccount): Promise<Kept> {
    const hadEntries = mayHaveEntries();
    const { apiKey, apiSecret } = account;
    const isReady = written(() => makeReady(stored));
    if (isReady && (await credentials.keep({ apiKey, apiSecret })) === 'keychain') {
      if (written(() => store.keepAccount(stored))) return 'keychain';
      await forgetEntries(true);
      return 'this-run';
    }
    // An account whose credentials end with this run would only be a broken promise at the next start.
    const isForgotten = written(() => {
      store.forgetAccount();
      if (!hadEntries) store.haveEntries(false);
    });
    if (!isForgotten) written(() => mark.set());
    return 'this-run';
  }

  /** The same, with settings of a set-up; or all of it is as it was. */
  async function keepOrLeave(
    account: Account,
    stored: StoredAccount,
    keepSettings: () => Promise<Reply<unknown>>,
  ): Promise<Reply<undefined>> {
    const before = { account: store.account(), hadEntries: mayHaveEntries(), isMarked: mark.isSet() };
    const leave = () =>
      void written(() => {
        if (before.isMarked) mark.set();
        if (before.account === null) store.forgetAccount();
        else store.keepAccount(before.account);
        if (!before.hadEntries) store.haveEntries(false);
      });
    if (!written(() => makeReady(stored))) {
      leave();
      return fail('settings-file');
    }
    const { apiKey, apiSecret } = account;
    const { kept, putBack } = await credentials.swap({ apiKey, apiSecret });
    if (kept !== 'keychain') {
      leave();
      return fail('set-up-not-kept');
    }
    const held = await keepSettings();
    if (held.ok && written(() => store.keepAccount(stored))) return ok(undefined);
    await putBack();
    leave();
    return held.ok ? fail('settings-file') : held;
  }

  /** `expected`: there are some, as far as is known. Whoever never had any is not told that they could not be removed. */
  async function forgetEntries(expected: boolean): Promise<Failure | null> {
    if (!expected) {
      await credentials.tidy();
      return null;
    }
    const before = turns;
    const forgotten = await credentials.forget();
    if (!forgotten.ok) {
      parts.log(`keychain not emptied: ${forgotten.failure.details ?? 'no reason given'}`);
      written(() => store.haveEntries(true));
      return forgotten.failure;
    }
    // Whoever signed in meanwhile has entries of their own.
    if (turns === before) written(() => store.haveEntries(false));
    return null;
  }

  /** Nobody is signed in, so that nothing of theirs is to be in the keychain. */
  async function emptyKeychain(): Promise<void> {
    const before = turns;
    const failure = await forgetEntries(mayHaveEntries());
    if (turns !== before) return;
    if (failure !== null) return void enter({ state: 'signed-out', failure });
    written(() => {
      store.forgetAccount();
      mark.remove();
    });
  }
}

function toStored(account: Account, input: SignIn): StoredAccount {
  return {
    address: account.endpoint.address,
    allowPlainHttp: input.allowPlainHttp,
    extension: account.extension,
    agentId: account.agentId,
    authentication: account.authentication,
    requests: account.requests,
  };
}
