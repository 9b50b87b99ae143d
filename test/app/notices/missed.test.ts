import { expect, test } from 'vitest';
import { tellMissed } from '../../../app/notices/missed.ts';
import { createSkew } from '../../../app/sync/skew.ts';
import { wordsFor } from '../../../app/words/index.ts';
import { callersOf } from '../calls/callers-of.ts';
import { bangkok, callRows, shownTo } from '../cdr/rows-of.ts';

const jane = {
  name: 'Jane',
  company: '',
  numbers: [
    { number: '0812345678', label: '' },
    { number: '021234567', label: '' },
  ],
};

const missedFrom = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b' },
    { at: String(at) },
  );

function told(
  rows: ReturnType<typeof missedFrom>,
  settings: Parameters<typeof tellMissed>[1]['settings'] = { notifyMissed: true, quietHours: null },
  now = Date.UTC(2026, 10, 23, 3, 5),
  names: Readonly<Record<string, string>> = {},
) {
  const notices: { title: string; body: string; number: string | null }[] = [];
  tellMissed(shownTo('101', rows), {
    words: wordsFor('en'),
    settings,
    numberOf: (number) => ({ display: number, callable: /^\d+$/.test(number) ? number : null }),
    nameOf: ({ party }) => names[party.number ?? ''] ?? party.name,
    skew: 0,
    now,
    zone: bangkok,
    listZone: bangkok,
    callerOf: callersOf((number) => number, jane).of,
    notify: ({ title, body }, callBack) => notices.push({ title, body, number: callBack?.number ?? null }),
  });
  return notices;
}

test('a missed call is told with its name, number and time, and a click calls back', () => {
  expect(told(missedFrom(60, '0812345678', 'Jane'))).toEqual([
    {
      title: 'Missed call from Jane',
      body: '0812345678 · 10:01. Click to call back.',
      number: '0812345678',
    },
  ]);
});

test('a caller whom the person gave a name is told by that name, not by what they call themselves', () => {
  const names = { '0812345678': 'Mum' };
  expect(told(missedFrom(0, '0812345678', 'Jane'), undefined, undefined, names)).toMatchObject([
    { title: 'Missed call from Mum', body: expect.stringContaining('0812345678') },
  ]);
});

test('a withheld number, and a code that stands in for one, are called back by nobody', () => {
  expect(told(missedFrom(0, 'anonymous'))[0]).toMatchObject({
    title: 'Missed call from Number withheld',
    number: null,
  });
  expect(told(missedFrom(0, '*72123'))[0]).toMatchObject({ number: null });
});

test('many at once are one notice', () => {
  const many = [1, 2, 3, 4].flatMap((at) => missedFrom(at, `081234567${at}`));
  expect(told(many)).toMatchObject([{ title: 'Missed calls from 4 callers', number: null }]);
});

test('callers are counted, as the list and the icon do: each once, on whichever of their numbers, and each withheld one', () => {
  const jane = ['0812345678', '021234567', '0812345678'].flatMap((src, at) => missedFrom(at, src));
  const nok = [10, 11].flatMap((at) => missedFrom(at, '0898765432'));
  const withheld = [20, 21].flatMap((at) => missedFrom(at, 'PRIVATE NUMBER'));
  expect(told([...jane, ...nok])).toHaveLength(2);
  expect(told([...jane, ...nok, ...withheld])).toMatchObject([{ title: 'Missed calls from 4 callers' }]);
});

test('who called several times at once is told of once, with each time', () => {
  const twice = [60, 240].flatMap((at) => missedFrom(at, '0812345678', 'Jane'));
  expect(told(twice)).toMatchObject([
    { title: 'Missed call from Jane', body: '0812345678 · 10:01, 10:04. Click to call back.' },
  ]);
  const three = [60, 61, 240].flatMap((at) => missedFrom(at, '0812345678', 'Jane'));
  expect(told([...three, ...missedFrom(300, '0898765432')]).map(({ title }) => title)).toEqual([
    'Missed call from 0898765432',
    'Missed call from Jane',
  ]);
});

test('nothing is said in quiet hours, across midnight too, or where the person wants none', () => {
  const night = { notifyMissed: true, quietHours: { from: '18:00', to: '08:00' } };
  const at = (hour: number) => Date.UTC(2026, 10, 23, hour - 7);
  expect(told(missedFrom(0, '1'), night, at(7))).toHaveLength(0);
  expect(told(missedFrom(0, '1'), night, at(8))).toHaveLength(1);
  expect(told(missedFrom(0, '1'), night, at(18))).toHaveLength(0);
  expect(told(missedFrom(0, '1'), { notifyMissed: false, quietHours: null })).toHaveLength(0);
});

test("the PBX's clock is taken for wrong only where it certainly is", () => {
  const skew = createSkew();
  expect(skew.heard(1_001_000, 1_000_000, 1_000_400)).toBe(false);
  expect(skew.value()).toBe(0);
  expect(skew.heard(1_300_000, 1_000_000, 1_001_000)).toBe(true);
  expect(skew.value()).toBe(300_000);
  expect(skew.heard(1_301_000, 1_001_000, 1_002_000)).toBe(false);
  // A reply that was on its way for a minute tells nothing.
  expect(skew.heard(9_000_000, 1_000_000, 1_060_000)).toBe(false);
  expect(skew.heard(null, 0, 1)).toBe(false);
});
