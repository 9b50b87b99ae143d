import { expect, test } from 'vitest';
import { alsoInRows, saidInRows } from '../../../app/calls/said-in-row.ts';
import { createSearch } from '../../../app/calls/search.ts';
import { viewOf } from '../../../app/calls/view.ts';
import { type Call, withoutRows } from '../../../app/cdr/call.ts';
import { directions, results, type Step, stepKinds } from '../../../app/contract/calls.ts';
import { en } from '../../../app/words/en.ts';
import { allWords } from '../../../app/words/index.ts';
import { th } from '../../../app/words/th.ts';
import { resultOf, textOf } from '../../../renderer/screens/calls/call-text.ts';

const who = (number: string) => ({ '102': 'Malee', '103': 'สมชาย' })[number] ?? null;

const call = (id: string, part: Partial<Call>): Call => ({
  ...withoutRows,
  ...{ id, ids: [id], direction: 'incoming', party: { number: '0812345678', name: 'Wipha' }, start: 0 },
  result: 'answered',
  ...part,
});

const steps: readonly Step[] = stepKinds.flatMap((kind) =>
  [null, '102', '0899999999'].flatMap((by) =>
    [null, '103', 'Sales'].flatMap((to) => [null, 83].map((seconds) => ({ kind, by, to, seconds }))),
  ),
);
const tried = { id: 'a', recorded: false, outcome: 'failed', message: '' } as const;
const every: readonly Call[] = [
  ...directions.flatMap((direction) =>
    results.map((result) => call(`${direction} ${result}`, { direction, result })),
  ),
  ...steps.map((step) => call(JSON.stringify(step), { steps: [step] })),
  call('tried', { result: 'unknown', attempt: { ...tried, failure: null } }),
  call('failed', { result: 'failed', attempt: { ...tried, failure: { code: 'phone-not-connected' } } }),
];

const viewing = {
  ...{ numberOf: (number: string) => ({ display: number, callable: number }), nameOf: () => null },
  ...{ whoIs: who, noteOf: () => '', toDoOf: () => null, skew: 0 },
};

test.each([
  ['English', en],
  ['Thai', th],
])('whatever a row says of its call finds it: %s', (_language, words) => {
  const search = createSearch({ saidOf: (one) => saidInRows(one, { who }, allWords) });
  for (const one of every) {
    const view = viewOf(one, viewing);
    const { steps: became, through } = textOf(words, view);
    const said = [words.calls.directions[view.direction], resultOf(words, view), ...became, ...through];
    for (const phrase of said) expect([phrase, search.find([one], phrase)]).toEqual([phrase, [one]]);
  }
});

const idsOf = (query: string) =>
  createSearch({ saidOf: (one) => saidInRows(one, { who }, allWords) })
    .find(
      [
        call('taken', {
          result: 'answered-elsewhere',
          steps: [{ kind: 'taken', by: '102', to: null, seconds: null }],
        }),
        call('moved', { steps: [{ kind: 'transferred', by: null, to: '103', seconds: null }] }),
        call('queued', { steps: [{ kind: 'queue', by: null, to: 'Sales', seconds: 40 }] }),
        call('kept', { steps: [{ kind: 'voicemail', by: null, to: null, seconds: 23 }], result: 'missed' }),
        call('parked', { steps: [{ kind: 'parked', by: null, to: '104', seconds: null }] }),
      ],
      query,
    )
    .map(({ id }) => id);

test.each([
  ['answered by malee', ['taken']],
  ['transferred', ['moved']],
  ['transf', ['moved']],
  ['queue', ['queued']],
  ['QUEUE sales', ['queued']],
  ['voicemail', ['kept']],
  ['missed', ['kept']],
  ['parked', ['parked']],
  ['picked up by 104', ['parked']],
  // Of what is inside a word, or a letter or two, nobody means the row.
  ['mail', []],
  ['an', []],
  ['by', []],
])('what is said in English is found by its words: %s', (query, ids) => {
  expect(idsOf(query)).toEqual(ids);
});

test.each([
  ['โอน', ['moved']],
  ['โอนไปยัง สมชาย', ['moved']],
  ['คิว', ['queued']],
  ['ฝากข้อความ', ['kept']],
  ['พักสาย', ['parked']],
  ['ไม่ได้รับ', ['kept']],
])('what is said in Thai is found by its words: %s', (query, ids) => {
  expect(idsOf(query)).toEqual(ids);
});

test.each([
  ['withheld', 'anonymous'],
  ['ไม่แสดงเบอร์', 'anonymous'],
  ['ไม่แสดงหมายเลข', 'anonymous'],
  ['unknown number', null],
  ['ไม่ทราบเบอร์', null],
])('what is shown in the place of a number is found in either language: %s', (query, number) => {
  const alsoOf = (one: Call) => alsoInRows(one, { who }, allWords);
  const one = call('a', { party: { number, name: null } });
  expect(createSearch({ alsoOf }).find([one, call('b', {})], query)).toEqual([one]);
});
