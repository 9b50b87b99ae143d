import { describe, expect, it } from 'vitest';
import {
  fits,
  longestPattern,
  type PatternProblem,
  readPattern,
} from '../../../app/contract/dial-pattern.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

function taken(match: string, number: string): boolean {
  const pattern = readPattern(match);
  if (typeof pattern === 'string') throw new Error(`${match}: ${pattern}`);
  return fits(pattern, number);
}

describe('a pattern fits', () => {
  it.each<[match: string, fitting: string[], others: string[]]>([
    ['0812345678', ['0812345678'], ['081234567', '08123456789', '']],
    ['X', ['0', '5', '9'], ['', '10', '+', '*']],
    ['Z', ['1', '9'], ['0', '']],
    ['N', ['2', '9'], ['0', '1']],
    ['xzn', ['012', '999'], ['002', '011']],
    ['[1-5]XX', ['100', '599'], ['600', '099', '10', '1000']],
    ['[13-57]', ['1', '3', '4', '5', '7'], ['2', '6', '0']],
    ['[1-12]', ['1', '2'], ['0', '3']],
    ['0X.', ['0812345678', '021'], ['02', '0', '1021']],
    ['0X!', ['0812345678', '021', '02'], ['0', '1021']],
    ['.', ['1', '0812345678', '+442079460958'], ['', '*97', '1#']],
    ['!', ['', '1', '+44'], ['*97']],
    ['X.', ['10', '0812345678'], ['1', '+66812345678']],
    ['+66.', ['+66812345678'], ['66812345678', '+66']],
    ['001.', ['0014420'], ['0044', '001']],
    ['02-XXX XXXX', ['021234567'], ['0212345678', '02-123 4567']],
    ['๐๘.', ['0812345678'], ['0912345678']],
    ['０８[１-３]．', ['0812345678'], ['0842345678']],
  ])('%s', (match, fitting, others) => {
    expect(fitting.filter((number) => !taken(match, number))).toEqual([]);
    expect(others.filter((number) => taken(match, number))).toEqual([]);
  });

  it.each<[match: string, fitting: string[], others: string[]]>([
    ['*72.', ['*720812345678', '*721#'], ['*72', '720812345678']],
    ['*!', ['*97', '**61*081#'], ['#9', '97']],
    ['#X', ['#9'], ['*9', '9']],
    ['[*#]!', ['*97', '#31#081'], ['97']],
    ['X!', ['97'], ['97*', '97#1']],
    ['9X.', ['9081'], ['9*72', '90*']],
  ])('%s a feature code only where it names its * or #', (match, fitting, others) => {
    expect(fitting.filter((number) => !taken(match, number))).toEqual([]);
    expect(others.filter((number) => taken(match, number))).toEqual([]);
  });
});

it.each<[written: string, problem: PatternProblem]>([
  ['', 'empty'],
  ['  ', 'empty'],
  ['-', 'empty'],
  ['_0X.', 'underscore'],
  [' _0X.', 'underscore'],
  ['0.X', 'behind-the-end'],
  ['0.!', 'behind-the-end'],
  ['0..', 'behind-the-end'],
  ['!1', 'behind-the-end'],
  ['0[12', 'open-set'],
  ['0[', 'open-set'],
  ['0[]', 'empty-set'],
  ['[5-1]', 'backward-range'],
  ['[1-]', 'character'],
  ['[-1]', 'character'],
  ['[1-X]', 'character'],
  ['[*-#]', 'character'],
  ['[X]', 'character'],
  ['[[1]]', 'character'],
  ['1]', 'character'],
  ['0A', 'character'],
  ['0_X', 'character'],
  ['0$', 'character'],
  ['(0)', 'character'],
  ['^0.*$', 'character'],
  ['0812345678,0898765432', 'character'],
  ['X'.repeat(longestPattern + 1), 'too-long'],
])('%j is no pattern: %s', (written, problem) => {
  expect(readPattern(written)).toBe(problem);
});

it('reads and fits whatever it is given without throwing', () => {
  const written = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0159XZNxzn[]-.!+*# _๑'), maxLength: 70 }),
    fc.string({ unit: anyCharacter, maxLength: 30 }),
  );
  const number = fc.string({ unit: fc.constantFrom(...'0123456789+*#'), maxLength: 32 });
  fc.assert(
    fc.property(written, number, (match, dialled) => {
      const pattern = readPattern(match);
      if (typeof pattern === 'string') return;
      if (fits(pattern, dialled) && /[*#]/.test(dialled)) expect(match).toMatch(/[*#＊＃∗]/);
    }),
    { numRuns: 3_000 },
  );
});

it('says the same as the pattern written as a regular expression', () => {
  const place = fc.constantFrom(
    ...([
      ['X', '[0-9]'],
      ['Z', '[1-9]'],
      ['N', '[2-9]'],
      ['[1-5]', '[1-5]'],
      ['[0369]', '[0369]'],
      ['7', '7'],
      ['+', '\\+'],
    ] as const),
  );
  const end = fc.constantFrom(
    ...([
      ['', ''],
      ['.', '.+'],
      ['!', '.*'],
    ] as const),
  );
  const number = fc.string({ unit: fc.constantFrom(...'0123456789+'), maxLength: 8 });
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 1, maxLength: 5 }),
      end,
      number,
      (places, [tail, more], dialled) => {
        const match = places.map(([written]) => written).join('') + tail;
        const expected = new RegExp(`^${places.map(([, means]) => means).join('')}${more}$`).test(dialled);
        expect(taken(match, dialled)).toBe(expected);
      },
    ),
    { numRuns: 5_000 },
  );
});
