import { type ReadonlySignal, signal } from '@preact/signals';
import type { SessionView } from '../../app/contract/session.ts';
import type { Bridge } from '../bridge.ts';

export interface Session {
  readonly view: ReadonlySignal<SessionView>;
  load(): Promise<void>;
  /** A call's own answer; the event that says the same may come before or after it. */
  show(view: SessionView): void;
  signOut(): Promise<void>;
  /** The person has read that signing in took another way than the chosen one. */
  readonly switchRead: ReadonlySignal<boolean>;
  readSwitch(isRead: boolean): void;
}

export function createSession(bridge: Bridge): Session {
  const view = signal<SessionView>({ state: 'starting' });
  const switchRead = signal(false);
  const show = (next: SessionView) => {
    view.value = next;
    if (next.state !== 'signed-in') switchRead.value = false;
  };
  bridge.on('session.changed', show);

  return {
    view,
    show,
    switchRead,
    readSwitch(isRead) {
      switchRead.value = isRead;
    },
    async load() {
      const reply = await bridge.request('session.get', undefined);
      show(reply.ok ? reply.value : { state: 'signed-out', failure: reply.failure });
    },
    async signOut() {
      const reply = await bridge.request('session.signOut', undefined);
      if (reply.ok) show(reply.value);
      else if (view.peek().state === 'signed-out') show({ state: 'signed-out', failure: reply.failure });
    },
  };
}
