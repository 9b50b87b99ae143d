import {
  type Contact,
  type ContactsChange,
  type ContactsFound,
  type ContactsPage,
  longest,
  mostContacts,
} from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Language } from '../contract/settings.ts';
import { keptNumbers, type Reading, readingBy } from '../numbers/extension.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import type { Person } from '../people/person.ts';
import { type KeptContact, type KeptNumber, nicknamed, withContacts, withoutContact } from './book.ts';
import type { ByNumber } from './by-number.ts';
import { createColleagues } from './colleagues.ts';
import { createLookUp } from './look-up.ts';
import { inOrder, sectionsOf } from './order.ts';
import type { OwnBook } from './own-book.ts';
import { cutTo, tidyName, tidyNote } from './tidy.ts';

/** What is written in a contact's form. */
export interface Typed {
  readonly name: string;
  readonly nickname?: string | undefined;
  readonly company: string;
  readonly note: string;
  readonly numbers: readonly {
    readonly id?: string | undefined;
    readonly number: string;
    readonly label: string;
  }[];
}

/** The phone book of whoever is signed in. */
export interface Contacts {
  /** Behind the person's own stand those of the company whom the text finds, best first. */
  find(
    look: { readonly text: string; readonly count: number },
    colleagues?: readonly Person[],
  ): ContactsFound;
  page(
    look: { readonly text: string; readonly from: number; readonly count: number },
    colleagues?: readonly Person[],
  ): ContactsPage;
  /** Everybody, in the order of their names. */
  all(): readonly KeptContact[];
  view(contact: KeptContact): Contact;
  add(typed: Typed): Reply<Contact>;
  change(id: string, typed: Typed): Reply<Contact>;
  remove(id: string): Reply<ContactsChange>;
  undo(change: string): Reply<undefined>;
  /** Something that is shown of them has changed. */
  changed(): void;
  revision(): number;
}

export interface ContactsParts {
  readonly book: OwnBook;
  readonly byNumber: ByNumber;
  readonly read: (number: string) => { readonly display: string; readonly key: string } | null;
  /** The numbers in a text. */
  readonly find: Reading['find'];
  readonly prefixes: () => Prefixes;
  readonly language: () => Language;
  readonly newId: () => string;
}

export function createContacts(parts: ContactsParts): Contacts {
  const { book, byNumber, read, find, prefixes, language, newId } = parts;
  const display = (number: string): string => read(number)?.display ?? number;
  const company = createColleagues({ byNumber, display, newId });
  const lookUp = createLookUp(prefixes);
  let revision = 1;
  let ordered: { of: readonly KeptContact[]; by: Language; contacts: readonly KeptContact[] } | null = null;
  /** What was searched last: a page that scrolls asks for its parts. */
  let last: { of: readonly KeptContact[]; text: string; found: readonly KeptContact[] } | null = null;

  function all(): readonly KeptContact[] {
    const { contacts } = book.now();
    const by = language();
    if (ordered?.of !== contacts || ordered.by !== by)
      ordered = { of: contacts, by, contacts: inOrder(contacts, by) };
    return ordered.contacts;
  }

  function found(text: string): readonly KeptContact[] {
    const of = all();
    if (last?.of !== of || last.text !== text) last = { of, text, found: lookUp(of, text) };
    return last.found;
  }

  function pageOf(
    { text, from, count }: { text: string; from: number; count: number },
    colleagues: readonly Person[],
  ): ContactsPage & { total: number } {
    const own = found(text);
    const others = company.beside(own, colleagues);
    const contacts = [
      ...own.slice(from, from + count).map(view),
      ...others
        .slice(Math.max(0, from - own.length), Math.max(0, from + count - own.length))
        .map(company.view),
    ];
    return { revision, from, contacts, total: own.length + others.length };
  }

  function view({ id, name, nickname, company, note, numbers }: KeptContact): Contact {
    const { pins } = book.now();
    return {
      id,
      source: 'own',
      name,
      ...(nickname === undefined ? {} : { nickname }),
      company,
      note,
      numbers: numbers.map((one) => ({
        ...one,
        display: display(one.number),
        pinned: pins.includes(one.id),
      })),
    };
  }

  /** What is left empty is left out; or why it cannot be kept. */
  function contactOf(id: string, typed: Typed, before: KeptContact | null): Reply<KeptContact> {
    // The id of somebody else's number would put that one's star here.
    const own = new Set(before?.numbers.map((one) => one.id));
    const numbers: KeptNumber[] = [];
    for (const one of typed.numbers) {
      const typedNumber = tidyName(one.number);
      if (typedNumber === '') continue;
      const called = keptNumbers(typedNumber, readingBy(read, find));
      if (called.length === 0) return fail('not-a-number');
      for (const number of called) {
        const id = one.id !== undefined && own.delete(one.id) ? one.id : newId();
        numbers.push({ id, number, label: cutTo(tidyName(one.label), longest.label) });
      }
    }
    if (numbers.length === 0) return fail('contact-without-number');
    const nickname = cutTo(tidyName(typed.nickname ?? ''), longest.nickname);
    const name = cutTo(tidyName(typed.name), longest.name) || nickname;
    const company = cutTo(tidyName(typed.company), longest.company);
    return ok({
      id,
      name,
      ...nicknamed(nickname, name),
      company,
      note: cutTo(tidyNote(typed.note), longest.note),
      numbers,
    });
  }

  function keep(contact: KeptContact): Reply<Contact> {
    const written = book.write(withContacts(book.now(), [contact]));
    return written.ok ? ok(view(contact)) : written;
  }

  return {
    all,
    view,
    revision: () => revision,
    find: ({ text, count }, colleagues = []) => ({
      ...pageOf({ text, from: 0, count }, colleagues),
      sections: text.trim() === '' ? sectionsOf(all()) : [],
      known: all().length,
    }),
    page(look, colleagues = []) {
      const { total: _, ...page } = pageOf(look, colleagues);
      return page;
    },
    add(typed) {
      if (book.now().contacts.length >= mostContacts) return fail('contacts-full');
      const contact = contactOf(newId(), typed, null);
      return contact.ok ? keep(contact.value) : contact;
    },
    change(id, typed) {
      const before = book.now().contacts.find((one) => one.id === id);
      if (before === undefined) return fail('contact-gone');
      const contact = contactOf(id, typed, before);
      return contact.ok ? keep(contact.value) : contact;
    },
    remove(id) {
      if (!book.now().contacts.some((one) => one.id === id)) return fail('contact-gone');
      return book.writeUndoably(withoutContact(book.now(), id));
    },
    undo: book.undo,
    changed() {
      revision += 1;
    },
  };
}
