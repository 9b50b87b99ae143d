import type { CallsStatus } from '../contract/calls.ts';
import type { DeskCalls } from './desk.ts';

const mostIncomplete = 20;

/** How the list is, moments by this computer's clock. `null`: nobody is signed in. */
export function statusOf(
  desk: Pick<DeskCalls, 'skew' | 'status' | 'full' | 'list' | 'toDoWhole'> | null,
  online: boolean,
): CallsStatus {
  const skew = desk?.skew() ?? 0;
  const at = desk?.status();
  return {
    working: at?.working ?? false,
    online,
    failure: at?.failure ?? null,
    upTo: at?.upTo ?? null,
    completeFrom: at?.completeFrom == null ? null : at.completeFrom - skew,
    full: desk?.full() ?? false,
    incomplete: (at?.incomplete ?? []).slice(0, mostIncomplete).map((moment) => moment - skew),
    toDo: desk?.list.toDo().rows.length ?? 0,
    toDoWhole: desk?.toDoWhole() ?? true,
    skew,
  };
}
