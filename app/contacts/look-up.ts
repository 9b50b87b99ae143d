import type { Prefixes } from '../numbers/prefixes.ts';
import { digitsAsked, digitsText, looksLikeNumber } from '../numbers/spellings.ts';
import { fold } from '../people/fold.ts';
import { withoutTitle } from '../people/titles.ts';
import { fold as asWritten } from '../util/characters.ts';
import type { KeptContact } from './book.ts';

interface FoundBy {
  readonly text: string;
  readonly digits: string;
}

/** Finds people by parts of their name, company and note, in any order, or by digits of a number in any spelling. */
export function createLookUp(
  prefixes: () => Prefixes,
): (contacts: readonly KeptContact[], wanted: string) => readonly KeptContact[] {
  /** What a contact is found by, made once for each; in another country numbers are written in other ways. */
  let known = new WeakMap<KeptContact, FoundBy>();
  let madeBy = prefixes();

  function foundBy(contact: KeptContact): FoundBy {
    const before = known.get(contact);
    if (before !== undefined) return before;
    const { name, company, note, numbers } = contact;
    const made = {
      text: fold(`${name} ${company} ${note}`),
      digits: numbers.map(({ number }) => digitsText(asWritten(number).text, madeBy)).join(''),
    };
    known.set(contact, made);
    return made;
  }

  return (contacts, wanted) => {
    const now = prefixes();
    if (now !== madeBy) known = new WeakMap();
    madeBy = now;
    const typed = asWritten(wanted).text.trim();
    if (typed === '') return contacts;
    // A name may be a number too: `24 Hours`.
    const asked = looksLikeNumber(typed) ? digitsAsked(typed, now) : null;
    const ways = [...new Set([wanted, withoutTitle(wanted)])].map((one) => fold(one).split(' '));
    return contacts.filter((contact) => {
      const { text, digits } = foundBy(contact);
      if (asked?.some((one) => digits.includes(one))) return true;
      return ways.some((words) =>
        words.every((word) => text.includes(word) || (/^\d+$/.test(word) && digits.includes(word))),
      );
    });
  };
}
