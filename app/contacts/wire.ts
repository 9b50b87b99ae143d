import { randomUUID } from 'node:crypto';
import type { Language, Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import { prefixesOf } from '../numbers/prefixes.ts';
import type { KeptContact } from './book.ts';
import { createByNumber } from './by-number.ts';
import { type ContactFiles, type ContactFilesParts, createContactFiles } from './contact-files.ts';
import { type Contacts, createContacts } from './contacts.ts';
import { createFavourites, type Favourites, type FavouritesParts } from './favourites.ts';
import { type ContactForgetting, createContactForgetting } from './forget.ts';
import { type ContactNames, createContactNames } from './names.ts';
import { type OwnBookParts, openOwnBook } from './own-book.ts';

export interface ContactsWires
  extends Pick<OwnBookParts, 'folder' | 'owner' | 'keeping'>,
    Pick<ContactFilesParts, 'reader' | 'words' | 'openFile' | 'saveFile'> {
  readonly events: Events;
  readonly numbers: Pick<ContactFilesParts, 'find'> &
    Pick<FavouritesParts, 'read'> & { shown(number: string): string };
  readonly settings: () => Pick<Settings, 'country'>;
  readonly language: () => Language;
}

/** The phone book of whoever is signed in, its favourites, and who has a number. */
export function wireContacts(parts: ContactsWires): {
  readonly contacts: Contacts;
  readonly favourites: Favourites;
  readonly names: ContactNames;
  /** Who has a number, however it is written. */
  readonly holdersOf: (number: string) => readonly KeptContact[];
  readonly files: ContactFiles;
  readonly forgetting: ContactForgetting;
} {
  const { events, owner } = parts;
  const { find } = parts.numbers;
  /** With the extension, for it is not dialled and somebody has to know it. */
  const read = (number: string) => {
    const found = parts.numbers.read(number);
    return found && { key: found.key, display: parts.numbers.shown(number) };
  };
  const newId = randomUUID;
  const book = openOwnBook({ ...parts, newId, changed: tell });
  const byNumber = createByNumber({
    contacts: () => book.now().contacts,
    keyOf: (number) => read(number)?.key ?? number,
  });
  const favourites = createFavourites({ book, byNumber, read, newId });
  const prefixes = () => prefixesOf(parts.settings().country);
  const contacts = createContacts({ ...parts, read, find, book, byNumber, prefixes, newId });
  const names = createContactNames(book.now, byNumber);
  const files = createContactFiles({
    ...{ ...parts, read, find, book, byNumber, contacts, newId },
    country: () => parts.settings().country,
    log: parts.keeping.log,
  });

  function tell(): void {
    contacts.changed();
    events.emit('contacts.changed', { revision: contacts.revision() });
    events.emit('favourites.changed', [...favourites.list()]);
  }

  events.on('owner.changed', () => {
    files.forget();
    if (owner() !== null) tell();
  });
  // Numbers are read, and names ordered, by the settings.
  events.on('settings.kept', () => {
    byNumber.changed();
    tell();
  });
  return {
    ...{ contacts, favourites, names, files },
    holdersOf: (number) => [...new Set(byNumber.of(number).map(({ contact }) => contact))],
    forgetting: createContactForgetting(book, byNumber),
  };
}
