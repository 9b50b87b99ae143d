import type { Prefixes } from '../numbers/prefixes.ts';
import { digitsAsked, digitsText, looksLikeNumber } from '../numbers/spellings.ts';
import { fold } from '../people/fold.ts';
import { butForOne, namesText, slipOf, waysTyped } from '../people/typed-name.ts';
import { fold as asWritten } from '../util/characters.ts';
import type { KeptContact } from './book.ts';

interface FoundBy {
  readonly text: string;
  /** Without the note. */
  readonly names: string;
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
    const { name, company, nickname = '', note, numbers } = contact;
    const names = namesText([name, nickname, company]);
    const made = {
      text: `${names} ${fold(note)}`,
      names,
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
    // `สมชาย(ชาย)` is two words, and a sign alone is none.
    const ways = waysTyped(wanted)
      .map((words) => fold(words.join(' ')).split(' '))
      .filter(([word]) => word !== '');
    const has = ({ text, digits }: FoundBy, word: string): boolean =>
      text.includes(word) || (/^\d+$/.test(word) && digits.includes(word));
    const found = contacts.filter((contact) => {
      const by = foundBy(contact);
      return (
        asked?.some((one) => by.digits.includes(one)) === true ||
        ways.some((words) => words.every((word) => has(by, word)))
      );
    });
    if (found.length > 0 || asked !== null) return found;
    // Nobody is called so: whoever is, but for one slip.
    const slips = new Map(ways.flat().map((word) => [word, slipOf(word)]));
    return contacts.filter((contact) => {
      const by = foundBy(contact);
      return butForOne(
        ways,
        (word) => has(by, word),
        (word) => slips.get(word)?.(by.names) === true,
      );
    });
  };
}
