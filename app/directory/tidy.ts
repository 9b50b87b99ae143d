import type { Card } from '../contacts/formats/card.ts';
import { cutTo, tidyName } from '../contacts/tidy.ts';
import { longest } from '../contract/contacts.ts';
import { behindHash, keptNumbers } from '../numbers/extension.ts';
import { numbersInText } from '../numbers/from-text.ts';
import { interpretNumber } from '../numbers/interpret.ts';
import type { Colleague } from './person.ts';

export interface RawColleague extends Pick<Card, 'numbers' | 'company'> {
  /** The first is the name. */
  readonly names: readonly string[];
}

/** Names and numbers of one person: each number takes a tenth of a millisecond, and ten thousand for each of a thousand would take all there is. */
const mostLookedAt = 100;

/** `null`: nobody could find or call them. */
export function tidyColleague(raw: RawColleague, country: string): Colleague | null {
  const [name = '', ...others] = [
    ...new Set(
      raw.names
        .slice(0, mostLookedAt)
        .map((one) => cutTo(tidyName(one), longest.name))
        .filter((one) => one !== ''),
    ),
  ];
  const company = cutTo(tidyName(raw.company), longest.company);
  const numbers = new Map<string, { number: string; label: string }>();
  for (const { number, label } of raw.numbers.slice(0, mostLookedAt)) {
    if (numbers.size === longest.numbers) break;
    for (const called of numbersOf(cutTo(tidyName(number), longest.number), country)) {
      if (numbers.has(called) || numbers.size === longest.numbers) continue;
      numbers.set(called, { number: called, label: cutTo(tidyName(label), longest.label) });
    }
  }
  if (numbers.size === 0 || (name === '' && company === '')) return null;
  return { name, company, also: cutTo(others.join(' '), longest.name), numbers: [...numbers.values()] };
}

/** As telephones of the office are named: `sip:101@pbx.example.com`, `101@pbx.example.com`. */
const sip = /^(?:sips?:)?([^@\s]+)@\S+$/i;
const plain = /^\+?[\d\s().-]*$/;
const digits = /\d/g;
/** Of an extension, as most offices have them. */
const internalLength = 4;

/**
 * What can be called of a number as it is written. Codes (`*72…`) are not: nobody has looked at the thousands one by one, and one of them
 * would forward whoever calls it.
 */
function numbersOf(written: string, country: string): string[] {
  const number = (sip.exec(written)?.[1] ?? written).replace(/^(?:tel|sips?):/i, '');
  if (/[*#]/.test(number) && !behindHash.test(number)) return [];
  const kept = keptNumbers(number, {
    isDialable: (one) => plain.test(one) && (one.match(digits)?.length ?? 0) >= 2,
    isWhole: (one) => interpretNumber(one, { country, form: 'national', internalLength }).kind === 'phone',
    find: (text) =>
      numbersInText(text, { country, internalLength, internalShortest: 3 }).map(({ dial, extension }) => ({
        number: dial,
        extension,
      })),
  });
  return kept.filter((one) => !/[*#]/.test(one));
}
