import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, rm, stat, utimes } from 'node:fs/promises';
import path from 'node:path';
import type { SecretKey } from '../settings/secret-key.ts';
import { codeOf } from '../util/code-of.ts';
import { createSealed, finished, openSealed, type SealedFile, unfinished } from './sealed-file.ts';
import { storeForNow } from './spill.ts';
import { type Budget, type Intake, NotStored } from './stored.ts';

export interface CopiesParts {
  /** Of this program alone, inside the profile. */
  readonly folder: string;
  readonly key: SecretKey;
  readonly now: () => number;
  /** Milliseconds; 0: none is kept. */
  readonly keptFor: () => number;
  readonly bounds?: Partial<CopiesBounds>;
}

export interface CopiesBounds {
  /** On disk, all copies together. */
  readonly bytes: number;
  /** In memory, where there is no keychain; what is longer goes into a file without a name. */
  readonly memoryBytes: number;
}

const day = 24 * 60 * 60 * 1_000;
export const defaultBounds: CopiesBounds = { bytes: 500_000_000, memoryBytes: 8_000_000 };

interface Copy {
  readonly name: string;
  readonly bytes: number;
  readonly fetchedAt: number;
  usedAt: number;
}

/** Random names: a folder's listing tells nobody who was called. */
const ownName = /^[0-9a-f]{32}\.(?:rec|part)$/;

export type Copies = ReturnType<typeof createCopies>;

/**
 * Copies of recordings that were heard: encrypted, bounded in number of bytes and in age. Where there is no keychain,
 * nothing is kept: a recording is there while it is open.
 */
export function createCopies({ folder, key, now, keptFor, bounds }: CopiesParts) {
  const { bytes: mostBytes, memoryBytes } = { ...defaultBounds, ...bounds };
  const memory: Budget = { left: memoryBytes };
  const copies = new Map<string, Copy>();
  let loaded: Promise<Uint8Array | null> | null = null;
  /** The disk was full once; trying again would end in the same place. */
  let isFull = false;

  /** Ready when the folder is known and clean. */
  function ready(): Promise<Uint8Array | null> {
    loaded ??= load();
    return loaded;
  }

  async function load(): Promise<Uint8Array | null> {
    const names = (await readdir(folder).catch(() => [])).filter((name) => ownName.test(name));
    for (const name of names) if (name.endsWith(unfinished)) await remove(name);
    const master = await key.get();
    // Without an answer of the keychain nobody can say whose the files are: they stay, closed.
    if (master === null) return null;
    for (const name of names) if (name.endsWith(finished)) await know(name, master);
    await prune();
    return master;
  }

  async function know(name: string, master: Uint8Array): Promise<void> {
    const file = await openSealed(path.join(folder, name), master);
    if (file === null) return await remove(name);
    await file.close();
    const { size, mtimeMs } = await stat(path.join(folder, name));
    copies.set(file.label.key, { name, bytes: size, fetchedAt: file.label.at, usedAt: mtimeMs });
  }

  async function remove(name: string): Promise<void> {
    await rm(path.join(folder, name), { force: true }).catch(() => undefined);
  }

  async function prune(): Promise<void> {
    // What was fetched tomorrow was fetched by a clock that was wrong: nobody knows when it grows old.
    const isOld = ({ fetchedAt }: Copy) => now() - fetchedAt >= keptFor() || fetchedAt - now() > day;
    let total = 0;
    const newestFirst = [...copies].sort(([, a], [, b]) => b.usedAt - a.usedAt);
    for (const [hash, copy] of newestFirst) {
      total += copy.bytes;
      if (total <= mostBytes && !isOld(copy)) continue;
      total -= copy.bytes;
      copies.delete(hash);
      await remove(copy.name);
    }
  }

  async function drop(hash: string): Promise<void> {
    const copy = copies.get(hash);
    copies.delete(hash);
    if (copy) await remove(copy.name);
  }

  return {
    async find(recording: string): Promise<SealedFile | null> {
      const master = await ready();
      if (master === null) return null;
      await prune();
      const hash = hashOf(recording);
      const copy = copies.get(hash);
      if (!copy) return null;
      const file = await openSealed(path.join(folder, copy.name), master);
      if (file?.label.key !== hash) {
        await file?.close();
        await drop(hash);
        return null;
      }
      copy.usedAt = now();
      await utimes(path.join(folder, copy.name), new Date(), new Date(copy.usedAt)).catch(() => undefined);
      return file;
    },

    async create(recording: string, extension: string): Promise<Intake> {
      const master = await ready();
      if (master === null || isFull || keptFor() === 0) return storeForNow(folder, memory);
      const id = randomBytes(16).toString('hex');
      const label = { key: hashOf(recording), extension, at: now() };
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return await createSealed(folder, id, master, label, {
          kept(bytes) {
            const before = copies.get(label.key);
            if (before) void remove(before.name);
            copies.set(label.key, { name: id + finished, bytes, fetchedAt: label.at, usedAt: now() });
            void prune();
          },
          full() {
            isFull = true;
          },
        });
      } catch (error) {
        // A disk that is full or read-only: hearing a recording does not depend on keeping it.
        if (error instanceof NotStored || codeOf(error) !== 'unknown') return storeForNow(folder, memory);
        throw error;
      }
    },

    /** How many would go if they were kept for this long. */
    async olderThan(age: number): Promise<number> {
      const names = await readdir(folder).catch(() => []);
      if (names.length === 0 || (await ready()) === null) return 0;
      return [...copies.values()].filter(({ fetchedAt }) => now() - fetchedAt >= age).length;
    },

    /** For the start of the program, each day, and a change of how long they are kept: what has grown too old goes, also where nobody listens to anything any more. */
    async tidy() {
      // Where nothing was ever kept, the keychain is not asked for anything.
      const names = await readdir(folder).catch(() => []);
      if (names.length > 0 && (await ready()) !== null) await prune();
    },

    /** How many of these are kept. */
    async countOf(recordings: readonly string[]): Promise<number> {
      const names = recordings.length === 0 ? [] : await readdir(folder).catch(() => []);
      if (names.length === 0 || (await ready()) === null) return 0;
      return recordings.filter((one) => copies.has(hashOf(one))).length;
    },

    /** A copy that turned out to be damaged, or that nobody is to hear any more. */
    drop: (recording: string) => drop(hashOf(recording)),

    /** Sign-out: every copy, the unfinished ones and the key. */
    async forget() {
      // What is being read in still uses the folder; wait for it, then start anew.
      await loaded?.catch(() => undefined);
      loaded = null;
      copies.clear();
      await key.forget();
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

function hashOf(recording: string): string {
  return createHash('sha256').update(recording).digest('hex');
}
