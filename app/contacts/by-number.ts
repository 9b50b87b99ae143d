import { endOf } from '../numbers/end-of.ts';
import type { KeptContact } from './book.ts';

interface Numbered {
  readonly numbers: readonly { readonly number: string }[];
}

export interface Holder<C extends Numbered = KeptContact> {
  readonly contact: C;
  readonly number: C['numbers'][number];
}

/** Who has a number, however it is written here and there. */
export interface ByNumber<C extends Numbered = KeptContact> {
  of(number: string): readonly Holder<C>[];
  /** Numbers are read otherwise now. */
  changed(): void;
}

export interface ByNumberParts<C extends Numbered> {
  /** In the order in which they are told. */
  readonly contacts: () => readonly C[];
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
}

export function createByNumber<C extends Numbered>({ contacts, keyOf }: ByNumberParts<C>): ByNumber<C> {
  let made: { readonly of: readonly C[]; readonly byEnd: ReadonlyMap<string, Holder<C>[]> } | null = null;
  /** Only numbers that end like one of the phone book are read: a year of calls has thousands of numbers, and so has a phone book. */
  const known = new Map<string, readonly Holder<C>[]>();
  const keys = new Map<string, string>();

  function byEnd(): ReadonlyMap<string, Holder<C>[]> {
    const now = contacts();
    if (made?.of === now) return made.byEnd;
    const ends = new Map<string, Holder<C>[]>();
    for (const contact of now)
      for (const number of contact.numbers) {
        const end = endOf(number.number);
        const holders = ends.get(end);
        if (holders) holders.push({ contact, number });
        else ends.set(end, [{ contact, number }]);
      }
    made = { of: now, byEnd: ends };
    known.clear();
    return ends;
  }

  function read(number: string): string {
    const before = keys.get(number);
    if (before !== undefined) return before;
    const key = keyOf(number);
    keys.set(number, key);
    return key;
  }

  return {
    of(number) {
      const alike = byEnd().get(endOf(number));
      if (alike === undefined) return [];
      const before = known.get(number);
      if (before !== undefined) return before;
      const key = read(number);
      const holders = alike.filter((one) => read(one.number.number) === key);
      known.set(number, holders);
      return holders;
    },
    changed() {
      known.clear();
      keys.clear();
    },
  };
}
