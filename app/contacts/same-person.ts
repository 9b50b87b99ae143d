import { parted } from '../numbers/extension.ts';
import { withoutTitle } from '../people/titles.ts';
import type { KeptContact, KeptNumber } from './book.ts';

export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** Of two words at least, its title aside: half an office is called `Ploy`. */
export const isWholeName = (name: string): boolean => /[^\s.]\s+[^\s.]/.test(withoutTitle(name).trim());

type Works = Pick<KeptContact, 'company'>;
/** Nobody says that they work at two firms. */
export const mayWorkTogether = (one: Works, other: Works): boolean =>
  one.company === '' || other.company === '' || folded(one.company) === folded(other.company);

/**
 * Whether two of one name are one person: a whole name and one of the numbers is enough. Of a first name, it is a number that one person has: a
 * mobile, an extension. A line may be a household's or a switchboard's: by it they are one where they work together, and one has no number
 * that the other has not.
 */
export function isSamePerson(
  one: KeptContact,
  other: KeptContact,
  keyOf: (number: string) => string,
): boolean {
  const common = one.numbers.filter((number) => other.numbers.some((their) => leadAlike(number, their)));
  if (common.some(isOnePersons)) return true;
  if (isWholeName(one.name || one.company))
    return one.numbers.some((mine) => other.numbers.some((their) => key(mine) === key(their)));
  const isAllOf =
    common.length === one.numbers.length ||
    other.numbers.every((their) => one.numbers.some((mine) => leadAlike(mine, their)));
  return common.length > 0 && isAllOf && mayWorkTogether(one, other);

  function key(number: KeptNumber): string {
    return keyOf(number.number);
  }

  /** An extension that only one of them says may be the other's. */
  function leadAlike(mine: KeptNumber, their: KeptNumber): boolean {
    const [a, b] = [extensionOf(mine), extensionOf(their)];
    return key(mine) === key(their) && (a === b || a === null || b === null);
  }

  /** A mobile, or what rings one phone of an office. */
  function isOnePersons(mine: KeptNumber): boolean {
    const digits = parted(mine.number).number.replace(/\D/g, '');
    if (digits.length < 7 || /^(?:66|0)[689]\d{8}$/.test(digits)) return true;
    const extension = extensionOf(mine);
    return (
      extension !== null &&
      other.numbers.some((their) => key(mine) === key(their) && extensionOf(their) === extension)
    );
  }
}

const extensionOf = ({ number }: KeptNumber): string | null => parted(number).extension;
