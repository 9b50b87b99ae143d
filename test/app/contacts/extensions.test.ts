import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { exportContacts } from '../../../app/contacts/export-file.ts';
import { ok } from '../../../app/contract/failures.ts';
import { readFile } from '../../../app/directory/read.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { bringing } from './bringing.ts';

/** As people, telephones and programs write what is keyed once somebody answers. */
const spelled = [
  '02 123 4567 ext 12',
  '02 123 4567 ext. 12',
  '02-123-4567 Ext.12',
  '(02) 123 4567 extension 12',
  '02 123 4567 x12',
  '02 123 4567x12',
  '02 123 4567 x 12',
  '02 123 4567 ต่อ 12',
  '02-123-4567 ต่อ 12',
  '02 123 4567 กด 12',
  '02 123 4567 #12',
  '02-123-4567#12',
  '02 123 4567 # 12',
  '+6621234567;ext=12',
  '02 123 4567,,12',
  '02 123 4567 ,, 12',
  '021234567,,,12',
  '+66 2 123 4567 ext 12',
];

/** What the exchange is asked for, and what the person is told. */
const meant = (at: ReturnType<typeof bringing>, number: string) => [
  at.numbers.read(number)?.send,
  at.numbers.shown(number),
];
const expected = ['021234567', expect.stringMatching(/2 123 4567 ext\. 12$/)];

it.each(spelled)(
  '%s in a table, a vCard, the form and the directory is the number, with its extension beside it',
  async (written) => {
    const table = `Name\tMobile\nPloy\t${written}\n`;
    const card = `BEGIN:VCARD\nVERSION:3.0\nFN:Ploy\nTEL;TYPE=CELL:${written.replaceAll(',', '\\,').replace(';', '\\;')}\nEND:VCARD\n`;
    for (const of of [table, card]) {
      const at = bringing();
      await at.bring(of);
      const [number = ''] = at.kept();
      expect(meant(at, number), of).toEqual(expected);
      expect(at.byNumber.of('021234567')).toHaveLength(1);
      expect(at.byNumber.of('12')).toEqual([]);
    }
    const form = bringing();
    const typed = { name: 'Ploy', company: '', note: '', numbers: [{ number: written, label: '' }] };
    expect(form.contacts.add(typed)).toMatchObject({ ok: true });
    expect(meant(form, form.kept()[0] ?? '')).toEqual(expected);
    for (const of of [table, card]) {
      const directory = readFile(Buffer.from(of), 'TH');
      const number = directory.ok ? (directory.value[0]?.numbers[0]?.number ?? '') : '';
      expect(meant(form, number), of).toEqual(expected);
    }
  },
);

it('a number of version 4.0, an address, keeps its extension', async () => {
  const at = bringing();
  await at.bring('BEGIN:VCARD\nVERSION:4.0\nFN:Ploy\nTEL;VALUE=uri:tel:+66-2-123-4567;ext=12\nEND:VCARD\n');
  expect(meant(at, at.kept()[0] ?? '')).toEqual(expected);
});

it.each(['vcard', 'csv'] as const)('written out as %s and read back it is the same', async (as) => {
  const at = bringing();
  await at.bring('Name,Mobile\nPloy,02 123 4567 ext 12\nMalee,02 123 4567 ext 13\nSomchai,0812345678\n');
  const file = path.join(temporaryFolder(), 'out');
  const { contacts } = at.book.now();
  expect(
    await exportContacts({ cards: contacts, as, choose: async () => file, log: () => undefined }),
  ).toEqual(ok(true));
  const other = bringing();
  await other.bring(new Uint8Array(readFileSync(file)));
  expect(other.kept().map(bare)).toEqual(at.kept().map(bare));
  expect(await at.bring(new Uint8Array(readFileSync(file)))).toMatchObject({ fresh: 0, changed: 0, same: 3 });
});

it('who was there without the extension gets it; one number with two extensions leads to two places', async () => {
  const at = bringing();
  await at.bring('Name,Mobile\nPloy,02 123 4567\n');
  expect(await at.bring('Name,Mobile\nPloy,02 123 4567 ext 12\n')).toMatchObject({ fresh: 0, changed: 1 });
  expect(at.kept()).toEqual(['021234567 ext. 12']);
  await at.bring('Name,Mobile,Work Phone\nPloy,02 123 4567 ext 12,02 123 4567 ext 13\n');
  expect(at.kept()).toEqual(['021234567 ext. 12', '021234567 ext. 13']);
});

it('what is keyed to an exchange stays a code, and is no extension', () => {
  const at = bringing();
  for (const number of ['*97', '*72 081 234 5678', '#31#0812345678', '##002#']) {
    const typed = { name: 'Code', company: '', note: '', numbers: [{ number, label: '' }] };
    expect(at.contacts.add(typed)).toMatchObject({ ok: true, value: { numbers: [{ number }] } });
    const directory = readFile(Buffer.from(`Name\tPhone\nCode\t${number}\nPloy\t101\n`), 'TH');
    expect(directory.ok && directory.value.map(({ name }) => name)).toEqual(['Ploy']);
  }
});

const bare = (number: string) => number.replace(/[\s.-]/g, '');

/** As cells and lines of directories hold them. */
it.each([
  ['081.234.5678 081-999-8888', ['0812345678', '0819998888']],
  ['081-234-5678 / 089-876-5432', ['0812345678', '0898765432']],
  ['081 234 5678 081 999 8888', ['0812345678', '0819998888']],
  ['02-123-4567-9', ['021234567']],
  ['02-123-4567 - 12', ['021234567']],
  ['02-123-4567 12', ['021234567']],
  ['02-1234567-70', ['021234567']],
  ['+66 2 123 4567', ['+6621234567']],
  ['081-234-5678', ['0812345678']],
  ['101', ['101']],
  ['+44 20 7946 0123', ['+442079460123']],
])('%s is as many numbers as it is, and none is glued to another', async (written, numbers) => {
  const vcard = `BEGIN:VCARD\nVERSION:3.0\nFN:Kong\nTEL:${written}\nEND:VCARD\n`;
  for (const file of [`Name,Phone\nKong,"${written}"\n`, vcard]) {
    const at = bringing();
    await at.bring(file);
    expect(at.kept().map(bare), file).toEqual(numbers);
  }
  const read = readFile(Buffer.from(vcard), 'TH');
  const inDirectory = read.ok
    ? read.value.flatMap((one) => one.numbers.map(({ number }) => bare(number)))
    : [];
  expect(inDirectory).toEqual(numbers);
});
