import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { Favourite } from '../contract.ts';
import { fail, ok, type Reply } from '../failures.ts';

/**
 * A person's favourites, in the order that they chose. Kept for each account by itself: signing out loses none, and the
 * next person at this desk sees none of the last one's.
 */
export interface Favourites {
  list(): readonly Favourite[];
  add(favourite: { readonly number: string; readonly name: string }): Reply<readonly Favourite[]>;
  change(id: string, part: { readonly number: string; readonly name: string }): Reply<readonly Favourite[]>;
  /** `to`: the place in the list, from 0. */
  move(id: string, to: number): Reply<readonly Favourite[]>;
  remove(id: string): Reply<readonly Favourite[]>;
}

export interface FavouritesParts {
  readonly file: string;
  /** A digest that tells one account from another; `null` where nobody is signed in. */
  readonly owner: () => string | null;
  readonly read: (number: string) => { readonly display: string; readonly key: string } | null;
  readonly newId: () => string;
  readonly changed: (list: readonly Favourite[]) => void;
  readonly log: (line: string) => void;
}

/** More than anybody looks through; a menu with more would not fit the screen. */
const most = 200;

const Kept = v.pick(v.object(Favourite.entries), ['id', 'number', 'name']);
type Kept = v.InferOutput<typeof Kept>;

export function openFavourites(parts: FavouritesParts): Favourites {
  const { file, log } = parts;
  let all = readAll(file, log);

  const mine = (): readonly Kept[] => all.get(parts.owner() ?? '') ?? [];
  const shown = (): Favourite[] =>
    mine().map((kept) => ({ ...kept, display: parts.read(kept.number)?.display ?? kept.number }));

  /** By a second file and a rename, so that no moment has half a list; what the disk did not take did not happen. */
  function write(list: readonly Kept[]): Reply<readonly Favourite[]> {
    const owner = parts.owner();
    if (owner === null) return fail('signed-out');
    const next = new Map(all).set(owner, list);
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(`${file}.next`, JSON.stringify(Object.fromEntries(next)), { mode: 0o600 });
      renameSync(`${file}.next`, file);
    } catch (error) {
      log(
        `favourites not written: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
      );
      return fail('settings-file');
    }
    all = next;
    const now = shown();
    parts.changed(now);
    return ok(now);
  }

  /** What was typed as a favourite; or why it cannot be one. `id`: the one that is being changed. */
  function readKept(id: string, { number, name }: { number: string; name: string }): Reply<Kept> {
    const read = parts.read(number);
    if (read === null) return fail('not-a-number');
    const twin = mine().some((kept) => kept.id !== id && parts.read(kept.number)?.key === read.key);
    if (twin) return fail('favourite-exists');
    return ok({ id, number: number.trim(), name: name.trim() });
  }

  return {
    list: shown,
    add(favourite) {
      if (mine().length >= most) return fail('favourites-full');
      const kept = readKept(parts.newId(), favourite);
      return kept.ok ? write([...mine(), kept.value]) : kept;
    },
    change(id, part) {
      const kept = readKept(id, part);
      return kept.ok ? write(mine().map((one) => (one.id === id ? kept.value : one))) : kept;
    },
    move(id, to) {
      const moved = mine().find((one) => one.id === id);
      const rest = mine().filter((one) => one.id !== id);
      return write(moved ? rest.toSpliced(Math.min(to, rest.length), 0, moved) : rest);
    },
    remove: (id) => write(mine().filter((one) => one.id !== id)),
  };
}

/** What cannot be read is put aside, not thrown away: somebody may want to look at what they had. */
function readAll(file: string, log: (line: string) => void): Map<string, readonly Kept[]> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Map();
  }
  const Accounts = v.pipe(
    v.unknown(),
    // A list would pass for a record of no accounts.
    v.check((accounts) => !Array.isArray(accounts)),
    v.record(v.string(), v.array(v.unknown())),
  );
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Accounts), text);
  if (!parsed.success) {
    log('favourites could not be read: put aside as favourites.json.unreadable');
    try {
      renameSync(file, `${file}.unreadable`);
    } catch {
      log('and could not be put aside');
    }
    return new Map();
  }
  return new Map(
    Object.entries(parsed.output).map(([owner, list]) => [
      owner,
      list.flatMap((one) => (v.is(Kept, one) ? [one] : [])).slice(0, most),
    ]),
  );
}
