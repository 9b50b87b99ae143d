import { type ReadonlySignal, signal } from '@preact/signals';
import type { RecentNumber } from '../../app/contract/calls.ts';
import type { Bridge } from '../bridge.ts';

/** The numbers of the user's calls, newest first, for the dial pad to look through. */
export interface RecentNumbers {
  readonly list: ReadonlySignal<readonly RecentNumber[]>;
  /** They are about to be looked through: asked for anew where calls have changed since. */
  freshen(): void;
  /** Signed out. */
  clear(): void;
}

export function createRecentNumbers(bridge: Bridge): RecentNumbers {
  const list = signal<readonly RecentNumber[]>([]);
  /** Whose answer it is, and of which calls. */
  let wanted = 1;
  let asked = 0;
  bridge.on('calls.changed', () => {
    wanted += 1;
  });
  return {
    list,
    freshen() {
      if (asked === wanted) return;
      const mine = wanted;
      asked = mine;
      void bridge.request('calls.numbers', undefined).then((reply) => {
        if (asked !== mine) return;
        list.value = reply.ok ? reply.value : [];
        if (!reply.ok) asked = 0;
      });
    },
    clear() {
      wanted += 1;
      asked = 0;
      list.value = [];
    },
  };
}
