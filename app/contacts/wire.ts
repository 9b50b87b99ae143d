import { randomUUID } from 'node:crypto';
import type { Language, Settings } from '../contract/settings.ts';
import type { Events } from '../events/events.ts';
import { prefixesOf } from '../numbers/prefixes.ts';
import { createByNumber } from './by-number.ts';
import { type Contacts, createContacts } from './contacts.ts';
import { createFavourites, type Favourites } from './favourites.ts';
import { type ContactForgetting, createContactForgetting } from './forget.ts';
import { type ContactNames, createContactNames } from './names.ts';
import { type OwnBookParts, openOwnBook } from './own-book.ts';

export interface ContactsWires extends Pick<OwnBookParts, 'folder' | 'owner' | 'keeping'> {
  readonly events: Events;
  readonly read: (number: string) => { readonly display: string; readonly key: string } | null;
  readonly settings: () => Pick<Settings, 'country'>;
  readonly language: () => Language;
}

/** The phone book of whoever is signed in, its favourites, and who has a number. */
export function wireContacts(parts: ContactsWires): {
  readonly contacts: Contacts;
  readonly favourites: Favourites;
  readonly names: ContactNames;
  readonly forgetting: ContactForgetting;
} {
  const { events, owner, read } = parts;
  const newId = randomUUID;
  const book = openOwnBook({ ...parts, newId, changed: tell });
  const byNumber = createByNumber({
    contacts: () => book.now().contacts,
    keyOf: (number) => read(number)?.key ?? number,
  });
  const favourites = createFavourites({ book, byNumber, read, newId });
  const prefixes = () => prefixesOf(parts.settings().country);
  const contacts = createContacts({ ...parts, book, prefixes, newId });
  const names = createContactNames(book.now, byNumber);

  function tell(): void {
    contacts.changed();
    events.emit('contacts.changed', { revision: contacts.revision() });
    events.emit('favourites.changed', [...favourites.list()]);
  }

  events.on('owner.changed', () => {
    if (owner() !== null) tell();
  });
  // Numbers are read, and names ordered, by the settings.
  events.on('settings.kept', () => {
    byNumber.changed();
    tell();
  });
  return { contacts, favourites, names, forgetting: createContactForgetting(book, byNumber) };
}
