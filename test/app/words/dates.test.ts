import { expect, test } from 'vitest';
import { openZone } from '../../../app/util/zone.ts';
import {
  beginOfDay,
  dayIn,
  dayOf,
  momentOf,
  momentOfDay,
  sinceIn,
  timeOf,
  whenIn,
} from '../../../app/words/dates.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';

const now = new Date(2026, 10, 3, 9, 30).getTime();
const at = (...when: [number, number, number, number, number]) => new Date(...when).getTime();

test('a call of late yesterday evening stands under yesterday, not under the last 24 hours', () => {
  expect(dayOf(en, at(2026, 10, 2, 23, 59), now)).toBe('Yesterday');
  expect(dayOf(en, at(2026, 10, 3, 0, 0), now)).toBe('Today');
  expect(dayOf(th, at(2026, 10, 3, 0, 0), now)).toBe('วันนี้');
});

test('older days have their name, and their year where it is another one', () => {
  expect(dayOf(en, at(2026, 10, 1, 12, 0), now)).toMatch(/^Sunday,? 1 November$/);
  expect(dayOf(en, at(2025, 11, 31, 12, 0), now)).toContain('2025');
});

test('Thai writes the year of the Buddhist era', () => {
  expect(dayOf(th, at(2025, 11, 31, 12, 0), now)).toContain('2568');
});

test('times are written in 24 hours in both languages, midnight as 00', () => {
  for (const words of [en, th]) {
    expect(timeOf(words, at(2026, 10, 3, 0, 5))).toBe('00:05');
    expect(timeOf(words, at(2026, 10, 3, 14, 5))).toBe('14:05');
  }
});

test('a moment in a sentence is as short as it can be without being mistaken', () => {
  expect(whenIn(en, at(2026, 10, 3, 8, 5), now)).toBe('08:05');
  expect(whenIn(en, at(2026, 10, 2, 8, 5), now)).toBe(`${en.calls.yesterdayInSentence} 08:05`);
  expect(whenIn(en, at(2026, 10, 1, 8, 5), now)).toBe('1 Nov');
});

test('a day of the calendar is the same day in every zone', () => {
  expect(dayOf(en, momentOfDay('2026-11-03'), now)).toBe('Today');
  expect(dayOf(en, momentOfDay('2026-11-02'), now)).toBe('Yesterday');
});

test('a day within a sentence is written small', () => {
  expect(dayIn(en, at(2026, 10, 3, 0, 0), now)).toBe('today');
  expect(dayIn(en, at(2026, 10, 2, 12, 0), now)).toBe('yesterday');
  expect(dayIn(th, at(2026, 10, 2, 12, 0), now)).toBe('เมื่อวาน');
  expect(dayIn(en, at(2026, 10, 1, 12, 0), now)).toBe(dayOf(en, at(2026, 10, 1, 12, 0), now));
});

test('a day that is whole from some hour on only is not said to be whole', () => {
  const since = (...when: Parameters<typeof at>) => sinceIn(en, at(...when), now);
  expect(since(2026, 10, 3, 0, 0)).toBe('today');
  expect(since(2026, 10, 3, 8, 5)).toBe('08:05');
  expect(since(2026, 10, 2, 14, 5)).toBe('yesterday 14:05');
  expect(since(2026, 10, 1, 0, 0)).toMatch(/^Sunday,? 1 November$/);
  expect(since(2026, 9, 31, 0, 1)).toMatch(/^Sunday,? 1 November$/);
});

test('a moment in full has no seconds, and in Thai the words that belong to it', () => {
  const moment = new Date(2026, 10, 26, 17, 15, 17).getTime();
  expect(momentOf(en, moment)).toMatch(/26 November 2026, 17:15$/);
  expect(momentOf(th, moment)).toMatch(/26 พฤศจิกายน (?:พ\.ศ\. )?2569 เวลา 17:15 น\.$/);
});

const zones = ['Asia/Bangkok', 'Asia/Kathmandu', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'];

test.each([...zones, 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
  "days and times are those of the PBX's clock, wherever the person is: %s",
  (name) => {
    const zone = openZone(name);
    // Over a year, and so over every day on which its clocks are moved.
    for (let at = Date.UTC(2026, 0, 1, 0, 7); at < Date.UTC(2027, 0, 1); at += 7 * 3_600_000 + 60_000) {
      const [date = '', time = ''] = zone.write(at).split(' ');
      const begin = beginOfDay(date, name);
      expect(zone.write(begin)).toBe(`${date} 00:00:00`);
      expect(timeOf(en, at, name)).toBe(time.slice(0, 5));
      expect(dayOf(en, momentOfDay(date, name), at, name)).toBe('Today');
      expect(whenIn(en, at, momentOfDay(date, name), name)).toBe(time.slice(0, 5));
      expect(dayOf(en, begin - 1, at, name)).toBe('Yesterday');
      expect(sinceIn(en, begin, at, name)).toBe('today');
      expect(sinceIn(en, begin + 1, at, name)).toBe('00:00');
    }
  },
);

test("a day that is whole from some hour on is whole from the next one on, by the PBX's calendar", () => {
  const at = Date.UTC(2026, 9, 24, 12);
  expect(sinceIn(en, at, at + 9 * 86_400_000, 'Europe/Berlin')).toMatch(/^Sunday,? 25 October$/);
  expect(sinceIn(en, at, at + 9 * 86_400_000, 'Pacific/Kiritimati')).toMatch(/^Monday,? 26 October$/);
});
