import { randomUUID } from 'node:crypto';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';
import type { Done, ToDoActions } from './to-do-actions.ts';

/** What the page asks about what is to be done. */
export interface ToDoRequests {
  /** Marks all that is to be done about the caller of a missed call. `null`: there was nothing. */
  done(id: string): Reply<{ readonly change: string | null }>;
  undo(change: string): Reply<undefined>;
  /** Tells of a call at a moment by this computer's clock; `null`: not any more. */
  remind(id: string, at: number | null): Reply<undefined>;
}

/** More than anybody remembers to have marked. */
const mostChanges = 200;

/** `toDo`: of who is signed in. */
export function createToDoRequests(
  toDo: () => ToDoActions | null,
  log: (line: string) => void,
): ToDoRequests {
  /** Those that can be taken back, the oldest first. */
  const changes = new Map<string, { readonly done: Done; readonly of: ToDoActions }>();

  function kept<T>(act: (of: ToDoActions) => Reply<T>): Reply<T> {
    const of = toDo();
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
      kept<{ readonly change: string | null }>((of) => {
        const done = of.done(id);
        if (done.missed.length === 0 && done.reminders.length === 0) return ok({ change: null });
        const change = randomUUID();
        changes.set(change, { done, of });
        for (const [oldest] of [...changes].slice(0, -mostChanges)) changes.delete(oldest);
        return ok({ change });
      }),
    undo: (change) =>
      kept((of) => {
        // What somebody else marked, who was signed in before, is theirs.
        const known = changes.get(change);
        if (known?.of !== of) return ok(undefined);
        of.undone(known.done);
        changes.delete(change);
        return ok(undefined);
      }),
    remind: (id, at) => kept((of) => of.remind(id, at)),
  };
}
