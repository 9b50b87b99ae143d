import { type ReadonlySignal, signal } from '@preact/signals';
import type { PersonView } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';

/** The person whose page is open. */
export interface PersonState {
  /** One of their numbers; `null`: nobody's page is open. */
  readonly number: ReadonlySignal<string | null>;
  /** `null` until the first answer. */
  readonly view: ReadonlySignal<PersonView | null>;
  open(number: string | null): void;
  /** Calls or names changed. */
  refresh(): Promise<void>;
}

export function createPerson(bridge: Bridge): PersonState {
  const number = signal<string | null>(null);
  const view = signal<PersonView | null>(null);

  async function refresh(): Promise<void> {
    const mine = number.peek();
    if (mine === null) return;
    const reply = await bridge.request('calls.person', { number: mine });
    if (reply.ok && number.peek() === mine) view.value = reply.value;
  }

  return {
    number,
    view,
    open(next) {
      number.value = next;
      view.value = null;
      void refresh();
    },
    refresh,
  };
}
