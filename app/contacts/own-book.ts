import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Keeping } from '../files/kept-file.ts';
import { codeOf } from '../util/code-of.ts';
import { type Book, emptyBook, tidyPins, undone } from './book.ts';
import { openContactsFile } from './contacts-file.ts';

/** The phone book of whoever is signed in: signing out loses nobody, and the next person at this desk sees none of them. */
export interface OwnBook {
  now(): Book;
  /** What the disk did not take did not happen. */
  write(next: Book): Reply<undefined>;
  /** The same, and how it is undone. */
  writeUndoably(next: Book): Reply<{ change: string }>;
  undo(change: string): Reply<undefined>;
  /** What was deleted is not to come back. */
  forgetUndo(): void;
}

export interface OwnBookParts {
  /** The profile's. */
  readonly folder: string;
  /** A digest that tells one account from another; `null` where nobody is signed in. */
  readonly owner: () => string | null;
  readonly newId: () => string;
  readonly changed: () => void;
  readonly keeping: Keeping;
}

export function openOwnBook(parts: OwnBookParts): OwnBook {
  const file = openContactsFile(parts.folder, parts.keeping);
  let last: {
    readonly change: string;
    readonly owner: string;
    readonly before: Book;
    readonly after: Book;
  } | null = null;

  function now(): Book {
    const owner = parts.owner();
    return owner === null ? emptyBook : file.of(owner);
  }

  function write(next: Book): Reply<undefined> {
    const owner = parts.owner();
    if (owner === null) return fail('signed-out');
    try {
      file.keep(owner, tidyPins(next));
    } catch (error) {
      parts.keeping.log(`contacts not written: ${codeOf(error)}`);
      return fail('settings-file');
    }
    parts.changed();
    return ok(undefined);
  }

  return {
    now,
    write,
    writeUndoably(next) {
      const owner = parts.owner() ?? '';
      const before = now();
      const written = write(next);
      if (!written.ok) return written;
      last = { change: parts.newId(), owner, before, after: now() };
      return ok({ change: last.change });
    },
    undo(change) {
      if (last?.change !== change || last.owner !== parts.owner()) return fail('contact-gone');
      const written = write(undone(now(), last.before, last.after));
      if (written.ok) last = null;
      return written;
    },
    forgetUndo() {
      last = null;
    },
  };
}
