import * as v from 'valibot';
import { Favourite } from '../contract/favourites.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';

export const Kept = v.pick(v.object(Favourite.entries), ['id', 'number', 'name']);
/** One favourite as the file keeps it. */
export type Kept = v.InferOutput<typeof Kept>;

type All = ReadonlyMap<string, readonly Kept[]>;

/** The favourites of everybody who signs in on this profile, by a digest of their account. */
export interface FavouritesFile {
  of(owner: string): readonly Kept[];
  /** Throws where the disk does not take it; then nothing has changed. */
  keep(owner: string, list: readonly Kept[]): void;
}

const Accounts = v.pipe(
  v.string(),
  v.parseJson(),
  // A list would pass for a record of no accounts.
  v.check((accounts) => !Array.isArray(accounts)),
  v.record(v.string(), v.array(v.unknown())),
);

export function openFavouritesFile(file: string, keeping: Keeping): FavouritesFile {
  const kept = openKeptFile({ file, what: 'favourites', parse, keeping });
  let all: All = kept.read() ?? new Map();

  return {
    of: (owner) => all.get(owner) ?? [],
    keep(owner, list) {
      const next = new Map(all).set(owner, list);
      kept.replace(JSON.stringify(Object.fromEntries(next)));
      all = next;
    },
  };
}

function parse(text: string): Parsed<All> {
  const parsed = v.safeParse(Accounts, text);
  if (!parsed.success) return null;
  const found = Object.entries(parsed.output);
  const value = new Map(found.map(([owner, list]) => [owner, list.filter((one) => v.is(Kept, one))]));
  return { value, whole: found.every(([owner, list]) => value.get(owner)?.length === list.length) };
}
