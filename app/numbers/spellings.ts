import { parted } from './extension.ts';
import type { Prefixes } from './prefixes.ts';

/** Digits and what people write between them. At least two digits: one is in nearly every number. */
export function looksLikeNumber(text: string): boolean {
  return /^[\d\s()+*#./-]+$/.test(text) && text.replace(/\D/g, '').length >= 2;
}

/** Shorter ones are extensions and services, which have no international form. */
const shortest = 8;

/**
 * The digits of a number in its national and its international form, so that any beginning of either finds it, however it was written.
 * Goes by the digits alone: reading a number by its plan takes a thousand times as long.
 */
export function spellingsOf(written: string, { countryCode, trunk }: Prefixes): string[] {
  const { number } = parted(written);
  const digits = number.replace(/\D/g, '');
  if (digits === '') return [];
  const international =
    number.trim().startsWith('+') || digits.startsWith('00') ? digits.replace(/^00/, '') : null;
  if (international !== null) {
    if (!international.startsWith(countryCode)) return [international];
    const bare = bareOf(international.slice(countryCode.length), trunk);
    return [trunk + bare, countryCode + bare, international];
  }
  if (digits.length < shortest) return [digits];
  const found = [digits, countryCode + bareOf(digits, trunk)];
  // Many exchanges write the country's code without a `+`.
  return digits.startsWith(countryCode) && digits.length >= shortest + countryCode.length
    ? [...found, trunk + bareOf(digits.slice(countryCode.length), trunk)]
    : found;
}

const bareOf = (digits: string, trunk: string): string =>
  trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;

/** What of a number, or of a part of one, to look for in the spellings: `+66 (0)81 …` and `0066 81 …` are `6681…`; `081 …` stays as it is. */
export function digitsAsked(text: string, { countryCode, trunk }: Prefixes): string {
  const digits = text.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const international = text.trim().startsWith('+')
    ? digits
    : digits.startsWith(`00${countryCode}`)
      ? digits.slice(2)
      : null;
  if (international === null) return digits;
  return international.startsWith(countryCode)
    ? countryCode + bareOf(international.slice(countryCode.length), trunk)
    : international;
}

/** The same for every spelling of one number, by its digits alone. A code (`*72`) stays as it is: it is no number. */
export function digitKey(number: string, { countryCode, trunk }: Prefixes): string {
  const written = parted(number).number.replace(/[^\d+*#]/g, '');
  if (/[*#]/.test(written)) return written;
  const digits = written.replace(/\D/g, '');
  const international = written.startsWith('+') || digits.startsWith('00') ? digits.replace(/^00/, '') : null;
  if (international !== null && !international.startsWith(countryCode)) return `+${international}`;
  if (international === null && digits.length < shortest) return digits;
  const coded = international ?? digits;
  return coded.startsWith(countryCode) && coded.length >= shortest + countryCode.length
    ? bareOf(coded.slice(countryCode.length), trunk)
    : bareOf(coded, trunk);
}
