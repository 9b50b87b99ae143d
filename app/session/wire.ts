import path from 'node:path';
import type { Reply } from '../contract/failures.ts';
import type { Events } from '../events/events.ts';
import type { Account } from '../pbx/account.ts';
import { secretsOf } from '../pbx/authentication.ts';
import { createPbx, type Pbx, type PbxParts } from '../pbx/client.ts';
import { signIn } from '../pbx/sign-in.ts';
import type { CredentialStore } from '../settings/credentials.ts';
import type { NetworkTrial } from '../settings/network.ts';
import type { AccountPolicy } from '../settings/policy.ts';
import type { SettingsStore } from '../settings/store.ts';
import { ownerId } from './account-id.ts';
import { pbxStateAfter } from './pbx-state.ts';
import { createSession, type Session } from './session.ts';
import { signedOutMark } from './signed-out-mark.ts';

/** Milliseconds. A person who unlocks the keychain at start needs a while. */
const patience = 20_000;

/** The way to the PBX. */
type Way = Required<Pick<PbxParts, 'transport' | 'streaming' | 'through'>>;

export interface SessionWires extends Way {
  readonly events: Events;
  /** Of this profile. */
  readonly folder: string;
  readonly store: SettingsStore;
  /** What IT decided of the account. */
  readonly policy: AccountPolicy;
  readonly credentials: CredentialStore;
  /** The network is asked as if for the first time. */
  readonly renew: () => void;
  /** The way by other network settings than those that are kept. */
  readonly trial: (network: NetworkTrial) => Way;
  /** From now on the log does not show these. */
  readonly hide: (...secrets: string[]) => void;
  readonly log: (line: string) => void;
}

/** Who is signed in at this desk, and the PBX that they ask. */
export interface Desk {
  readonly session: Session;
  /** Tells one account from another, and names nobody; `null`: nobody is signed in. */
  owner(): string | null;
  account(): Account | null;
  /** Asks the PBX for a call, once; `null` where nobody is signed in. */
  line(): ((tel: string) => ReturnType<Pbx['dial']>) | null;
  /** What a reply tells of the PBX. */
  answered(reply: Reply<unknown>): void;
}

export function wireSession(parts: SessionWires): Desk {
  const { events, folder, store, policy, credentials, transport, streaming, through } = parts;
  const { renew, trial, hide, log } = parts;
  let last: string | null = null;
  const session = createSession({
    store,
    credentials: {
      ...credentials,
      async read() {
        const found = await credentials.read();
        // Also of whom IT lets in no more: the log of before may hold them.
        if (found.ok && found.value !== null) hide(...secretsOf(found.value));
        return found;
      },
    },
    policy,
    mark: signedOutMark(path.join(folder, 'signed-out')),
    prove(account, network) {
      hide(...secretsOf(account));
      // Who signs in may have had something mended a minute ago.
      renew();
      const isKept = Object.keys(network).length === 0;
      return signIn({
        ...(isKept ? { transport, streaming, through } : trial(network)),
        account,
        now: new Date(),
        // The other way is in the body, and a GET has none.
        onlyAsChosen: policy.fixed.authentication !== undefined || policy.fixed.requests === 'get',
      });
    },
    connect(account) {
      hide(...secretsOf(account));
      return createPbx({ transport, streaming, through, account, timeZone: store.settings().pbxTimeZone });
    },
    changed(view) {
      events.emit('session.changed', view);
      if (owner() === last) return;
      last = owner();
      events.emit('owner.changed');
    },
    afterPatience: (then) => void setTimeout(then, patience).unref(),
    log,
  });
  const owner = () => ownerId(session.current());
  const answered = (reply: Reply<unknown>) => session.answered(pbxStateAfter(reply));
  return {
    session,
    owner,
    account: () => session.current()?.account ?? null,
    line() {
      const pbx = session.current()?.pbx;
      if (pbx === undefined) return null;
      return async (tel) => {
        const reply = await pbx.dial({ tel });
        answered(reply);
        return reply;
      };
    },
    answered,
  };
}

/** It is known who is signed in, if anybody is. */
export function isKnown(events: Events): Promise<void> {
  return new Promise((resolve) => {
    events.on('session.changed', ({ state }) => {
      if (state !== 'starting') resolve();
    });
  });
}
