import { expect, test } from 'vitest';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { fail, ok, type Reply } from '../../../app/contract/failures.ts';
import { createCallers } from '../../../app/directory/callers.ts';
import { askingsForCaller } from '../../../app/directory/filter.ts';
import type { Colleague } from '../../../app/directory/person.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';

const set: LdapChoice = { from: 'ldap', address: 'ldaps://ad.test', base: 'dc=test', people: 'asked' };
const [second, day] = [1_000, 24 * 3_600_000];
const somebody = (number: string): Colleague => ({
  ...{ name: 'Somebody', company: '', also: '' },
  numbers: [{ number, label: '' }],
});

/** Time passes when the test says so. */
function desk() {
  const at = {
    choice: set as LdapChoice | null,
    answer: (numbers: readonly string[]): Reply<readonly Colleague[]> | null => ok(numbers.map(somebody)),
    held: null as Promise<void> | null,
  };
  const asked: string[][] = [];
  const found: string[] = [];
  const timers = new Set<() => void>();
  let now = 0;
  const callers = createCallers({
    choice: () => at.choice,
    keyOf: (number) => number.replace(/^\+66/, '0'),
    async ask(_choice, numbers) {
      asked.push([...numbers]);
      await at.held;
      return at.answer(numbers);
    },
    found: (people) => void found.push(...people.map(({ numbers }) => numbers[0]?.number ?? '')),
    now: () => now,
    timer(_ms, then) {
      timers.add(then);
      return () => void timers.delete(then);
    },
  });
  async function pass(ms: number): Promise<void> {
    now += ms;
    for (let turn = 0; turn < 60 && timers.size > 0; turn += 1) {
      for (const one of [...timers]) {
        timers.delete(one);
        one();
      }
      await new Promise((done) => setTimeout(done));
    }
  }
  return { at, callers, asked, found, pass };
}

const many = (count: number, from = 0) =>
  Array.from({ length: count }, (_, one) => String(20_000_000 + from + one));

test('rows without a name are asked about together, a few at a time, each once a day in whatever spelling', async () => {
  const { callers, asked, found, pass } = desk();
  callers.lookUp(['0812345678', '102']);
  callers.lookUp(['+66812345678', ...many(6)]);
  expect(asked).toEqual([]);
  await pass(second);
  expect(asked.map(({ length }) => length)).toEqual([5, 3]);
  expect(new Set(found)).toEqual(new Set(['+66812345678', '102', ...many(6)]));
  callers.lookUp(['0812345678', '102']);
  await pass(day - 2 * second);
  expect(asked).toHaveLength(2);
  callers.lookUp(['0812345678']);
  await pass(day);
  callers.lookUp(['0812345678']);
  await pass(second);
  expect(asked.slice(2)).toEqual([['0812345678']]);
});

test('nobody is asked about codes, and what stands in the place of a number', async () => {
  const { callers, asked, pass } = desk();
  callers.lookUp(['*72081', '#21#', 'anonymous', 'Restricted', '', '7', '*)(cn=*', '1'.repeat(16), 's']);
  await pass(second);
  expect(asked).toEqual([]);
});

test('a long list is no flood: so many at once, and so many a day', async () => {
  const { callers, asked, pass } = desk();
  callers.lookUp(many(1_000));
  await pass(second);
  expect(asked.flat()).toHaveLength(40);
  for (let page = 1; page < 50; page += 1) {
    callers.lookUp(many(1_000, 1_000 * page));
    await pass(second);
  }
  expect(asked.flat()).toHaveLength(200);
  expect(Math.max(...asked.map(({ length }) => length))).toBe(5);
});

test('what fails is left alone for a quarter of an hour, and counts as not asked', async () => {
  const { at, callers, asked, pass } = desk();
  for (const answer of [null, fail('directory-unreachable')]) {
    asked.length = 0;
    at.answer = () => answer;
    callers.lookUp(many(12));
    await pass(second);
    callers.lookUp(many(12));
    await pass(second);
    expect(asked).toHaveLength(1);
    await pass(900_000);
  }
  at.answer = (numbers) => ok(numbers.map(somebody));
  callers.lookUp(many(2));
  await pass(second);
  expect(asked.at(-1)).toEqual(many(2));
});

test('who has another number is not taken for the caller', async () => {
  const { at, callers, found, pass } = desk();
  at.answer = () => ok([somebody('0812345678'), somebody('0899999999')]);
  callers.lookUp(['+66812345678']);
  await pass(second);
  expect(found).toEqual(['0812345678']);
});

test('where none is asked nothing is asked; whoever signs out gets no answer, and leaves nothing', async () => {
  const { at, callers, asked, found, pass } = desk();
  at.choice = null;
  callers.lookUp(['102']);
  await pass(second);
  expect(asked).toEqual([]);
  at.choice = set;
  let answer = (): void => undefined;
  at.held = new Promise((done) => {
    answer = done;
  });
  callers.lookUp(['102', '103']);
  await pass(second);
  callers.forget();
  answer();
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done));
  expect(found).toEqual([]);
  callers.lookUp(['102']);
  await pass(second);
  expect(asked).toEqual([['102', '103'], ['102']]);
  // Waiting when the directory is turned off.
  callers.lookUp(['104']);
  at.choice = null;
  await pass(second);
  expect(asked).toHaveLength(2);
});

test('a server is asked first for the whole number, which it finds by its index, and for an extension by nothing else', () => {
  const mobile = { ...set, attributes: { numbers: ['mobile'] } };
  const asking = (number: string) =>
    askingsForCaller(mobile, number, prefixesOf('TH')).map(({ filter }) => filter);
  const [whole, apart] = asking('0812345678');
  for (const one of ['0812345678', '66812345678', '+66812345678']) expect(whole).toContain(`(mobile=${one})`);
  expect(whole?.replaceAll('(mobile=*)', '')).not.toContain('*');
  expect(apart).toContain('8*1*2*3*4*5*6*7*8');
  expect(asking('102').join('').replaceAll('(mobile=*)', '')).not.toContain('*');
});
