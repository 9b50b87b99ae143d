import { describe, expect, test } from 'vitest';
import { type Interpretation, interpretNumber } from '../../../app/numbers/interpret.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

const desk = { country: 'TH', form: 'national', internalLength: 5 } as const;
const read = (typed: string, settings = {}) => interpretNumber(typed, { ...desk, ...settings });

describe('what is sent, by the form that the PBX wants', () => {
  test.each<[typed: string, national: string, e164: string, asTyped: string]>([
    ['0812345678', '0812345678', '+66812345678', '0812345678'],
    ['081-234-5678', '0812345678', '+66812345678', '0812345678'],
    ['(081) 234.5678', '0812345678', '+66812345678', '0812345678'],
    ['๐๘๑ ๒๓๔ ๕๖๗๘', '0812345678', '+66812345678', '0812345678'],
    ['０８１２３４５６７８', '0812345678', '+66812345678', '0812345678'],
    ['\u202a081\u2011234\u20115678\u202c', '0812345678', '+66812345678', '0812345678'],
    ['+66812345678', '0812345678', '+66812345678', '+66812345678'],
    ['＋๖๖ ๘๑ ๒๓๔ ๕๖๗๘', '0812345678', '+66812345678', '+66812345678'],
    ['(+66) 81 234 5678', '0812345678', '+66812345678', '+66812345678'],
    ['+66 (0) 81 234 5678', '0812345678', '+66812345678', '+66812345678'],
    ['+660812345678', '0812345678', '+66812345678', '+660812345678'],
    ['66812345678', '0812345678', '+66812345678', '66812345678'],
    ['66 2 123 4567', '021234567', '+6621234567', '6621234567'],
    ['0066812345678', '0812345678', '+66812345678', '0066812345678'],
    ['812345678', '0812345678', '+66812345678', '812345678'],
    ['02-123-4567', '021234567', '+6621234567', '021234567'],
    ['053 123 456', '053123456', '+6653123456', '053123456'],
    ['1800 123 456', '1800123456', '+661800123456', '1800123456'],
    // A block that was given out after the metadata was made.
    ['+66512345678', '0512345678', '+66512345678', '+66512345678'],
    ['+44 20 7946 0958', '+442079460958', '+442079460958', '+442079460958'],
    ['+39 (0)6 1234 5678', '+390612345678', '+390612345678', '+390612345678'],
    ['+66 (0)51 234 5678', '0512345678', '+66512345678', '+66512345678'],
    ['0033 6 12345678', '+33612345678', '+33612345678', '0033612345678'],
    ['003 36 1 234 5678', '0033612345678', '+3612345678', '0033612345678'],
    ['001 44 (0)20 7946 0958', '001442079460958', '+442079460958', '001442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958', '+442079460958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958', '+442079460958', '00442079460958'],
    ['001 44 20 7946 0958', '001442079460958', '+442079460958', '001442079460958'],
    ['00944 20 7946 0958', '009442079460958', '+442079460958', '009442079460958'],
    ['001 800 1234 5678', '00180012345678', '+80012345678', '00180012345678'],
  ])('%s', (typed, national, e164, asTyped) => {
    const sent = (form: 'national' | 'e164' | 'as-typed') => read(typed, { form }).send;
    expect([sent('national'), sent('e164'), sent('as-typed')]).toEqual([national, e164, asTyped]);
    expect(read(typed).kind).toBe('phone');
  });

  test.each<[typed: string, kind: Interpretation['kind']]>([
    ['0', 'internal'],
    ['101', 'internal'],
    ['10234', 'internal'],
    ['02123', 'internal'],
    ['1150', 'internal'],
    ['191', 'emergency'],
    ['1669', 'emergency'],
    ['112', 'emergency'],
    ['*97', 'feature-code'],
    ['*72081', 'feature-code'],
    ['*720812345678', 'feature-code'],
    ['#9', 'feature-code'],
    ['**61*0812345678#', 'feature-code'],
    ['123456', 'other'],
    ['12345678', 'other'],
    ['90812345678', 'other'],
    ['081234567', 'other'],
    ['+6681', 'other'],
    ['9'.repeat(32), 'other'],
  ])('%s goes untouched in every form', (typed, kind) => {
    for (const form of ['national', 'e164', 'as-typed'] as const) {
      expect(read(typed, { form })).toMatchObject({ kind, send: typed, key: typed });
    }
  });

  test('a four-digit service goes untouched where extensions have three digits', () => {
    expect(read('1150', { form: 'e164', internalLength: 3 })).toMatchObject({ kind: 'other', send: '1150' });
    expect(read('1669', { form: 'e164', internalLength: 3 })).toMatchObject({
      kind: 'emergency',
      send: '1669',
    });
  });

  test('what could be a number elsewhere is an extension where extensions are that long', () => {
    expect(read('812345678', { internalLength: 9 })).toMatchObject({ kind: 'internal', send: '812345678' });
  });

  test.each([
    ['US', '(212) 555-0188', '2125550188', '+12125550188'],
    ['US', '011 44 20 7946 0958', '011442079460958', '+442079460958'],
    ['US', '+66 81 234 5678', '+66812345678', '+66812345678'],
    ['GB', '020 7946 0958', '02079460958', '+442079460958'],
    ['GB', '+44 (0)20 7946 0958', '02079460958', '+442079460958'],
    ['AR', '+54 9 11 2345-6789', '0111523456789', '+5491123456789'],
    ['XX', '+66 81 234 5678', '+66812345678', '+66812345678'],
    ['XX', '081 234 5678', '0812345678', '0812345678'],
  ])('a desk in %s dials %s', (country, typed, national, e164) => {
    expect(read(typed, { country }).send).toBe(national);
    expect(read(typed, { country, form: 'e164' }).send).toBe(e164);
  });
});

describe('what is not a number', () => {
  test.each([
    '+',
    '++66812345678',
    '+66+812345678',
    '0812+345678',
    'abc',
    '081x2345678',
    '081-234-5678 ต่อ 12',
    '081/2345678',
    '0812345678,0898765432',
    '081\t2345678',
    '0812345678\n',
    '081\u00002345678',
    '081\u007f2345678',
    '+*97',
    '-',
    '()',
    '1'.repeat(33),
    '*'.repeat(33),
    ' '.repeat(201),
    '½',
    '٫',
  ])('%j', (typed) => {
    expect(read(typed)).toMatchObject({ kind: 'not-a-number', send: null, key: '' });
  });

  test('is shown for correction, without what cannot be seen', () => {
    expect(read('call\u0000me \u202eback').display).toBe('call me back');
  });

  test('nothing is nothing, and so are spaces', () => {
    for (const typed of ['', '   ', '\u00a0', '\u200b']) {
      expect(read(typed)).toEqual({
        kind: 'empty',
        display: '',
        shown: '',
        send: null,
        key: '',
        spellings: [],
        abroad: false,
      });
    }
  });
});

test('every spelling of a number is shown alike', () => {
  for (const [shown, ...spellings] of [
    [
      ...[
        '081 234 5678',
        '0812345678',
        '(081) 234-5678',
        '+66 81 234 5678',
        '+66 (0)81 234 5678',
        '+66 (081) 234 5678',
      ],
      ...['+660812345678', '66812345678', '0066 81 234 5678', '๐๘๑-๒๓๔-๕๖๗๘'],
    ],
    ['02 123 4567', '02-123-4567', '+66 (0) 2 123 4567', '6621234567'],
    ['+44 20 7946 0958', '+44 (0)20 7946 0958', '+442079460958', '0044 20 7946 0958'],
    // There the zero belongs to the number.
    ['+39 06 6981 2345', '+39 (0)6 698 12345', '+390669812345'],
    // Who carries the call was chosen with the number.
    ['001 44 20 7946 0958', '001442079460958'],
    ['101', '101'],
    ['*97', '*97'],
  ])
    for (const spelling of spellings) expect(read(spelling).shown, spelling).toBe(shown);
});

describe('how it is shown', () => {
  test.each([
    ['0812345678', '081 234 5678'],
    ['๐๘๑๒๓๔๕๖๗๘', '081 234 5678'],
    ['021234567', '02 123 4567'],
    ['053123456', '053 123 456'],
    ['+66812345678', '+66 81 234 5678'],
    ['+442079460958', '+44 20 7946 0958'],
    ['0044 2079460958', '00 44 20 7946 0958'],
    ['001442079460958', '001 44 20 7946 0958'],
    ['1800123456', '1800 123 456'],
    ['081', '081'],
    ['0812', '081 2'],
    ['02123', '02 123'],
    ['+6681', '+66 81'],
    ['10234', '10234'],
    ['*720812345678', '*720812345678'],
    ['08123456789', '08123456789'],
    // On its way to a number, it is the police's for a moment.
    ['+66191', '+66 19 1'],
    ['+66199', '+66 19 9'],
  ])('%s as %s', (typed, display) => {
    expect(read(typed).display).toBe(display);
  });

  test('an extension is not grouped as the beginning of an American number', () => {
    expect(read('2125', { country: 'US' }).display).toBe('2125');
  });

  test('at every length, in every country, it has the digits that were typed and no other', () => {
    const country = fc.constantFrom('TH', 'US', 'GB', 'DE', 'AR', 'IT', 'JP', 'CN', 'BR', 'RU', 'XX');
    const plus = fc.constantFrom('', '+', '00', '001', '0', '+66', '66', '+44');
    const rest = fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 26 });
    fc.assert(
      fc.property(country, plus, rest, (where, start, digits) => {
        const { display } = read(start + digits, { country: where });
        expect(display.replaceAll(' ', '')).toBe(start + digits);
        expect(display).toMatch(/^(?:\+?\d+(?: \d+)*)?\+?$/);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('the key', () => {
  test('is one for every spelling of a number', () => {
    const spellings = [
      '0812345678',
      '081-234-5678',
      '+66 (0)81 234 5678',
      '66812345678',
      '0066812345678',
      '๐๘๑๒๓๔๕๖๗๘',
    ];
    for (const form of ['national', 'e164', 'as-typed'] as const) {
      expect(new Set(spellings.map((typed) => read(typed, { form }).key))).toEqual(new Set(['+66812345678']));
    }
    expect(read('001 44 20 7946 0958').key).toBe(read('+442079460958').key);
  });

  test('differs between an extension and a number that ends in it', () => {
    expect(read('5678').key).not.toBe(read('0812345678').key);
  });
});

test('whatever is typed, nothing throws, and what is sent is what an exchange can dial', () => {
  const typed = fc.oneof(
    fc.string({ unit: anyCharacter, maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'0123456789๐๑+*#- ().\u00a0\u200b'), maxLength: 40 }),
  );
  const form = fc.constantFrom('national', 'e164', 'as-typed');
  fc.assert(
    fc.property(typed, form, fc.constantFrom('TH', 'US', 'XX'), (value, as, country) => {
      const { send, kind, key } = read(value, { form: as, country });
      expect(send === null).toBe(kind === 'empty' || kind === 'not-a-number');
      if (send === null) return;
      expect(send).toMatch(/^(?:\+?\d{1,32}|[\d*#]{1,32})$/);
      expect(key).not.toBe('');
      // What was sent, typed in its turn, is the same call.
      expect(read(send, { form: as, country }).send).toBe(send);
    }),
    { numRuns: 3_000 },
  );
});
