import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiallingRule, Settings } from '../../../app/contract.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { defaults } from '../../../app/settings/schema.ts';

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
