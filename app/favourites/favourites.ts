import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Favourite } from '../contract/favourites.ts';
import type { Keeping } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';
import { tidyName } from './favourite-name.ts';
import { type Kept, openFavouritesFile } from './favourites-file.ts';

/**
 * A person's favourites, in the order that they chose. Kept for each account by itself: signing out loses none, and the
 * next person at this desk sees none of the last one's.
 */
export interface Favourites {
  list(): readonly Favourite[];
  /** `at`: its place, as bringing one back has it; else the end. */
  add(favourite: {
    readonly number: string;
    readonly name: string;
    readonly at?: number | undefined;
  }): Reply<readonly Favourite[]>;
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
  readonly keeping: Keeping;
}

/** More than anybody looks through; a menu with more would not fit the screen. */
const most = 200;

export function openFavourites(parts: FavouritesParts): Favourites {
  const file = openFavouritesFile(parts.file, parts.keeping);

  const mine = (): readonly Kept[] => file.of(parts.owner() ?? '');
  const shown = (): Favourite[] =>
    mine().map((kept) => ({ ...kept, display: parts.read(kept.number)?.display ?? kept.number }));

  /** What the disk did not take did not happen. */
  function write(list: readonly Kept[]): Reply<readonly Favourite[]> {
    const owner = parts.owner();
    if (owner === null) return fail('signed-out');
    try {
      file.keep(owner, list);
    } catch (error) {
      parts.keeping.log(`favourites not written: ${codeOf(error)}`);
      return fail('settings-file');
    }
    const now = shown();
    parts.changed(now);
    return ok(now);
  }

  /** What was typed as a favourite; or why it cannot be one. `id`: the one that is being changed. */
  function readKept(id: string, { number, name }: { number: string; name: string }): Reply<Kept> {
    const read = parts.read(number);
    if (read === null) return fail('not-a-number');
    const twin = mine().find((kept) => kept.id !== id && parts.read(kept.number)?.key === read.key);
    if (twin) return fail('favourite-exists', { favourite: twin.id });
    return ok({ id, number: number.trim(), name: tidyName(name) });
  }

  return {
    list: shown,
    add(favourite) {
      if (mine().length >= most) return fail('favourites-full');
      const kept = readKept(parts.newId(), favourite);
      return kept.ok ? write(mine().toSpliced(favourite.at ?? most, 0, kept.value)) : kept;
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
