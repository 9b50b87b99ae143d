/** A number, and what is keyed once they answer. The exchange cannot dial it: it is kept behind the number, in one way of writing. */
export interface Parted {
  readonly number: string;
  /** Digits; `null`: none. */
  readonly extension: string | null;
}

const sign = ' ext. ';
const extension = /^\d{1,6}$/;

/** `021234567 ext. 12`, as this program keeps it; the number alone where nobody could key it. */
export const withExtension = ({ number, extension: keyed }: Parted): string =>
  keyed !== null && extension.test(keyed) ? number + sign + keyed : number;

/** What `withExtension` wrote. Of how other people write it the text is searched (`from-text.ts`). */
export function parted(written: string): Parted {
  const at = written.lastIndexOf(sign);
  const keyed = at < 0 ? '' : written.slice(at + sign.length);
  return extension.test(keyed)
    ? { number: written.slice(0, at), extension: keyed }
    : { number: written, extension: null };
}

/** What stands between two extensions of one number. */
export const betweenExtensions = '(?:[,/&-]|or|and|หรือ|และ|กับ)';

/**
 * Behind a whole number, `#12` is no code of the exchange, nor is `#12, #13`. Something stands between each two: digits in a row can be taken in
 * one way only, or forty of them take seconds.
 */
export const behindHash = new RegExp(
  String.raw`^[^*#]*\d(?:[\s().-]*\d){6,}[\s().-]*#\s*\d{1,6}(?:(?:\s*${betweenExtensions}\s*#?|\s*#|\s)\s*\d{1,6}){0,8}\s*${betweenExtensions}?\s*$`,
  'i',
);

export interface Reading {
  readonly isDialable: (number: string) => boolean;
  /** Of the plan of some country, and nothing is left over. */
  readonly isWhole: (number: string) => boolean;
  /** The numbers in a text. */
  readonly find: (text: string) => readonly Parted[];
}

/** By keys: those of a plan's numbers are in E.164. */
export const readingBy = (
  read: (number: string) => { readonly key: string } | null,
  find: Reading['find'],
): Reading => ({
  isDialable: (one) => read(one) !== null,
  isWhole: (one) => read(one)?.key.startsWith('+') === true,
  find,
});

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Numbers of a phone book as they are kept: as one is written where that is one number and nothing else; else those in what is written, with
 * their extensions. What could be dialled as it stands may be two numbers side by side, or one with the end of a range (`02-123-4567-9`).
 */
export function keptNumbers(written: string, { isDialable, isWhole, find }: Reading): string[] {
  const isPlain = isDialable(written) && !behindHash.test(written);
  if (isPlain && isWhole(written)) return [written];
  const found = find(written).filter(({ number }) => isDialable(number));
  const [first] = found;
  const begin = first === undefined ? '' : digitsOf(first.number);
  const all = digitsOf(written);
  const isMore = found.length > 1 || (begin !== '' && all.length > begin.length && all.startsWith(begin));
  return isPlain && !isMore ? [written] : found.map(withExtension);
}
