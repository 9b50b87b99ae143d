import { expect, test } from 'vitest';
import { momentsIn, momentText, withMark } from '../../../renderer/screens/recordings/moments.ts';

const placesIn = (note: string, longest: number | null = null, parts = 9) =>
  momentsIn(note, longest, parts).map(({ seconds, part, word }) => [seconds, part, word]);

test.each([
  ['0:05', [[5, 0, '']]],
  ['2:13 ราคา agreed', [[133, 0, 'ราคา agreed']]],
  ['agreed at 2:13', [[133, 0, '']]],
  ['1:02:13 end', [[3_733, 0, 'end']]],
  ['75:30', [[4_530, 0, '']]],
  ['2:13#2 second part', [[133, 1, 'second part']]],
  [
    '0:05 hello 1:10 price\n2:00 bye',
    [
      [5, 0, 'hello'],
      [70, 0, 'price'],
      [120, 0, 'bye'],
    ],
  ],
  [
    '0:05 hello\n0:05 again',
    [
      [5, 0, 'hello'],
      [5, 0, 'again'],
    ],
  ],
  [
    '0:05\n0:05 hello\n0:05\n00:05 hello\n0:05#2 hello',
    [
      [5, 0, 'hello'],
      [5, 1, 'hello'],
    ],
  ],
  ['0:05\n0:05', [[5, 0, '']]],
])('"%s" names places', (note, places) => {
  expect(placesIn(note)).toEqual(places);
});

test.each([
  'call 081:234', // No seconds.
  '2:7',
  '12:61',
  '2026-11-23T10:15:30+07:00 x1:2:3:4',
  '::1:00::',
  'nothing',
  '2:13#0',
  '2:13#123',
])('"%s" names none', (note) => {
  expect(placesIn(note)).toEqual([]);
});

test('a time of day is no place in a call that is shorter', () => {
  expect(placesIn('call back at 15:00, price at 2:13', 200)).toEqual([[133, 0, '']]);
  expect(placesIn('15:00', 1_000)).toEqual([[900, 0, '']]);
});

test('a recording that the call does not have has no places', () => {
  const note = '0:05 a\n0:06#2 b\n0:07#9 c';
  expect([0, 1, 2, 9].map((parts) => placesIn(note, null, parts).length)).toEqual([1, 1, 2, 3]);
});

test('what is written of a place is read as that place', () => {
  for (const seconds of [0, 5.9, 59.99, 60, 3_599, 3_600, 7_325]) {
    for (const part of [0, 1, 8]) {
      expect(placesIn(`${momentText(seconds, part)} word`)).toEqual([[Math.floor(seconds), part, 'word']]);
    }
  }
});

test('of two marks at one place each has its word, and who takes one out of the note keeps the other', () => {
  const first = withMark('', 133, 0, 'price agreed');
  const both = withMark(first, 133.4, 0, 'send the offer');
  expect(placesIn(both)).toEqual([
    [133, 0, 'price agreed'],
    [133, 0, 'send the offer'],
  ]);
  expect(placesIn(both.split('\n').slice(1).join('\n'))).toEqual([[133, 0, 'send the offer']]);
  expect(placesIn(first)).toEqual([[133, 0, 'price agreed']]);
});

test('a mark is a line more, whatever was typed', () => {
  expect(withMark('', 133, 0, ' price ')).toBe('2:13 price');
  expect(withMark('Wants a quote.\n', 5, 1, 'two\nlines')).toBe('Wants a quote.\n0:05#2 two lines');
  expect(withMark('0:05 a', 70, 0, '')).toBe('0:05 a\n1:10');
});
