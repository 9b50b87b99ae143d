import { type CountryCode, getCountryCallingCode, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, it } from 'vitest';
import { countryCodes } from '../../../app/contract/countries.ts';
import type { DiallingRule } from '../../../app/contract/rules.ts';
import type { Settings } from '../../../app/contract/settings.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { everyText, prefixesOf } from '../../../app/numbers/prefixes.ts';
import { fc } from '../../support/property.ts';

const prefix = (match: string, value: string, name = 'Outside line'): DiallingRule => ({
  name,
  match,
  action: 'prefix',
  value,
});
const replace = (match: string, value: string, name = 'Other beginning'): DiallingRule => ({
  name,
  match,
  action: 'replace',
  value,
});
const block = (match: string, name = 'Forbidden'): DiallingRule => ({
  name,
  match,
  action: 'block',
  value: '',
});

const desk = (rules: DiallingRule[], settings: Partial<Settings> = {}, managed: DiallingRule[] = []) =>
  createNumbers(() => ({ ...defaults, rules, ...settings }), managed);

/** What is sent, or why nothing is. */
function sent(number: string, rules: DiallingRule[], settings: Partial<Settings> = {}): string | null {
  const read = desk(rules, settings).read(number);
  if (read === null) return null;
  if (read.blocked !== null) return `blocked by ${read.blocked}`;
  return read.broken !== null ? `broken by ${read.broken}` : read.send;
}

describe('a rule', () => {
  it('puts the outside line before what the PBX is sent, and before no extension', () => {
    const rules = [prefix('0X.', '9')];
    expect(sent('081-234-5678', rules)).toBe('90812345678');
    expect(sent('+66 81 234 5678', rules)).toBe('90812345678');
    expect(sent('101', rules)).toBe('101');
    expect(sent('*97', rules)).toBe('*97');
  });

  it.each([
    ['001.', '009', '001442079460958', '009442079460958'],
    ['+.', '001', '+442079460958', '001442079460958'],
    ['9!', '', '90812345678', '0812345678'],
    ['XXX', '7000', '101', '7000'],
    ['0812345678', '101', '0812345678', '101'],
    ['*72!', '*73', '*720812345678', '*730812345678'],
  ])('replaces what %s names by %j', (match, value, number, expected) => {
    expect(sent(number, [replace(match, value)])).toBe(expected);
  });

  it('forbids', () => {
    expect(sent('1900 123 456', [block('1900.')])).toBe('blocked by Forbidden');
    expect(sent('*720812345678', [block('*72.', 'No forwarding')])).toBe('blocked by No forwarding');
  });

  it('that comes first and fits is applied, and no other', () => {
    const rules = [prefix('08.', '8', 'First'), prefix('0.', '9', 'Second'), prefix('8.', '7', 'Third')];
    expect(sent('0812345678', rules)).toBe('80812345678');
    expect(sent('021234567', rules)).toBe('9021234567');
  });

  it('that puts nothing before lets a number past those behind it', () => {
    const rules = [prefix('0812345678', '', 'The boss'), block('.', 'Everything')];
    expect(sent('0812345678', rules)).toBe('0812345678');
    expect(sent('021234567', rules)).toBe('blocked by Everything');
  });

  it('that forbids is not got round by another spelling', () => {
    for (const numberForm of ['national', 'e164', 'as-typed'] as const) {
      for (const number of [
        '0812345678',
        '+66812345678',
        '66812345678',
        '0066812345678',
        '+66 (0)81 234 5678',
      ]) {
        expect(sent(number, [block('08.')], { numberForm }), `${number} ${numberForm}`).toMatch(/^blocked/);
        expect(sent(number, [block('+66.')], { numberForm }), `${number} ${numberForm}`).toMatch(/^blocked/);
      }
    }
    // What Britain writes `020…` is no Bangkok number.
    expect(sent('+442079460958', [block('02.')])).toBe('+442079460958');
  });

  it.each(countryCodes)(
    'that forbids calls abroad from %s is got round by no spelling, and is about those alone',
    (country) => {
      const code = getCountryCallingCode(country as CountryCode);
      const foreign = ['442079460958', '6621234567', '12025550188', '999123456789'].filter(
        (one) => !one.startsWith(code),
      );
      const home = getExampleNumber(country as CountryCode, examples);
      const all = prefixesOf(country).abroad;
      const prefixes = [...new Set(['+', '00', all[1] ?? '00', all.at(-1) ?? '00'])];
      for (const numberForm of ['national', 'e164', 'as-typed'] as const) {
        for (const forbidden of prefixes) {
          const numbers = desk([block(`${forbidden}.`)], { country, numberForm });
          for (const digits of foreign) {
            for (const prefix of prefixes) {
              const read = numbers.read(prefix + digits);
              // Where `00` leads nowhere, a few numbers of the country begin so.
              if (prefix === '00' && read?.abroad === false) continue;
              expect(read?.blocked, `${prefix}${digits}, ${forbidden}.`).toBe('Forbidden');
            }
          }
          if (!home || home.formatNational().replace(/\D/g, '').startsWith(forbidden)) continue;
          for (const number of [home.number, home.formatNational(), home.formatInternational()]) {
            expect(numbers.read(number)?.blocked, `${number}, ${forbidden}.`).toBeNull();
          }
        }
      }
    },
  );

  it.each(['+.', '+X.', '+[1-9].', '+6.', '00.', '001.', '00X.'])('%s is not about Thai numbers', (match) => {
    for (const numberForm of ['national', 'e164', 'as-typed'] as const) {
      for (const number of ['0812345678', '+66812345678', '66812345678', '021234567', '+6621234567']) {
        expect(sent(number, [block(match)], { numberForm })).not.toMatch(/^blocked/);
      }
      expect(sent('+442079460958', [block(match)], { numberForm })).toMatch(
        match === '+6.' ? /^(?!blocked)/ : /^blocked/,
      );
    }
  });

  it.each(['1900.', '01900!', '+661900.'])('%s is not got round by what no plan knows', (match) => {
    for (const number of ['+66 1900 123 456', '+66 1900 123 456 7', '+66 1900 12', '1900 123 456']) {
      if (match === '01900!' && !number.endsWith('7') && !number.endsWith('12')) continue;
      expect(sent(number, [block(match)]), number).toMatch(/^blocked/);
    }
  });

  it.each([
    ['US', '1900.', ['900 555 0123', '+1 900 555 0123', '1 900 555 0123', '1010288 1 900 555 0123']],
    ['US', '011.', ['1010288 011 44 20 7946 0958', '+44 20 7946 0958', '9 011 44 20 7946 0958']],
    ['DE', '00.', ['01033 0044 20 7946 0958', '010012 0044 20 7946 0958', '9 00 44 20 7946 0958']],
    ['DE', '0900.', ['01033 0900 1234567', '0900 1234567']],
    ['JP', '010.', ['0010 010 66 2 123 4567', '0033 010 66 2 123 4567', '0061 010 44 20 7946 0958']],
    ['AU', '0011.', ['1831 0011 66 2 123 4567', '1411 0011 44 20 7946 0958']],
    ['HK', '001.', ['1666 001 66 2 123 4567']],
    ['TH', '00.', ['9 00 44 20 7946 0958', '9 001 44 20 7946 0958']],
    ['TH', '1900.', ['9 1900 123 456']],
  ])('in %s, what %s forbids is not got round by what is dialled before', (country, match, numbers) => {
    const outside = prefix('X.', '9');
    for (const numberForm of ['national', 'e164', 'as-typed'] as const) {
      for (const number of numbers) {
        expect(sent(number, [block(match), outside], { country, numberForm }), number).toBe(
          'blocked by Forbidden',
        );
      }
    }
    // Without a rule that says so, 9 is no outside line; and what begins like it is a number.
    expect(sent('9123 4567', [block('1.'), outside], { country: 'SG' })).toBe('991234567');
  });

  it.each(['+66 191', '+66-1669', '+66112'])('%s is an emergency number, which no rule touches', (number) => {
    expect(desk([block('.')]).read(number)).toMatchObject({ emergency: true, blocked: null });
  });

  it('that would make something undialable, or nothing, stops the call', () => {
    expect(sent('+442079460958', [prefix('.', '9')])).toBe('broken by Outside line');
    expect(sent('+442079460958', [prefix('.', '+')])).toBe('broken by Outside line');
    expect(sent('0812345678', [replace('0812345678', '')])).toBe('broken by Other beginning');
    expect(sent('9'.repeat(31), [prefix('9.', '11')])).toBe('broken by Outside line');
  });

  it('leaves alone what is shown, what is the same number, and what leads abroad', () => {
    const plain = desk([]);
    const ruled = desk([replace('+.', '001'), prefix('.', '*67')]);
    for (const number of ['0812345678', '+442079460958', '101']) {
      const { display, key, abroad } = plain.read(number) ?? {};
      expect(ruled.read(number)).toMatchObject({ display, key, abroad });
      expect(ruled.read(number)?.send).not.toBe(plain.read(number)?.send);
    }
  });

  it('of IT comes before the person’s own', () => {
    const numbers = desk([prefix('1900.', '', 'Mine')], {}, [block('1900.', 'IT')]);
    expect(numbers.read('1900123456')?.blocked).toBe('IT');
    expect(numbers.tryRules('1900123456', []).rule).toBe('IT');
  });

  it('that was changed counts from then on', () => {
    let rules = [prefix('0.', '9')];
    const numbers = createNumbers(() => ({ ...defaults, rules }));
    expect(numbers.read('0812345678')?.send).toBe('90812345678');
    rules = [prefix('0.', '8')];
    expect(numbers.read('0812345678')?.send).toBe('80812345678');
  });
});

const everything = [
  block('.', 'Everything'),
  block('!', 'Everything'),
  block('X!', 'Everything'),
  replace('!', '0', 'Everything'),
  prefix('!', '9', 'Everything'),
];

it.each(['191', '199', '1669', '1155', '112', '911', '1-9-1', '๑๙๑', ' 1669 '])(
  'the emergency number %s is never forbidden and never rewritten',
  (number) => {
    const digits = { '1-9-1': '191', '๑๙๑': '191', ' 1669 ': '1669' }[number] ?? number;
    for (const rule of [...everything, block(digits), replace(digits, '101'), prefix(digits, '9')]) {
      for (const internalLength of [1, 3, 4, 10]) {
        expect(sent(number, [rule], { internalLength })).toBe(digits);
        expect(desk([], { internalLength }, [rule]).read(number)?.send).toBe(digits);
      }
    }
    expect(desk(everything).tryRules(number)).toMatchObject({
      send: digits,
      rule: null,
      blocked: false,
      emergency: true,
    });
  },
);

it.each([
  ['00', ['00']],
  ['00[1-3]', ['001', '002', '003']],
  ['0[0-1]\\d', Array.from({ length: 20 }, (_, n) => `0${String(n).padStart(2, '0')}`)],
  ['00(?:1[245]|99)?', ['00', '0012', '0014', '0015', '0099']],
  ['001|14(?:1[14]|34)0011', ['001', '14110011', '14140011', '14340011']],
  ['1(?:0(?:01|[12]0)|100)', ['1001', '1010', '1020', '1100']],
])('every text of the expression %s', (pattern, texts) => {
  expect(everyText(pattern).sort()).toEqual([...texts].sort());
});

it('the prefixes of each country are digits, and few', () => {
  for (const country of countryCodes) {
    const prefixes = prefixesOf(country).abroad;
    expect(prefixes.length).toBeGreaterThan(0);
    for (const prefix of prefixes) expect(prefix).toMatch(/^\d{1,8}$/);
  }
  expect(prefixesOf('TH').abroad).toEqual([
    '00',
    '001',
    '002',
    '003',
    '004',
    '005',
    '006',
    '007',
    '008',
    '009',
  ]);
});

describe('the tester', () => {
  const numbers = desk([prefix('0X.', '9')]);

  it.each([
    ['081 234 5678', { display: '081 234 5678', send: '90812345678', rule: 'Outside line', blocked: false }],
    ['101', { display: '101', send: '101', rule: null, blocked: false }],
    ['call me', { send: null, rule: null, blocked: false }],
    ['', { send: null, rule: null, blocked: false }],
  ])('says what becomes of %s', (number, expected) => {
    expect(numbers.tryRules(number)).toEqual({ emergency: false, display: number, ...expected });
  });

  it('takes rules that are not kept yet', () => {
    expect(numbers.tryRules('0812345678', [block('0.')])).toMatchObject({
      send: null,
      rule: 'Forbidden',
      blocked: true,
    });
    expect(numbers.tryRules('0812345678', [prefix('0.', '++')])).toMatchObject({
      send: null,
      blocked: false,
    });
    expect(numbers.read('0812345678')?.send).toBe('90812345678');
  });
});

it('whatever the rules, what is sent can be dialled, and says the same when asked again', () => {
  const rule = fc.record({
    name: fc.constantFrom('A', 'B'),
    match: fc.string({ unit: fc.constantFrom(...'0189XZN[]-.!+*#'), minLength: 1, maxLength: 8 }),
    action: fc.constantFrom('prefix', 'replace', 'block'),
    value: fc.string({ unit: fc.constantFrom(...'0189+*#'), maxLength: 20 }),
  }) satisfies fc.Arbitrary<DiallingRule>;
  const number = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789+*#- '), maxLength: 34 }),
    fc.constantFrom('0812345678', '+66812345678', '191', '*97', '+442079460958', '101'),
  );
  const form = fc.constantFrom('national', 'e164', 'as-typed');
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 6 }), number, form, (rules, typed, numberForm) => {
      const read = desk(rules, { numberForm }).read(typed);
      const before = desk([], { numberForm }).read(typed);
      expect(read === null).toBe(before === null);
      if (read === null || before === null) return;
      expect(read.key).toBe(before.key);
      expect(read.display).toBe(before.display);
      if (read.blocked === null && read.broken === null)
        expect(read.send).toMatch(/^(?=.{1,32}$)(?:\+?\d+|[\d*#]+)$/);
      const tried = desk([], { numberForm }).tryRules(typed, rules);
      expect(tried.send).toBe(read.blocked === null && read.broken === null ? read.send : null);
    }),
    { numRuns: 3_000 },
  );
});
