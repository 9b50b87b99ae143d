import { parted } from './extension.ts';
import { readWritten } from './plan.ts';
import { nationalAbroad, type Prefixes } from './prefixes.ts';

/** Digits and what people write between them. At least two digits: one is in nearly every number. */
export function looksLikeNumber(text: string): boolean {
  return /^[\d\s()+*#./-]+$/.test(text) && text.replace(/\D/g, '').length >= 2;
}

/** Shorter ones are extensions and services, which have no international form. */
const shortest = 8;

/**
 * The digits behind the `+` of a number that is written with one, or with what is dialled in its place here: `00`, and in Thailand `001` to
 * `009`. `null`: it is written with neither.
 */
function internationalOf(written: string, digits: string, prefixes: Prefixes): string | null {
  if (written.trim().startsWith('+')) return digits;
  if (!prefixes.abroad.some((one) => digits.startsWith(one))) return null;
  // `0014…` is `00` and `1 4…`, or `001` and `4…`: only a plan tells. Few numbers are written so, for it takes its time.
  const { phone } = readWritten(written, prefixes.country);
  if (phone !== null && /^(?:carrier|double-zero)$/.test(phone.written)) return phone.e164.slice(1);
  return phone === null && digits.startsWith('00') ? digits.slice(2) : null;
}

/**
 * The digits of a number in its national and its international form, so that any beginning of either finds it, however it was written.
 * Goes by the digits alone: reading a number by its plan takes a thousand times as long.
 */
export const spellingsOf = (written: string, prefixes: Prefixes): string[] => spelled(written, prefixes).here;

/**
 * The spellings of a number in one text, each between blanks, in which `digitsAsked` is looked for. Of a number abroad, as it is written
 * there, too: behind a sign, for here those digits may be somebody else's.
 */
export function digitsText(written: string, prefixes: Prefixes): string {
  const { here, there } = spelled(written, prefixes);
  return ` ${[...new Set(here), ...(there === null ? [] : [`~${there}`])].join(' ')} `;
}

function spelled(written: string, prefixes: Prefixes): { here: string[]; there: string | null } {
  const { countryCode, trunk } = prefixes;
  const { number } = parted(written);
  const digits = number.replace(/\D/g, '');
  if (digits === '') return { here: [], there: null };
  const international = internationalOf(number, digits, prefixes);
  if (international !== null) {
    if (!international.startsWith(countryCode))
      return { here: [international], there: nationalAbroad(international) };
    const bare = bareOf(international.slice(countryCode.length), trunk);
    return { here: [trunk + bare, countryCode + bare, international], there: null };
  }
  if (digits.length < shortest) return { here: [digits], there: null };
  const found = [digits, countryCode + bareOf(digits, trunk)];
  // Many exchanges write the country's code without a `+`.
  const isCoded = digits.startsWith(countryCode) && digits.length >= shortest + countryCode.length;
  return {
    here: isCoded ? [...found, trunk + bareOf(digits.slice(countryCode.length), trunk)] : found,
    there: null,
  };
}

const bareOf = (digits: string, trunk: string): string =>
  trunk !== '' && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;

/** Fewer digits behind what is dialled before a number abroad begin too many numbers. */
const leastAbroad = 3;

/**
 * What of a number, or of a part of one, to look for in the spellings, any of them: `+66 (0)81 …` is `6681…`; `081 …` stays as it is; `001 44…`
 * may be the beginning of `44…`, or of `144…`. Behind a blank: only the beginning of a number is meant.
 */
export function digitsAsked(text: string, { countryCode, trunk, abroad }: Prefixes): readonly string[] {
  const digits = text.replace(/\(\s*0\s*\)/, '').replace(/\D/g, '');
  const whole = (international: string): string =>
    international.startsWith(countryCode)
      ? countryCode + bareOf(international.slice(countryCode.length), trunk)
      : international;
  if (text.trim().startsWith('+')) return [whole(digits)];
  const behind = abroad.filter((one) => digits.startsWith(one)).map((one) => digits.slice(one.length));
  return [
    digits,
    ...behind
      .filter((one) => one.length >= leastAbroad || one.startsWith(countryCode))
      .map((one) => ` ${whole(one)}`),
  ];
}

/** The same for every spelling of one number, by its digits alone. A code (`*72`) stays as it is: it is no number. */
export function digitKey(number: string, prefixes: Prefixes): string {
  const { countryCode, trunk } = prefixes;
  const { number: called } = parted(number);
  const written = called.replace(/[^\d+*#]/g, '');
  if (/[*#]/.test(written)) return written;
  const digits = written.replace(/\D/g, '');
  const international = internationalOf(written.startsWith('+') ? written : called, digits, prefixes);
  if (international !== null && !international.startsWith(countryCode)) return `+${international}`;
  if (international === null && digits.length < shortest) return digits;
  const coded = international ?? digits;
  return coded.startsWith(countryCode) && coded.length >= shortest + countryCode.length
    ? bareOf(coded.slice(countryCode.length), trunk)
    : bareOf(coded, trunk);
}
