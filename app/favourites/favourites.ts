import type { CallInput, Favourite, NumberView } from '../contract.ts';
import { fail, ok, type Reply } from '../failures.ts';
import type { FavouritesFile, Kept } from './file.ts';
import { tidyName } from './name.ts';

export interface FavouritesParts {
  readonly file: FavouritesFile;
  /** Whose they are; `null` while nobody is signed in. */
  readonly owner: () => string | null;
  /** The same `key` for every spelling of one number; `null`: not a number that can be dialled. */
  readonly read: (number: string) => { readonly key: string } | null;
  readonly describe: (number: string) => NumberView;
  readonly newId: () => string;
  readonly changed: (favourites: readonly Favourite[]) => void;
  readonly log: (line: string) => void;
}

/** Of the person who is signed in, and of nobody else. Each change answers with the list as it is then. */
export interface Favourites {
  list(): Favourite[];
  add(wish: CallInput<'favourites.add'>): Reply<Favourite[]>;
  change(wish: CallInput<'favourites.change'>): Reply<Favourite[]>;
  move(id: string, to: number): Reply<Favourite[]>;
  remove(id: string): Reply<Favourite[]>;
  /** The settings by which numbers are read have changed. */
  reread(): void;
}

/** More are a directory, which belongs on the PBX. */
export const mostFavourites = 200;
/** Those of a few people who sign in one after the other. */
const mostRemembered = 1_000;

export function createFavourites(parts: FavouritesParts): Favourites {
  const { file } = parts;
  /** Reading a number costs a tenth of a millisecond, and all of them are read at each change. */
  const known = new Map<string, { readonly key: string | null; readonly display: string }>();

  function read(number: string) {
    const before = known.get(number);
    if (before) return before;
    const fresh = { key: parts.read(number)?.key ?? null, display: parts.describe(number).display };
    if (known.size >= mostRemembered) known.clear();
    known.set(number, fresh);
    return fresh;
  }
  const kept = (): readonly Kept[] => {
    const owner = parts.owner();
    return owner === null ? [] : file.of(owner);
  };
  const list = () => kept().map((one) => ({ ...one, display: read(one.number).display }));

  function keep(next: readonly Kept[]): Reply<Favourite[]> {
    const owner = parts.owner();
    if (owner === null) return fail('signed-out');
    try {
      file.keep(owner, next);
    } catch (error) {
      parts.log(
        `favourites not written: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`,
      );
      return fail('favourites-file');
    }
    const shown = list();
    parts.changed(shown);
    return ok(shown);
  }

  /** The number, if it can be called and none of `others` leads to the same phone. */
  function fresh(number: string, others: readonly Kept[]): Reply<string> {
    const { key } = read(number);
    if (key === null) return fail('not-a-number');
    return others.some((other) => read(other.number).key === key)
      ? fail('favourite-exists')
      : ok(number.trim());
  }

  return {
    list,

    add({ number, name, at }) {
      const before = kept();
      const wished = fresh(number, before);
      if (!wished.ok) return wished;
      if (before.length >= mostFavourites) return fail('favourites-full');
      const added = { id: parts.newId(), number: wished.value, name: tidyName(name) };
      return keep(before.toSpliced(at ?? before.length, 0, added));
    },

    change({ id, name, number }) {
      const before = kept();
      const one = before.find((other) => other.id === id);
      if (!one) return fail('favourite-gone');
      const others = before.filter((other) => other !== one);
      const wished = number === undefined ? ok(one.number) : fresh(number, others);
      if (!wished.ok) return wished;
      const changed = {
        id,
        number: wished.value,
        name: name === undefined ? one.name : tidyName(name),
      };
      return keep(before.map((other) => (other === one ? changed : other)));
    },

    move(id, to) {
      const before = kept();
      const one = before.find((other) => other.id === id);
      if (!one) return fail('favourite-gone');
      return keep(before.filter((other) => other !== one).toSpliced(to, 0, one));
    },

    remove(id) {
      const before = kept();
      if (!before.some((other) => other.id === id)) return fail('favourite-gone');
      return keep(before.filter((other) => other.id !== id));
    },

    reread() {
      known.clear();
      parts.changed(list());
    },
  };
}
