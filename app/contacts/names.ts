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
      if (only === undefined || another !== undefined) return null;
      const { company } = only.contact;
      return company === '' || company === calledBy(only.contact) ? null : company;
    },
    labelOf: (number) => labelOf(byNumber.of(number)),
  };
}

/** What all who have a number call it; `null` where they do not, or call it nothing. */
export function labelOf(holders: readonly { readonly number: { readonly label: string } }[]): string | null {
  const labels = new Set(holders.map(({ number }) => number.label));
  const [only] = labels;
  return labels.size === 1 && only ? only : null;
}

/** In one line; `null`: none of them has a name. */
export function namesOf(people: readonly Parameters<typeof calledBy>[0][]): string | null {
  const names = [...new Set(people.map(calledBy))].filter((name) => name !== '');
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNames).join(' / ');
  return names.length > mostNames ? `${shown} / …` : shown;
}
