import type { Language } from '../contract/settings.ts';
import { calledBy, type KeptContact } from './book.ts';

/** By name, as a dictionary of the language has it; who has none, by their number. */
export function inOrder(contacts: readonly KeptContact[], language: Language): readonly KeptContact[] {
  const { compare } = new Intl.Collator(language, { numeric: true });
  return contacts
    .map((contact) => ({ contact, key: orderedBy(contact) }))
    .sort((a, b) => compare(a.key, b.key))
    .map(({ contact }) => contact);
}

/** The letter that a contact stands under; `#` for what begins with none. A Thai vowel that is written before its consonant is read behind it. */
export function letterOf(contact: KeptContact): string {
  const first = /[\p{L}\p{N}]/u.exec(orderedBy(contact).replace(/[\u0e40-\u0e44]/g, ''))?.[0] ?? '#';
  const letter = first.normalize('NFD').charAt(0).toLocaleUpperCase('en');
  return /\p{L}/u.test(letter) ? letter : '#';
}

const orderedBy = (contact: KeptContact): string =>
  calledBy(contact) === '' ? (contact.numbers[0]?.number ?? '') : calledBy(contact);

/** How many stand under each letter, for contacts in order. */
export function sectionsOf(contacts: readonly KeptContact[]): { letter: string; count: number }[] {
  const sections: { letter: string; count: number }[] = [];
  for (const contact of contacts) {
    const letter = letterOf(contact);
    const last = sections.at(-1);
    if (last?.letter === letter) last.count += 1;
    else sections.push({ letter, count: 1 });
  }
  return sections;
}
