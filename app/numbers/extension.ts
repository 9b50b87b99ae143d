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

/** Behind a whole number, `#12` is no code of the exchange. */
export const behindHash = /^[^*#]*\d(?:[\s().-]*\d){6,}[\s().-]*#\s*\d{1,6}\s*$/;

/**
 * A number of a phone book as it is kept: as it is written where it can be dialled so; else the number in what is written, with its
 * extension. `null`: there is none.
 */
export function keptNumber(
  written: string,
  isDialable: (number: string) => boolean,
  find: (text: string) => Parted | null,
): string | null {
  if (isDialable(written) && !behindHash.test(written)) return written;
  const found = find(written);
  return found !== null && isDialable(found.number) ? withExtension(found) : null;
}
