import * as v from 'valibot';
import { Favourite } from '../contract/favourites.ts';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import type { Book } from './book.ts';

const Kept = v.pick(v.object(Favourite.entries), ['id', 'number', 'name']);

const Accounts = v.pipe(
  v.string(),
  v.parseJson(),
  // A list would pass for a record of no accounts.
  v.check((accounts) => !Array.isArray(accounts)),
  v.record(v.string(), v.unknown()),
);

/**
 * The favourites that earlier releases kept, each as a contact that is pinned, by a digest of their account. The file stays as it is:
 * who goes back to such a release finds them there.
 */
export function readOldFavourites(file: string, keeping: Keeping): ReadonlyMap<string, Book> {
  return openKeptFile({ file, what: 'favourites', parse, keeping }).read() ?? new Map();
}

function parse(text: string): Parsed<ReadonlyMap<string, Book>> {
  const parsed = v.safeParse(Accounts, text);
  if (!parsed.success) return null;
  let whole = true;
  const books = Object.entries(parsed.output).map(([owner, found]) => {
    // What is wrong with one account's costs nobody else theirs.
    const list: unknown[] = Array.isArray(found) ? found : [null];
    const good = list.filter((one) => v.is(Kept, one));
    whole &&= good.length === list.length;
    return [owner, bookOf(good)] as const;
  });
  return { value: new Map(books), whole };
}

/** The favourite's id is its number's, by which the page and the tray know it. */
function bookOf(favourites: readonly v.InferOutput<typeof Kept>[]): Book {
  return {
    contacts: favourites.map(({ id, number, name }) => ({
      id,
      name,
      company: '',
      note: '',
      numbers: [{ id, number, label: '' }],
    })),
    pins: favourites.map(({ id }) => id),
  };
}
