import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Favourite } from '../contract.ts';

export const Kept = v.pick(v.object(Favourite.entries), ['id', 'number', 'name']);
/** One favourite as the file keeps it. */
export type Kept = v.InferOutput<typeof Kept>;

/** The favourites of everybody who signs in on this profile, by a digest of their account. */
export interface FavouritesFile {
  of(owner: string): readonly Kept[];
  /** Throws where the disk does not take it; then nothing has changed. */
  keep(owner: string, list: readonly Kept[]): void;
}

const Accounts = v.pipe(
  v.unknown(),
  // A list would pass for a record of no accounts.
  v.check((accounts) => !Array.isArray(accounts)),
  v.record(v.string(), v.array(v.unknown())),
);

/**
 * Readable by its owner only, and written whole by a second file and a rename, so that no moment has half a list. Before anything
 * is written over what could not be read, a copy of that is put aside: somebody may want to look at what they had.
 */
export function openFavouritesFile(file: string, log: (line: string) => void): FavouritesFile {
  const all = new Map<string, readonly Kept[]>();
  const text = read();
  if (text !== null && !take(text)) putAside();

  /** `null`: there is none, or nothing of it can be read. */
  function read(): string | null {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ENOTDIR') putAside();
      return null;
    }
  }

  /** Whether all that it holds could be read. */
  function take(content: string): boolean {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Accounts), content);
    if (!parsed.success) return false;
    let whole = true;
    for (const [owner, list] of Object.entries(parsed.output)) {
      const kept = list.filter((one) => v.is(Kept, one));
      if (kept.length < list.length) whole = false;
      all.set(owner, kept);
    }
    return whole;
  }

  function putAside(): void {
    let aside = `${file}.unreadable`;
    for (let count = 2; existsSync(aside); count += 1) aside = `${file}.unreadable-${count}`;
    try {
      // A folder, or a file that may not be read, cannot be copied; it can be moved out of the way.
      if (all.size > 0) copyFileSync(file, aside);
      else renameSync(file, aside);
      log(`favourites could not be read: put aside as ${path.basename(aside)}`);
    } catch (error) {
      log(`favourites could not be read, nor put aside: ${codeOf(error)}`);
    }
  }

  return {
    of: (owner) => all.get(owner) ?? [],
    keep(owner, list) {
      mkdirSync(path.dirname(file), { recursive: true });
      const next = `${file}.next`;
      const open = openSync(next, 'w', 0o600);
      try {
        // One that a killed program left behind may have been made readable since.
        fchmodSync(open, 0o600);
        writeSync(open, JSON.stringify(Object.fromEntries(new Map(all).set(owner, list))));
        // Or a power cut right after the rename leaves an empty file in the place of a whole one.
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
      renameSync(next, file);
      all.set(owner, list);
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
