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
