import { setImmediate as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createByNumber } from '../../../app/contacts/by-number.ts';
import type { Card } from '../../../app/contacts/formats/card.ts';
import { planOf } from '../../../app/contacts/plan.ts';
import { openDesk } from './desk.ts';

/** `Name | Company | number, number`. */
function card(line: string): Card {
  const [name = '', company = '', numbers = ''] = line.split('|').map((part) => part.trim());
  return { name, company, note: '', numbers: numbers.split(', ').map((number) => ({ number, label: '' })) };
}

async function plan(known: readonly string[], file: readonly string[]) {
  const desk = openDesk();
  for (const line of known) desk.contacts.add(card(line));
  const read = (number: string) => desk.numbers.read(number);
  const byNumber = createByNumber({
    contacts: () => desk.book.now().contacts,
    keyOf: (number) => read(number)?.key ?? number,
  });
  return planOf(file.map(card), {
    ...{ book: desk.book.now(), byNumber, read, find: desk.numbers.find, newId: desk.newId, pause },
  });
}

const line = '02 123 4567';
const mobile = '081 234 5678';

/** How many people the two are, whichever is in the phone book and whichever in the file, or both in the file. */
const table: readonly (readonly [why: string, people: 1 | 2, one: string, other: string])[] = [
  ['a first name with another number', 2, `Ploy | | ${mobile}`, 'Ploy | | 089 999 9999'],
  [
    'a first name with another number, of one firm',
    2,
    `Ploy | ACME | ${mobile}`,
    'Ploy | ACME | 089 999 9999',
  ],
  ['a first name in Thai', 2, `สมชาย | | ${mobile}`, 'สมชาย | | 089 999 9999'],
  ['a title makes no whole name', 2, `คุณ สมชาย | | ${mobile}`, 'คุณ สมชาย | | 089 999 9999'],
  ['nor does an English one', 2, `Khun Ploy | | ${mobile}`, 'Khun Ploy | | 089 999 9999'],
  ['a branch of a firm', 2, ` | โลตัส | ${line}`, ' | โลตัส | 02 999 9999'],
  ['a first name and its mobile', 1, `Ploy | | ${mobile}`, `Ploy | | +66 81-234-5678, 089 999 9999`],
  [
    'a first name and its mobile, at another firm by now',
    1,
    `Ploy | ACME | ${mobile}`,
    `Ploy | Siam | ${mobile}`,
  ],
  ['a first name and its extension', 1, 'Ploy | | 101, 081 111 1111', 'Ploy | | 101, 089 999 9999'],
  ['a first name and one line', 1, `Ploy | ACME | ${line}`, `Ploy | | ${line}`],
  [
    'a first name and one line, one with more',
    1,
    `Ploy | ACME | ${line}`,
    `Ploy | ACME | ${line}, ${mobile}`,
  ],
  [
    'a first name behind a switchboard, each with a mobile',
    2,
    `Ploy | ACME | ${line}, ${mobile}`,
    `Ploy | ACME | ${line}, 089 999 9999`,
  ],
  ['a first name behind the switchboard of two firms', 2, `Ploy | ACME | ${line}`, `Ploy | Siam | ${line}`],
  [
    'a first name, each with an extension of its own',
    2,
    `Ploy | ACME | ${line} ext 12`,
    `Ploy | ACME | ${line} ext 13`,
  ],
  [
    'a first name, one extension',
    1,
    `Ploy | ACME | ${line} ext 12, ${mobile}`,
    `Ploy | ACME | ${line} ext 12, 089 999 9999`,
  ],
  [
    'a first name, of which one knows the extension',
    1,
    `Ploy | ACME | ${line}`,
    `Ploy | ACME | ${line} ext 12`,
  ],
  ['two names behind one switchboard', 2, `Ploy | ACME | ${line}`, `Somchai | ACME | ${line}`],
  [
    'two whole names behind one switchboard',
    2,
    `Ploy Jaidee | ACME | ${line}`,
    `Ploy Srisuk | ACME | ${line}`,
  ],
  ['a firm and who works there', 2, ` | ACME | ${line}`, `Ploy | ACME | ${line}`],
  [
    'a whole name and its line',
    1,
    `Ploy Jaidee | ACME | ${line}, ${mobile}`,
    `ploy jaidee | Siam | ${line}, 089 999 9999`,
  ],
];

it.each(table)('%s: %i', async (_why, people, one, other) => {
  for (const [known, file] of [
    [[one], [other]],
    [[other], [one]],
    [[], [one, other]],
    [[], [other, one]],
  ] as const) {
    const { fresh, changed, same } = await plan(known, file);
    expect(known.length + fresh.length, JSON.stringify([known, file])).toBe(people);
    if (people === 2) expect([changed.length, same], JSON.stringify([known, file])).toEqual([0, 0]);
  }
  // The same file again is nobody new.
  expect(await plan([one, other], [one, other])).toMatchObject({ fresh: [] });
});

it('a whole name that one person has is theirs with another number, unless they work elsewhere or the file has two', async () => {
  const ploy = `Ploy Jaidee | ACME | ${mobile}`;
  expect(await plan([ploy], ['Ploy Jaidee | | 089 999 9999'])).toMatchObject({ fresh: [], changed: [{}] });
  expect(await plan([ploy], ['คุณวิภา ใจดี | | 089 999 9999'])).toMatchObject({ fresh: [{}], changed: [] });
  expect((await plan([ploy], ['Ploy Jaidee | Siam | 089 999 9999'])).fresh).toHaveLength(1);
  expect((await plan([ploy], [ploy, 'Ploy Jaidee | | 089 999 9999'])).fresh).toHaveLength(1);
});

it('4,000 of one first name behind one switchboard hold nothing up, and are 4,000', async () => {
  const file = Array.from({ length: 4_000 }, (_, at) => `Ploy | ACME | ${line}, 08${10_000_000 + at}`);
  expect((await plan([], file)).fresh).toHaveLength(4_000);
}, 60_000);
