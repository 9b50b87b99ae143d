import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Favourite } from '../../../app/contract.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import type { Reply } from '../../../app/failures.ts';
import { createFavourites, mostFavourites } from '../../../app/favourites/favourites.ts';
import { openFavouritesFile } from '../../../app/favourites/file.ts';
import { type Owned, ownerKey } from '../../../app/favourites/owner.ts';
import { readSettings } from '../../../app/settings/schema.ts';

const address = 'https://pbx.example.com:4433/pbxws.php';
const frontDesk: Owned = { address, extension: '101', agentId: null };
const numbers = createNumbers(() => readSettings(undefined));
const newFile = () => path.join(mkdtempSync(path.join(tmpdir(), 'favourites-')), 'favourites.json');

/** Favourites over a real file, of whoever `person` says. */
function desk(file = newFile(), person: Owned | null = frontDesk) {
  let owner = person;
  let ids = 0;
  const logged: string[] = [];
  const told: (readonly Favourite[])[] = [];
  const favourites = createFavourites({
    file: openFavouritesFile(file, (line) => logged.push(line)),
    owner: () => owner && ownerKey(owner, 'this profile'),
    read: numbers.read,
    describe: numbers.describe,
    newId: () => `id-${++ids}`,
    changed: (list) => told.push(list),
    log: (line) => logged.push(line),
  });
  const sits = (next: Owned | null) => {
    owner = next;
  };
  return { favourites, file, logged, told, sits };
}

const names = (favourites: readonly Favourite[]) => favourites.map(({ name }) => name);
const codeOf = (reply: Reply<unknown>) => (reply.ok ? null : reply.failure.code);

/** With A, B and C in it. */
function deskWithThree() {
  const at = desk();
  at.favourites.add({ number: '0811111111', name: 'A' });
  at.favourites.add({ number: '0822222222', name: 'B' });
  at.favourites.add({ number: '0833333333', name: 'C' });
  return at;
}

describe('favourites', () => {
  it('are kept as they were written, shown in groups, and told to whoever shows them', () => {
    const { favourites, told } = desk();
    const reply = favourites.add({ number: ' +66 81 234 5678 ', name: '  Khun   Somchai\n' });
    const kept = { id: 'id-1', number: '+66 81 234 5678', display: '+66 81 234 5678', name: 'Khun Somchai' };
    expect(reply).toEqual({ ok: true, value: [kept] });
    expect(favourites.list()).toEqual([kept]);
    expect(told).toEqual([[kept]]);
  });

  it('are there again after a restart, in their order', () => {
    const { favourites, file } = deskWithThree();
    favourites.move('id-3', 0);
    expect(names(desk(file).favourites.list())).toEqual(['C', 'A', 'B']);
  });

  it('are renamed, given another number, moved and removed', () => {
    const { favourites } = deskWithThree();
    favourites.change({ id: 'id-2', name: 'Bee' });
    favourites.change({ id: 'id-3', number: '105' });
    expect(favourites.list().map(({ name, number }) => [name, number])).toEqual([
      ['A', '0811111111'],
      ['Bee', '0822222222'],
      ['C', '105'],
    ]);
    favourites.move('id-1', 999);
    expect(names(favourites.list())).toEqual(['Bee', 'C', 'A']);
    favourites.remove('id-3');
    expect(names(favourites.list())).toEqual(['Bee', 'A']);
  });

  it('come back to where they stood when a removal is undone', () => {
    const { favourites } = deskWithThree();
    favourites.remove('id-2');
    favourites.add({ number: '0822222222', name: 'B', at: 1 });
    expect(names(favourites.list())).toEqual(['A', 'B', 'C']);
  });

  it('hold each phone once, however its number is written', () => {
    const { favourites } = deskWithThree();
    expect(codeOf(favourites.add({ number: '+66 81 111 1111', name: 'A again' }))).toBe('favourite-exists');
    expect(codeOf(favourites.change({ id: 'id-2', number: '๐๘๑ ๑๑๑ ๑๑๑๑' }))).toBe('favourite-exists');
    expect(codeOf(favourites.change({ id: 'id-1', number: '+66811111111' }))).toBeNull();
    expect(favourites.list()).toHaveLength(3);
  });

  it('hold what can be called and nothing else', () => {
    const { favourites } = desk();
    for (const number of ['', '   ', 'Somchai', '081 234 5678 or 02 123 4567', '<b>1</b>']) {
      expect(codeOf(favourites.add({ number, name: 'x' })), number).toBe('not-a-number');
    }
    for (const number of ['101', '*97', '191', '0812345678', '+442071234567']) {
      expect(codeOf(favourites.add({ number, name: '' })), number).toBeNull();
    }
  });

  it('say so when one is gone already, and when there is no room', () => {
    const { favourites } = desk();
    expect(codeOf(favourites.move('nobody', 0))).toBe('favourite-gone');
    expect(codeOf(favourites.remove('nobody'))).toBe('favourite-gone');
    expect(codeOf(favourites.change({ id: 'nobody', name: 'x' }))).toBe('favourite-gone');
    for (let n = 0; n < mostFavourites; n += 1) {
      expect(codeOf(favourites.add({ number: `08${10_000_000 + n}`, name: '' }))).toBeNull();
    }
    expect(codeOf(favourites.add({ number: '0899999999', name: '' }))).toBe('favourites-full');
  });

  it('carry no line break and no mark that turns the direction of writing into a menu', () => {
    const { favourites } = desk();
    favourites.add({ number: '101', name: `\u202eBoss\u0000\r\n\u2066&_<b> ${'x'.repeat(100)}` });
    const [one] = favourites.list();
    expect(one?.name).toMatch(/^Boss &_<b> x+$/);
    expect(one?.name).toHaveLength(60);
    favourites.change({ id: 'id-1', name: 'น้ำ' });
    expect(favourites.list()[0]?.name).toBe('น้ำ');
  });
});

describe('whose favourites they are', () => {
  it('another person sees none of them, nobody signed in sees none, and the same person finds them again', () => {
    const { favourites, sits } = deskWithThree();
    sits(null);
    expect(favourites.list()).toEqual([]);
    expect(codeOf(favourites.add({ number: '101', name: '' }))).toBe('signed-out');
    for (const other of [
      { ...frontDesk, extension: '102' },
      { ...frontDesk, agentId: '2001' },
      { ...frontDesk, address: 'https://other.example.com:4433/pbxws.php' },
      { ...frontDesk, address: 'https://pbx.example.com/pbxws.php' },
    ]) {
      sits(other);
      expect(favourites.list()).toEqual([]);
    }
    favourites.add({ number: '0811111111', name: 'theirs' });
    sits({ ...frontDesk, address: address.replace('https:', 'http:') });
    expect(names(favourites.list())).toEqual(['A', 'B', 'C']);
  });

  it('an agent keeps theirs at whichever phone', () => {
    const { favourites, sits } = desk(newFile(), { ...frontDesk, agentId: '2001' });
    favourites.add({ number: '105', name: 'Team lead' });
    sits({ ...frontDesk, extension: '205', agentId: '2001' });
    expect(names(favourites.list())).toEqual(['Team lead']);
  });

  it('the file is for its owner only, and tells neither the PBX nor the extension', () => {
    const { file } = deskWithThree();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toMatch(/pbx\.example|4433|"101"/);
    expect(readdirSync(path.dirname(file))).toEqual(['favourites.json']);
  });
});

describe('a damaged file', () => {
  it.each(['{"favourites":{"a":[{"id', '\0\0\0', '[]', '{}', 'null', '{"favourites":{"a":1}}'])(
    'is put aside, and favourites can be kept (%#)',
    (content) => {
      const file = newFile();
      writeFileSync(file, content);
      const { favourites, logged } = desk(file);
      expect(favourites.list()).toEqual([]);
      expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe(content);
      expect(logged).toHaveLength(1);
      favourites.add({ number: '101', name: 'A' });
      expect(names(desk(file).favourites.list())).toEqual(['A']);
    },
  );

  it('loses only what cannot be read, and that into a copy; an older copy stays', () => {
    const { file } = deskWithThree();
    const whole = readFileSync(file, 'utf8');
    const damaged = whole.replace('"0822222222"', '{}');
    writeFileSync(`${file}.unreadable`, 'from before');
    writeFileSync(file, damaged);
    expect(names(desk(file).favourites.list())).toEqual(['A', 'C']);
    expect(readFileSync(`${file}.unreadable`, 'utf8')).toBe('from before');
    expect(readFileSync(`${file}.unreadable-2`, 'utf8')).toBe(damaged);
  });

  it('a disk that takes nothing is told, and the list stays as it was', () => {
    const file = path.join(newFile(), 'below-a-file.json');
    writeFileSync(path.dirname(file), '');
    const { favourites, logged } = desk(file);
    expect(codeOf(favourites.add({ number: '101', name: 'A' }))).toBe('favourites-file');
    expect(favourites.list()).toEqual([]);
    expect(logged.at(-1)).toMatch(/^favourites not written: E/);
  });
});
