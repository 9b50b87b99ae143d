import { describe, expect, it } from 'vitest';
import type { filterCalls } from '../../../app/calls/filters.ts';
import { alsoFoundBy } from '../../../app/calls/names.ts';
import { createSearch } from '../../../app/calls/search.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { answered, callRows, shownTo } from '../cdr/rows-of.ts';
import { listOf, missedFrom, out } from './some-calls.ts';

describe('search', () => {
  const calls = shownTo('101', [
    ...missedFrom(1, '0812345678', 'สมหญิง ทำดี'),
    ...missedFrom(2, '+66898765433', 'ACME Ltd'),
    ...missedFrom(3, '021234567', 'Émile'),
    ...missedFrom(4, '102', 'Malee'),
    ...missedFrom(5, '+4930123456', ''),
  ]);
  const search = createSearch({
    noteOf: ({ party }) => (party.number === '102' ? 'rang about the Invoice' : ''),
  });
  const found = (query: string) => search.find(calls, query).map(({ party }) => party.number);

  it.each([
    ['081', ['0812345678']],
    ['+66 81', ['0812345678']],
    ['+66 (0)81 234', ['0812345678']],
    ['0066812345678', ['0812345678']],
    ['081-234 5678', ['0812345678']],
    ['๐๘๑', ['0812345678']],
    ['0898765433', ['+66898765433']],
    ['089 876', ['+66898765433']],
    ['5433', ['+66898765433']],
    ['+4930', ['+4930123456']],
    ['102', ['102']],
    ['acme', ['+66898765433']],
    ['ltd ACME', ['+66898765433']],
    ['ทำดี', ['0812345678']],
    ['ทํา', ['0812345678']],
    ['émile', ['021234567']],
    ['invoice', ['102']],
    ['acme 5433', ['+66898765433']],
    ['สมหญิง 081-234', ['0812345678']],
    ['081-234 สมหญิง (5678)', ['0812345678']],
    ['acme +66 89-876', ['+66898765433']],
    ['สมหญิง 089-876', []],
    ['ท\u0e4d\u0e49าดี', ['0812345678']],
    ['ท\u0e49\u0e33ดี', ['0812345678']],
    ['emile', ['021234567']],
    ['nobody', []],
    ['9999', []],
    // The end of one spelling and the beginning of the next.
    ['7866', []],
    // An extension has no international form.
    ['6610', []],
  ])('finds %s', (query, expected) => {
    expect(found(query)).toEqual(expected);
  });

  it.each([
    ['DE', '030 123', ['+4930123456']],
    ['DE', '+49 (0)30 12', ['+4930123456']],
    ['DE', '0812', ['0812345678']],
    ['DE', '+49 81', ['0812345678']],
    ['DE', '+66 89', ['+66898765433']],
    ['US', '+1 021', ['021234567']],
    ['SG', '+65 21', []],
    ['XX', '+66 81', ['0812345678']],
  ])('in %s finds %s', (country, query, expected) => {
    const abroad = createSearch({ prefixes: () => prefixesOf(country) });
    expect(abroad.find(calls, query).map(({ party }) => party.number)).toEqual(expected);
  });

  it.each([
    ['TH', '0066898765433', ['089', '+66 89', '0066 89', '6689']],
    ['TH', '+660898765433', ['089', '+66 89', '660-898']],
    ['TH', '+66 (0)89 876 5433', ['0898', '+66 898']],
    ['RU', '84951234567', ['8 495', '+7 495', '007 495']],
    ['SG', '62345678', ['6234', '+65 62', '+65 (0)62']],
  ])('in %s finds %s by each of its spellings', (country, number, queries) => {
    const there = createSearch({ prefixes: () => prefixesOf(country) });
    const written = shownTo('101', missedFrom(1, number));
    expect(queries.filter((query) => there.find(written, query).length !== 1)).toEqual([]);
  });

  it('looks for one digit in what is shown, for in some spelling every number has a six', () => {
    expect(search.find(shownTo('101', missedFrom(1, '0211111111')), '6')).toEqual([]);
    expect(search.find(shownTo('101', missedFrom(1, '0211111116')), '6')).toHaveLength(1);
  });

  it('takes no short number for one with the code of the country', () => {
    expect(search.find(shownTo('101', missedFrom(1, '66123456')), '0123')).toEqual([]);
  });

  it('finds what a note says now, and not what it said', () => {
    let note = 'first';
    const noted = createSearch({ noteOf: () => note });
    expect(noted.find(calls, 'first')).toHaveLength(5);
    note = 'second';
    expect(noted.find(calls, 'first')).toHaveLength(0);
    expect(noted.find(calls, 'second')).toHaveLength(5);
  });

  it('asks about a call once, until something of the list is another', () => {
    let [revision, note, asked] = [1, 'first', 0];
    const noteOf = () => {
      asked += 1;
      return note;
    };
    const noted = createSearch({ noteOf, revision: () => revision });
    expect(noted.find(calls, 'first')).toHaveLength(5);
    expect(noted.find(calls, 'fir')).toHaveLength(5);
    expect(asked).toBe(5);
    note = 'second';
    revision = 2;
    expect(noted.find(calls, 'second')).toHaveLength(5);
    expect(noted.find(calls, 'first')).toHaveLength(0);
    expect(asked).toBe(10);
  });

  it.each([
    ['#in', 1],
    ['#IN', 1],
    ['#invoice', 1],
    ['#inv', 1],
    ['#in now', 1],
    ['#in #invoice', 0],
    ['invoice', 1],
    ['#ด่วน', 1],
    ['#ด่วนมาก', 0],
    ['#sharp', 2],
    ['#นํ้า', 1],
  ])('finds by a whole tag where there is one, and by what is typed of it before: %s', (query, found) => {
    const notes = ['#in now #sharp', 'the #invoice', '#ด่วน', 'nothing in C#sharp', 'เรื่อง#น้ำ x'];
    const noted = createSearch({ noteOf: (call) => notes[calls.indexOf(call)] ?? '' });
    expect(noted.find(calls, query)).toHaveLength(found);
  });

  it.each(['#ด่', '#ส', '#mal', '#Male', '#102'])('takes the beginning of a tag for no name: %s', (query) => {
    const noted = createSearch({ noteOf: ({ party }) => (party.number === '+4930123456' ? query : '') });
    expect(noted.find(calls, query).map(({ party }) => party.number)).toEqual(['+4930123456']);
    expect(search.find(calls, query)).toEqual([]);
  });

  it('finds within what is filtered, in the calls as they are now', () => {
    const rows = [...missedFrom(1, '0812345678'), ...out(2, '0812345678', answered)];
    const list = listOf(rows);
    const count = (query: string, filter: Parameters<typeof filterCalls>[1]) => {
      const { calls: found, days } = list.find({ query, filter });
      expect(days.reduce((sum, day) => sum + day.count, 0)).toBe(found.length);
      return found.length;
    };
    expect([count('081', 'all'), count('081', 'missed'), count('082', 'missed')]).toEqual([2, 1, 0]);
    rows.push(...missedFrom(3, '0822222222'));
    list.changed();
    expect([count('082', 'missed'), count('', 'missed'), count('', 'all')]).toEqual([1, 2, 3]);
  });

  it('finds a number that the exchange wrote with the code of the country and no plus', () => {
    const written = shownTo('101', missedFrom(1, '66812345678'));
    for (const query of ['081 234', '+66 81', '6681', '0066 81'])
      expect(search.find(written, query)).toHaveLength(1);
  });

  it('finds the other spelling once the person has moved to another country', () => {
    let country = 'DE';
    const moving = createSearch({ prefixes: () => prefixesOf(country) });
    expect(moving.find(calls, '009 49 30 12')).toHaveLength(0);
    country = 'TH';
    expect(moving.find(calls, '009 49 30 12')).toHaveLength(1);
  });

  it('is made ready in pieces, and finds what it finds without', () => {
    const all = Array.from({ length: 1_201 }, (_, at) => missedFrom(at, `08${10_000_000 + at}`)).flat();
    const list = listOf(all);
    const steps: (number | null)[] = [];
    for (let from: number | null = 0; from !== null; ) {
      from = list.ready(from);
      steps.push(from);
    }
    expect(steps).toEqual([500, 1_000, null]);
    expect(list.find({ query: '+66 81 000 1200', filter: 'all' }).calls).toHaveLength(1);
  });

  it('takes a code for that code, and not for every number with its digits', () => {
    const rows = [...missedFrom(1, '0812434343'), ...out(2, '*43', answered), ...missedFrom(3, '0434343434')];
    const these = shownTo('101', rows);
    const of = (query: string) => search.find(these, query).map(({ party }) => party.number);
    expect(of('*43')).toEqual(['*43']);
    expect(of('＊๔๓')).toEqual(['*43']);
    expect(of('#43')).toEqual([]);
    expect(of('43')).toHaveLength(3);
  });

  it.each(['en', 'th'] as const)('finds in %s withheld numbers by the words that are shown', (language) => {
    const { calls: words } = wordsFor(language);
    const hidden = shownTo('101', [
      ...['anonymous', 'Restricted', ''].flatMap((number, at) => missedFrom(at, number)),
      ...missedFrom(4, '0812345678'),
    ]);
    const found = (query: string) =>
      createSearch({ alsoOf: (call) => alsoFoundBy(call, { who: () => null }, words) }).find(hidden, query)
        .length;
    expect(found(language === 'en' ? 'withheld' : 'ไม่แสดง')).toBe(2);
    expect(found(words.withheld)).toBe(2);
    expect(found(words.unknownNumber)).toBe(1);
    expect(found('anonymous')).toBe(1);
  });

  it('finds a call by who took it instead', () => {
    const taken = shownTo(
      '101',
      callRows(
        { src: '0812345678', did: '02', channel: 'PJSIP/trunk-0a', dst: '300', dcontext: 'ext-group' },
        { dstchannel: 'PJSIP/101-0b' },
        { dstchannel: 'PJSIP/102-0c', ...answered },
      ),
    );
    const names = { who: (number: string) => (number === '102' ? 'Malee' : null) };
    const { calls: words } = wordsFor('en');
    const among = createSearch({ alsoOf: (call) => alsoFoundBy(call, names, words) });
    for (const query of ['malee', '102', '300 malee']) expect(among.find(taken, query)).toHaveLength(1);
    expect(among.find(taken, '103')).toHaveLength(0);
  });

  it('finds everything for nothing', () => {
    expect(search.find(calls, '  ')).toHaveLength(5);
  });
});
