import { describe, expect, it } from 'vitest';
import { isMeant } from '../../../app/directory/filter.ts';
import { interpretNumber } from '../../../app/numbers/interpret.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { digitKey, digitsAsked, digitsText } from '../../../app/numbers/spellings.ts';

const isFound = (kept: string, asked: string, country: string): boolean => {
  const text = digitsText(kept, prefixesOf(country));
  return digitsAsked(asked, prefixesOf(country)).some((one) => text.includes(one));
};

/** What is dialled before a number abroad, by where it is called from. */
const exits: Readonly<Record<string, readonly string[]>> = {
  TH: ['+', '00', '001', '002', '003', '004', '005', '006', '007', '008', '009'],
  US: ['+', '011'],
  JP: ['+', '010'],
  HK: ['+', '001', '0030'],
  KR: ['+', '001', '00700'],
  GB: ['+', '00'],
};
const abroad = ['442079460018', '33142685300', '12025550188', '4930901820', '85222345678', '6568123456'];

describe.each(Object.entries(exits))('in %s', (country, prefixes) => {
  const home = prefixesOf(country).countryCode;
  const others = abroad.filter((one) => !one.startsWith(home));
  it.each(others)('+%s is one number behind whatever leads abroad, and found by any of them', (number) => {
    const ways = prefixes.map((prefix) => prefix + number);
    const settings = { country, form: 'national', internalLength: 5 } as const;
    // Two countries share what some of these could be; where the dialler reads another number, so does the search.
    const same = ways.filter((one) => interpretNumber(one, settings).key === `+${number}`);
    expect(same.length).toBeGreaterThan(1);
    for (const kept of same) {
      expect(digitKey(kept, prefixesOf(country)), kept).toBe(`+${number}`);
      for (const asked of same) {
        expect(isFound(kept, asked, country), `${kept} by ${asked}`).toBe(true);
        expect(isFound(kept, asked.slice(0, -3), country), `${kept} by a part of ${asked}`).toBe(true);
        const colleague = { name: 'Ann', company: '', also: '', numbers: [{ number: kept, label: '' }] };
        expect(isMeant(colleague, asked, prefixesOf(country))).toBe(true);
      }
    }
  });
});

it.each([
  ['+44 20 7946 0018', '020 7946 0018'],
  ['001 44 20 7946 0018', '020 7946'],
  ['+49 30 901820', '030 90182'],
  ['+33 1 42 68 53 00', '01 42 68 53 00'],
  ['+84 90 123 4567', '090 123 4567'],
])('%s is found as it is written there: %s', (kept, asked) => {
  expect(isFound(kept, asked, 'TH')).toBe(true);
});

it('a number that is written so here is nobody’s abroad', () => {
  // As a whole, 090 123 4567 is a Thai mobile.
  expect(digitsText('+84 90 123 4567', prefixesOf('TH'))).not.toContain(' 0901234567 ');
  expect(digitKey('+84 90 123 4567', prefixesOf('TH'))).not.toBe(digitKey('090 123 4567', prefixesOf('TH')));
});

it.each([
  ['0812345678', '+66 81 234'],
  ['0812345678', '0066 81 234'],
  ['0812345678', '001 66 81 234'],
  ['+66812345678', '009 66 81 2345678'],
  ['001 66 81 234 5678', '081 234 5678'],
  ['66812345678', '081'],
])('%s is found by %s', (kept, asked) => {
  expect(isFound(kept, asked, 'TH')).toBe(true);
});

it.each([
  ['0812345678', '0014'],
  ['021234567', '001123'],
  ['+442079460018', '0012'],
  ['+442079460018', '00179460'],
])('%s is not found by %s', (kept, asked) => {
  expect(isFound(kept, asked, 'TH')).toBe(false);
});
