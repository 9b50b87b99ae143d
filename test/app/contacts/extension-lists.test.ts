import { describe, expect, it } from 'vitest';
import { readFile } from '../../../app/directory/read.ts';
import { behindHash } from '../../../app/numbers/extension.ts';
import { bringing } from './bringing.ts';

const words = [
  ...['ต่อ', 'ต่อภายใน', 'ภายใน', 'เบอร์ต่อ', 'เบอร์ภายใน', 'หมายเลขภายใน', 'ต่อหมายเลข', 'โทรภายใน', 'กด'],
  ...[
    'ext',
    'ext.',
    'Ext:',
    'exts.',
    'extn',
    'extn.',
    'extension',
    'Extensions',
    'ext. no.',
    'x',
    '#',
    'local',
  ],
];
const lists: readonly (readonly [string, readonly string[]])[] = [
  ['12', ['12']],
  ['12, 13', ['12', '13']],
  ['12,13', ['12', '13']],
  ['12/13', ['12', '13']],
  ['12 / 13', ['12', '13']],
  ['12-13', ['12', '13']],
  ['12 & 13', ['12', '13']],
  ['12 or 13', ['12', '13']],
  ['12 and 13', ['12', '13']],
  ['12 และ 13', ['12', '13']],
  ['12หรือ13', ['12', '13']],
  ['101-104', ['101', '102', '103', '104']],
  ['0102, 0103, 0104', ['0102', '0103', '0104']],
];

const kept = (number: string) => number.replace(/^02 ?123 ?4567/, '');

describe.each(words)('behind %s', (word) => {
  it.each(lists)(
    '%s is each of them, in a table, a vCard, the form and the directory',
    async (list, each) => {
      const written = `02 123 4567 ${word} ${list}`;
      const expected = each.map((one) => ` ext. ${one}`);
      const cell = `Name,Work Phone\nPloy,"${written}"\n`;
      const card = `BEGIN:VCARD\nVERSION:3.0\nFN:Ploy\nTEL;TYPE=WORK:${written.replaceAll(',', '\\,')}\nEND:VCARD\n`;
      for (const of of [cell, card]) {
        const at = bringing();
        await at.bring(of);
        expect(at.kept().map(kept), of).toEqual(expected);
        const read = readFile(Buffer.from(of), 'TH');
        const numbers = read.ok ? read.value.flatMap((one) => one.numbers.map(({ number }) => number)) : [];
        expect(numbers.map(kept), of).toEqual(expected);
      }
      const form = bringing();
      form.contacts.add({ name: 'Ploy', company: '', note: '', numbers: [{ number: written, label: '' }] });
      expect(form.kept().map(kept)).toEqual(expected);
    },
  );
});

it.each([
  ['02-123-4567 ภายใน 30 วัน', ['021234567']],
  ['โทร 02-123-4567 ภายใน 17.00 น.', ['021234567']],
  ['02-123-4567 ต่อ 12, 081 234 5678', ['021234567 ext. 12', '081 234 5678']],
  ['02 123 4567 ext 12; 13', ['021234567 ext. 12', '021234567 ext. 13']],
  ['02 123 4567 #12, #13', ['021234567 ext. 12', '021234567 ext. 13']],
  ['02 123 4567 ต่อ ๑๒, ๑๓', ['021234567 ext. 12', '021234567 ext. 13']],
  ['02 123 4567 ext 12, ext 2345', ['021234567 ext. 12', '021234567 ext. 2345']],
])('%s in a cell is what it says, and no more', async (written, expected) => {
  const at = bringing();
  await at.bring(`Name,Phone\nPloy,"${written}"\n`);
  expect(at.kept()).toEqual(expected);
});

it.each([
  ['12', ['021234567 ext. 12']],
  ['0102', ['021234567 ext. 0102']],
  ['12, 13', ['021234567 ext. 12', '021234567 ext. 13']],
  ['ext. 12/13', ['021234567 ext. 12', '021234567 ext. 13']],
  ['ต่อ 12 หรือ 13', ['021234567 ext. 12', '021234567 ext. 13']],
  ['-', ['021234567']],
])('a column of extensions that says %s goes with the number beside it', async (inside, expected) => {
  const at = bringing();
  await at.bring(`Name,Phone,Ext.\nPloy,021234567,"${inside}"\n`);
  expect(at.kept()).toEqual(expected);
});

it.each([
  ['0812345678#0812345678', false],
  [`0812345678#${'1'.repeat(80)}x`, false],
  [`0812345678#${'1 '.repeat(40)}x`, false],
  [`0812345678#${'12, '.repeat(9)}`, true],
  ['0812345678#12 #13', true],
  ['0812345678 # 12, 13 และ 14', true],
  ['0812345678#', false],
])('of %s it is known in no time whether extensions stand behind its sign', (written, are) => {
  expect(behindHash.test(written)).toBe(are);
});
