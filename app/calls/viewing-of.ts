import type { Call } from '../cdr/call.ts';
import type { DeskCalls } from './desk.ts';
import type { Names } from './names.ts';
import type { Viewing } from './view.ts';

export interface ViewingParts extends Pick<Viewing, 'numberOf'> {
  readonly names: Names;
  readonly isContact?: Viewing['isContact'];
}

/** How the calls of whoever is signed in are shown. */
export function viewingOf(
  { list, noteOf, skew }: Pick<DeskCalls, 'list' | 'noteOf' | 'skew'>,
  { numberOf, names, isContact }: ViewingParts,
): Viewing {
  const toDo = list.toDo();
  const marked = new Set(toDo.marked);
  return {
    ...{
      numberOf,
      nameOf: names.of,
      chosen: names.chosen,
      whoIs: names.who,
      ...(isContact && { isContact }),
    },
    ...{ noteOf, skew: skew() },
    toDoOf: ({ id }: Call) => toDo.rowOf(id),
    isMarked: (call: Call) => marked.has(call),
  };
}
