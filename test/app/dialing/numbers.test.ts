import { expect, it } from 'vitest';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';

const numbers = (country = 'TH') => createNumbers(() => ({ ...defaults, country }));

it('what is found in a text stands as it does there, and keeps the extension behind it, to be shown and not dialled', () => {
  expect(numbers().find('Office 02-123-4567 ต่อ 12, mobile 081 234 5678')).toEqual([
    { number: '021234567', display: '02 123 4567', extension: '12', doubt: null },
    { number: '0812345678', display: '081 234 5678', extension: null, doubt: null },
  ]);
});

it.each([
  ['0812345678', false],
  ['+66812345678', false],
  ['66812345678', false],
  ['101', false],
  ['*97', false],
  ['1669', false],
  ['+442071234567', true],
  ['00442071234567', true],
  ['001442071234567', true],
  // No plan knows it: a plus says that it leads somewhere else.
  ['+999123', true],
])('%s leads abroad: %s', (number, abroad) => {
  expect(numbers().read(number)?.abroad).toBe(abroad);
});

/** Whatever is dialled before it where the desk is, and also where no plan knows what is behind that. */
const abroadWithoutPlus: Record<string, readonly string[]> = {
  TH: ['001', '004', '007', '008', '009', '00'].flatMap((prefix) => [
    `${prefix} 44 20 7946 0018`,
    `${prefix} 999 123 456`,
  ]),
  US: ['011 44 20 7946 0018', '011 44 207 946', '1 876 555 1234', '8765551234', '+1 876 555 1234'],
  AU: ['0011 44 20 7946 0018', '0018 44 207', '1411 0011 44 20 7946 0018'],
  JP: ['010 44 207 946', '001 010 44 20 7946 0018', '001 44 20 7946 0018', '0044 20 7946 0018'],
  KR: ['00700 44 20 7946 0018', '00727 44 207'],
  SG: ['018 44 207 946', '020 44 20 7946 0018'],
  ID: ['001 44 20 7946 0018', '007 44 20 7946 0018', '008 44 207 946'],
  RU: ['8 10 44 20 7946 0018', '8 10 44 207 946', '8 701 234 5678'],
  FI: ['990 44 207 946', '99577 44 207 946'],
  IL: ['012 44 207 946', '019 44 20 7946 0018'],
  CU: ['119 44 207 946'],
};
it.each(
  Object.entries(abroadWithoutPlus).flatMap(([country, all]) => all.map((one) => [country, one] as const)),
)('from %s, %s leads abroad', (country, number) => {
  for (const numberForm of ['national', 'e164', 'as-typed'] as const) {
    const desk = createNumbers(() => ({ ...defaults, country, numberForm }));
    expect(desk.read(number)?.abroad).toBe(true);
  }
});

it.each([
  ['TH', ['44 20 7946 0018', '1 212 555 0123', '856 20 5551 2345']],
  ['US', ['44 20 7946 0018', '66 81 234 5678']],
  ['GB', ['66 81 234 5678', '353 1 234 5678']],
])('from %s, a number in full leads abroad without its plus, too', (country, all) => {
  for (const one of all) expect(numbers(country).read(one)?.abroad, one).toBe(true);
});

it.each([
  ['TH', ['001 66 81 234 5678', '0066812345678', '90812345678', '3012345678901', '001', '1234567']],
  ['US', ['1 212 555 0123', '+1 800 555 0123', '(212) 555-0123', '0111']],
  ['CA', ['1 416 555 0123', '1 800 555 0123']],
  ['JM', ['876 555 1234']],
  ['RU', ['8 916 123 4567', '8 800 555 3535']],
  ['KZ', ['8 701 234 5678']],
  ['JP', ['0077-22-1234', '0120-123-456', '03-1234-5678']],
  ['SG', ['6123 4567', '9123 4567']],
  ['GB', ['07911 123456', '020 7946 0018', '+44 1481 256789']],
  ['IT', ['06 6981 2345', '333 123 4567']],
])('in %s, what stays there does not lead abroad', (country, all) => {
  for (const one of all) expect(numbers(country).read(one)?.abroad, one).toBe(false);
});

it('what is abroad depends on where the desk is', () => {
  expect(numbers('GB').read('+442071234567')?.abroad).toBe(false);
  expect(numbers('GB').read('+66812345678')?.abroad).toBe(true);
});

it.each([
  ['1900 123 456', true],
  ['01900123456', true],
  ['+66 1900 123 456', true],
  ['1800 123 456', false],
  ['1900', false],
  ['0812345678', false],
])('%s costs more than a call in Thailand: %s', (number, premium) => {
  expect(numbers().read(number)?.premium).toBe(premium);
});

const outside = [{ name: 'Outside line', match: '0.', action: 'prefix' as const, value: '9' }];
const onNine = createNumbers(() => ({ ...defaults, rules: outside }));
const onNineOfIt = createNumbers(() => defaults, outside);
/** Behind the key of an outside line a number is what it is without. */
it.each([
  ['191', ['emergency']],
  ['9191', ['emergency']],
  ['9 1669', ['emergency']],
  ['9-112', ['emergency']],
  ['9911', ['emergency']],
  ['9 0812345678', []],
  ['9 1900 123 456', ['premium']],
  ['9 01900 123 456', ['premium']],
  ['9 001 44 20 7123 4567', ['abroad']],
  ['9 0044 20 7123 4567', ['abroad']],
  ['9192', []],
  ['8191', []],
] as const)('%s behind an outside line is %s', (number, is) => {
  for (const numbers of [onNine, onNineOfIt]) {
    const read = numbers.read(number);
    expect((['emergency', 'premium', 'abroad'] as const).filter((one) => read?.[one])).toEqual(is);
  }
});

it('an emergency number behind an outside line passes the rules as it is, also one that forbids', () => {
  const rules = [
    ...outside,
    { name: 'Not by nine', match: '9.', action: 'block' as const, value: '' },
    { name: 'Twice', match: '9XXX', action: 'prefix' as const, value: '9' },
  ];
  const strict = createNumbers(() => ({ ...defaults, rules }));
  expect(strict.read('9191')).toMatchObject({ send: '9191', blocked: null, broken: null });
  expect(strict.tryRules('9191')).toMatchObject({ send: '9191', emergency: true, blocked: false });
  expect(strict.read('90812345678')).toMatchObject({ blocked: 'Not by nine' });
  expect(numbers().read('9191')?.emergency).toBe(false);
});
