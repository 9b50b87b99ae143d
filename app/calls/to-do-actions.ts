import type { Call } from '../cdr/call.ts';
import { ok, type Reply } from '../contract/failures.ts';
import type { Annotations } from './annotations.ts';
import type { Callers } from './callers.ts';
import type { CallList } from './list.ts';
import type { Reminder, Reminders } from './reminders.ts';
import { reminderOf } from './to-do.ts';

/** What was marked done together, for whoever wants it back. */
export interface Done {
  /** Each by its ids. */
  readonly missed: readonly (readonly string[])[];
  readonly reminders: readonly Reminder[];
}

export interface ToDoActionsParts {
  readonly list: Pick<CallList, 'toDo'>;
  readonly find: (callId: string) => Call | null;
  readonly annotations: Pick<Annotations, 'setDone' | 'doneAt'>;
  readonly reminders: Pick<Reminders, 'all' | 'set' | 'remove' | 'restore'>;
  readonly callerOf: Callers['of'];
  readonly changed: () => void;
}

/** What a person does about what is to be done. Each throws where the disk does not take it. */
export interface ToDoActions {
  /** Nothing is left of the row that a call stands in: all missed calls of its caller, and the reminder. */
  done(callId: string): Done;
  undone(done: Done): void;
  /** A call that was marked done is to be done after all, with what was marked together with it, and what its caller left later. */
  notDone(callId: string): void;
  /** `at`: by this computer's clock; `null`: not any more. Changes the one that is there. */
  remind(callId: string, at: number | null): Reply<undefined>;
}

export function createToDoActions({
  list,
  find,
  annotations,
  reminders,
  callerOf,
  changed,
}: ToDoActionsParts): ToDoActions {
  return {
    done(callId) {
      const row = list.toDo().rowOf(callId);
      const missed = (row?.missed ?? []).map(({ ids }) => ids);
      const calls = row === null ? [] : [row.call, ...row.reminders.map(({ call }) => call)];
      const ids = new Set(calls.flatMap((call) => call.ids));
      const gone = reminders.all().filter(({ call }) => call.ids.some((id) => ids.has(id)));
      reminders.remove(calls);
      if (missed.length > 0) annotations.setDone(missed, true);
      changed();
      return { missed, reminders: gone };
    },
    undone(done) {
      if (done.missed.length > 0) annotations.setDone(done.missed, false);
      reminders.restore(done.reminders);
      changed();
    },
    notDone(callId) {
      const { marked } = list.toDo();
      const call = marked.find(({ id, ids }) => id === callId || ids.includes(callId));
      if (call === undefined) return;
      const at = annotations.doneAt(call.ids);
      const caller = callerOf(call)?.key;
      const isTheirs = (one: Call): boolean => caller !== undefined && callerOf(one)?.key === caller;
      // A later one that stays marked would be done with this one.
      const again = marked.filter(
        (one) =>
          one === call || (isTheirs(one) && (one.start >= call.start || annotations.doneAt(one.ids) === at)),
      );
      annotations.setDone(
        again.map(({ ids }) => ids),
        false,
      );
      changed();
    },
    remind(callId, at) {
      const call = find(callId);
      if (call === null) return ok(undefined);
      const row = list.toDo().rowOf(callId);
      const shown = row && reminderOf(row, call);
      const calls = [call, ...(shown ? [shown.call] : [])];
      if (at === null) reminders.remove(calls);
      const reply = at === null ? ok(undefined) : reminders.set(calls, { at, told: false, call });
      changed();
      return reply;
    },
  };
}
