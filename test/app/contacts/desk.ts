import { createByNumber } from '../../../app/contacts/by-number.ts';
import { createContacts } from '../../../app/contacts/contacts.ts';
import { createFavourites } from '../../../app/contacts/favourites.ts';
import { openOwnBook } from '../../../app/contacts/own-book.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import { temporaryFolder } from '../temporary-folder.ts';

/** The phone book of one person at a desk in Thailand, with real numbers. */
export function openDesk(folder = temporaryFolder()) {
  const numbers = createNumbers(() => defaults);
  let id = 0;
  const newId = () => `id${++id}`;
  const lines: string[] = [];
  const book = openOwnBook({
    folder,
    owner: () => 'a',
    newId,
    changed: () => contacts.changed(),
    keeping: { log: (line) => lines.push(line), damaged: () => {} },
  });
  const read = (number: string) => {
    const found = numbers.read(number);
    return found && { key: found.key, display: numbers.shown(number) };
  };
  const byNumber = createByNumber({
    contacts: () => book.now().contacts,
    keyOf: (number) => read(number)?.key ?? number,
  });
  const favourites = createFavourites({ book, byNumber, read, newId });
  const contacts = createContacts({
    ...{ book, byNumber, read, newId },
    find: numbers.find,
    prefixes: () => prefixesOf('TH'),
    language: () => 'en',
  });
  return { folder, numbers, book, favourites, contacts, lines, newId };
}
