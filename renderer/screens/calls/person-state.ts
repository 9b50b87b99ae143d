import { type ReadonlySignal, signal } from '@preact/signals';
import type { PersonView, PersonWish } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';

/** The person whose page is open. */
export interface PersonState {
  /** By one of their numbers; `null`: nobody's page is open. */
  readonly who: ReadonlySignal<PersonWish | null>;
  /** `null` until the first answer. */
  readonly view: ReadonlySignal<PersonView | null>;
  open(who: PersonWish | null): void;
  /** Calls or names changed. */
  refresh(): Promise<void>;
}

export function createPerson(bridge: Bridge): PersonState {
  const who = signal<PersonWish | null>(null);
  const view = signal<PersonView | null>(null);

  async function refresh(): Promise<void> {
    const mine = who.peek();
    if (mine === null) return;
    const reply = await bridge.request('calls.person', mine);
    if (reply.ok && who.peek() === mine) view.value = reply.value;
  }

  return {
    who,
    view,
    open(next) {
      who.value = next;
      view.value = null;
      void refresh();
    },
    refresh,
  };
}
