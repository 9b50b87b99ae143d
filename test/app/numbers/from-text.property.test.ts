import { describe, expect, test } from 'vitest';
import { mostText, numbersInText } from '../../../app/numbers/from-text.ts';
import { fold } from '../../../app/util/characters.ts';
import { anyCharacter } from '../../support/any-character.ts';
import { fc } from '../../support/property.ts';

const desk = { country: 'TH', internalLength: 5, internalShortest: 2 };
const dials = (text: string) => numbersInText(text, desk).map(({ dial }) => dial);

/** Text made of what numbers, and what looks like them, are made of. */
const piece = fc.oneof(
  fc.constantFrom(...'0123456789๐๑๘๙０８+-–. ()/,;:#*\n\t\u00a0\u200b\u202a@%=xA"<'),
  fc.constantFrom('081', '02', '234', '5678', '4567', '66', '+66', '00', '001', '1800', '(0)', '  ', ' - '),
  fc.constantFrom(
    '081-234-5678',
    '02 123 4567',
    '+44 20 7946 0958',
    '0812345678',
    '2024-01-31',
    '1669',
    '101',
  ),
  fc.constantFrom(
    'tel:',
    'sip:',
    'callto:',
    ';ext=',
    ';phone-context=',
    '%2B',
    '%',
    'ต่อ ',
    'ext. ',
    'โทร',
    'หรือ',
    '*72',
  ),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  fc.string({ unit: anyCharacter, maxLength: 60 }),
);
const runs = { numRuns: 3_000 };

/** One number, in the spellings that people use, and what goes into the field for it. */
const digits = (length: number) =>
  fc.integer({ min: 0, max: 10 ** length - 1 }).map((n) => String(n).padStart(length, '0'));
const mobile = fc
  .tuple(fc.constantFrom('6', '8', '9'), digits(1), digits(3), digits(4))
  .chain(([a, b, c, d]) =>
    fc
      .constantFrom(
        `0${a}${b}${c}${d}`,
        `0${a}${b}-${c}-${d}`,
        `0${a}${b} ${c} ${d}`,
        `0${a}${b}.${c}.${d}`,
        `0${a}${b}-${c}${d}`,
        `(0${a}${b}) ${c}-${d}`,
        `+66${a}${b}${c}${d}`,
        `+66 ${a}${b} ${c} ${d}`,
        `+66 (0)${a}${b}-${c}-${d}`,
        `66${a}${b}${c}${d}`,
      )
      .map((written) => ({ written, dial: `0${a}${b}${c}${d}` })),
  );
const bangkok = fc
  .tuple(fc.integer({ min: 1, max: 9 }), digits(2), digits(4))
  .chain(([a, b, c]) =>
    fc
      .constantFrom(
        `02${a}${b}${c}`,
        `02-${a}${b}-${c}`,
        `02 ${a}${b} ${c}`,
        `0-2${a}${b}-${c}`,
        `0 2${a}${b} ${c}`,
        `(02) ${a}${b}-${c}`,
        `+66 2 ${a}${b} ${c}`,
      )
      .map((written) => ({ written, dial: `02${a}${b}${c}` })),
  );
const foreign = fc.constantFrom(
  { written: '+44 20 7946 0958', dial: '+442079460958' },
  { written: '+1 (202) 555-0188', dial: '+12025550188' },
  { written: '+493012345678', dial: '+493012345678' },
  { written: '+33 1 23 45 67 89', dial: '+33123456789' },
);
const number = fc.oneof({ weight: 4, arbitrary: mobile }, { weight: 3, arbitrary: bangkok }, foreign);
const between = fc.constantFrom(
  '\n',
  '\r\n',
  '\t',
  ', ',
  ',',
  '; ',
  '/',
  ' / ',
  ' | ',
  '  ',
  ' or ',
  ' หรือ ',
  'และ',
  ' & ',
);

describe('whatever the text', () => {
  test('it never throws, and what it offers can be dialled: digits, a plus at most, no code', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { dial, display, extension, source } of numbersInText(value, desk)) {
          expect(dial).toMatch(/^\+?\d{1,17}$/);
          expect(display.replaceAll(' ', '')).toBe(dial);
          // Behind a pause a link may have what is keyed after the answer.
          expect(extension ?? '1').toMatch(/^[\d*#,]{1,40}$/);
          expect(value).toContain(source);
        }
      }),
      runs,
    );
  });

  test('it never invents a digit: all but the trunk zero stand in the text, in their order', () => {
    // A link with `phone-context` says its country after the number, by the standard; escapes hide digits.
    const plain = text.filter((value) => !/phone-context|%/.test(value));
    fc.assert(
      fc.property(plain, (value) => {
        for (const { dial, source } of numbersInText(value, desk)) {
          const written = fold(source).text.replace(/\D/g, '');
          const wanted = dial.replace(/^(?:\+|0)/, '');
          let at = -1;
          for (const digit of wanted) {
            at = written.indexOf(digit, at + 1);
            expect(at, `${dial} from ${JSON.stringify(source)}`).toBeGreaterThanOrEqual(0);
          }
          // Nor leaves one out, but of a prefix: `001 66 (0)` at most. (Links have parameters and hosts.)
          if (!source.includes(':')) expect(written.length - wanted.length).toBeLessThanOrEqual(6);
        }
      }),
      runs,
    );
  });

  test('what it offered, it finds again as itself', () => {
    fc.assert(
      fc.property(text, (value) => {
        for (const { dial, display, doubt } of numbersInText(value, desk)) {
          // A link's word for it, and nothing else, says that it is a number.
          if (doubt === 'unlisted') continue;
          expect(dials(dial)).toEqual([dial]);
          expect(dials(display)).toEqual([dial]);
        }
      }),
      runs,
    );
  });

  test('beyond the bound nothing is read', () => {
    fc.assert(
      fc.property(text, text, (first, second) => {
        const page = `${first}\n`.padEnd(mostText, '.\n').slice(0, mostText);
        expect(dials(page + second)).toEqual(dials(`${page}\n.`));
      }),
      { numRuns: 300 },
    );
  });
});

describe('several numbers', () => {
  const list = fc.array(number, { minLength: 1, maxLength: 5 });

  test('are as many candidates, in their order, whatever stands between', () => {
    fc.assert(
      fc.property(list, between, (numbers, separator) => {
        const expected = [...new Set(numbers.map(({ dial }) => dial))];
        expect(dials(numbers.map(({ written }) => written).join(separator))).toEqual(expected);
      }),
      runs,
    );
  });

  test('are never joined or cut where only one space stands between', () => {
    fc.assert(
      fc.property(list, (numbers) => {
        const expected = [...new Set(numbers.map(({ dial }) => dial))];
        expect(dials(numbers.map(({ written }) => written).join(' '))).toEqual(expected);
      }),
      runs,
    );
  });

  test('are found between words of both languages', () => {
    const word = fc.constantFrom(
      'โทร',
      'Tel. ',
      'call ',
      'สมชาย ',
      'Room 12, ',
      '31/12/2567 ',
      '08:30 ',
      'ราคา 1,500 บาท ',
    );
    fc.assert(
      fc.property(
        word,
        number,
        fc.constantFrom('', '.', ' ครับ', ' please', '\n'),
        (before, { written, dial }, after) => {
          expect(dials(before + written + after)).toEqual([dial]);
        },
      ),
      runs,
    );
  });
});
