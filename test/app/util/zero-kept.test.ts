import { expect, it } from 'vitest';
import { toCsv } from '../../../app/calls/csv.ts';
import { tableIn } from '../../../app/contacts/formats/csv.ts';
import { toTable } from '../../../app/contacts/formats/write-csv.ts';

it.each(['0102', '00', '007'])(
  '%s is text to a spreadsheet in every table of text, and read back as it was',
  (number) => {
    expect(toCsv([['Number'], [number]])).toContain(`\u200b${number}\r\n`);
    const table = toTable([{ name: number, company: '', note: '', numbers: [{ number, label: '' }] }]);
    expect(table.split('\r\n')[1]?.split(',')).toEqual([
      `\u200b${number}`,
      '',
      '',
      '',
      '',
      `\u200b${number}`,
    ]);
    const [back] = tableIn(table.replace('\ufeff', ''), 'TH', 10) ?? [];
    expect([back?.name, back?.numbers[0]?.number]).toEqual([number, number]);
  },
);

it('a figure, and a number that begins with none, are as they are', () => {
  expect(toCsv([['102', 12, '0', '0.5']])).toBe('\ufeff102,12,0,0.5\r\n');
});
