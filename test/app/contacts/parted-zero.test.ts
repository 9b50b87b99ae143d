import { expect, it } from 'vitest';
import { tableIn } from '../../../app/contacts/formats/csv.ts';
import { toTable } from '../../../app/contacts/formats/write-csv.ts';

it.each([
  ['0102', '01 02'],
  ['00', '0 0'],
  ['007', '0 07'],
  ['01023', '0 1023'],
  ['010234', '01 0234'],
  ['0102345', '01 02345'],
  ['102', '102'],
])(
  '%s is text to a spreadsheet as %s, which every program can dial, and read back as it was',
  (number, shown) => {
    const table = toTable([{ name: 'Ploy', company: '', note: '', numbers: [{ number, label: '' }] }]);
    expect(table.split('\r\n')[1]?.split(',').at(-1)).toBe(shown);
    const [back] = tableIn(table.replace('\ufeff', ''), { country: 'TH', most: 10, lists: true }) ?? [];
    expect(back?.numbers[0]?.number).toBe(number);
  },
);
