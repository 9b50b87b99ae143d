import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Copies } from '../../../app/recordings/cache.ts';
import { RecordingGone } from '../../../app/recordings/stored.ts';
import { copiesIn, entry } from './copies-under-test.ts';
import { folder } from './reference.ts';

const sound = (length: number): Uint8Array =>
  Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 255);
const chunk = 65_536;

async function keep(copies: Copies, key: string, bytes: Uint8Array): Promise<void> {
  const intake = await copies.create(key, 'gsm');
  for (let at = 0; at < bytes.length; at += 10_000) await intake.append(bytes.subarray(at, at + 10_000));
  await intake.keep();
  await intake.close();
}

const files = (where: string): string[] => readdirSync(where).map((name) => path.join(where, name));
const only = (where: string): string => {
  const [file, ...more] = files(where);
  if (file === undefined || more.length > 0) throw new Error(`not one file: ${more.length}`);
  return file;
};

test.each([1, 100, chunk - 1, chunk, chunk + 1, 3 * chunk, 3 * chunk + 17])(
  'a kept recording of %d bytes is read back in the next run, from any place',
  async (length) => {
    const [where, entries, bytes] = [folder(), new Map<string, string>(), sound(length)];
    await keep(copiesIn(where, entries), 'a call', bytes);
    const copy = await copiesIn(where, entries).find('a call');
    if (!copy) throw new Error('no copy');
    expect([copy.length, copy.label.extension]).toEqual([length, 'gsm']);
    for (const [from, count] of [
      [0, length],
      [Math.floor(length / 2), 70_000],
      [length - 1, 5],
      [chunk - 3, 10],
    ] as const)
      expect(Buffer.from(await copy.read(from, count))).toEqual(
        Buffer.from(bytes.subarray(from, from + count)),
      );
    await copy.close();
  },
);

test('it is read while it is written, up to its last byte', async () => {
  const copies = copiesIn(folder(), new Map());
  const intake = await copies.create('a call', '');
  const bytes = sound(2 * chunk + 500);
  for (let at = 0; at < bytes.length; at += 9_999) {
    await intake.append(bytes.subarray(at, at + 9_999));
    const from = Math.max(0, intake.length - 30_000);
    expect(Buffer.from(await intake.read(from, 30_000))).toEqual(
      Buffer.from(bytes.subarray(from, intake.length)),
    );
  }
  await intake.keep();
  expect(Buffer.from(await intake.read(chunk - 5, 10))).toEqual(
    Buffer.from(bytes.subarray(chunk - 5, chunk + 5)),
  );
  await intake.close();
});

test('on disk there is neither a sound nor a name, and nobody else may read it', async () => {
  const where = path.join(folder(), 'recordings');
  await keep(
    copiesIn(where, new Map()),
    'Somchai 0812340006',
    new TextEncoder().encode('planted '.repeat(20_000)),
  );
  const file = only(where);
  expect(path.basename(file)).toMatch(/^[0-9a-f]{32}\.rec$/);
  expect(readFileSync(file).toString('latin1')).not.toMatch(/planted|Somchai|0812340006|\.gsm/);
  expect([statSync(where).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600]);
});

describe('a copy that is not whole never plays', () => {
  test('whichever length it is cut to', async () => {
    const [where, entries] = [folder(), new Map<string, string>()];
    await keep(copiesIn(where, entries), 'a call', sound(2 * chunk + 100));
    const whole = readFileSync(only(where));
    const sealed = chunk + 16;
    const header = whole.length - (2 * sealed + 116);
    const name = only(where);
    for (const length of [
      0,
      3,
      header - 1,
      header,
      header + 1,
      header + 17,
      header + sealed,
      header + 2 * sealed,
      header + 2 * sealed + 16,
      whole.length - 1,
    ]) {
      writeFileSync(name, whole);
      truncateSync(name, length);
      expect(await copiesIn(where, entries).find('a call')).toBeNull();
      expect(files(where)).toEqual([]);
    }
    writeFileSync(name, whole);
    const copy = await copiesIn(where, entries).find('a call');
    expect(copy?.length).toBe(2 * chunk + 100);
    await copy?.close();
  });

  test('nor one whose bytes were changed or whose pieces were moved', async () => {
    const [where, entries] = [folder(), new Map<string, string>()];
    await keep(copiesIn(where, entries), 'a call', sound(3 * chunk));
    const whole = readFileSync(only(where));
    const sealed = chunk + 16;
    const header = whole.length - 3 * sealed;
    const swapped = Buffer.from(whole);
    whole.copy(swapped, header, header + sealed, header + 2 * sealed);
    whole.copy(swapped, header + sealed, header, header + sealed);
    const changed = Buffer.from(whole);
    changed[header + 5] = (changed[header + 5] as number) ^ 1;
    for (const bytes of [swapped, changed]) {
      writeFileSync(only(where), bytes);
      const copy = await copiesIn(where, entries).find('a call');
      await expect(copy?.read(0, 10)).rejects.toBeInstanceOf(RecordingGone);
      await copy?.close();
    }
  });

  test.each([1, 3, 9])('after the program was killed while it wrote piece %d', async (piece) => {
    const where = folder();
    const key = randomBytes(32).toString('base64');
    const said = await killed(where, key, 400, `${piece}`);
    expect(said).not.toContain('kept');
    expect(files(where)).toHaveLength(1);
    expect(await copiesIn(where, new Map([[entry, key]])).find('a call')).toBeNull();
    expect(files(where)).toEqual([]);
  });

  test('and one that was whole before the kill does', async () => {
    const where = folder();
    const key = randomBytes(32).toString('base64');
    await killed(where, key, 3, 'kept');
    const copy = await copiesIn(where, new Map([[entry, key]])).find('a call');
    expect(copy?.length).toBe(150_000);
    await copy?.close();
  });
});

async function killed(where: string, key: string, pieces: number, at: string): Promise<string[]> {
  const writer = fileURLToPath(new URL('cache-writer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', writer, where, key, String(pieces)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (line === at) child.kill('SIGKILL');
  }
  await ended;
  return said;
}

describe('without a keychain', () => {
  test('nothing is put on disk, and the recording can be heard all the same', async () => {
    const where = path.join(folder(), 'recordings');
    const copies = copiesIn(where, null);
    const intake = await copies.create('a call', '');
    const bytes = sound(600_000);
    await intake.append(bytes);
    await intake.keep();
    expect(Buffer.from(await intake.read(262_100, 100))).toEqual(
      Buffer.from(bytes.subarray(262_100, 262_200)),
    );
    expect(() => readdirSync(where)).toThrow();
    await intake.close();
    expect(await copies.find('a call')).toBeNull();
  });

  test('what is too long for memory has no name on disk, reads the same, and is gone when it is closed', async () => {
    const where = path.join(folder(), 'recordings');
    const copies = copiesIn(where, null, { memoryBytes: 600_000 });
    const intake = await copies.create('a call', '');
    const bytes = sound(2_000_000);
    for (let at = 0; at < bytes.length; at += 100_000) {
      await intake.append(bytes.subarray(at, at + 100_000));
      const from = Math.max(0, at - 150_000);
      expect(
        Buffer.from(await intake.read(from, 200_000)).equals(
          bytes.subarray(from, Math.min(at + 100_000, from + 200_000)),
        ),
      ).toBe(true);
      expect(() => readdirSync(where)).toThrow();
    }
    await intake.keep();
    expect(Buffer.from(await intake.read(0, 2_000_000)).equals(bytes)).toBe(true);
    await intake.close();
    await expect(intake.read(0, 1)).rejects.toBeInstanceOf(RecordingGone);
    expect(await copies.find('a call')).toBeNull();
  });

  test('memory is bounded, and free again when the recording is closed', async () => {
    const blocked = path.join(folder(), 'a file');
    writeFileSync(blocked, '');
    const copies = copiesIn(blocked, null, { memoryBytes: 1_000_000 });
    const intake = await copies.create('a call', '');
    await expect(intake.append(randomBytes(1_600_000))).rejects.toMatchObject({ reason: 'too-large' });
    await intake.close();
    const next = await copies.create('another', '');
    await next.append(randomBytes(700_000));
    expect(next.length).toBe(700_000);
    await next.close();
  });

  test('copies of a run with one stay, closed, for the next run with one', async () => {
    const [where, entries] = [folder(), new Map<string, string>()];
    await keep(copiesIn(where, entries), 'a call', sound(10));
    expect(await copiesIn(where, null).find('a call')).toBeNull();
    const copy = await copiesIn(where, entries).find('a call');
    expect(copy?.length).toBe(10);
    await copy?.close();
  });
});

describe('bounds', () => {
  test('what was not heard for longest makes room', async () => {
    let time = 1_000;
    const copies = copiesIn(folder(), new Map(), { bytes: 320_000 }, () => ++time);
    for (const key of ['a', 'b', 'c']) await keep(copies, key, sound(100_000));
    await (await copies.find('a'))?.close();
    await keep(copies, 'd', sound(100_000));
    const there = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      const copy = await copies.find(key);
      if (copy) there.push(key);
      await copy?.close();
    }
    expect(there).toEqual(['a', 'c', 'd']);
  });

  test('what was fetched long ago is gone, also where it was heard since', async () => {
    let time = 0;
    const where = folder();
    const copies = copiesIn(where, new Map(), { ageMs: 1_000 }, () => time);
    await keep(copies, 'a call', sound(10));
    time = 900;
    await (await copies.find('a call'))?.close();
    time = 1_100;
    expect(await copies.find('a call')).toBeNull();
    expect(files(where)).toEqual([]);
  });

  test('what was fetched while the clock was days ahead is not kept until the clock gets there', async () => {
    const day = 24 * 60 * 60 * 1_000;
    let time = 30 * day;
    const where = folder();
    const copies = copiesIn(where, new Map(), {}, () => time);
    await keep(copies, 'a call', sound(10));
    time -= day / 2;
    const stays = await copies.find('a call');
    expect(stays).not.toBeNull();
    await stays?.close();
    time -= 5 * day;
    expect(await copies.find('a call')).toBeNull();
    expect(files(where)).toEqual([]);
  });

  test('at the next start what has grown too old is gone, though nobody listens to anything', async () => {
    const [where, entries] = [folder(), new Map<string, string>()];
    await copiesIn(where, entries).tidy();
    expect(entries.size).toBe(0);
    await keep(
      copiesIn(where, entries, { ageMs: 1_000 }, () => 0),
      'a call',
      sound(10),
    );
    await copiesIn(where, entries, { ageMs: 1_000 }, () => 2_000).tidy();
    expect(files(where)).toEqual([]);
  });
});

test('signing out removes every copy, the unfinished ones and the key', async () => {
  const [where, entries] = [path.join(folder(), 'recordings'), new Map([['credentials', 'stay']])];
  const copies = copiesIn(where, entries);
  await keep(copies, 'a call', sound(10));
  const late = await copies.create('another', '');
  await late.append(sound(10));
  await copies.forget();
  expect(() => readdirSync(where)).toThrow();
  expect([...entries.keys()]).toEqual(['credentials']);
  await late.keep();
  await late.close();
  expect(await copies.find('another')).toBeNull();
  expect(() => readdirSync(where)).toThrow();
});

test('with another key in the keychain, old copies are neither played nor left lying about', async () => {
  const where = folder();
  await keep(copiesIn(where, new Map()), 'a call', sound(10));
  expect(await copiesIn(where, new Map()).find('a call')).toBeNull();
  expect(files(where)).toEqual([]);
});

test('a folder that cannot be made does not keep anybody from listening', async () => {
  const where = path.join(folder(), 'a file');
  writeFileSync(where, '');
  const intake = await copiesIn(where, new Map()).create('a call', '');
  await intake.append(sound(100));
  expect(await intake.read(98, 10)).toHaveLength(2);
  await intake.close();
});
