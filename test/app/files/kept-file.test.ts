import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Damage } from '../../../app/contract/damage.ts';
import { openKeptFile } from '../../../app/files/kept-file.ts';
import { fc } from '../../support/property.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asideOf } from './aside.ts';
import { withLittleRoom } from './little-room.ts';

/** Holds a text of small letters; of one with others in it only those can be read, and of one in capitals nothing. */
function keptIn(file = path.join(temporaryFolder(), 'things.json')) {
  const damages: Damage[] = [];
  const lines: string[] = [];
  const kept = openKeptFile<string>({
    file,
    what: 'favourites',
    parse: (text) =>
      /^[A-Z]+$/.test(text) ? null : { value: text.replace(/[^a-z\n]/g, ''), whole: /^[a-z\n]*$/.test(text) },
    keeping: { damaged: (damage) => damages.push(damage), log: (line) => lines.push(line) },
  });
  return { kept, file, folder: path.dirname(file), damages, lines };
}

const modeOf = (file: string): number => statSync(file).mode & 0o777;

describe('a kept file', () => {
  it('comes back as it was written, readable by its owner only, with nothing beside it', async () => {
    const { kept, file, folder } = keptIn();
    expect(kept.read()).toBeNull();
    kept.replace('first');
    expect(kept.read()).toBe('first');
    await kept.replaceSoon('second');
    expect(kept.read()).toBe('second');
    kept.append('third\n');
    expect(kept.read()).toBe('second\nthird\n');
    expect(modeOf(file)).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['things.json']);
  });

  it.each(['read', 'replace', 'replaceSoon', 'append'] as const)(
    'that others could read is closed to them: %s',
    async (way) => {
      const { kept, file } = keptIn();
      writeFileSync(file, 'x\n', { mode: 0o666 });
      chmodSync(file, 0o666);
      await kept[way]('y\n');
      expect(modeOf(file)).toBe(0o600);
    },
  );

  it('of another owner becomes our own when it is written', () => {
    const { kept, file } = keptIn();
    writeFileSync(file, 'x', { mode: 0o644 });
    // Only an administrator may give a file away.
    if (process.getuid?.() === 0) execFileSync('chown', ['65534:65534', file]);
    kept.replace('y');
    expect([statSync(file).uid, modeOf(file)]).toEqual([process.getuid?.(), 0o600]);
  });

  it.each(['replace', 'replaceSoon', 'append'] as const)(
    'is as it was where the disk takes a part only, and takes all once there is room: %s',
    async (way) => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 5_000 }),
          fc.integer({ min: 1, max: 20_000 }),
          async (before, more) => {
            const { kept, file, folder } = keptIn();
            const old = `${'a'.repeat(before)}\n`;
            const next = `${'b'.repeat(more)}\n`;
            kept.replace(old);
            const room = Math.max(old.length, (way === 'append' ? old.length : 0) + next.length - 1);
            const written = async () => await kept[way](next);
            if (way === 'append' || next.length > room)
              await withLittleRoom(room, () => expect(written()).rejects.toThrow());
            expect(readFileSync(file, 'utf8')).toBe(old);
            expect(readdirSync(folder)).toEqual(['things.json']);
            await written();
            expect(readFileSync(file, 'utf8')).toBe(way === 'append' ? old + next : next);
          },
        ),
        { numRuns: 12 },
      );
    },
  );

  it.each([
    ['a device that takes nothing', '/dev/null/things.json'],
    ['a system that lets nobody write', '/sys/things.json'],
  ])('says so to who asked where there is no place for it: %s', async (_where, file) => {
    const { kept } = keptIn(file);
    expect(() => kept.replace('x')).toThrow();
    expect(() => kept.append('x\n')).toThrow();
    await expect(kept.replaceSoon('x')).rejects.toThrow();
  });

  it('says so where a folder came into its place meanwhile', async () => {
    const { kept, file } = keptIn();
    mkdirSync(path.join(file, 'deep'), { recursive: true });
    expect(() => kept.replace('x')).toThrow();
    expect(() => kept.append('x\n')).toThrow();
    await expect(kept.replaceSoon('x')).rejects.toThrow();
    expect(statSync(path.join(file, 'deep')).isDirectory()).toBe(true);
  });

  it('is made in a folder that is made with it', () => {
    const { kept, file } = keptIn(path.join(temporaryFolder(), 'deep', 'deeper', 'things.json'));
    kept.append('x\n');
    expect(modeOf(path.dirname(file))).toBe(0o700);
  });

  it('that is a link is written where it leads, on another disk too', async () => {
    const elsewhere = path.join('/dev/shm', path.basename(temporaryFolder()));
    mkdirSync(elsewhere);
    const { kept, file } = keptIn();
    symlinkSync(path.join(elsewhere, 'real.json'), file);
    writeFileSync(path.join(elsewhere, 'real.json'), 'x');
    try {
      kept.replace('y');
      await kept.replaceSoon('z');
      expect(lstatSync(file).isSymbolicLink()).toBe(true);
      expect(readFileSync(path.join(elsewhere, 'real.json'), 'utf8')).toBe('z');
      kept.remove();
      expect(readdirSync(elsewhere)).toEqual([]);
    } finally {
      execFileSync('rm', ['-r', elsewhere]);
    }
  });

  it('takes with it what a killed program left beside it, and no other file', () => {
    const { kept, file, folder } = keptIn();
    for (const name of ['things.json.0123abcd.part', 'things.json.part', 'other.0123abcd.part'])
      writeFileSync(path.join(folder, name), 'x');
    kept.replace('y');
    kept.read();
    expect(readdirSync(folder).sort()).toEqual(['other.0123abcd.part', 'things.json', 'things.json.part']);
    expect(file).toContain(folder);
  });

  it.each(['things.json.backup-of-mine', 'things.json.part', 'things.json.unreadable-2026-11-23.zip'])(
    'does not take with it what is not ours: %s',
    (name) => {
      const { kept, folder } = keptIn();
      kept.replace('x');
      writeFileSync(path.join(folder, name), 'x');
      kept.remove();
      expect(readdirSync(folder)).toEqual([name]);
    },
  );

  it.each([true, false])(
    'takes no folder with it that came into its place, by a link or itself: %s',
    (linked) => {
      const { kept, file, folder } = keptIn();
      const theirs = linked ? path.join(folder, 'theirs') : file;
      mkdirSync(theirs);
      writeFileSync(path.join(theirs, 'x'), 'x');
      if (linked) symlinkSync(theirs, file);
      kept.remove();
      expect(readdirSync(theirs)).toEqual(['x']);
      // Also where it was put aside meanwhile.
      if (linked) symlinkSync(theirs, file);
      expect(kept.read()).toBeNull();
      kept.remove();
      expect(readdirSync(linked ? theirs : asideOf(file))).toEqual(['x']);
    },
  );

  it('keeps what stays of it throughout, and nothing that was put aside', async () => {
    const { kept, file, folder } = keptIn();
    writeFileSync(file, 'good7');
    kept.read();
    await withLittleRoom(1, () => expect(() => kept.remove('good')).toThrow());
    expect(readFileSync(file, 'utf8')).toBe('good7');
    kept.remove('good');
    expect(readdirSync(folder)).toEqual(['things.json']);
    expect(readFileSync(file, 'utf8')).toBe('good');
  });

  it('in two bytes for each character is in one encoding when lines are added', () => {
    const { kept, file, damages } = keptIn();
    writeFileSync(file, Buffer.from('\ufeffgood\n', 'utf16le'));
    kept.read();
    kept.append('better\n');
    kept.append('best\n');
    expect(readFileSync(file, 'utf8')).toBe('good\nbetter\nbest\n');
    expect(damages).toEqual([]);
  });

  it.each([1, 200, 241, 255])('may have a name of %i bytes', async (length) => {
    const { kept, file, folder } = keptIn(path.join(temporaryFolder(), 'x'.repeat(length)));
    kept.replace('a');
    await kept.replaceSoon('b');
    expect(readdirSync(folder)).toEqual([path.basename(file)]);
  });

  it('is gone with all that was put aside of it', () => {
    const { kept, file, folder } = keptIn();
    writeFileSync(file, 'BAD');
    kept.read();
    kept.replace('x');
    writeFileSync(path.join(folder, 'others.json'), 'x');
    kept.remove();
    expect(readdirSync(folder)).toEqual(['others.json']);
  });
});

describe('what cannot be read', () => {
  const withIt: readonly (readonly [
    what: string,
    make: (file: string) => void,
    aside: (at: string) => unknown,
    found: unknown,
  ])[] = [
    [
      'a text of something else',
      (file) => writeFileSync(file, 'BAD'),
      (at) => readFileSync(at, 'utf8'),
      'BAD',
    ],
    [
      'a folder',
      (file) => mkdirSync(path.join(file, 'x'), { recursive: true }),
      (at) => readdirSync(at),
      ['x'],
    ],
    ['a pipe', (file) => execFileSync('mkfifo', [file]), (at) => lstatSync(at).isFIFO(), true],
    [
      'more than fits in a text',
      (file) => {
        writeFileSync(file, '');
        truncateSync(file, 600_000_000);
      },
      (at) => statSync(at).size,
      600_000_000,
    ],
    [
      'a link that leads nowhere',
      (file) => symlinkSync('/nowhere/x', file),
      (at) => readlinkSync(at),
      '/nowhere/x',
    ],
    [
      'a link that leads to itself',
      (file) => symlinkSync(file, file),
      (at) => path.basename(readlinkSync(at)),
      'things.json',
    ],
  ];
  it.each(withIt)('is put aside with its date, and told, once: %s', (_what, make, aside, found) => {
    const { kept, file, damages, lines } = keptIn();
    make(file);
    expect(kept.read()).toBeNull();
    expect(damages).toEqual([{ what: 'favourites', aside: path.basename(asideOf(file)) }]);
    expect(lines.join()).not.toContain(path.dirname(file));
    expect(aside(asideOf(file))).toEqual(found);
    kept.replace('good');
    expect(kept.read()).toBe('good');
    expect(damages).toHaveLength(1);
  });

  it('in part is put aside as a copy, and the rest of it serves', () => {
    const { kept, file, damages } = keptIn();
    writeFileSync(file, 'good7', { mode: 0o644 });
    expect(kept.read()).toBe('good');
    expect(damages).toHaveLength(1);
    expect([readFileSync(file, 'utf8'), readFileSync(asideOf(file), 'utf8')]).toEqual(['good7', 'good7']);
    expect(modeOf(asideOf(file))).toBe(0o600);
  });

  it('because of a bad byte on the disk costs no other', () => {
    const { kept, file, damages } = keptIn();
    writeFileSync(file, Buffer.from([0x61, 0xff, 0x62]));
    expect(kept.read()).toBe('ab');
    expect(damages).toHaveLength(1);
  });

  it('and cannot be put aside either is never written over', async () => {
    const { kept, file, damages } = keptIn();
    writeFileSync(file, 'good7'.repeat(2_000));
    await withLittleRoom(5_000, () => {
      expect(kept.read()).toBe('good'.repeat(2_000));
      expect(damages).toEqual([{ what: 'favourites', aside: null }]);
      expect(() => kept.replace('x')).toThrow();
      expect(() => kept.append('x\n')).toThrow();
    });
    expect(readFileSync(file, 'utf8')).toBe('good7'.repeat(2_000));
    kept.replace('x');
    expect(readFileSync(asideOf(file), 'utf8')).toBe('good7'.repeat(2_000));
  });

  it.each([
    ['a byte-order mark', Buffer.from('\ufeffgood')],
    ['another in front of it', Buffer.from('\ufeff\ufeffgood')],
    ['two bytes for each character', Buffer.from('\ufeffgood', 'utf16le')],
  ])('is not what an editor of Windows wrote: %s', (_what, bytes) => {
    const { kept, file, damages } = keptIn();
    writeFileSync(file, bytes);
    expect(kept.read()).toBe('good');
    expect(damages).toEqual([]);
  });
});

describe('a line', () => {
  it('begins anew behind one that was cut', () => {
    const { kept, file } = keptIn();
    kept.append('one\n');
    appendFileSync(file, 'cut');
    kept.append('two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ncut\ntwo\n');
  });

  it('is not made where its file cannot be, and nothing is left of the try', () => {
    const { kept, file } = keptIn('/dev/null/x/things.json');
    expect(() => kept.append('x\n')).toThrow();
    expect(existsSync(file)).toBe(false);
  });
});
