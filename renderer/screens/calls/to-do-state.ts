import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { CallView } from '../../../app/contract/calls.ts';
import type { Bridge } from '../../bridge.ts';
import type { Marked, Said } from './said.ts';

/** What somebody does about what is to be done. */
export interface ToDoState {
  /** The call of which somebody says when they want to be reminded. */
  readonly reminding: ReadonlySignal<CallView | null>;
  /** Nothing is left to be done about the caller of a missed call; `who`: as the row has them. */
  markDone(callId: string, who: string): Promise<void>;
  /** What was marked last of a run is to be done after all; the next time, what was marked before it. */
  undo(): Promise<void>;
  /** A call that was marked done is to be done after all. */
  markNotDone(callId: string): Promise<void>;
  askReminder(call: CallView | null): void;
  /** `at`: by this computer's clock; `null`: no more. */
  remind(at: number | null): Promise<void>;
}

/** `said`: what is said of it above the list. */
export function createToDo(bridge: Bridge, said: Signal<Said | null>): ToDoState {
  const reminding = signal<CallView | null>(null);
  const marked = (): readonly Marked[] => {
    const now = said.peek();
    return typeof now === 'object' && now !== null && 'changes' in now ? now.changes : [];
  };

  /** Before the answer it is one of these no more: a second press means the one before. */
  async function takeBack(one: Marked): Promise<void> {
    const others = marked().filter((other) => other !== one);
    said.value = others.length === 0 ? null : { about: 'done', changes: others };
    const reply = await bridge.request('calls.undo', { change: one.change });
    if (!reply.ok) said.value = { about: 'done', failure: reply.failure };
  }

  return {
    reminding,
    async markDone(id, who) {
      const reply = await bridge.request('calls.done', { id });
      if (!reply.ok) said.value = { about: 'done', failure: reply.failure };
      else if (reply.value.change !== null)
        said.value = { about: 'done', changes: [...marked(), { call: id, who, change: reply.value.change }] };
    },
    async undo() {
      const last = marked().at(-1);
      if (last !== undefined) await takeBack(last);
    },
    async markNotDone(id) {
      // Of a moment ago: it comes back with its reminder, and is not said to be done any longer.
      const mine = marked().find(({ call }) => call === id);
      if (mine !== undefined) return takeBack(mine);
      const reply = await bridge.request('calls.notDone', { id });
      if (!reply.ok) said.value = { about: 'done', failure: reply.failure };
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
