import type { Call } from '../cdr/call.ts';

export const filters = ['all', 'missed', 'incoming', 'outgoing', 'recorded'] as const;
export type Filter = (typeof filters)[number];

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
