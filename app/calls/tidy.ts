import type { Call } from '../cdr/call.ts';
import { codeOf } from '../util/code-of.ts';
import type { Annotations } from './annotations.ts';
import type { CallList } from './list.ts';
import type { Reminders } from './reminders.ts';

export interface TidyParts {
  readonly list: Pick<CallList, 'all' | 'toDo' | 'changed'>;
  readonly annotations: Pick<Annotations, 'noted' | 'note' | 'isDone' | 'setDone'>;
  readonly reminders: Pick<Reminders, 'remove'>;
  readonly noteOf: (call: Call) => string;
  readonly log: (line: string) => void;
}

/** What is kept of calls follows what the PBX tells of them; to be called when that has changed. */
export function createTidy({ list, annotations, reminders, noteOf, log }: TidyParts): () => void {
  /** What was marked before the call's rows were all there goes where the next run looks for it. */
  function carryMarksOver(): void {
    const noted = annotations.noted();
    for (const call of list.all()) {
      const others = call.ids.slice(1);
      if (others.length === 0) continue;
      const wasDone = annotations.isDone(others);
      try {
        if (others.some((id) => noted.has(id))) annotations.note(call.ids, noteOf(call));
        if (wasDone) annotations.setDone([call.ids], true);
      } catch (error) {
        // Found under its other id meanwhile; the next change tries again.
        log(`a mark not carried over: ${codeOf(error)}`);
      }
    }
  }

  /** Whom they were about was spoken to since. */
  function dropRemindersOver(): void {
    const { over } = list.toDo();
    if (over.length === 0) return;
    try {
      reminders.remove(over.map(({ call }) => call));
      list.changed();
    } catch (error) {
      // Not shown all the same.
      log(`reminders not removed: ${codeOf(error)}`);
    }
  }

  return () => {
    carryMarksOver();
    dropRemindersOver();
  };
}
