import * as v from 'valibot';
import { Contact, ContactNumber } from '../contract/contacts.ts';

export const KeptNumber = v.pick(v.object(ContactNumber.entries), ['id', 'number', 'label']);
export type KeptNumber = v.InferOutput<typeof KeptNumber>;

export const KeptContact = v.object({
  ...v.pick(v.object(Contact.entries), ['id', 'name', 'nickname', 'company', 'note']).entries,
  numbers: v.array(KeptNumber),
});
/** A person as they are kept. What is changed is another object, so that what is made of one is remembered by it. */
export type KeptContact = v.InferOutput<typeof KeptContact>;

/** One person's own phone book. */
export interface Book {
  readonly contacts: readonly KeptContact[];
  /** The favourites: ids of numbers, in the order that the person chose. */
  readonly pins: readonly string[];
}

export const emptyBook: Book = { contacts: [], pins: [] };

/** Kept where it says more than the name. */
export const nicknamed = (nickname: string, name: string): { readonly nickname?: string } =>
  nickname === '' || nickname === name ? {} : { nickname };

/** What a contact goes by: a firm has no other name. Empty: nothing but its number is known. */
export const calledBy = ({ name, company }: Pick<KeptContact, 'name' | 'company'>): string =>
  name === '' ? company : name;

/** With these instead of those of the same id; new ones at the end. */
export function withContacts(book: Book, some: readonly KeptContact[]): Book {
  const changed = new Map(some.map((one) => [one.id, one]));
  const known = new Set(book.contacts.map(({ id }) => id));
  return {
    ...book,
    contacts: [
      ...book.contacts.map((one) => changed.get(one.id) ?? one),
      ...some.filter(({ id }) => !known.has(id)),
    ],
  };
}

export function withoutContact(book: Book, id: string): Book {
  return { ...book, contacts: book.contacts.filter((one) => one.id !== id) };
}

/** No favourite without its number. */
export function tidyPins({ contacts, pins }: Book): Book {
  const numbers = new Set(contacts.flatMap(({ numbers }) => numbers.map(({ id }) => id)));
  return { contacts, pins: pins.filter((id) => numbers.has(id)) };
}

/**
 * The book without what changed from `before` to `after`. What was written since stays: a contact that was changed again, and a
 * favourite that was added.
 */
export function undone(now: Book, before: Book, after: Book): Book {
  const was = new Map(before.contacts.map((one) => [one.id, one]));
  const became = new Map(after.contacts.map((one) => [one.id, one]));
  const isAsLeft = (one: KeptContact) => became.get(one.id) === one;
  const kept = now.contacts.flatMap((one) => (isAsLeft(one) ? (was.get(one.id) ?? []) : one));
  const back = before.contacts.filter(({ id }) => !became.has(id));
  const pins = [...now.pins];
  for (const [at, id] of before.pins.entries())
    if (!pins.includes(id) && !after.pins.includes(id)) pins.splice(at, 0, id);
  return tidyPins({ contacts: [...kept, ...back], pins });
}
