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

/** One favourite as the file keeps it. */
export const Kept = v.object({
  id: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  number: v.pipe(v.string(), v.nonEmpty(), v.maxLength(100)),
  name: v.pipe(v.string(), v.maxLength(200)),
});
export type Kept = v.InferOutput<typeof Kept>;

/** The favourites of everybody who signs in on this profile, each under the key of `ownerKey`. */
export interface FavouritesFile {
  of(owner: string): readonly Kept[];
  /** Throws where the disk does not take it; then nothing has changed. */
  keep(owner: string, favourites: readonly Kept[]): void;
}

const Whole = v.object({ favourites: v.record(v.string(), v.array(v.unknown())) });

/**
 * `favourites.json` in the profile's folder, readable by its owner only, written whole by a second file and a rename.
 * Whatever in it cannot be read is put aside in a copy before anything is written over it, and the rest is used.
 */
export function openFavouritesFile(file: string, log: (line: string) => void): FavouritesFile {
  const all = new Map<string, readonly Kept[]>();
  const text = readText();
  if (text !== '' && !take(text)) putAside();

  function readText(): string {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') {
        log(`favourites not read: ${codeOf(error)}`);
        putAside();
      }
      return '';
    }
  }

  /** Whether everything in it could be read. */
  function take(content: string): boolean {
    const whole = v.safeParse(v.pipe(v.string(), v.parseJson(), Whole), content);
    if (!whole.success) return false;
    let sound = true;
    for (const [owner, list] of Object.entries(whole.output.favourites)) {
      const read = list.map((one) => v.safeParse(Kept, one));
      const kept = read.flatMap((one) => (one.success ? [one.output] : []));
      const ids = new Set(kept.map(({ id }) => id));
      if (kept.length < list.length || ids.size < kept.length) sound = false;
      all.set(
        owner,
        kept.filter(({ id }) => ids.delete(id)),
      );
    }
    return sound;
  }

  function putAside(): void {
    let aside = `${file}.unreadable`;
    for (let count = 2; existsSync(aside); count += 1) aside = `${file}.unreadable-${count}`;
    try {
      if (all.size === 0) renameSync(file, aside);
      else copyFileSync(file, aside);
      log(`${path.basename(file)} could not be read: put aside as ${path.basename(aside)}`);
    } catch (error) {
      log(`favourites not put aside: ${codeOf(error)}`);
    }
  }

  function write(content: string): void {
    mkdirSync(path.dirname(file), { recursive: true });
    const next = `${file}.next`;
    const open = openSync(next, 'w', 0o600);
    try {
      // One that a killed program left behind may have been made readable since.
      fchmodSync(open, 0o600);
      writeSync(open, content);
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
    renameSync(next, file);
  }

  return {
    of: (owner) => all.get(owner) ?? [],
    keep(owner, favourites) {
      const next = new Map(all).set(owner, favourites);
      write(`${JSON.stringify({ favourites: Object.fromEntries(next) }, null, 2)}\n`);
      all.set(owner, favourites);
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
