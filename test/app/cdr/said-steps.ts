import { stepsShown } from '../../../app/calls/view.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { stepText } from '../../../app/words/step-text.ts';
import { type CdrRow, cdrColumns } from '../../pbx/cdr.ts';
import { moreCalls, sampleCalls } from '../../pbx/samples.ts';
import { shownTo } from './rows-of.ts';

export const whole = (row: CdrRow) => Object.fromEntries(cdrColumns.map((name) => [name, row[name] ?? '']));
/** All that a real Asterisk wrote down, and what was derived from it. */
export const real = [...sampleCalls(), ...moreCalls()].map(({ id, text, rows }) => ({
  id,
  text,
  rows: rows.map(whole),
}));
export const extensions = ['101', '102', '103'] as const;

export type Rows = readonly Readonly<Record<string, unknown>>[];
export const names: Readonly<Record<string, string>> = { 101: 'Somchai', 102: 'Malee', 300: 'Front desk' };
export const seen = {
  numberOf: (number: string) => ({ display: number, callable: number }),
  whoIs: (number: string) => names[number] ?? null,
};
export const sentences = (language: 'en' | 'th', call: Pick<Call, 'steps'>): string[] =>
  stepsShown(call, seen).map((step) => stepText(wordsFor(language), step));
/** Of every call that its user is shown of these rows, oldest first. */
export const said = (extension: string, rows: Rows): string[] =>
  shownTo(extension, rows)
    .toReversed()
    .flatMap((call) => sentences('en', call));

export const byMalee = 'Answered by Malee (102)';
export const inGroup = 'Ring group Front desk (300)';
/** By call and extension. Of all others nothing is told. */
