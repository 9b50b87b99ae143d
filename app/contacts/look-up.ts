import type { Prefixes } from '../numbers/prefixes.ts';
import type { KeptContact } from './book.ts';

/** Finds people by parts of their name, company and note, in any order, or by digits of a number. */
export function createLookUp(
  prefixes: () => Prefixes,
): (contacts: readonly KeptContact[], wanted: string) => readonly KeptContact[] {
  /** What a contact is found by, made once for each. */
  const known = new WeakMap<KeptContact, { readonly text: string; readonly digits: string }>();

  function foundBy(contact: KeptContact) {
    const before = known.get(contact);
    if (before !== undefined) return before;
    const { name, company, note, numbers } = contact;
    const made = {
      text: fold(`${name} ${company} ${note}`),
      digits: numbers.map(({ number }) => fold(number).replace(/\D/g, '')).join(' '),
    };
    known.set(contact, made);
    return made;
  }

  return (contacts, wanted) => {
    const text = fold(wanted).trim();
    if (text === '') return contacts;
    const words = text.split(/\s+/);
    const digits = /^[\d\s()+*#./-]+$/.test(text) ? bareOf(text, prefixes()) : '';
    return contacts.filter((contact) => {
      const by = foundBy(contact);
      return words.every((word) => by.text.includes(word)) || (digits !== '' && by.digits.includes(digits));
    });
  };
}

/** One form for what looks alike: case, full-width letters, Thai digits and the two spellings of sara am. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

/** What every spelling of a number has: neither the trunk's 0 nor the country's code is asked for. One digit is in nearly every number. */
function bareOf(typed: string, { countryCode, trunk }: Prefixes): string {
  const digits = typed.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const inside = typed.startsWith('+') ? digits : digits.replace(/^00/, '');
  const isAbroad = inside.length < digits.length || typed.startsWith('+');
  const national = isAbroad && inside.startsWith(countryCode) ? inside.slice(countryCode.length) : inside;
  const bare = trunk !== '' && national.startsWith(trunk) ? national.slice(trunk.length) : national;
  return bare.length < 2 ? '' : bare;
}
