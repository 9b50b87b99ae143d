import { randomUUID } from 'node:crypto';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';
import type { Done, ToDoActions } from './to-do-actions.ts';

/** What the page asks about what is to be done. */
export interface ToDoRequests {
  /** Marks all that is to be done about the caller of a missed call. The change can be taken back until the next one. */
  done(id: string): Reply<{ readonly change: string }>;
  undo(change: string): Reply<undefined>;
  /** Tells of a call at a moment by this computer's clock; `null`: not any more. */
  remind(id: string, at: number | null): Reply<undefined>;
}

/** `toDo`: of who is signed in. */
export function createToDoRequests(
  toDo: () => ToDoActions | null,
  log: (line: string) => void,
): ToDoRequests {
  let last: { readonly change: string; readonly done: Done; readonly of: ToDoActions } | null = null;

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
      kept((of) => {
        last = { change: randomUUID(), done: of.done(id), of };
        return ok({ change: last.change });
      }),
    undo: (change) =>
      kept((of) => {
        // What somebody else marked, who was signed in before, is theirs.
        if (last?.change !== change || last.of !== of) return ok(undefined);
        of.undone(last.done);
        last = null;
        return ok(undefined);
      }),
    remind: (id, at) => kept((of) => of.remind(id, at)),
  };
}
