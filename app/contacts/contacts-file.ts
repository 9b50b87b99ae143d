import path from 'node:path';
import * as v from 'valibot';
import { type Keeping, openKeptFile, type Parsed } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';
import { type Book, emptyBook, KeptContact, tidyPins } from './book.ts';
import { readOldFavourites } from './old-favourites.ts';

type All = ReadonlyMap<string, Book>;

/** The phone books of everybody who signs in on this profile, by a digest of their account. */
export interface ContactsFile {
  of(owner: string): Book;
  /** Throws where the disk does not take it; then nothing has changed. */
  keep(owner: string, book: Book): void;
}

const Accounts = v.pipe(
  v.string(),
  v.parseJson(),
  // A list would pass for a record of no accounts.
  v.check((accounts) => !Array.isArray(accounts)),
  v.record(v.string(), v.object({ contacts: v.array(v.unknown()), pins: v.array(v.unknown()) })),
);

/** `contacts.json` of a profile's folder; where there is none yet, the favourites of earlier releases. */
export function openContactsFile(folder: string, keeping: Keeping): ContactsFile {
  const file = openKeptFile({ file: path.join(folder, 'contacts.json'), what: 'contacts', parse, keeping });
  const write = (books: All) => file.replace(JSON.stringify(Object.fromEntries(books)));

  let all = file.read() ?? takenOver();

  function takenOver(): All {
    const old = readOldFavourites(path.join(folder, 'favourites.json'), keeping);
    try {
      if (old.size > 0) write(old);
    } catch (error) {
      // They are there, and are taken over at the next start.
      keeping.log(`favourites not taken over: ${codeOf(error)}`);
    }
    return old;
  }

  return {
    of: (owner) => all.get(owner) ?? emptyBook,
    keep(owner, book) {
      const next = new Map(all).set(owner, book);
      write(next);
      all = next;
    },
  };
}

function parse(text: string): Parsed<All> {
  const parsed = v.safeParse(Accounts, text);
  if (!parsed.success) return null;
  let whole = true;
  const books = Object.entries(parsed.output).map(([owner, { contacts, pins }]) => {
    const book = tidyPins({
      contacts: contacts.filter((one) => v.is(KeptContact, one)),
      pins: pins.filter((one) => typeof one === 'string'),
    });
    whole &&= book.contacts.length === contacts.length && book.pins.length === pins.length;
    return [owner, book] as const;
  });
  return { value: new Map(books), whole };
}
