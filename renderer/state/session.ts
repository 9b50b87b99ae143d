import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../app/contract/failures.ts';
import type { SessionView, SignInForm } from '../../app/contract/session.ts';
import type { Bridge } from '../bridge.ts';

export interface Session {
  readonly view: ReadonlySignal<SessionView>;
  load(): Promise<void>;
  /** A call's own answer; the event that says the same may come before or after it. */
  show(view: SessionView): void;
  signOut(): Promise<void>;
  /** The person is asked whether they mean it. */
  readonly asksSignOut: ReadonlySignal<boolean>;
  askSignOut(asks: boolean): void;
  /** The person has read that signing in took another way than the chosen one. */
  readonly switchRead: ReadonlySignal<boolean>;
  readSwitch(isRead: boolean): void;
}

const blankForm: SignInForm = {
  address: '',
  extension: '',
  agentId: '',
  authentication: 'header',
  requests: 'post',
  allowPlainHttp: false,
};

/** Until the main process says more. */
export const signedOut = (failure: Failure | null): Extract<SessionView, { state: 'signed-out' }> => ({
  state: 'signed-out',
  failure,
  form: blankForm,
  locked: [],
});

export function createSession(bridge: Bridge): Session {
  const view = signal<SessionView>({ state: 'starting' });
  const switchRead = signal(false);
  const asksSignOut = signal(false);
  const show = (next: SessionView) => {
    view.value = next;
    if (next.state === 'signed-in') return;
    switchRead.value = false;
    asksSignOut.value = false;
  };
  const askSignOut = (asks: boolean) => {
    asksSignOut.value = asks && view.peek().state === 'signed-in';
  };
  bridge.on('session.changed', show);
  bridge.on('session.signOutChosen', () => askSignOut(true));

  return {
    view,
    show,
    switchRead,
    readSwitch(isRead) {
      switchRead.value = isRead;
    },
    async load() {
      const reply = await bridge.request('session.get', undefined);
      show(reply.ok ? reply.value : signedOut(reply.failure));
    },
    asksSignOut,
    askSignOut,
    async signOut() {
      askSignOut(false);
      const reply = await bridge.request('session.signOut', undefined);
      const now = view.peek();
      if (reply.ok) show(reply.value);
      else if (now.state === 'signed-out') show({ ...now, failure: reply.failure });
    },
  };
}
