import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../app/contract/failures.ts';
import type { Authentication, RequestWay, SignIn } from '../../../app/contract/session.ts';
import type { Bridge } from '../../bridge.ts';
import type { Session } from '../../state/session.ts';

/** The text boxes. They pass through `submit` and are kept nowhere: two of them are secret. */
export type Typed = Pick<SignIn, 'address' | 'apiKey' | 'apiSecret' | 'extension' | 'agentId'>;

const needed = ['address', 'apiKey', 'apiSecret', 'extension'] as const satisfies (keyof Typed)[];

export function emptyFields(typed: Typed): readonly (typeof needed)[number][] {
  // As the main process reads them: what copying leaves around a word is not there.
  return needed.filter((name) => /^[\s\p{Cf}]*$/u.test(typed[name]));
}

function wrongIn({ code, field }: Failure): readonly (keyof Typed)[] {
  if (code === 'bad-address') return ['address'];
  return code === 'bad-field' && field !== undefined ? [field] : [];
}

export interface SignInState {
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** What was empty at the last try, or cannot be meant. */
  readonly wrong: ReadonlySignal<readonly (keyof Typed)[]>;
  readonly advanced: ReadonlySignal<boolean>;
  readonly authentication: ReadonlySignal<Authentication>;
  readonly requests: ReadonlySignal<RequestWay>;
  readonly allowPlainHttp: ReadonlySignal<boolean>;
  /** The choice stands beside the failure that asks for it, not only where few look. */
  readonly asksForPlainHttp: ReadonlySignal<boolean>;
  toggleAdvanced(): void;
  chooseAuthentication(way: Authentication): void;
  chooseRequests(way: RequestWay): void;
  choosePlainHttp(allowed: boolean): void;
  /** Whether the person is signed in now. */
  submit(typed: Typed): Promise<boolean>;
}

/** @param forget throws away what nothing holds on to any more: the secret, in as many copies as it was passed on */
export function createSignIn(bridge: Bridge, session: Session, forget: () => void): SignInState {
  const busy = signal(false);
  const tried = signal<Failure | null>(null);
  const wrong = signal<readonly (keyof Typed)[]>([]);
  const advanced = signal(false);
  const authentication = signal<Authentication>('header');
  const requests = signal<RequestWay>('post');
  const allowPlainHttp = signal(false);
  const asksForPlainHttp = signal(false);

  return {
    busy,
    wrong,
    advanced,
    authentication,
    requests,
    allowPlainHttp,
    asksForPlainHttp,
    failure: computed(() => {
      if (tried.value !== null || busy.value) return tried.value;
      return session.view.value.state === 'signed-out' ? session.view.value.failure : null;
    }),
    toggleAdvanced() {
      advanced.value = !advanced.peek();
    },
    chooseAuthentication(way) {
      authentication.value = way;
      // A GET has no body to carry the token.
      if (way === 'body') requests.value = 'post';
    },
    chooseRequests(way) {
      requests.value = way;
    },
    choosePlainHttp(allowed) {
      allowPlainHttp.value = allowed;
    },
    async submit(typed) {
      if (busy.peek()) return false;
      tried.value = null;
      wrong.value = emptyFields(typed);
      if (wrong.peek().length > 0) {
        tried.value = { code: 'missing-field' };
        return false;
      }
      busy.value = true;
      try {
        const reply = await bridge.request('session.signIn', {
          ...typed,
          authentication: authentication.peek(),
          requests: requests.peek(),
          allowPlainHttp: allowPlainHttp.peek(),
        });
        if (reply.ok) {
          session.show(reply.value);
          // The form is gone then, and this function too.
          setTimeout(forget);
          return true;
        }
        tried.value = reply.failure;
        wrong.value = wrongIn(reply.failure);
        if (reply.failure.code === 'plain-http') asksForPlainHttp.value = true;
        return false;
      } finally {
        busy.value = false;
      }
    },
  };
}
