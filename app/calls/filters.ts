import type { Call } from '../cdr/call.ts';
import type { CallFilter } from '../contract/calls.ts';

/** What a call itself tells; what is to be done tell all of them together (`to-do.ts`). */
type Filter = Exclude<CallFilter, 'to-do'>;

const tests: Readonly<Record<Filter, (call: Call) => boolean>> = {
  all: () => true,
  missed: ({ result }) => result === 'missed',
  incoming: ({ direction }) => direction === 'incoming',
  outgoing: ({ direction }) => direction === 'outgoing',
  recorded: ({ recordings }) => recordings.length > 0,
};

export function filterCalls(calls: readonly Call[], filter: Filter): readonly Call[] {
  return filter === 'all' ? calls : calls.filter(tests[filter]);
}
