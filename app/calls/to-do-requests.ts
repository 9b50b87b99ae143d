import { randomUUID } from 'node:crypto';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';
import type { Done, ToDoActions } from './to-do-actions.ts';

/** What the page asks about what is to be done. */
export interface ToDoRequests {
  /** Marks all that is to be done about the caller of a missed call. `null`: there was nothing. */
  done(id: string): Reply<{ readonly change: string | null }>;
  /** Fails where it is not known any more: the program was started again since, or it is somebody else's. */
  undo(change: string): Reply<undefined>;
  /** A call that was marked done, whenever that was, is to be done after all. */
  notDone(id: string): Reply<undefined>;
  /** Tells of a call at a moment by this computer's clock; `null`: not any more. */
  remind(id: string, at: number | null): Reply<undefined>;
}

/** More than anybody remembers to have marked. */
const mostChanges = 200;

/** What is to be done of who is signed in. One account may have several, one after the other: when a clock was set, or a zone. */
interface Current {
  readonly toDo: ToDoActions;
  readonly account: string;
}

export function createToDoRequests(current: () => Current | null, log: (line: string) => void): ToDoRequests {
  /** Those that can be taken back, the oldest first; `null`: it was. */
  const changes = new Map<string, { readonly done: Done | null; readonly account: string }>();

  function kept<T>(act: (of: Current) => Reply<T>): Reply<T> {
    const of = current();
    if (of === null) return fail('signed-out');
    try {
      return act(of);
    } catch (error) {
      log(`what is to be done not written: ${codeOf(error)}`);
      return fail('settings-file');
    }
  }

  return {
    done: (id) =>
      kept<{ readonly change: string | null }>(({ toDo, account }) => {
        const done = toDo.done(id);
        if (done.missed.length === 0 && done.reminders.length === 0) return ok({ change: null });
        const change = randomUUID();
        changes.set(change, { done, account });
        for (const [oldest] of [...changes].slice(0, -mostChanges)) changes.delete(oldest);
        return ok({ change });
      }),
    undo: (change) =>
      kept(({ toDo, account }) => {
        const known = changes.get(change);
        // What somebody else marked, who was signed in before, is theirs.
        if (known?.account !== account) return fail('not-undone');
        // A second press.
        if (known.done === null) return ok(undefined);
        toDo.undone(known.done);
        changes.set(change, { done: null, account });
        return ok(undefined);
      }),
    notDone: (id) =>
      kept(({ toDo }) => {
        toDo.notDone(id);
        return ok(undefined);
      }),
    remind: (id, at) => kept(({ toDo }) => toDo.remind(id, at)),
  };
}
