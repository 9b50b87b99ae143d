import { afterEach, expect, test } from 'vitest';
import { nextAt, readyTimes } from '../../../renderer/screens/calls/ready-times.ts';

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

/** A moment, and what the clocks of a place show then. */
function at(place: string, moment: string): number {
  process.env.TZ = place;
  return new Date(moment).getTime();
}
const shown = (moment: number | null) => (moment === null ? null : new Date(moment).toString().slice(0, 21));

test('ready times are from now on, and nine on the morning of the next day', () => {
  const now = at('Asia/Bangkok', '2026-11-23T14:52:10');
  const { quarter, hour, morning } = readyTimes(now);
  expect([shown(quarter), shown(hour), shown(morning)]).toEqual([
    'Mon Nov 23 2026 15:07',
    'Mon Nov 23 2026 15:52',
    'Tue Nov 24 2026 09:00',
  ]);
});

test('a time is today, or tomorrow where it is over, over the ends of months and years; what is none is nothing', () => {
  const now = at('Asia/Bangkok', '2026-12-31T15:00:00');
  expect([shown(nextAt('15:01', now)), shown(nextAt('15:00', now))]).toEqual([
    'Thu Dec 31 2026 15:01',
    'Fri Jan 01 2027 15:00',
  ]);
});

test.each([
  [
    '15:00',
    '15.00',
    '1500',
    '15',
    '3pm',
    '3 PM',
    '3:00pm',
    '3.00 p.m.',
    '03:00 pm',
    ' 15:00 ',
    '15.00 น.',
    '15:00น.',
    '๑๕.๐๐',
    '１５：００',
  ],
  ['09:05', '9:05', '9.05', '905', '0905', '9:05am', '9.05 น.', '๙:๐๕'],
  ['00:30', '0:30', '0030', '12:30am', '12.30 a.m.'],
  ['12:00', '12', '1200', '12pm', '12 p.m.', '12.00 น.'],
  ['21:00', '21', '2100', '9pm', '9 pm'],
])('a time is read as people write it: %s', (time, ...written) => {
  const now = at('Asia/Bangkok', '2026-11-23T23:59:00');
  for (const text of [time, ...written])
    expect([text, shown(nextAt(text, now))]).toEqual([text, `Tue Nov 24 2026 ${time}`]);
});

test.each([
  ...[
    '',
    ' ',
    '24:00',
    '2400',
    '12:60',
    '15:0',
    '15:00:00',
    '13pm',
    '0am',
    '-1',
    '1e1',
    '3 o',
    'pm',
    'noon',
    ':30',
    '15:00 tomorrow',
  ],
  ...['15000', '15;00', '99', 'น.', 'NaN', '１５：７０'],
])('what is no time is none: %j', (text) => {
  expect(nextAt(text, Date.now())).toBeNull();
});

test.each([
  ['Europe/Berlin', '2026-03-28T20:00:00', 'Sun Mar 29 2026 09:00', 'Sun Mar 29 2026 03:30'],
  ['Europe/Berlin', '2026-10-24T20:00:00', 'Sun Oct 25 2026 09:00', 'Sun Oct 25 2026 02:30'],
  ['America/New_York', '2026-10-31T20:00:00', 'Sun Nov 01 2026 09:00', 'Sun Nov 01 2026 02:30'],
])('in %s the clocks are moved in the night after %s: nine is nine', (place, evening, morning, night) => {
  const now = at(place, evening);
  expect(shown(readyTimes(now).morning)).toBe(morning);
  expect(shown(nextAt('02:30', now))).toBe(night);
});
