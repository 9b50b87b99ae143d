import { longest } from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Favourite } from '../contract/favourites.ts';
import { calledBy, type KeptContact, type KeptNumber, withContacts, withoutContact } from './book.ts';
import type { ByNumber } from './by-number.ts';
import type { OwnBook } from './own-book.ts';
import { cutTo, tidyName } from './tidy.ts';

/** A person's favourites, in the order that they chose: numbers of their phone book that are pinned. */
export interface Favourites {
  list(): readonly Favourite[];
  /** `at`: its place, as bringing one back has it; else the end. */
  add(favourite: {
    readonly number: string;
    readonly name: string;
    readonly at?: number | undefined;
  }): Reply<readonly Favourite[]>;
  /** The contact, too, is called so from now on. */
  change(id: string, part: { readonly number: string; readonly name: string }): Reply<readonly Favourite[]>;
  /** `to`: the place in the list, from 0. */
  move(id: string, to: number): Reply<readonly Favourite[]>;
  /** The contact stays, unless nothing is known of it but its number. */
  remove(id: string): Reply<readonly Favourite[]>;
  /** Any number of the phone book, by its id. */
  pin(id: string, pinned: boolean): Reply<undefined>;
}

export interface FavouritesParts {
  readonly book: OwnBook;
  readonly byNumber: ByNumber;
  readonly read: (number: string) => { readonly display: string; readonly key: string } | null;
  readonly newId: () => string;
}

/** More than anybody looks through; a menu with more would not fit the screen. */
const most = 200;

export function createFavourites({ book, byNumber, read, newId }: FavouritesParts): Favourites {
  interface Pinned {
    readonly contact: KeptContact;
    readonly number: KeptNumber;
  }
  const pinned = (): Pinned[] => {
    const { contacts, pins } = book.now();
    const wanted = new Set(pins);
    const found = new Map<string, Pinned>();
    for (const contact of contacts)
      for (const number of contact.numbers)
        if (wanted.has(number.id)) found.set(number.id, { contact, number });
    return pins.flatMap((id) => found.get(id) ?? []);
  };
  const list = (): Favourite[] =>
    pinned().map(({ contact, number: { id, number } }) => ({
      id,
      number,
      name: calledBy(contact),
      display: read(number)?.display ?? number,
    }));

  const told = (reply: Reply<undefined>): Reply<readonly Favourite[]> => (reply.ok ? ok(list()) : reply);

  /** What was typed as a favourite; or why it cannot be one. `id`: the one that is being changed. */
  function readTyped(id: string, typed: { number: string; name: string }) {
    const key = read(typed.number)?.key;
    if (key === undefined) return fail('not-a-number');
    const twin = pinned().find(({ number }) => number.id !== id && read(number.number)?.key === key);
    if (twin) return fail('favourite-exists', { favourite: twin.number.id });
    return ok({ number: typed.number.trim(), name: cutTo(tidyName(typed.name), longest.name) });
  }

  return {
    list,
    add(typed) {
      const { contacts, pins } = book.now();
      if (pins.length >= most) return fail('favourites-full');
      const wanted = readTyped('', typed);
      if (!wanted.ok) return wanted;
      const { number, name } = wanted.value;
      const at = typed.at ?? most;
      // Somebody who is in the phone book under this name, or whom the person did not name otherwise.
      const known = byNumber
        .of(number)
        .find(({ contact }) => name === '' || calledBy(contact) === name)?.number;
      const id = known?.id ?? newId();
      const next = { contacts, pins: pins.toSpliced(at, 0, id) };
      if (known) return told(book.write(next));
      const contact = { id: newId(), name, company: '', note: '', numbers: [{ id, number, label: '' }] };
      return told(book.write(withContacts(next, [contact])));
    },
    change(id, typed) {
      const wanted = readTyped(id, typed);
      if (!wanted.ok) return wanted;
      const one = pinned().find(({ number }) => number.id === id);
      if (!one) return ok(list());
      const numbers = one.contact.numbers.map((had) =>
        had.id === id ? { ...had, number: wanted.value.number } : had,
      );
      return told(
        book.write(withContacts(book.now(), [{ ...one.contact, name: wanted.value.name, numbers }])),
      );
    },
    move(id, to) {
      const { contacts, pins } = book.now();
      if (!pins.includes(id)) return told(book.write(book.now()));
      const rest = pins.filter((one) => one !== id);
      return told(book.write({ contacts, pins: rest.toSpliced(Math.min(to, rest.length), 0, id) }));
    },
    remove(id) {
      const now = book.now();
      const contact = pinned().find(({ number }) => number.id === id)?.contact;
      const rest = { ...now, pins: now.pins.filter((one) => one !== id) };
      const isBare =
        contact && calledBy(contact) === '' && contact.numbers.length === 1 && contact.note === '';
      return told(book.write(isBare ? withoutContact(rest, contact.id) : rest));
    },
    pin(id, isPinned) {
      const { contacts, pins } = book.now();
      const rest = pins.filter((one) => one !== id);
      if (!isPinned) return book.write({ contacts, pins: rest });
      if (rest.length >= most) return fail('favourites-full');
      if (!contacts.some(({ numbers }) => numbers.some((one) => one.id === id))) return fail('contact-gone');
      return book.write({ contacts, pins: pins.includes(id) ? pins : [...pins, id] });
    },
  };
}
