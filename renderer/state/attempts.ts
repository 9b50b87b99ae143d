import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attempt } from '../../app/contract.ts';
import type { Bridge } from '../bridge.ts';

/** Calls placed from this computer, newest first. Redial, the dial pad's match and the recent calls read it. */
export interface Attempts {
  readonly list: ReadonlySignal<readonly Attempt[]>;
  load(): Promise<void>;
}

export function createAttempts(bridge: Bridge): Attempts {
  const list = signal<readonly Attempt[]>([]);
  bridge.on('attempts.changed', (next) => {
    list.value = next;
  });
  return {
    list,
    async load() {
      const reply = await bridge.call('attempts.list', undefined);
      if (reply.ok) list.value = reply.value;
    },
  };
}
