import type { NumberHolder } from '../numbers/holder.ts';
import { type Book, calledBy } from './book.ts';
import type { ByNumber } from './by-number.ts';

/** Who has a number, by name: the names of all who share it. */
export interface ContactNames {
  /** `null`: nobody in the phone book has it, or nobody with a name. */
  of(number: string): string | null;
  /** Where they work; `null` where nobody knows, or several share the number. */
  companyOf(number: string): string | null;
  /** Which of somebody's numbers it is, as they labelled it; `null` where nobody did, or not all of them alike. */
  labelOf(number: string): string | null;
  /** Who of this name has the number; `null`: nobody. */
  named(number: string, name: string): NumberHolder | null;
}

/** More do not fit into a line; a switchboard's number may be a hundred people's. */
const mostNames = 3;

export function createContactNames(book: () => Book, byNumber: ByNumber): ContactNames {
  return {
    of(number) {
      const holders = byNumber.of(number);
      if (holders.length === 0) return null;
      const { pins } = book();
      const first = holders.filter(({ number: { id } }) => pins.includes(id));
      return namesOf([...first, ...holders].map(({ contact }) => contact));
    },
    companyOf(number) {
      const [only, another] = byNumber.of(number);
      return only === undefined || another !== undefined ? null : worksAt(only.contact);
    },
    labelOf: (number) => labelOf(byNumber.of(number)),
    named: (number, name) => namedOf(byNumber.of(number), name),
  };
}

/** What all who have a number call it; `null` where they do not, or call it nothing. */
export function labelOf(holders: readonly { readonly number: { readonly label: string } }[]): string | null {
  const labels = new Set(holders.map(({ number }) => number.label));
  const [only] = labels;
  return labels.size === 1 && only ? only : null;
}

/** Whoever is called so among those who have a number; `null`: nobody. */
export function namedOf(
  holders: readonly { readonly contact: Called; readonly number: { readonly label: string } }[],
  name: string,
): NumberHolder | null {
  const holder = holders.find(({ contact }) => calledBy(contact) === name);
  if (holder === undefined || name === '') return null;
  return { name, company: worksAt(holder.contact), label: holder.number.label || null };
}

/** Who is meant of those who have a number: whoever is called so, wherever from; else those of one's own before the company's. */
export function holdersMeant<O extends Called, C extends Called>(
  own: readonly O[],
  company: readonly C[],
  name = '',
): readonly (O | C)[] {
  const meant = name === '' ? undefined : [...own, ...company].find((one) => calledBy(one) === name);
  if (meant !== undefined) return [meant];
  return own.length > 0 ? own : company;
}

/** Who alone has a number; `null`: nobody. One that several have in either is a switchboard's, or a family's, and nobody's. */
export function holderAlone<O, C>(own: readonly O[], company: readonly C[]): O | C | null {
  return own.length > 1 || company.length > 1 ? null : (own[0] ?? company[0] ?? null);
}

/** `null` where it is what they are called, too. */
const worksAt = (contact: Called): string | null =>
  contact.company === calledBy(contact) ? null : contact.company || null;

type Called = Parameters<typeof calledBy>[0];

/** In one line; `null`: none of them has a name. */
export function namesOf(people: readonly Called[]): string | null {
  const names = [...new Set(people.map(calledBy))].filter((name) => name !== '');
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNames).join(' / ');
  return names.length > mostNames ? `${shown} / …` : shown;
}
