import type { PbxState, SessionView, SignIn } from '../contract.ts';
import { type Failure, fail, ok, type Reply } from '../failures.ts';
import { codeOf } from '../files/replace.ts';
import type { Account, Pbx, SignedIn } from '../pbx/client.ts';
import type { CredentialStore, Kept } from '../settings/credentials.ts';
import type { StoredAccount } from '../settings/schema.ts';
import type { SettingsStore } from '../settings/store.ts';
import { readSignIn, toAccount } from './account.ts';

export interface Session {
  view(): SessionView;
  /** Picks up the account of the last run, if the keychain still holds its credentials. */
  resume(): Promise<void>;
  signIn(input: SignIn): Promise<Reply<SessionView>>;
  signOut(): Promise<Reply<SessionView>>;
  /** The PBX of the person who is signed in, with the extension it rings; `null` where nobody is. */
  current(): { readonly pbx: Pbx; readonly account: Account } | null;
  /** What the last request told about the PBX. */
  answered(pbx: PbxState): void;
}

export interface SessionParts {
  readonly store: SettingsStore;
  readonly credentials: CredentialStore;
  /** Proves an account with a harmless request and says with which authentication it worked. */
  readonly prove: (account: Account) => Promise<Reply<SignedIn>>;
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
      readonly pbx: Pbx;
      readonly kept: Kept;
      readonly switchedToBody: boolean;
      readonly answers: PbxState;
    };

/** Who is signed in. Holds the credentials in memory; nothing it returns to the renderer has a field for them. */
export function createSession(parts: SessionParts): Session {
  let state: State = { state: 'starting' };

  function enter(next: State): SessionView {
    state = next;
    const shown = view();
    parts.changed(shown);
    return shown;
  }

  function view(): SessionView {
    if (state.state !== 'signed-in') return state;
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

  return {
    view,
    current: () => (state.state === 'signed-in' ? { pbx: state.pbx, account: state.account } : null),

    answered(pbx) {
      if (state.state === 'signed-in' && state.answers !== pbx) enter({ ...state, answers: pbx });
    },

    async resume() {
      const stored = parts.store.account();
      if (stored === null) {
        enter({ state: 'signed-out', failure: null });
        void emptyKeychain();
        return;
      }
      parts.afterPatience(() => {
        if (state.state === 'starting') enter({ state: 'signed-out', failure: fail('keychain').failure });
      });
      const found = await parts.credentials.read();
      // A person who did not wait for the keychain and signed in by hand stays who they are.
      if (state.state === 'signed-in') return;
      if (!found.ok) {
        parts.log(`keychain: ${found.failure.details ?? 'no reason given'}`);
        enter({ state: 'signed-out', failure: found.failure });
        return;
      }
      // A keyring that was left locked says of everything that it is not there.
      if (found.value === null) return void enter({ state: 'signed-out', failure: fail('keychain').failure });
      const account = toAccount(stored, found.value);
      if (account === null) enter({ state: 'signed-out', failure: null });
      else
        enter({
          state: 'signed-in',
          account,
          pbx: parts.connect(account),
          kept: 'keychain',
          switchedToBody: false,
          answers: 'unknown',
        });
    },

    async signIn(input) {
      const asked = readSignIn(input);
      if (!asked.ok) return asked;
      const proved = await parts.prove(asked.value);
      if (!proved.ok) return proved;

      const { account, switchedToBody } = proved.value;
      const kept = await parts.credentials.keep({ apiKey: account.apiKey, apiSecret: account.apiSecret });
      try {
        // An account whose credentials end with this run would only be a broken promise at the next start.
        if (kept === 'keychain') parts.store.keepAccount(toStored(account, input));
        else parts.store.forgetAccount();
      } catch (error) {
        parts.log(`settings not written: ${codeOf(error)}`);
      }
      return ok(
        enter({
          state: 'signed-in',
          account,
          pbx: parts.connect(account),
          kept,
          switchedToBody,
          answers: 'answers',
        }),
      );
    },

    async signOut() {
      // Credentials of this run only were never in the keychain: that it does not answer is no news.
      const wasKept = state.state !== 'signed-in' || state.kept === 'keychain';
      const forgotten = await parts.credentials.forget();
      const left = wasKept && !forgotten.ok ? forgotten.failure : null;
      if (left !== null) parts.log(`keychain not emptied: ${left.details ?? 'no reason given'}`);
      let failure = left;
      try {
        parts.store.forgetAccount(left !== null);
      } catch (error) {
        parts.log(`settings not written: ${codeOf(error)}`);
        failure ??= fail('settings-file').failure;
      }
      return ok(enter({ state: 'signed-out', failure }));
    },
  };

  /** Nobody is signed in, so that nothing of theirs is to be in the keychain. */
  async function emptyKeychain(): Promise<void> {
    const { store, credentials } = parts;
    if (!store.entriesLeft()) {
      // A file of settings that was lost took with it that somebody was signed in.
      if (store.isNew) await credentials.tidy();
      return;
    }
    const forgotten = await credentials.forget();
    // Whoever signed in meanwhile has an entry of their own.
    if (state.state !== 'signed-out') return;
    if (!forgotten.ok) return void enter({ state: 'signed-out', failure: forgotten.failure });
    try {
      store.forgetAccount();
    } catch (error) {
      parts.log(`settings not written: ${codeOf(error)}`);
    }
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
