import { describe, expect, it } from 'vitest';
import { joinAttempts } from '../../../app/calls/attempts.ts';
import { toCsv } from '../../../app/calls/csv.ts';
import { exportCalls, grouped } from '../../../app/calls/export.ts';
import { filterCalls } from '../../../app/calls/filters.ts';
import { createCallList } from '../../../app/calls/list.ts';
import { createMissedWatch, isQuiet } from '../../../app/calls/missed.ts';
import { alsoFoundBy } from '../../../app/calls/names.ts';
import { createSearch } from '../../../app/calls/search.ts';
import type { Call } from '../../../app/cdr/call.ts';
import type { Attempt } from '../../../app/contract/dialling.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { answered, bangkok, callRows, shownTo } from '../cdr/rows-of.ts';
import { callersOf } from './callers-of.ts';

const ten = Date.UTC(2026, 10, 23, 3);
const out = (at: number, dst: string, more = {}) =>
  callRows(
    { src: '021110000', cnum: '101', dst, channel: 'PJSIP/101-0a', dstchannel: 'PJSIP/trunk-0b' },
    { at: String(at), ...more },
  );
const missedFrom = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' },
    { at: String(at) },
  );

const attempt = (
  id: string,
  seconds: number,
  number: string,
  outcome: Attempt['outcome'] = 'placed',
): Attempt => ({
  id,
  at: ten + seconds * 1_000,
  display: number,
  number,
  from: 'pad',
  outcome,
  failure: outcome === 'failed' ? { code: 'refused' } : null,
  message: '',
});
const keyOf = (number: string): string => number.replace(/\D/g, '').replace(/^66/, '0');
const join = (calls: readonly Call[], attempts: readonly Attempt[], skew = 0) =>
  joinAttempts(calls, attempts, { keyOf, sentFor: (number) => `9${keyOf(number)}`, skew });

describe('calls that were dialled here', () => {
  it('are one call with the row that the PBX wrote', () => {
    const { calls, recorded } = join(shownTo('101', out(3, '0812345678', answered)), [
      attempt('a', 0, '+66 81 234 5678'),
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      clickToCall: true,
      talkSeconds: null,
      lineSeconds: 24,
      attempt: { id: 'a', recorded: true },
    });
    expect(calls[0]?.why).toEqual(['channel', 'dialled-here']);
    expect([...recorded]).toEqual(['a']);
  });

  it('are known by what a dialling rule made of the number, and shown as it was dialled', () => {
    const { calls } = join(shownTo('101', out(3, '90812345678', answered)), [
      attempt('a', 0, '081-234-5678'),
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ party: { number: '081-234-5678' }, result: 'answered' });
  });

  it('that left no row are shown, with why', () => {
    const { calls } = join(
      [],
      [
        attempt('a', 0, '0812345678', 'failed'),
        attempt('b', 5, '0812345678', 'unknown'),
        attempt('c', 9, '0812345678'),
      ],
    );
    expect(calls.map(({ result, attempt: tried }) => [result, tried?.outcome, tried?.failure?.code])).toEqual(
      [
        ['unknown', 'placed', undefined],
        ['unknown', 'unknown', undefined],
        ['failed', 'failed', 'refused'],
      ],
    );
  });

  it('take the nearest row each, and none twice', () => {
    const { calls } = join(shownTo('101', [...out(2, '0812345678'), ...out(62, '0812345678')]), [
      attempt('a', 0, '0812345678'),
      attempt('b', 30, '0812345678'),
      attempt('c', 60, '0812345678'),
    ]);
    expect(calls.map(({ attempt: tried }) => [tried?.id, tried?.recorded])).toEqual([
      ['c', true],
      ['b', false],
      ['a', true],
    ]);
  });

  it('give their number to a row that has none', () => {
    const ring = callRows(
      { src: '101', dst: '101', channel: 'Local/101@from-internal-01;2', dstchannel: 'PJSIP/101-0a' },
      { at: '1' },
    );
    const { calls } = join(shownTo('101', ring), [attempt('a', 0, '0812345678')]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ party: { number: '0812345678' }, result: 'no-answer' });
  });

  it("are found though the PBX's clock is wrong, and not mistaken for another number or another time", () => {
    expect(
      join(shownTo('101', out(600, '0812345678')), [attempt('a', 0, '0812345678')], 600_000).calls,
    ).toHaveLength(1);
    expect(join(shownTo('101', out(600, '0812345678')), [attempt('a', 0, '0812345678')]).calls).toHaveLength(
      2,
    );
    expect(join(shownTo('101', out(1, '0812345679')), [attempt('a', 0, '0812345678')]).calls).toHaveLength(2);
    expect(
      join(shownTo('101', out(1, '0812345678')), [attempt('a', 0, '0812345678', 'failed')]).calls,
    ).toHaveLength(2);
  });
});

const listOf = (rows: Parameters<typeof shownTo>[1]) =>
  createCallList({
    calls: () => shownTo('101', rows),
    attempts: () => [],
    nameOf: ({ party }) => party.name,
    noteOf: () => '',
    personOf: ({ number }) => ({ has: ({ party }) => party.number === number }),
    keyOf,
    sentFor: keyOf,
    callerOf: callersOf(keyOf).of,
    prefixes: () => prefixesOf('TH'),
    skew: () => 0,
    toDoFrom: () => 0,
    isDone: () => false,
    reminders: () => [],
    zone: () => bangkok,
  });

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
    let country = 'TH';
    const moving = createSearch({ prefixes: () => prefixesOf(country) });
    expect(moving.find(calls, '030 12')).toHaveLength(0);
    country = 'DE';
    expect(moving.find(calls, '030 12')).toHaveLength(1);
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

describe('filters', () => {
  it('show what they say', () => {
    const calls = shownTo('101', [
      ...missedFrom(1, '1'),
      ...out(2, '0812345678', { ...answered, recordingfile: 'a.wav' }),
      ...out(3, '0812345679'),
    ]);
    const count = (filter: Parameters<typeof filterCalls>[1]) => filterCalls(calls, filter).length;
    expect([count('all'), count('missed'), count('incoming'), count('outgoing'), count('recorded')]).toEqual([
      3, 1, 1, 2, 1,
    ]);
  });
});

describe('an exported table', () => {
  it('is read by Excel as Thai, quoted as RFC 4180 has it', () => {
    expect(toCsv([['ชื่อ', 'a,b', 'say "hi"', 'two\r\nlines', 7]])).toBe(
      '\ufeffชื่อ,"a,b","say ""hi""","two\r\nlines",7\r\n',
    );
  });

  it.each(['=1+1', '+66812345678', '-1', '@SUM(A1)', '\t=1', '＝1+1', ' =1', '"=1'])(
    'makes no formula of %j',
    (text) => {
      const line = toCsv([[text]]).slice(1);
      expect(line).toMatch(/^"?'/);
    },
  );

  it.each([
    ['+49 30 123456', '+49 30 123456'],
    ['+49 30 123456=1', '"\'+49 30 123456=1"'],
    ['+49 30,1', `"'+49 30,1"`],
    ['+4930123456', `"'+4930123456"`],
    ['+1 cmd', `"'+1 cmd"`],
  ])('leaves a number of another country as people write it, and nothing else: %s', (text, line) => {
    expect(toCsv([[text]]).slice(1)).toBe(`${line}\r\n`);
  });

  it.each([
    ['0812345678', '081 234 5678'],
    ['021234567', '02 123 4567'],
    ['+4930123456', '+493 012 3456'],
    ['0102', '0102'],
    ['0001234', '0001234'],
    ['00', '00'],
    ['8934567890123456', '893456789 012 3456'],
    ['102', '102'],
    ['0', '0'],
    ['081 234 5678', '081 234 5678'],
    ['call 0812', 'call 0812'],
    ['', ''],
  ])('keeps the zeros of %s', (text, shown) => {
    expect(grouped(text)).toBe(shown);
  });

  it('has what is shown, in the words that are shown', () => {
    const words = wordsFor('en');
    const trunk = 'PJSIP/trunk-0000000a';
    const calls = shownTo('101', [
      ...missedFrom(0, '0812345678', '=HYPERLINK("http://x")'),
      ...missedFrom(100, 'anonymous'),
      ...callRows(
        {
          src: '0812345678',
          cnum: '0812345678',
          did: '02',
          channel: trunk,
          dst: '300',
          dcontext: 'ext-group',
        },
        ...['101', '102'].map((extension) => ({
          at: '-100',
          dstchannel: `PJSIP/${extension}-0000000b`,
          ...(extension === '101' ? {} : answered),
        })),
      ),
      ...callRows(
        { src: '101', cnum: '101', dst: '0812345679', channel: 'PJSIP/101-0000000e', dstchannel: trunk },
        { at: '-200', ...answered, duration: '31', billsec: '31', recordingfile: 'a.wav' },
      ),
    ]);
    const table = exportCalls(calls, words, bangkok, {
      numberOf: (number) => ({ display: number, callable: null }),
      nameOf: ({ party }) => party.name,
      whoIs: (number) => (number === '102' ? 'Malee' : null),
      noteOf: ({ party }) => (party.number === 'anonymous' ? 'ring back' : ''),
      // The PBX's clock is fast: the table says what the list does.
      skew: 60_000,
    });
    const { columns } = words.calls.export;
    const [heading, ...rows] = table;
    expect(heading).toEqual(Object.values(columns));
    const told = rows.map((cells) =>
      Object.fromEntries(
        Object.keys(columns).flatMap((column, at) => (cells[at] === '' ? [] : [[column, cells[at]]])),
      ),
    );
    const missed = { direction: 'Incoming', result: 'Missed', ringSeconds: 20, recorded: 'no' };
    expect(told).toEqual([
      {
        ...missed,
        ...{ time: { shown: '2026-11-23 10:00:40' }, number: 'Number withheld', note: 'ring back' },
      },
      {
        ...missed,
        time: { shown: '2026-11-23 09:59:00' },
        ...{ number: '081 234 5678', name: '=HYPERLINK("http://x")' },
      },
      {
        ...missed,
        ...{ time: { shown: '2026-11-23 09:57:20' }, number: '081 234 5678', result: 'Answered elsewhere' },
        ...{ answeredBy: 'Malee (102)', queue: '300' },
      },
      {
        ...{ time: { shown: '2026-11-23 09:55:40' }, direction: 'Outgoing', number: '081 234 5679' },
        ...{ result: 'Answered', talkSeconds: 31, atMost: 'at most', recorded: 'yes' },
      },
    ]);
    expect(toCsv(table)).toContain('"\'=HYPERLINK(""http://x"")"');
  });
});

describe('notices of missed calls', () => {
  const calls = shownTo('101', [...missedFrom(0, '1'), ...missedFrom(60, '2')]);
  it('come once for each, and not for what was missed before', () => {
    const watch = createMissedWatch(ten + 30_000);
    expect(watch.take(calls, ten + 90_000).map(({ party }) => party.number)).toEqual(['2']);
    expect(watch.take(calls, ten + 95_000)).toEqual([]);
  });

  it('keep quiet hours, over midnight too', () => {
    const night = { from: 22 * 60, to: 7 * 60 };
    expect([
      isQuiet(23 * 60, night),
      isQuiet(6 * 60, night),
      isQuiet(7 * 60, night),
      isQuiet(720, night),
    ]).toEqual([true, true, false, false]);
    expect([isQuiet(720, { from: 700, to: 800 }), isQuiet(0, null), isQuiet(5, { from: 5, to: 5 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
