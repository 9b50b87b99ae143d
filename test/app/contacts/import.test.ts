import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createByNumber } from '../../../app/contacts/by-number.ts';
import { exportContacts } from '../../../app/contacts/export-file.ts';
import { createImport } from '../../../app/contacts/import.ts';
import { bytesOf } from '../../../app/contacts/import-file.ts';
import { largestContactsFile, mostContacts } from '../../../app/contract/contacts.ts';
import { fail, type Reply } from '../../../app/contract/failures.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { openDesk } from './desk.ts';
import * as files from './files.ts';
import { readerWithin } from './reader.ts';

const readFile = readerWithin();

function importer(desk = openDesk()) {
  const { book, numbers, newId } = desk;
  const byNumber = createByNumber({
    contacts: () => book.now().contacts,
    keyOf: (number) => numbers.read(number)?.key ?? number,
  });
  const taking = createImport({
    ...{ book, byNumber, newId, pause, readFile },
    read: (number) => {
      const found = numbers.read(number);
      return found && { key: found.key, display: numbers.shown(number) };
    },
    find: numbers.find,
    country: () => 'TH',
  });
  const bring = async (of: Uint8Array | string) => {
    const seen = must(await taking.look(of));
    return { seen, change: must(await taking.take(seen.import)).change };
  };
  const shown = () =>
    desk.contacts
      .find({ text: '', count: 50 })
      .contacts.map(({ name, company, numbers: all }) =>
        [name || company, ...all.map((one) => `${one.label}:${one.display}`)].join(' | '),
      );
  return { ...desk, ...taking, bring, shown };
}

function must<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(reply.failure.code);
  return reply.value;
}

const table = (...rows: string[]) => ['Name,Company,Mobile,Work Phone,Notes', ...rows].join('\n');

describe('an import', () => {
  it('is seen before it is taken: who is new, who changes and how, who has no number', async () => {
    const at = importer();
    await at.bring(table('Ploy,,0812345678', 'Somchai,Siam Paper,0898765432'));
    const seen = must(
      await at.look(
        table(
          'ploy,ACME,+66 81 234 5678,02 123 4567,VIP',
          'Somchai,Siam Paper,089-876-5432',
          'Malee,,0811111111',
          'Nobody,,,,note',
        ),
      ),
    );
    expect(seen).toMatchObject({ fresh: 1, changed: 1, same: 1, withoutNumber: 1 });
    expect(seen.people).toEqual([
      { end: 'changed', name: 'Ploy', numbers: ['02 123 4567'] },
      { end: 'new', name: 'Malee', numbers: ['081 111 1111'] },
      { end: 'without-number', name: 'Nobody', numbers: [] },
    ]);
    expect(at.shown()).toEqual(['Ploy | mobile:081 234 5678', 'Somchai | mobile:089 876 5432']);
    must(await at.take(seen.import));
    expect(at.shown()).toEqual([
      'Malee | mobile:081 111 1111',
      'Ploy | mobile:081 234 5678 | work:02 123 4567',
      'Somchai | mobile:089 876 5432',
    ]);
    expect(at.contacts.find({ text: 'acme', count: 1 }).contacts[0]).toMatchObject({ note: 'VIP' });
  });

  it('names who is left out, however many others there are', async () => {
    const at = importer();
    const fresh = Array.from({ length: 1_000 }, (_, index) => `P${index},,08${10_000_000 + index}`);
    const left = Array.from({ length: 40 }, (_, index) => `Nobody ${index},,`);
    const { people, withoutNumber } = must(await at.look(table(...left, ...fresh)));
    expect(withoutNumber).toBe(40);
    expect(people.filter(({ end }) => end === 'without-number')).toHaveLength(40);
    expect(people).toHaveLength(300);
    const nobody = must(
      await at.look(table(...Array.from({ length: 2_000 }, (_, index) => `N${index},,`), fresh[0] ?? '')),
    );
    expect(nobody.people.map(({ end }) => end).filter((end) => end === 'new')).toHaveLength(1);
  });

  it('is undone by one press: who came goes, who changed is as before, and what was written since stays', async () => {
    const at = importer();
    await at.bring(table('Ploy,,0812345678'));
    const { change } = await at.bring(table('Ploy,,0899999999', 'A,,0811111111', 'B,,0822222222'));
    const b = at.contacts.find({ text: '0822222222', count: 1 }).contacts[0];
    must(
      at.contacts.change(b?.id ?? '', {
        ...{ name: 'Boss', company: '', note: '' },
        numbers: b?.numbers ?? [],
      }),
    );
    must(at.contacts.undo(change));
    expect(at.shown()).toEqual(['Boss | mobile:082 222 2222', 'Ploy | mobile:081 234 5678']);
    expect(at.contacts.undo(change)).toEqual(fail('contact-gone'));
  });

  it('of the same file again changes nobody', async () => {
    for (const file of [
      files.outlookVcard,
      files.googleVcard,
      files.appleVcard,
      files.withMark(files.googleCsv),
    ]) {
      const at = importer();
      const { seen } = await at.bring(file);
      expect(seen.fresh).toBeGreaterThan(0);
      expect(must(await at.look(file))).toMatchObject({ fresh: 0, changed: 0, same: seen.fresh });
    }
  });

  it('two people with one number are two, and one of a name whom the file has twice is two', async () => {
    const at = importer();
    await at.bring(table('Ploy,,021234567', 'Somchai,,02 123 4567', 'Ploy,,0811111111', 'Ploy,,+6621234567'));
    expect(at.shown()).toEqual([
      'Ploy | mobile:02 123 4567',
      'Ploy | mobile:081 111 1111',
      'Somchai | mobile:02 123 4567',
    ]);
  });

  it('whoever has only the name of somebody whom the file knows by number is somebody else, before and behind', async () => {
    for (const rows of [
      ['Ploy,,0812345678', 'Ploy,,0822222222'],
      ['Ploy,,0822222222', 'Ploy,,0812345678'],
    ]) {
      const at = importer();
      await at.bring(table('Ploy,,0812345678'));
      expect(must(await at.look(table(...rows)))).toMatchObject({ fresh: 1, changed: 0, same: 1 });
    }
  });

  it('a favourite that had nothing but a number gets a name and keeps its star', async () => {
    const at = importer();
    must(at.favourites.add({ number: '0812345678', name: '' }));
    await at.bring(table('Ploy,,081-234-5678'));
    expect(at.favourites.list()).toMatchObject([{ name: 'Ploy', number: '0812345678' }]);
    // Two who share it: the first gets the star, and the second is not lost.
    const shared = importer();
    must(shared.favourites.add({ number: '021234567', name: '' }));
    await shared.bring(table('Ploy,,02 123 4567', 'Noi,,02 123 4567'));
    expect(shared.shown()).toEqual(['Noi | mobile:02 123 4567', 'Ploy | mobile:02 123 4567']);
  });

  it('goes by what the phone book is when it is taken, and is taken once', async () => {
    const at = importer();
    const seen = must(await at.look(table('Ploy,,0812345678')));
    must(
      at.contacts.add({
        name: 'Ploy',
        company: '',
        note: '',
        numbers: [{ number: '0812345678', label: '' }],
      }),
    );
    must(await at.take(seen.import));
    expect(at.shown()).toEqual(['Ploy | mobile:081 234 5678']);
    expect(await at.take(seen.import)).toEqual(fail('contact-gone'));
  });

  it('what stands in the place of a number is the number, and its extension stays with it', async () => {
    const at = importer();
    await at.bring(table('Ploy,,Tel. 02 123 4567 ext 12', 'Thai,,๐๘๑ ๒๓๔ ๕๖๗๘', 'Bad,,n/a'));
    expect(at.shown()).toEqual(['Ploy | mobile:02 123 4567 ext. 12', 'Thai | mobile:081 234 5678']);
  });

  it('with characters that no text has, is seen without them, and in how many lines they were', async () => {
    const at = importer();
    const seen = must(
      await at.look(table('Pl\0oy,,0812\x0045678', 'Som\x07chai,,0898765432', 'Malee,,021234567')),
    );
    expect(seen).toMatchObject({ fresh: 3, withoutNumber: 0, damagedLines: 2 });
    expect(seen.people.map(({ name }) => name)).toEqual(['Ploy', 'Somchai', 'Malee']);
    expect(must(await at.look(table('Ploy,,0812345678')))).toMatchObject({ damagedLines: 0 });
  });

  it('names are of one line and no longer than a name, and turn no writing around', async () => {
    const at = importer();
    await at.bring(table(`"\u202eEvil\n${'x'.repeat(500)}",,0812345678`));
    const [one] = at.contacts.find({ text: '', count: 1 }).contacts;
    expect(one?.name).toMatch(/^Evil x{110,}$/);
    expect(one?.name.length).toBeLessThanOrEqual(120);
  });

  it('5,000 people of three programs come in, are found, go out and are known again', async () => {
    const at = importer();
    const count = 5_000;
    const name = (index: number) => (index % 2 === 0 ? `Person ${index}` : `คนที่ ${index}`);
    const number = (index: number) => `08${String(10_000_000 + index)}`;
    const third = (part: number) =>
      Array.from({ length: count }, (_, index) => index).filter((index) => index % 3 === part);
    const vcards = third(0).map(
      (index) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name(index)}\nTEL:${number(index)}\nEND:VCARD`,
    );
    const google = third(1).map((index) => `${name(index)},,${number(index)},,`);
    const excel = third(2).map((index) => `${name(index)};${number(index)}`);
    await at.bring(files.inUtf8(vcards.join('\n')));
    await at.bring(files.inUtf8(table(...google)));
    const { seen } = await at.bring(files.inTis620(['ชื่อ;เบอร์มือถือ', ...excel].join('\r\n')));
    expect(seen).toMatchObject({ fresh: third(2).length, withoutNumber: 0 });
    expect(at.contacts.find({ text: '', count: 1 }).known).toBe(count);
    expect(at.contacts.find({ text: 'คนที่ 4999', count: 1 }).contacts).toMatchObject([{ name: 'คนที่ 4999' }]);
    for (const as of ['vcard', 'csv'] as const) {
      const file = path.join(at.folder, as);
      must(await exportContacts({ cards: at.contacts.all(), as, choose: async () => file, log: () => {} }));
      expect(must(await at.look(must(await bytesOf(file, () => {}))))).toMatchObject({
        ...{ fresh: 0, changed: 0, same: count },
      });
    }
  }, 120_000);
});

describe('a hostile file', () => {
  const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:A\nTEL:081\nEND:VCARD\n';
  it.each([
    ['a million people', card.repeat(1_000_000), 'contacts-too-large'],
    ['a million rows', `Name,Phone\n${'A,0812345678\n'.repeat(1_000_000)}`, 'contacts-too-large'],
    ['one endless line', `Name,Phone\n${'a'.repeat(20_000_000)}`, null],
    ['one endless row', `Name,Phone\n${','.repeat(5_000_000)}`, null],
    ['a quote that is never closed', `Name,Phone\n"${'a,\n'.repeat(2_000_000)}`, null],
    ['a card without an end', `BEGIN:VCARD\n${'TEL:0812345678\n'.repeat(1_000_000)}`, null],
    ['a card in a card in a card', 'BEGIN:VCARD\n'.repeat(2_000_000), 'contacts-too-large'],
    ['a line that is folded for ever', `BEGIN:VCARD\nFN:${'\n x'.repeat(2_000_000)}`, null],
    ['a soft break for ever', `BEGIN:VCARD\nFN;QUOTED-PRINTABLE:${'=\n'.repeat(2_000_000)}`, null],
    ['parameters for ever', `BEGIN:VCARD\nTEL${';a="'.repeat(5_000_000)}`, null],
    ['backslashes for ever', `BEGIN:VCARD\nN:${'\\'.repeat(5_000_000)}`, null],
  ] as const)(
    '%s ends in a sentence, or in what it says',
    async (_what, text, expected) => {
      const read = await readFile({ of: new TextEncoder().encode(text), country: 'TH' });
      if (expected === null) expect(read.ok ? read.value.cards.length : 0).toBeLessThan(3);
      else expect(read).toEqual(fail(expected));
    },
    120_000,
  );

  it('what takes too long is given up, and the next file is read', async () => {
    const slow = readerWithin(1);
    expect(await slow({ of: card, country: 'TH' })).toEqual(fail('contacts-too-long'));
    expect(must(await readFile({ of: card, country: 'TH' })).cards).toHaveLength(1);
  });

  it('one of 100 MB is not even read, nor a folder, nor what is not there', async () => {
    const folder = temporaryFolder();
    const large = path.join(folder, 'large.vcf');
    writeFileSync(large, '');
    const { truncateSync } = await import('node:fs');
    truncateSync(large, 2 * largestContactsFile);
    expect(await bytesOf(large, () => {})).toEqual(fail('contacts-too-large'));
    expect((await bytesOf(folder, () => {})).ok).toBe(false);
    const lines: string[] = [];
    expect((await bytesOf(path.join(folder, 'Ploy 0812345678'), (line) => lines.push(line))).ok).toBe(false);
    expect(lines.join()).not.toMatch(/Ploy|081/);
  });

  it('more people than fit are not taken', async () => {
    const at = importer();
    const many = (from: number, count: number) =>
      table(...Array.from({ length: count }, (_, index) => `P${from + index},,${10_000_000 + from + index}`));
    must(await at.look(many(0, mostContacts)));
    await at.bring(many(0, mostContacts));
    const seen = must(await at.look(many(mostContacts, 1)));
    expect(await at.bring(many(mostContacts, 1)).catch(String)).toContain('contacts-full');
    expect(seen.fresh).toBe(1);
  }, 120_000);
});
