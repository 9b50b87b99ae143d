import { type ReadonlySignal, signal } from '@preact/signals';
import type { Failure } from '../../../app/contract/failures.ts';
import type { SaveAs, Saving } from '../../../app/contract/recordings.ts';
import type { Bridge } from '../../bridge.ts';

/** Said for a moment, then gone. */
const saidFor = 5_000;

/** What the file's name is made of, as it is on the screen. */
export interface SavedAbout {
  readonly direction: string;
  readonly number: string;
  readonly name: string;
}

export interface SavingState {
  /** What is being saved, by recording; a save goes on when its player is closed. */
  readonly underWay: ReadonlySignal<ReadonlyMap<string, Saving>>;
  /** How the last one ended. */
  readonly ended: ReadonlySignal<{ readonly id: string; readonly how: 'saved' | Failure } | null>;
  /** A save has begun, were it by its dialog only. */
  isAsked(): boolean;
  save(id: string, as: SaveAs, about: SavedAbout): Promise<void>;
  stop(id: string): void;
  /** Out of the window, as a file: it is made when a finger goes down, and taken along when it moves. */
  drag(step: 'make' | 'go', id: string, as: SaveAs, about: SavedAbout): void;
  dismiss(): void;
}

export function createSaving(bridge: Bridge): SavingState {
  const underWay = signal<ReadonlyMap<string, Saving>>(new Map());
  const ended = signal<{ readonly id: string; readonly how: 'saved' | Failure } | null>(null);

  const asked = new Set<string>();

  bridge.on('recordings.saving', (progress) => {
    // Events and answers come by different ways, and the last progress may come after the end.
    if (asked.has(progress.id)) underWay.value = new Map(underWay.peek()).set(progress.id, progress);
  });

  return {
    underWay,
    ended,
    isAsked: () => asked.size > 0,
    async save(id, as, about) {
      // The dialog stands somewhere already.
      if (asked.has(id)) return;
      ended.value = null;
      asked.add(id);
      const reply = await bridge.request('recordings.save', { id, as, ...about });
      asked.delete(id);
      const left = new Map(underWay.peek());
      left.delete(id);
      underWay.value = left;
      if (reply.ok && reply.value === 'stopped') return;
      const how = reply.ok ? 'saved' : reply.failure;
      const told = { id, how } as const;
      ended.value = told;
      if (how === 'saved') setTimeout(() => ended.peek() === told && dismiss(), saidFor);
    },
    drag(step, id, as, about) {
      if (step === 'make') dismiss();
      void bridge.request('recordings.drag', { step, id, as, ...about }).then((reply) => {
        if (!reply.ok) ended.value = { id, how: reply.failure };
      });
    },
    stop: (id) => void bridge.request('recordings.stopSaving', { id }),
    dismiss,
  };

  function dismiss(): void {
    ended.value = null;
  }
}
