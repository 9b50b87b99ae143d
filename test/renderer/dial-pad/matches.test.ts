import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt, Favourite } from '../../../app/contract.ts';
import { spells } from '../../../renderer/screens/dial-pad/letters.ts';
import { knownNumbers, matching } from '../../../renderer/screens/dial-pad/matches.ts';

const attempt = (number: string, display = number): Attempt => ({
  id: number,
  at: 5,
  display,
  number,
  from: 'pad',
  outcome: 'placed',
  failure: null,
  message: '',
});
const favourite = (name: string, number: string): Favourite => ({
  id: number,
  name,
  number,
  display: number,
});
const numbers = (found: readonly { number: string }[]) => found.map(({ number }) => number);

describe('names spelled on the keys', () => {
  it.each([
    ['76', 'Somchai Jaidee'],
    ['7662', 'Somchai Jaidee'],
    ['524', 'Somchai Jaidee'],
    ['7662424524', 'Somchai Jaidee'],
    ['63', 'Été, Mélanie'],
    ['38', 'Été, Mélanie'],
    // สม: ส is on 8 or 9, ม on 7; vowels and tone marks are on no key.
    ['87', 'สมชาย ใจดี'],
    ['97', 'สมชาย ใจดี'],
    ['973', 'สมชาย ใจดี'],
    // ใจดี: จ 2, ด 5.
    ['25', 'สมชาย ใจดี'],
    // ห 9, อ 9, ง 2.
    ['992', 'ห้องประชุม'],
    ['72', 'Room 72'],
  ])('%s finds %s', (digits, name) => {
    expect(spells(digits, name)).toBe(true);
  });

  it.each([
    ['6624', 'Somchai Jaidee'],
    ['75', 'Somchai Jaidee'],
    ['77', 'สมชาย ใจดี'],
    ['', 'Somchai'],
    ['7*', 'Somchai'],
    ['76', ''],
    ['76624245333333', 'Somchai Jaidee'],
  ])('%s does not find %s', (digits, name) => {
    expect(spells(digits, name)).toBe(false);
  });

  it('every Latin name is found by the keys of its own letters, as far as they are typed', () => {
    const key = (letter: string) =>
      '22233344455566677778889999'['abcdefghijklmnopqrstuvwxyz'.indexOf(letter)] ?? '';
    const name = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 2,
      maxLength: 20,
    });
    fc.assert(
      fc.property(name, fc.nat(), (text, cut) => {
        const digits = [...text]
          .map(key)
          .join('')
          .slice(0, 2 + (cut % (text.length - 1)));
        expect(spells(digits, text)).toBe(true);
        expect(spells(digits, `Khun ${text.toUpperCase()}`)).toBe(true);
      }),
    );
  });

  it('never throws, whatever a name holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.stringMatching(/^\d{0,8}$/), (name, digits) => {
        expect(typeof spells(digits, name)).toBe('boolean');
      }),
    );
  });
});

describe('what matches what is typed', () => {
  const known = knownNumbers(
    [favourite('Somchai', '021234567'), favourite('', '0819990000')],
    [attempt('+66812345678', '081 234 5678'), attempt('0899999999'), attempt('021234567')],
  );

  it('finds a number called before by its first digits, written in either way; two digits are too few', () => {
    expect(numbers(matching(known, '0812'))).toEqual(['+66812345678']);
    expect(numbers(matching(known, '+6681'))).toEqual(['+66812345678']);
    expect(matching(known, '08')).toEqual([]);
    expect(matching(known, '')).toEqual([]);
  });

  it('puts favourites first, and each number once', () => {
    expect(numbers(matching(known, '081'))).toEqual(['0819990000', '+66812345678']);
    expect(numbers(matching(known, '021'))).toEqual(['021234567']);
  });

  it('does not offer what is in the field already', () => {
    expect(matching(known, '0812345678')).toEqual([]);
  });

  it('finds a favourite by its name', () => {
    expect(numbers(matching(known, '7662'))).toEqual(['021234567']);
  });

  it('gives only what is known, each begun or spelled by what is typed', () => {
    const digits = fc.stringMatching(/^0\d{8,9}$/);
    fc.assert(
      fc.property(fc.array(digits), fc.stringMatching(/^\d{3,9}$/), (called, typed) => {
        const found = matching(
          knownNumbers(
            [],
            called.map((number) => attempt(number)),
          ),
          typed,
        );
        expect(numbers(found)).toEqual(
          [...new Set(called)].filter((number) => number.startsWith(typed) && number !== typed).slice(0, 20),
        );
      }),
    );
  });
});
