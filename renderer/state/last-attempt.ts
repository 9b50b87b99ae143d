import { type ReadonlySignal, signal } from '@preact/signals';
import type { Attempt } from '../../app/contract/dialling.ts';
import type { Bridge } from '../bridge.ts';

/** The call that was placed last from this computer: what Redial calls again. */
export interface LastAttempt {
  readonly attempt: ReadonlySignal<Attempt | null>;
  load(): Promise<void>;
}

export function createLastAttempt(bridge: Bridge): LastAttempt {
  const attempt = signal<Attempt | null>(null);
  bridge.on('attempts.changed', (next) => {
    attempt.value = next;
  });
  return {
    attempt,
    async load() {
      const reply = await bridge.request('attempts.last', undefined);
      if (reply.ok) attempt.value = reply.value;
    },
  };
}
