import type { Call } from '../cdr/call.ts';
import type { StepView } from '../contract/calls.ts';
import { grouped } from '../util/grouped.ts';
import type { Zone } from '../util/zone.ts';
import type { Words } from '../words/index.ts';
import { stepText } from '../words/step-text.ts';
import { insteadOf } from './names.ts';
import type { Cell, Table } from './table.ts';
import { tagsOf } from './tags.ts';
import { stepsShown, type Viewing } from './view.ts';

export const exportColumns = [
  'time',
  'direction',
  'number',
  'name',
  'result',
  'answeredBy',
  'became',
  'queue',
  'waitedSeconds',
  'ringSeconds',
  'talkSeconds',
  'atMost',
  'recorded',
  'note',
  'tags',
] as const;
export type Column = (typeof exportColumns)[number];

/** What is shown, as a table: times as the list has them, numbers as people write them. */
export function exportCalls(
  calls: readonly Call[],
  words: Words,
  zone: Zone,
  viewing: Pick<Viewing, 'numberOf' | 'nameOf' | 'whoIs' | 'noteOf' | 'skew'>,
): Table {
  const { nameOf, noteOf, skew } = viewing;
  const { export: table } = words.calls;
  const row = (call: Call): Record<Column, Cell> => {
    const { talkSeconds, lineSeconds, ringSeconds } = call;
    const note = noteOf(call);
    const { answeredBy, became, queue } = stepCells(words, stepsShown(call, viewing));
    return {
      time: { shown: zone.write(call.start - skew) },
      direction: table.directions[call.direction],
      number: numberCell(call, words, viewing),
      name: nameOf(call) ?? '',
      result: table.results[call.result],
      answeredBy,
      became,
      queue,
      waitedSeconds: call.steps.find(({ kind }) => kind === 'queue')?.seconds ?? '',
      ringSeconds: ringSeconds ?? '',
      talkSeconds: talkSeconds ?? lineSeconds ?? '',
      atMost: talkSeconds === null && lineSeconds !== null ? table.atMost : '',
      recorded: table.recorded[isRecorded(call)],
      note,
      tags: tagsOf(note).join(', '),
    };
  };
  const heading = exportColumns.map((column) => table.columns[column]);
  return [heading, ...calls.map(row).map((cells) => exportColumns.map((column) => cells[column]))];
}

function isRecorded({ recordings, maybeRecorded }: Call): 'yes' | 'no' | 'perhaps' {
  if (recordings.length > 0) return 'yes';
  return maybeRecorded === null ? 'no' : 'perhaps';
}

function numberCell(call: Call, words: Words, { numberOf }: Pick<Viewing, 'numberOf'>): string {
  const { number } = call.party;
  const instead = insteadOf(call, words.calls);
  return number === null || instead !== '' ? instead : grouped(numberOf(number).display || number);
}

function stepCells(
  words: Words,
  steps: readonly StepView[],
): Record<'answeredBy' | 'became' | 'queue', string> {
  const isBy = (step: StepView) => step.by !== null && (step.kind === 'taken' || step.kind === 'picked-up');
  const isThrough = ({ kind }: StepView) => kind === 'queue' || kind === 'ring-group';
  const person = (who: StepView['by']): string =>
    who === null ? '' : who.name === null ? who.number : words.calls.steps.person(who.name, who.number);
  return {
    answeredBy: steps
      .filter(isBy)
      .map(({ by }) => person(by))
      .join(', '),
    became: steps
      .filter((step) => !isBy(step) && !isThrough(step))
      .map((step) => stepText(words, step))
      .join(', '),
    queue: steps
      .filter(isThrough)
      .map(({ to }) => person(to))
      .join(', '),
  };
}
