import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import type { Failure, FailureCode } from '../../../app/contract/failures.ts';
import type { Authentication, RequestWay, SignIn, SignInForm } from '../../../app/contract/session.ts';
import type { Bridge } from '../../bridge.ts';
import { type Session, signedOut } from '../../state/session.ts';

/** The text boxes. They pass through `submit` and are kept nowhere: two of them are secret. */
export type Typed = Pick<SignIn, 'address' | 'apiKey' | 'apiSecret' | 'extension' | 'agentId'>;

const needed = ['address', 'apiKey', 'apiSecret', 'extension'] as const satisfies (keyof Typed)[];

export function emptyFields(typed: Typed): readonly (typeof needed)[number][] {
  // As the main process reads them: what copying leaves around a word is not there.
  return needed.filter((name) => /^[\s\p{Cf}]*$/u.test(typed[name]));
}

const address: readonly (keyof Typed)[] = ['address'];
const credentials: readonly (keyof Typed)[] = ['apiKey', 'apiSecret'];

/** What to look at: where nothing of the PBX's answers, the address; where the network is as likely, nothing. */
const aboutFields: { readonly [Code in FailureCode]?: readonly (keyof Typed)[] } = {
  'bad-address': address,
  'plain-http': address,
  'name-not-found': address,
  'connection-refused': address,
  'port-not-usable': address,
  'no-tls': address,
  'certificate-name': address,
  'not-this-api': address,
  redirected: address,
  'too-large': address,
  unauthorised: credentials,
  refused: credentials,
};

const wrongIn = ({ code, field }: Failure): readonly (keyof Typed)[] =>
  code === 'bad-field' && field !== undefined ? [field] : (aboutFields[code] ?? []);

export interface SignInState {
  readonly busy: ReadonlySignal<boolean>;
  readonly failure: ReadonlySignal<Failure | null>;
  /** What was empty at the last try, or cannot be meant. */
  readonly wrong: ReadonlySignal<readonly (keyof Typed)[]>;
  readonly advanced: ReadonlySignal<boolean>;
  /** What the text boxes begin with. Where it changes they begin anew. */
  readonly begins: ReadonlySignal<SignInForm>;
  /** Fields that IT locked. */
  readonly locked: ReadonlySignal<readonly (keyof SignInForm)[]>;
  readonly authentication: ReadonlySignal<Authentication>;
  readonly requests: ReadonlySignal<RequestWay>;
  readonly allowPlainHttp: ReadonlySignal<boolean>;
  /** The choice stands beside the failure that asks for it, not only where few look. */
  readonly asksForPlainHttp: ReadonlySignal<boolean>;
  /** The secret can be read while it is typed. */
  readonly revealed: ReadonlySignal<boolean>;
  toggleAdvanced(): void;
  chooseAuthentication(way: Authentication): void;
  chooseRequests(way: RequestWay): void;
  choosePlainHttp(allowed: boolean): void;
  /** It is being mended: it is no longer marked. What was allowed was allowed for the address that stood there. */
  fieldTyped(name: keyof Typed): void;
  reveal(on: boolean): void;
  /** Whether the person is signed in now. */
  submit(typed: Typed): Promise<boolean>;
}

/** @param forget throws away what nothing holds on to any more: the secret, in as many copies as it was passed on */
export function createSignIn(bridge: Bridge, session: Session, forget: () => void): SignInState {
  const busy = signal(false);
  const tried = signal<Failure | null>(null);
  const wrong = signal<readonly (keyof Typed)[]>([]);
  const advanced = signal(false);
  const begins = signal(signedOut(null).form);
  const locked = signal<readonly (keyof SignInForm)[]>([]);
  const authentication = signal<Authentication>('header');
  const requests = signal<RequestWay>('post');
  const allowPlainHttp = signal(false);
  const asksForPlainHttp = signal(false);
  const revealed = signal(false);

  let begun = '';
  function begin(form: SignInForm): void {
    begins.value = form;
    authentication.value = form.authentication;
    requests.value = form.requests;
    allowPlainHttp.value = form.allowPlainHttp;
    asksForPlainHttp.value = false;
    tried.value = null;
    wrong.value = [];
  }
  effect(() => {
    const view = session.view.value;
    // Signed in, what is typed next is another beginning, also with the same form.
    if (view.state !== 'signed-out') begun = '';
    else if (begun !== JSON.stringify(view.form)) {
      begun = JSON.stringify(view.form);
      locked.value = view.locked;
      untracked(() => begin(view.form));
    }
  });

  return {
    busy,
    wrong,
    advanced,
    begins,
    locked,
    authentication,
    requests,
    allowPlainHttp,
    asksForPlainHttp,
    revealed,
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
      if (way === 'body' && !locked.peek().includes('requests')) requests.value = 'post';
    },
    chooseRequests(way) {
      requests.value = way;
    },
    choosePlainHttp(allowed) {
      allowPlainHttp.value = allowed;
    },
    fieldTyped(name) {
      if (wrong.peek().includes(name)) wrong.value = wrong.peek().filter((one) => one !== name);
      if (tried.peek()?.code === 'missing-field' && wrong.peek().length === 0) tried.value = null;
      if (name !== 'address' || locked.peek().includes('allowPlainHttp')) return;
      allowPlainHttp.value = false;
      asksForPlainHttp.value = false;
    },
    reveal(on) {
      revealed.value = on;
    },
    async submit(typed) {
      if (busy.peek()) return false;
      tried.value = null;
      revealed.value = false;
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
