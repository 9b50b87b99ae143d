import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createByNumber } from '../../../app/contacts/by-number.ts';
import { createFavourites } from '../../../app/contacts/favourites.ts';
import { openOwnBook } from '../../../app/contacts/own-book.ts';
import { fail } from '../../../app/contract/failures.ts';
import { asideOf } from '../files/aside.ts';
import { temporaryFolder } from '../temporary-folder.ts';

function desk(folder = temporaryFolder()) {
  let owner: string | null = 'a';
  let id = 0;
  const lines: string[] = [];
  const damages: string[] = [];
  const newId = () => `id${++id}`;
  const read = (number: string) =>
    /^[\d ]+$/.test(number) ? { display: number, key: number.replaceAll(' ', '') } : null;
  const open = () => {
    const book = openOwnBook({
      folder,
      owner: () => owner,
      newId,
      changed: () => {},
      keeping: { log: (line) => lines.push(line), damaged: ({ what }) => damages.push(what) },
    });
    const keyOf = (number: string) => read(number)?.key ?? number;
    const byNumber = createByNumber({ contacts: () => book.now().contacts, keyOf });
    return { ...createFavourites({ book, byNumber, read, newId }), book };
  };
  const is = (next: string | null) => {
    owner = next;
  };
  const file = path.join(folder, 'contacts.json');
  return { file, old: path.join(folder, 'favourites.json'), open, lines, damages, is };
}
const names = (at: ReturnType<ReturnType<typeof desk>['open']>) => at.list().map(({ name }) => name);

describe('favourites', () => {
  it('are there again after a restart, in their order, readable by nobody else', () => {
    const at = desk();
    const favourites = at.open();
    favourites.add({ number: '081', name: ' Somchai ' });
    favourites.add({ number: '082', name: 'Malee' });
    favourites.add({ number: '083', name: 'Noi' });
    const [, , noi] = favourites.list();
    favourites.move(noi?.id ?? '', 0);
    expect(names(at.open())).toEqual(['Noi', 'Somchai', 'Malee']);
    expect(statSync(at.file).mode & 0o077).toBe(0);
  });

  it('are changed and removed, one at a time', () => {
    const favourites = desk().open();
    favourites.add({ number: '081', name: 'Somchai' });
    favourites.add({ number: '082', name: 'Malee' });
    const [first, second] = favourites.list();
    favourites.change(first?.id ?? '', { number: '081', name: 'Boss' });
    expect(names(favourites)).toEqual(['Boss', 'Malee']);
    favourites.remove(second?.id ?? '');
    favourites.remove('made up');
    expect(names(favourites)).toEqual(['Boss']);
  });

  it('hold each number once, and nothing that cannot be called', () => {
    const favourites = desk().open();
    favourites.add({ number: '081 2', name: 'Somchai' });
    const [somchai] = favourites.list();
    // Which one has it, so that the person gets there by one press.
    const twin = fail('favourite-exists', { favourite: somchai?.id ?? '' });
    expect(favourites.add({ number: '0812', name: 'Other' })).toEqual(twin);
    expect(favourites.add({ number: 'hello', name: 'Other' })).toEqual(fail('not-a-number'));
    favourites.add({ number: '082', name: 'Malee' });
    const [, malee] = favourites.list();
    expect(favourites.change(malee?.id ?? '', { number: '0812', name: 'Malee' })).toEqual(twin);
    expect(favourites.list().map(({ number }) => number)).toEqual(['081 2', '082']);
  });

  it('belong to an account: another one sees none of them, and finds none of them lost', () => {
    const at = desk();
    const favourites = at.open();
    favourites.add({ number: '081', name: 'Somchai' });
    at.is('b');
    expect(favourites.list()).toEqual([]);
    favourites.add({ number: '082', name: 'Malee' });
    at.is(null);
    expect(favourites.list()).toEqual([]);
    expect(favourites.add({ number: '083', name: 'Noi' })).toEqual(fail('signed-out'));
    at.is('a');
    expect(names(at.open())).toEqual(['Somchai']);
  });

  it('have an end', () => {
    const favourites = desk().open();
    for (let number = 100; number < 300; number += 1) favourites.add({ number: `${number}`, name: '' });
    expect(favourites.add({ number: '999', name: '' })).toEqual(fail('favourites-full'));
    expect(favourites.list()).toHaveLength(200);
  });

  it.each([...['', 'null', '[]', '{"a":[]}', '{"a":{"contacts":1,"pins":[]}}', '{"a":', '\0\0']])(
    'a file that holds %j is put aside',
    (text) => {
      const at = desk();
      writeFileSync(at.file, text);
      const favourites = at.open();
      expect(favourites.list()).toEqual([]);
      expect(readFileSync(asideOf(at.file), 'utf8')).toBe(text);
      favourites.add({ number: '081', name: 'Somchai' });
      expect(names(at.open())).toEqual(['Somchai']);
    },
  );

  it('a bad line in the file costs no other, and is put aside before anything is written over it', () => {
    const at = desk();
    const good = {
      ...{ id: 'c', name: 'Somchai', company: '', note: '' },
      numbers: [{ id: 'x', number: '081', label: '' }],
    };
    const long = { ...good, id: 'd', name: 'x'.repeat(999) };
    const text = JSON.stringify({
      a: { contacts: [null, 7, { id: 1 }, good, long], pins: [8, 'gone', 'x'] },
    });
    writeFileSync(at.file, text);
    const favourites = at.open();
    expect(names(favourites)).toEqual(['Somchai']);
    favourites.add({ number: '082', name: 'Malee' });
    expect(readFileSync(asideOf(at.file), 'utf8')).toBe(text);
    expect(names(at.open())).toEqual(['Somchai', 'Malee']);
  });

  it('what was put aside before stays where it is', () => {
    const at = desk();
    for (const text of ['{"a":', '{"b":']) {
      writeFileSync(at.file, text);
      at.open();
    }
    expect(readFileSync(asideOf(at.file), 'utf8')).toBe('{"a":');
    expect(readFileSync(`${asideOf(at.file)}-2`, 'utf8')).toBe('{"b":');
  });

  it('what cannot be opened is moved out of the way, not written over', () => {
    const at = desk();
    mkdirSync(at.file);
    const favourites = at.open();
    favourites.add({ number: '081', name: 'Somchai' });
    expect(names(at.open())).toEqual(['Somchai']);
    expect(statSync(asideOf(at.file)).isDirectory()).toBe(true);
  });

  it('come back to where they stood when a removal is undone', () => {
    const favourites = desk().open();
    for (const [number, name] of [
      ['081', 'A'],
      ['082', 'B'],
      ['083', 'C'],
    ] as const)
      favourites.add({ number, name });
    const [, b] = favourites.list();
    favourites.remove(b?.id ?? '');
    favourites.add({ number: '082', name: 'B', at: 1 });
    expect(names(favourites)).toEqual(['A', 'B', 'C']);
  });

  it('have names of one line, without the marks that turn the direction of writing', () => {
    const favourites = desk().open();
    favourites.add({ number: '081', name: `\u202eBoss\u0000\r\n\u2066&_<b>` });
    favourites.add({ number: '082', name: 'น้ำ' });
    expect(names(favourites)).toEqual(['Boss &_<b>', 'น้ำ']);
  });

  it('what the disk does not take did not happen', () => {
    const at = desk('/dev/null');
    const favourites = at.open();
    expect(favourites.add({ number: '081', name: 'Somchai' })).toEqual(fail('settings-file'));
    expect(favourites.list()).toEqual([]);
  });

  it('are numbers of the phone book: removed, the contact stays; who is nothing but a number goes', () => {
    const { book, ...favourites } = desk().open();
    favourites.add({ number: '081', name: 'Somchai' });
    favourites.add({ number: '082', name: '' });
    for (const { id } of favourites.list()) favourites.remove(id);
    expect(favourites.list()).toEqual([]);
    expect(book.now().contacts.map(({ name }) => name)).toEqual(['Somchai']);
    // Brought back, it is the same contact, however its number is written.
    favourites.add({ number: '0 8 1', name: 'Somchai' });
    expect(book.now().contacts).toHaveLength(1);
    // Somebody else with the same number is somebody else.
    favourites.remove(favourites.list()[0]?.id ?? '');
    favourites.add({ number: '081', name: 'Ploy' });
    expect(book.now().contacts.map(({ name }) => name)).toEqual(['Somchai', 'Ploy']);
  });

  it('a star is put on any number of the phone book, and taken off', () => {
    const { book, ...favourites } = desk().open();
    const numbers = ['081', '082'].map((number) => ({ id: `n${number}`, number, label: '' }));
    book.write({ contacts: [{ id: 'c', name: 'Somchai', company: '', note: '', numbers }], pins: [] });
    favourites.pin('n082', true);
    favourites.pin('n082', true);
    expect(favourites.list()).toEqual([{ id: 'n082', number: '082', name: 'Somchai', display: '082' }]);
    favourites.pin('n082', false);
    expect(favourites.list()).toEqual([]);
    expect(favourites.pin('made up', true)).toEqual(fail('contact-gone'));
  });
});

describe('the favourites of earlier releases', () => {
  const kept = (name: string, number: string) => ({ id: `old-${number}`, number, name });
  const before = {
    a: [kept('Somchai', '081'), kept('', '0 8 2'), kept('Somchai', '083')],
    b: [kept('Malee', '084')],
  };

  it('are contacts that are pinned: everybody’s, in their order, with their ids, as written', () => {
    const at = desk();
    const text = JSON.stringify(before);
    writeFileSync(at.old, text);
    const shown = (list: typeof before.a) => list.map((one) => ({ ...one, display: one.number }));
    for (const _start of [1, 2]) {
      at.is('a');
      const favourites = at.open();
      expect(favourites.list()).toEqual(shown(before.a));
      expect(favourites.book.now().contacts).toHaveLength(3);
      at.is('b');
      expect(favourites.list()).toEqual(shown(before.b));
    }
    // Who goes back to the earlier release has theirs.
    expect(readFileSync(at.old, 'utf8')).toBe(text);
    expect(at.damages).toEqual([]);
  });

  it('are taken over once: what is removed since does not come back', () => {
    const at = desk();
    writeFileSync(at.old, JSON.stringify(before));
    const favourites = at.open();
    for (const { id } of favourites.list()) favourites.remove(id);
    expect(at.open().list()).toEqual([]);
  });

  it('cost none of the others where one cannot be read, and that is told once', () => {
    const at = desk();
    writeFileSync(at.old, JSON.stringify({ a: [7, before.a[0]] }));
    expect(names(at.open())).toEqual(['Somchai']);
    expect(names(at.open())).toEqual(['Somchai']);
    expect(at.damages).toEqual(['favourites']);
    expect(existsSync(asideOf(at.old))).toBe(true);
  });

  it.each([null, 7, 'x', { 0: before.b[0] }])(
    'where an account’s are %j cost nobody else theirs',
    (wrong) => {
      const at = desk();
      writeFileSync(at.old, JSON.stringify({ a: wrong, b: before.b }));
      const favourites = at.open();
      expect(favourites.list()).toEqual([]);
      at.is('b');
      expect(names(favourites)).toEqual(['Malee']);
      expect(at.damages).toEqual(['favourites']);
    },
  );
});
