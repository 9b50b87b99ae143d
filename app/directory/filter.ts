import { escapeFilter } from 'ldapts';
import type { LdapChoice } from '../contract/directory.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { digitsAsked, digitsText, looksLikeNumber, spellingsOf } from '../numbers/spellings.ts';
import { fold, isThai } from '../people/fold.ts';
import { withoutTitle } from '../people/titles.ts';
import { fold as asWritten } from '../util/characters.ts';
import type { Colleague } from './person.ts';

/** What Active Directory and inetOrgPerson (RFC 2798) have. `ipPhone` first: a call inside costs nothing. */
const usual = {
  name: ['displayName', 'cn'],
  company: ['company', 'o', 'department', 'ou'],
  numbers: ['ipPhone', 'telephoneNumber', 'mobile', 'otherTelephone', 'otherMobile', 'homePhone'],
} as const;

export interface AttributeNames {
  readonly name: readonly string[];
  readonly company: readonly string[];
  readonly numbers: readonly string[];
}

export const attributesOf = ({
  attributes: { name, company, numbers } = {},
}: LdapChoice): AttributeNames => ({
  name: name ?? usual.name,
  company: company ?? usual.company,
  numbers: numbers ?? usual.numbers,
});

const any = (parts: readonly string[]): string => `(|${parts.join('')})`;

/** Whom the directory is about. */
export function filterOf(choice: LdapChoice): string {
  return choice.filter ?? any(attributesOf(choice).numbers.map((one) => `(${one}=*)`));
}

const mostWords = 5;
/** In which one word is asked for. */
const mostWays = 12;
/** A part of a number with fewer digits is in everybody's, once anything may stand between them. */
const leastApart = 3;

/** A question to the server. `apart`: it lets more through than is meant, and whoever gets the answer looks through it. */
export interface Asking {
  readonly filter: string;
  readonly apart: boolean;
  /** Not every server knows what it asks for; whoever does not has nobody. */
  readonly mayBeUnknown?: boolean;
}

/**
 * Who may be meant by what is typed, by one question after another until enough are found: as it is typed, then however else it may be
 * written there. What was typed is text and nothing else, whatever signs of a filter are in it (RFC 4515 §3).
 */
export function askingsFor(choice: LdapChoice, typed: string, prefixes: Prefixes): readonly Asking[] {
  const { name, company, numbers } = attributesOf(choice);
  const all = (words: readonly (readonly string[])[]) => `(&${filterOf(choice)}${words.map(any).join('')})`;
  const having = (among: readonly string[], parts: readonly string[]) => {
    const text = parts.map((part) => escapeFilter`${part}`).join('*');
    return among.map((one) => `(${one}=*${text}*)`);
  };
  const asked = digitsTyped(typed, prefixes);
  if (asked !== null) return asked.flatMap((one) => byDigits(one.trim()));
  const among = (word: string) => [...name, ...company, ...(/^\d{2,}$/.test(word) ? numbers : [])];
  const asTyped = (text: string) => ({
    filter: all(wordsOf(text).map((word) => having(among(word), [word]))),
    apart: false,
  });
  const bare = withoutTitle(typed);
  const words = wordsOf(bare);
  return [
    ...[...new Set([typed, bare])].map(asTyped),
    {
      filter: all(words.map((word) => waysToSpell(word).flatMap((parts) => having(among(word), parts)))),
      apart: true,
    },
  ];

  function byDigits(digits: string): Asking[] {
    const { trunk, countryCode } = prefixes;
    // Behind what may be written in another way: `081…`, `+66 81…`.
    const begin = [countryCode, trunk].find((one) => one !== '' && digits.startsWith(one)) ?? '';
    const bare = digits.slice(begin.length);
    const ways = bare.length >= leastApart ? [digits, bare] : [digits];
    const asWritten = { filter: all([ways.flatMap((one) => having(numbers, [one]))]), apart: false };
    if (digits.length < leastApart) return [asWritten];
    // A country's code alone would leave nothing to look for.
    const apart = bare.length >= leastApart ? [bare] : [digits, countryCode + bare];
    return [
      asWritten,
      { filter: all([apart.flatMap((one) => having(numbers, [...one]))]), apart: true },
      // Where the schema says of an attribute that it is text and not how it is searched, as OpenLDAP's of `ipPhone` does.
      {
        filter: all([numbers.map((one) => `(${one}:caseIgnoreMatch:=${escapeFilter`${digits}`})`)]),
        ...{ apart: false, mayBeUnknown: true },
      },
    ];
  }
}

/** Of fewer digits, some of everybody's stand in this order. */
const shortestApart = 7;

/** Who has this whole number: as it is written most likely, which servers find quickest, then however else. */
export function askingsForCaller(choice: LdapChoice, number: string, prefixes: Prefixes): readonly Asking[] {
  const { countryCode } = prefixes;
  const digits = spellingsOf(number, prefixes);
  const written = new Set(digits.flatMap((one) => (one.startsWith(countryCode) ? [one, `+${one}`] : [one])));
  const whole = attributesOf(choice).numbers.flatMap((name) => [...written].map((one) => `(${name}=${one})`));
  const [, ...others] = askingsFor(choice, number, prefixes);
  return [
    { filter: `(&${filterOf(choice)}${any(whole)})`, apart: true },
    // Too many at once, or too long to look for, are nobody.
    ...others
      .filter(({ apart }) => !apart || number.length >= shortestApart)
      .map((one) => ({ ...one, mayBeUnknown: true })),
  ];
}

const wordsOf = (typed: string): string[] =>
  typed
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, mostWords);

/** Whether somebody is meant by what is typed, however they are written. */
export function isMeant(
  { name, company, also, numbers }: Colleague,
  typed: string,
  prefixes: Prefixes,
): boolean {
  const asked = digitsTyped(typed, prefixes);
  if (asked !== null) {
    const texts = numbers.map(({ number }) => digitsText(asWritten(number).text, prefixes));
    return asked.some((one) => texts.some((text) => text.includes(one)));
  }
  const spellings = numbers.flatMap(({ number }) => spellingsOf(asWritten(number).text, prefixes));
  const isIn = (digits: string) => spellings.some((one) => one.includes(digits));
  const called = fold(`${name} ${company} ${also}`);
  const inOneWord = called.replaceAll(' ', '');
  return wordsOf(withoutTitle(typed))
    .map(fold)
    .every(
      (word) => called.includes(word) || inOneWord.includes(word) || (/^\d{2,}$/.test(word) && isIn(word)),
    );
}

/** What to look for of the digits that are typed (`digitsAsked`); `null` where it is no number. */
export function digitsTyped(typed: string, prefixes: Prefixes): readonly string[] | null {
  const text = asWritten(typed).text.trim();
  return looksLikeNumber(text) && !/[*#]/.test(text) ? digitsAsked(text, prefixes) : null;
}

/** Letters that names have with accents, in one language or another. */
const accented = /[acdegilnorstuyz]/i;
/** Between Thai letters there may be a tone mark, or a space; sara am is one letter or two. */
const mayBeAway = /[\u0e33\u0e3a\u0e47-\u0e4e\p{M}]|[^\p{ASCII}\p{Script=Thai}]/u;

/**
 * The parts of a word that stand in a name however it is spelled: servers tell `u` from `ü`, and `น้อย` from `นอย`. Of Latin letters one may
 * have an accent there that is not typed; those that are typed may be left out.
 */
function waysToSpell(word: string): string[][] {
  const letters = [...word.normalize('NFC')];
  const accents = letters.flatMap((letter, at) => (accented.test(letter) ? at : [])).slice(0, mostWays);
  return [-1, ...accents]
    .map((without) => solidParts(letters, without))
    .filter((parts, at) => at === 0 || parts.join('').length >= 2);
}

function solidParts(letters: readonly string[], without: number): string[] {
  const parts = [''];
  for (const [at, letter] of letters.entries()) {
    if (at === without || mayBeAway.test(letter)) parts.push('');
    else if (isThai(letter)) parts.push(letter, '');
    else parts.push((parts.pop() ?? '') + letter);
  }
  const solid = parts.filter((part) => part !== '');
  return solid.length > 0 ? solid : [letters.join('')];
}
