import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CallView } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';
import type { Said } from './said.ts';

/** What somebody does about what is to be done. */
export interface ToDoState {
  /** The call of which somebody says when they want to be reminded. */
  readonly reminding: ReadonlySignal<CallView | null>;
  /** Nothing is left to be done about the caller of a missed call; `who`: as the row has them. */
  markDone(callId: string, who: string): Promise<void>;
  /** What was marked last is to be done after all. */
  undo(): Promise<void>;
  askReminder(call: CallView | null): void;
  /** `at`: by this computer's clock; `null`: no more. */
  remind(at: number | null): Promise<void>;
}

/** `said`: what is said of it above the list. */
export function createToDo(bridge: Bridge, said: Signal<Said | null>): ToDoState {
  const reminding = signal<CallView | null>(null);
  return {
    reminding,
    async markDone(id, who) {
      const reply = await bridge.request('calls.done', { id });
      if (!reply.ok) said.value = { about: 'done', failure: reply.failure };
      else said.value = { about: 'done', who, change: reply.value.change };
    },
    async undo() {
      const now = said.peek();
      if (now === null || typeof now !== 'object' || !('change' in now)) return;
      const reply = await bridge.request('calls.undo', { change: now.change });
      said.value = reply.ok ? null : { about: 'done', failure: reply.failure };
    },
    askReminder(call) {
      reminding.value = call;
    },
    async remind(at) {
      const call = reminding.peek();
      reminding.value = null;
      if (call === null) return;
      const reply = await bridge.request('calls.remind', { id: call.id, at });
      if (!reply.ok) said.value = { about: 'reminder', failure: reply.failure };
    },
  };
}
