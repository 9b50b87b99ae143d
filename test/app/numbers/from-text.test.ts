import { describe, expect, test } from 'vitest';
import { mostText, numbersAsWritten, numbersInText } from '../../../app/numbers/from-text.ts';
import { deskTexts } from './desk-texts.ts';
import { otherFigures } from './other-figures.ts';
import { texts } from './texts.ts';

const desk = { country: 'TH', internalLength: 5, internalShortest: 3 };

const found = (text: string, finding = desk) =>
  numbersInText(text, finding).map(({ dial, extension }) => (extension ? `${dial} x${extension}` : dial));

describe.each([texts, deskTexts, otherFigures].flatMap(Object.entries<(typeof texts)[string]>))(
  '%s',
  (_, rows) => {
    test.each(rows.map(([text, ...expected]) => ({ text, expected })))(
      '$text → $expected',
      ({ text, expected }) => {
        expect(found(text)).toEqual(expected);
      },
    );
  },
);

describe('beside the number', () => {
  test('says where it stands in the text, as it stands there', () => {
    const text = 'โทร \u202a๐๘๑–๒๓๔–๕๖๗๘\u202c หรือ (+66) 2-123-4567 ต่อ 12 นะ';
    expect(numbersInText(text, desk).map(({ source }) => source)).toEqual([
      '๐๘๑–๒๓๔–๕๖๗๘',
      '(+66) 2-123-4567',
    ]);
  });

  test('shows an extension as it is, and not as the beginning of a number', () => {
    expect(numbersInText('0812', desk)).toEqual([
      { dial: '0812', display: '0812', extension: null, doubt: null, source: '0812' },
    ]);
  });

  test('groups it for reading', () => {
    const text = '0812345678 021234567 +442079460958 0049-30-12345678';
    expect(numbersInText(text, desk).map(({ display }) => display)).toEqual([
      '081 234 5678',
      '02 123 4567',
      '+44 20 7946 0958',
      '+49 30 12345678',
    ]);
  });
});

test('every blank of Unicode may stand between the digits', () => {
  const blanks = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((one) =>
    /[\p{Zs}\u2800\u3164]/u.test(one),
  );
  expect(blanks.length).toBeGreaterThan(17);
  for (const blank of blanks) {
    expect(found(`02${blank}123${blank}4567`)).toEqual(['021234567']);
    expect(found(`02&#${blank.charCodeAt(0)};123&#x${blank.charCodeAt(0).toString(16)};4567`)).toEqual([
      '021234567',
    ]);
  }
});

describe('settings', () => {
  test('an extension of six digits counts where extensions are that long', () => {
    expect(found('123456', { country: 'TH', internalLength: 6, internalShortest: 3 })).toEqual(['123456']);
  });

  test.each([
    [2, ['12']],
    [3, ['12', '101']],
    [4, ['12', '101', '2001']],
    [6, ['12', '101', '2001', '12345', '123456']],
    [8, ['12', '101', '2001', '12345', '123456', '1234567', '12345678']],
  ])('with extensions of %i digits at most, no longer figure is one', (internalLength, expected) => {
    const figures = ['7', '12', '101', '2001', '12345', '123456', '1234567', '12345678', '123456789'];
    const finding = { country: 'TH', internalLength, internalShortest: 2 };
    expect(figures.filter((figure) => found(figure, finding).length > 0)).toEqual(expected);
    // A link says that it is a number, and is asked about.
    const sure = figures.filter((figure) => numbersInText(`tel:${figure}`, finding)[0]?.doubt === null);
    expect(sure).toEqual(expected);
    expect(found('Room 12, call 0812345678', { country: 'TH', internalLength, internalShortest: 2 })).toEqual(
      ['0812345678'],
    );
  });

  test.each([
    [1, ['12', '101', '2001']],
    [2, ['12', '101', '2001']],
    [3, ['101', '2001']],
    [4, ['2001']],
  ])('with extensions of %i digits at least, no shorter figure is one', (internalShortest, expected) => {
    const figures = ['7', '12', '101', '2001', '10110'];
    for (const written of ['', 'โทร ', 'ต่อ ', 'ext. ']) {
      const finding = { country: 'TH', internalLength: 4, internalShortest };
      expect(figures.filter((figure) => found(written + figure, finding).length > 0)).toEqual(expected);
    }
  });

  test.each([
    ['tel:5551234', 'unlisted'],
    ['tel:90812345678', 'unlisted'],
    ['callto:12345', null],
    ['tel:101', null],
    ['tel:191', null],
    ['tel:0812345678', null],
  ])('the plan does not know everything that a link names: %s', (link, doubt) => {
    expect(numbersInText(link, desk)).toMatchObject([{ doubt }]);
    expect(numbersInText(`<a href="${link}">call</a>`, desk)).toMatchObject([{ doubt }]);
  });

  test.each(
    ['Tel', 'TEL', 'tel', 'callto'].flatMap((scheme) =>
      [',', ';', ',,', ', ', ',Fax:', ';Fax:', ',Mobile '].map((joint) => [scheme, joint] as const),
    ),
  )('%s: before a list parted by %j is a label', (scheme, joint) => {
    for (const [first, second] of [
      ['02-888-4009', '02-888-4010'],
      ['0812345678', '0898765432'],
      ['+6621234567', '+66812345678'],
    ] as const) {
      const read = numbersInText(`${scheme}:${first}${joint}${second}`, desk);
      expect(read.map(({ extension }) => extension)).toEqual([null, null]);
    }
  });

  test('an emergency number stands alone however short extensions are', () => {
    expect(found('1669', { country: 'TH', internalLength: 3, internalShortest: 3 })).toEqual(['1669']);
    expect(found('1234', { country: 'DE', internalLength: 3, internalShortest: 3 })).toEqual([]);
  });

  test.each([
    ['US', '(212) 555-0188', '2125550188'],
    ['US', '1-212-555-0188', '2125550188'],
    ['US', '011 44 20 7946 0958', '011442079460958'],
    ['US', '+66 81 234 5678', '+66812345678'],
    ['GB', '020 7946 0958', '02079460958'],
    ['GB', '0044 20 7946 0958', '02079460958'],
    ['DE', '030 12345678', '03012345678'],
    ['FR', '+33 1 23 45 67 89', '0123456789'],
    ['SG', '6123 4567', '61234567'],
    ['JP', '03-1234-5678', '0312345678'],
    ['CN', '138 0013 8000', '13800138000'],
  ])('a desk in %s finds %s', (country, text, expected) => {
    expect(found(text, { country, internalLength: 5, internalShortest: 2 })).toEqual([expected]);
  });

  // Eight digits without a trunk prefix, and nearly any: what looks like them is found out by its own shape.
  test.each(['2024-01-31', '2567.01.31', '31-12-2024', '20.30-22.00', '4571 2345 2345 6789', '20.30.40.50'])(
    'a desk in DK finds no number in %s',
    (text) => {
      expect(found(text, { country: 'DK', internalLength: 5, internalShortest: 2 })).toEqual([]);
      expect(found('20 12 34 56', { country: 'DK', internalLength: 5, internalShortest: 2 })).toEqual([
        '20123456',
      ]);
    },
  );

  // What stands behind the slash is a number by itself, and the wrong one.
  test.each([
    ['030/1234567', '0301234567'],
    ['+49 (0)30/123 45-67', '0301234567'],
    ['0171 / 123 45 67', '01711234567'],
    ['030/1234567, 0171/1234567', '0301234567', '01711234567'],
    ['030 12345678/0171 1234567', '03012345678', '01711234567'],
    ['030 1234567/8', '0301234567'],
    ['4711/1234567'],
    ['Az. 12/3456'],
    ['1234567'],
    ['24/11/2026'],
  ])('a desk in DE does not cut %s at the slash', (text, ...expected) => {
    expect(found(text, { country: 'DE', internalLength: 5, internalShortest: 2 })).toEqual(expected);
  });

  test('a number without its trunk prefix is any figure', () => {
    expect(found('20 7946 0958', { country: 'GB', internalLength: 5, internalShortest: 2 })).toEqual([]);
  });

  test('a country without a known plan still has numbers with a plus', () => {
    const nowhere = { country: 'XX', internalLength: 5, internalShortest: 2 };
    expect(found('081-234-5678 or +66 81 234 5678', nowhere)).toEqual(['+66812345678']);
  });
});

describe('a very long text', () => {
  const line = '081-234-5678\n';

  test('is read up to the bound and no further', () => {
    const filler = 'x '.repeat(mostText / 2);
    expect(found(`${line}${filler}089-876-5432`)).toEqual(['0812345678']);
    expect(found(`${' '.repeat(mostText)}${line}`)).toEqual([]);
  });

  test('never yields a number that the bound cut short', () => {
    for (let before = mostText - 60; before <= mostText; before += 1) {
      const text = `${'.\n'.repeat(before / 2)}${' '.repeat(before % 2)}+49 30 1234567890\n`.padEnd(
        2 * mostText,
        '.',
      );
      expect([[], ['+49301234567890']]).toContainEqual(found(text));
    }
  });

  test('of 50 MB yields what its first page does', () => {
    const huge = Array.from({ length: 4_000_000 }, () => line).join('');
    expect(huge.length).toBeGreaterThan(50_000_000);
    expect(found(huge)).toEqual(found(huge.slice(0, mostText)));
  });

  test('of figures alone ends', () => {
    for (const figures of [
      '1 ',
      '0-',
      '00 4 ',
      '+66 ',
      '1,',
      '(',
      '081 ',
      'tel:',
      '"tel:%41',
      'AB12',
      '*',
      '๐.',
    ]) {
      expect(found(figures.repeat(mostText)).length).toBeLessThanOrEqual(50);
    }
  });

  test('offers no more than a person can choose from', () => {
    const many = Array.from({ length: 1_000 }, (_, index) => `08${10_000_000 + index * 7_919}`).join('\n');
    expect(found(many)).toHaveLength(50);
  });
});

test.each([
  ['work +66 (0)2 123 4567, mobile 081 234 5678', '021234567', '0812345678'],
  [
    'Fax 02 123 4568\nTel 02 123 4567\nhttps://example.com tel:0812345678',
    '021234567',
    '0812345678',
    '021234568',
  ],
  ['Locker 0898765432, Somchai 02 123 4567, mobile 081 234 5678', '021234567', '0812345678', '0898765432'],
])(
  'to be chosen from, numbers stand as they do in the text, unsure ones and faxes last: %s',
  (text, ...expected) => {
    expect(numbersAsWritten(text, desk).map(({ dial }) => dial)).toEqual(expected);
    expect(new Set(found(text))).toEqual(new Set(expected));
  },
);
