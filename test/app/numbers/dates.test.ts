import { type CountryCode, getExampleNumber, type PhoneNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { describe, expect, test } from 'vitest';
import { countryCodes } from '../../../app/contract/countries.ts';
import { numbersInText } from '../../../app/numbers/from-text.ts';
import { fc } from '../../support/property.ts';

const found = (text: string, country = 'TH') =>
  numbersInText(text, { country, internalLength: 4, internalShortest: 3 });
const sure = (text: string, country = 'TH') =>
  found(text, country).flatMap(({ dial, doubt }) => (doubt === null ? [dial] : []));

/** Telephones whose usual spelling is pairs or fours of digits have numbers that look like a date. */
const plain = fc.integer({ min: 1, max: 28 });
const twoDigits = (value: number) => String(value).padStart(2, '0');
const small = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.boolean())
    .map(([value, padded]) => (padded ? twoDigits(value) : String(value)));

const thaiMonths = ['ม.ค.', 'ก.พ.', 'มีนาคม', 'เมษายน', 'พ.ค.', 'มิถุนายน', 'ก.ค.', 'สิงหาคม', 'ธันวาคม'];
const months = ['Jan', 'February', 'Mar.', 'AUG', 'september', 'Okt', 'Dezember', 'mars', 'de mayo de'];
const day = small(31);
const days = fc.oneof(
  { weight: 2, arbitrary: day },
  fc
    .tuple(plain, fc.integer({ min: 1, max: 3 }), fc.constantFrom('-', ' - ', '–', '/', ' ', ' to ', ' ถึง '))
    .map(([first, more, between]) => `${twoDigits(first)}${between}${twoDigits(first + more)}`),
);
const month = fc.oneof({ weight: 3, arbitrary: small(12) }, fc.constantFrom(...thaiMonths, ...months));
const fullYear = fc
  .oneof(
    fc.integer({ min: 2001, max: 2050 }),
    fc.integer({ min: 2533, max: 2583 }).map((year) => year),
  )
  .map(String);
const year = fc.oneof(
  { weight: 3, arbitrary: fullYear },
  fullYear.map((full) => full.slice(2)),
);
const separator = fc.constantFrom('-', '.', '/', ' ', ' - ', '. ', ', ', '–', '‑', '\u00a0');
const order = fc.constantFrom('dmy', 'mdy', 'ymd', 'ydm');
const time = fc
  .record({
    before: fc.constantFrom(' ', ', ', ' เวลา ', ' at ', ' - ', 'T'),
    mark: fc.constantFrom(':', '.', ''),
    from: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })),
    to: fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })),
    until: fc.constantFrom(null, '-', ' - ', '–', ' ถึง '),
    after: fc.constantFrom('', ' น.', 'h'),
  })
  .map(({ before, mark, from, to, until, after }) => {
    const clock = (parts: [number, number]) => parts.map(twoDigits).join(mark);
    return `${before}${clock(from)}${until === null ? '' : until + clock(to)}${after}`;
  });

const written = fc
  .record({ d: days, m: month, y: year, order, first: separator, second: separator })
  .map(({ d, m, y, order: how, first, second }) => {
    const parts = { d, m, y };
    const [one, two, three] = [...how].map((part) => parts[part as 'd' | 'm' | 'y']);
    return `${one}${first}${two}${second}${three}`;
  });
const solid = fc
  .record({ d: fc.integer({ min: 1, max: 31 }), m: fc.integer({ min: 1, max: 12 }), y: fullYear, order })
  .map(({ d, m, y, order: how }) =>
    [...how].map((part) => ({ d: twoDigits(d), m: twoDigits(m), y })[part as 'd' | 'm' | 'y']).join(''),
  );
const monthYear = fc
  .tuple(small(12), fc.constantFrom('/', '-', '.', ' '), fullYear)
  .map((parts) => parts.join(''));
const one = fc.oneof({ weight: 6, arbitrary: written }, solid, monthYear, fullYear);
const range = fc
  .tuple(one, fc.constantFrom('-', ' - ', ' to ', ' – ', '/', ' ถึง ', ', '), one)
  .map((parts) => parts.join(''));
const dateText = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: one }, range), fc.oneof(fc.constant(''), time))
  .map((parts) => parts.join(''));
/** Is an extension where extensions have four digits. */
const aYearAlone = /^\s*\d{4}\s*$/;
const inText = fc
  .tuple(
    fc.constantFrom('', 'Training ', 'อบรม ', 'วันที่ ', 'from ', 'Stay: ', 'ระหว่าง'),
    dateText,
    fc.constantFrom('', ', room 3', ' ห้อง 201', ' (Mon)', '\n'),
  )
  .map((parts) => parts.join(''))
  .filter((text) => !aYearAlone.test(text));

describe('a date', () => {
  test.each([
    ['TH', 'Training 08-12.06.2026, room 3'],
    ['TH', '06-10.01.2026'],
    ['TH', 'อบรม 06-10.07.2569 ห้อง 201'],
    ['TH', '06 - 10 01 2026'],
    ['TH', '06 01 2026 10:30'],
    ['TH', '06 01 2026 10 คน'],
    ['TH', '06.01.26 1030'],
    ['TH', '06-10/01/2569'],
    ['TH', 'Room 053 06.01.69'],
    ['TH', '๐๖-๑๐.๐๗.๒๕๖๙'],
    ['DE', '01.01.2026-05.01.2026'],
    ['DE', '03/2024 - 05/2026'],
    ['DE', '01.01.2026 101'],
    ['DK', '20240131'],
    ['DK', '20-24.02.26'],
    ['US', '2026 10 12 30'],
    ['HK', '28 02 2026'],
  ])('in %s is no number: %s', (country, text) => {
    expect(found(text, country)).toEqual([]);
  });

  test.each(countryCodes)('however it is written, is never a sure number in %s', (country) => {
    fc.assert(
      fc.property(inText, (text) => {
        expect(sure(text, country)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('however it is written, is never a sure number in Thailand, and alone is none at all', () => {
    fc.assert(
      fc.property(inText, one, (text, alone) => {
        expect(sure(text)).toEqual([]);
        fc.pre(!aYearAlone.test(alone));
        expect(found(alone)).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test.each(['1-AUG-66', '1 ส.ค. 66', '01/08/66'])(
    'of the year that is the country’s code leaves a number: %s',
    (date) => {
      expect(found(`${date} 081-234-5678`).map(({ dial }) => dial)).toEqual(['0812345678']);
    },
  );

  test('beside a number leaves it', () => {
    fc.assert(
      fc.property(one, fc.constantFrom(' ', ', ', '\n', '  '), (date, between) => {
        expect(found(`${date}${between}081-234-5678`).map(({ dial }) => dial)).toEqual(['0812345678']);
        expect(found(`02 123 4567${between}${date}`).map(({ dial }) => dial)).toEqual(['021234567']);
      }),
      { numRuns: 5_000 },
    );
  });
});

/** A number of the country as its people write it. */
function spellings(phone: PhoneNumber): string[] {
  const national = phone.formatNational();
  const international = phone.formatInternational();
  return [
    national,
    national.replace(/[ ()]+/g, '-').replace(/^-/, ''),
    national.replace(/\D/g, ''),
    international,
    phone.number,
  ];
}

test.each(countryCodes)('the example number of %s stays found in its usual spellings', (country) => {
  const phone = getExampleNumber(country as CountryCode, examples);
  // Ascension, the Falklands …: five digits are any figure.
  if (!phone || phone.nationalNumber.length < 6) return;
  for (const text of spellings(phone)) {
    // `21-12-34` is a date to all the world but the Faroes.
    if (/^\d\d-\d\d-\d\d$/.test(text)) continue;
    // In pairs, and with no more said, it could be a date in a few countries: `06 03 12 34`.
    expect(found(text, country), text).toHaveLength(1);
    expect(sure(`Tel. ${text}`, country), text).toHaveLength(1);
  }
});

describe('what is a number and could be a date', () => {
  test.each([
    ['FR', '06 10 01 20 26', '0610012026'],
    ['DK', '20 24 02 26', '20240226'],
    ['HK', '2567 2024', '25672024'],
    ['AU', '02 1212 2026', '0212122026'],
    ['TH', '06-1001-2026', '0610012026'],
  ])('in %s, as numbers are grouped there, asks: %s', (country, text, dial) => {
    expect(found(text, country)).toMatchObject([{ dial, doubt: 'labelled' }]);
    expect(found(`Tel. ${text}`, country)).toMatchObject([{ dial, doubt: null }]);
  });

  test.each([
    ['TH', '0610012026', '0610012026'],
    ['TH', '061 001 2026', '0610012026'],
    ['TH', '+66 6 10 01 2026', '0610012026'],
    ['FR', '06 12 34 56 78', '0612345678'],
    ['DE', '030 12 01 26', '030120126'],
  ])('in %s is sure: %s', (country, text, dial) => {
    expect(found(text, country)).toMatchObject([{ dial, doubt: null }]);
  });
});
