import { expect, it } from 'vitest';
import { joinAttempts } from '../../../app/calls/attempts.ts';
import { toCsv } from '../../../app/calls/csv.ts';
import { exportCalls } from '../../../app/calls/export.ts';
import { createNames } from '../../../app/calls/names.ts';
import { createSearch } from '../../../app/calls/search.ts';
import type { Call } from '../../../app/cdr/call.ts';
import type { Book } from '../../../app/contacts/book.ts';
import { createByNumber } from '../../../app/contacts/by-number.ts';
import { createContactNames } from '../../../app/contacts/names.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { bangkok, callRows, phone, shownTo } from '../cdr/rows-of.ts';

const from = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' },
    { at: String(at) },
  );
const numbers = createNumbers(() => defaults);
let read = 0;
function keyOf(number: string): string {
  read += 1;
  return numbers.read(number)?.key ?? number;
}
interface Named {
  readonly number: string;
  readonly name: string;
}
const bookOf = (named: readonly Named[], pins: readonly string[] = []): Book => ({
  contacts: named.map(({ number, name }, index) => ({
    id: `c${index}`,
    name,
    company: '',
    note: '',
    numbers: [{ id: `n${index}`, number, label: '' }],
  })),
  pins,
});
function namesIn(book: () => Book) {
  const byNumber = createByNumber({ contacts: () => book().contacts, keyOf });
  const names = createContactNames(book, byNumber);
  return createNames(names.of, undefined, names.named);
}
function namesFor(named: readonly Named[]) {
  const book = bookOf(named);
  return namesIn(() => book);
}

const calls = shownTo('101', [
  ...from(1, '+66812345678'),
  ...from(2, '66812345678', 'PRANEE K'),
  ...from(3, '0898765432', 'Malee'),
  ...callRows({ src: '102', dst: '101', channel: phone('102'), dstchannel: phone('101') }, { at: '4' }),
  ...from(5, 'anonymous', 'Anonymous'),
]);
const shown = (favourites: readonly Named[]) => calls.map(namesFor(favourites).of).reverse();

it('a number is called as the user named it, in whatever way it is written, and whatever the PBX says', () => {
  expect(shown([{ number: '081-234 5678', name: 'คุณปราณี' }])).toEqual([
    'คุณปราณี',
    'คุณปราณี',
    'Malee',
    null,
    null,
  ]);
});

it('a number without a name is called as the PBX called it on another call, and a code is not', () => {
  const { of } = createNames(
    (number) => (number === '103' ? 'Mine' : null),
    () => 'From another call',
  );
  const call = (number: string | null, name: string | null) => ({
    party: { number, name },
    direction: 'incoming' as const,
  });
  expect([
    of(call('103', null)),
    of(call('104', 'PBX')),
    of(call('104', null)),
    of(call('*97', null)),
    of(call(null, null)),
  ]).toEqual(['Mine', 'PBX', 'From another call', null, null]);
});

it('an extension is not the end of a longer number, and a contact without a name names nobody', () => {
  expect(shown([{ number: '45678', name: 'X' }]).slice(0, 2)).toEqual([null, 'PRANEE K']);
  expect(shown([{ number: '102', name: 'Reception' }])[3]).toBe('Reception');
  expect(shown([{ number: '0898765432', name: '' }])[2]).toBe('Malee');
});

it("a caller who has a contact's code as their number does not get its name", () => {
  const [stranger] = shownTo('101', from(1, '*97', 'Free gift'));
  const { of } = namesFor([{ number: '*97', name: 'Voicemail' }]);
  expect(stranger && of(stranger)).toBe('Free gift');
  expect(of({ party: { number: '*97', name: null }, direction: 'outgoing' })).toBe('Voicemail');
});

it('who share a number are all told, favourites first, and each once; the third is the last', () => {
  const shared = ['A', 'B', 'A', 'C', 'D'].map((name) => ({ number: '+66 89 876 5432', name }));
  const told = (count: number, pins: readonly string[]) => {
    const book = bookOf(shared.slice(0, count), pins);
    return namesIn(() => book).of({ party: { number: '0898765432', name: 'PBX' }, direction: 'outgoing' });
  };
  expect([told(2, []), told(3, ['n1']), told(5, ['n1'])]).toEqual(['A / B', 'B / A', 'B / A / C / …']);
});

it.each([
  ['B', 'B', 'B'],
  // Somebody took the number from them since.
  ['Z', 'A / B', null],
  [undefined, 'A / B', null],
])(
  'of two with one number, a call where %s was chosen is with %s, before its row is there and with it',
  (chosen, name, who) => {
    const number = '0898765432';
    const names = namesFor(['A', 'B'].map((one) => ({ number, name: one })));
    const attempt: Attempt = {
      ...{ id: 'a1', at: 60_000, display: number, number, from: 'contact', outcome: 'placed' },
      ...{ failure: null, message: '', ...(chosen === undefined ? {} : { name: chosen }) },
    };
    const row: Call = {
      ...(calls.find(({ party }) => party.number === number) as Call),
      id: 'row',
      direction: 'outgoing',
      start: 61_000,
    };
    for (const rows of [[], [row]]) {
      const joined = joinAttempts(rows, [attempt], { keyOf, sentFor: (one) => one, skew: 0 });
      expect([...joined.recorded]).toEqual(rows.map(() => 'a1'));
      expect(joined.calls.map((call) => [names.of(call), names.chosen(call)])).toEqual([[name, who]]);
    }
  },
);

it('a new name is seen at once', () => {
  let book = bookOf([]);
  const names = namesIn(() => book);
  const [call] = shownTo('101', from(1, '0812345678'));
  const seen = [call && names.of(call)];
  book = bookOf([{ number: '+66812345678', name: 'Mum' }]);
  seen.push(call && names.of(call));
  book = bookOf([{ number: '+66812345678', name: 'Mother' }]);
  seen.push(call && names.of(call));
  expect(seen).toEqual([null, 'Mum', 'Mother']);
});

it("only numbers that end like a contact's are read in full, and each once", () => {
  const names = namesFor([{ number: '0812345678', name: 'Mum' }]);
  const before = read;
  for (const call of [...calls, ...calls]) names.of(call);
  // The contact's own, and the two spellings of it.
  expect(read - before).toBe(3);
});

it("search finds a call by the user's own name, by the PBX's, and by a name given since the last question", () => {
  let book = bookOf([]);
  const names = namesIn(() => book);
  const search = createSearch({ nameOf: names.of });
  const found = (query: string) => search.find(calls, query).map(({ party }) => party.number);
  expect(found('ปราณี')).toEqual([]);
  book = bookOf([{ number: '0812345678', name: 'คุณปราณี' }]);
  expect(found('ปราณี')).toEqual(['66812345678', '+66812345678']);
  expect(found('pranee')).toEqual(['66812345678']);
});

it("an exported table has the user's own names, and runs none of them as a formula", () => {
  const { of, who } = namesFor([{ number: '0898765432', name: '=1+1' }]);
  const numberOf = (number: string) => ({ display: number, callable: number });
  const table = toCsv(
    exportCalls(calls, wordsFor('en'), bangkok, {
      ...{ numberOf, nameOf: of, whoIs: who, noteOf: () => '', skew: 0 },
    }),
  );
  expect(table).toContain(',089 876 5432,"\'=1+1",');
  expect(table).not.toContain('Malee');
});

it('a withheld number has no name but the one that came with the call: whoever called before may be somebody else', () => {
  const names = createNames(
    () => null,
    () => 'Jane',
  );
  const told = shownTo('101', [
    ...from(1, '0812345678'),
    ...from(2, 'PRIVATE NUMBER'),
    ...from(3, '0000000000', 'Anonymous'),
    ...from(4, 'anonymous', 'Nok'),
  ]);
  expect(told.map(names.of).reverse()).toEqual(['Jane', null, null, 'Nok']);
  // What was dialled is somebody's number, whatever it looks like.
  expect(names.of({ party: { number: '7378742833', name: null }, direction: 'outgoing' })).toBe('Jane');
});
