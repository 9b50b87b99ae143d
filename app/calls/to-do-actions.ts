import type { Call } from '../cdr/call.ts';
import { ok, type Reply } from '../contract/failures.ts';
import type { CallList } from './list.ts';
import type { Marks } from './marks.ts';
import type { Reminder, Reminders } from './reminders.ts';

/** What was marked done together, for whoever wants it back. */
export interface Done {
  /** Each by its ids. */
  readonly missed: readonly (readonly string[])[];
  readonly reminders: readonly Reminder[];
}

export interface ToDoActionsParts {
  readonly list: Pick<CallList, 'toDo'>;
  readonly find: (callId: string) => Call | null;
  readonly marks: Pick<Marks, 'setDone'>;
  readonly reminders: Pick<Reminders, 'all' | 'set' | 'remove' | 'restore'>;
  readonly changed: () => void;
}

/** What a person does about what is to be done. Each throws where the disk does not take it. */
export interface ToDoActions {
  /** Nothing is left of the row that a call stands in: all missed calls of its caller, and the reminder. */
  done(callId: string): Done;
  undone(done: Done): void;
  /** `at`: by this computer's clock; `null`: not any more. Changes the one that is there. */
  remind(callId: string, at: number | null): Reply<undefined>;
}

export function createToDoActions({ list, find, marks, reminders, changed }: ToDoActionsParts): ToDoActions {
  /** The calls that share one row, and so one reminder. */
  function together(callId: string): readonly Call[] {
    const row = list.toDo().rowOf(callId);
    const call = row?.call ?? find(callId);
    return call === null ? [] : [call, ...(row?.missed ?? []), ...(row?.reminder ? [row.reminder.call] : [])];
  }

  return {
    done(callId) {
      const missed = (list.toDo().rowOf(callId)?.missed ?? []).map(({ ids }) => ids);
      const calls = together(callId);
      const ids = new Set(calls.flatMap((call) => call.ids));
      const gone = reminders.all().filter(({ call }) => call.ids.some((id) => ids.has(id)));
      reminders.remove(calls);
      if (missed.length > 0) marks.setDone(missed, true);
      changed();
      return { missed, reminders: gone };
    },
    undone(done) {
      if (done.missed.length > 0) marks.setDone(done.missed, false);
      reminders.restore(done.reminders);
      changed();
    },
    remind(callId, at) {
      const calls = together(callId);
      const call = find(callId);
      if (call === null) return ok(undefined);
      if (at === null) reminders.remove(calls);
      const reply = at === null ? ok(undefined) : reminders.set(calls, { at, told: false, call });
      changed();
      return reply;
    },
  };
}
