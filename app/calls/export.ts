import type { Call } from '../cdr/call.ts';
import type { Direction, Result } from '../contract/calls.ts';
import type { Zone } from '../util/zone.ts';
import { toCsv } from './csv.ts';
import type { Viewing } from './view.ts';

/** The words of the person's language; a column or a result without one does not compile. */
export interface ExportWords {
  readonly fileName: string;
  readonly columns: Readonly<Record<Column, string>>;
  readonly directions: Readonly<Record<Direction, string>>;
  readonly results: Readonly<Record<Result, string>>;
}

export const exportColumns = [
  'time',
  'direction',
  'number',
  'name',
  'result',
  'ringSeconds',
  'talkSeconds',
  'recordings',
  'note',
] as const;
export type Column = (typeof exportColumns)[number];

/** What is shown, as a table: times on the person's clock, in a form that every spreadsheet sorts. */
export function exportCalls(
  calls: readonly Call[],
  words: ExportWords,
  zone: Zone,
  { nameOf, noteOf, skew }: Pick<Viewing, 'nameOf' | 'noteOf' | 'skew'>,
): string {
  const row = (call: Call): Record<Column, string | number> => ({
    time: zone.write(call.start - skew),
    direction: words.directions[call.direction],
    number: call.party.number ?? '',
    name: nameOf(call) ?? '',
    result: words.results[call.result],
    ringSeconds: call.ringSeconds ?? '',
    talkSeconds: call.talkSeconds ?? '',
    recordings: call.recordings.map(({ file }) => file).join(' '),
    note: noteOf(call),
  });
  const heading = exportColumns.map((column) => words.columns[column]);
  return toCsv([heading, ...calls.map(row).map((cells) => exportColumns.map((column) => cells[column]))]);
}
