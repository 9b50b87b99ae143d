import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure, Reply } from '../../../app/contract/failures.ts';
import type { SavedAll, SavingAll } from '../../../app/contract/recordings.ts';
import type { Bridge } from '../../bridge.ts';
import type { OrderParts } from './order.ts';

/** Many recordings into one folder. */
export interface SavingAllState {
  /** How far it is; `null`: nothing is under way, or only its dialog. */
  readonly progress: ReadonlySignal<SavingAll | null>;
  /** How the last one ended. */
  readonly ended: ReadonlySignal<SavedAll | Failure | null>;
  isAsked(): boolean;
  save(call: string, which: 'list' | 'day'): Promise<void>;
  /** What the last one left, once more. */
  saveRest(): Promise<void>;
  dismiss(): void;
  stop(): void;
}

export function createSavingAll(bridge: Bridge, look: OrderParts['look']): SavingAllState {
  const progress = signal<SavingAll | null>(null);
  const ended = signal<SavedAll | Failure | null>(null);
  let asked = false;

  bridge.on('recordings.savingAll', (now) => {
    if (asked) progress.value = now;
  });

  async function begin(ask: () => Promise<Reply<SavedAll | null>>): Promise<void> {
    // The dialog stands somewhere already.
    if (asked) return;
    asked = true;
    ended.value = null;
    const reply = await ask();
    asked = false;
    progress.value = null;
    ended.value = reply.ok ? reply.value : reply.failure;
  }

  return {
    progress,
    ended,
    isAsked: () => asked,
    save: (call, which) => begin(() => bridge.request('recordings.saveAll', { ...look(), call, which })),
    saveRest: () => begin(() => bridge.request('recordings.saveRest', undefined)),
    dismiss() {
      ended.value = null;
    },
    stop: () => void bridge.request('recordings.stopSavingAll', undefined),
  };
}
