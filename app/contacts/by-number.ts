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
  /** Looks these through a few at a time, so that nobody waits once they are the ones. */
  prepare(contacts: readonly C[], pause: () => Promise<void>): Promise<void>;
  /** Numbers are read otherwise now. */
  changed(): void;
}

export interface ByNumberParts<C extends Numbered> {
  /** In the order in which they are told. */
  readonly contacts: () => readonly C[];
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
}

interface Made<C extends Numbered> {
  readonly of: readonly C[];
  readonly byEnd: ReadonlyMap<string, readonly Holder<C>[]>;
}

/** People whose numbers are looked at without a pause. */
const atOnce = 500;

function put<C extends Numbered>(ends: Map<string, Holder<C>[]>, contacts: readonly C[]): void {
  for (const contact of contacts)
    for (const number of contact.numbers) {
      const end = endOf(number.number);
      const holders = ends.get(end);
      if (holders) holders.push({ contact, number });
      else ends.set(end, [{ contact, number }]);
    }
}

function madeOf<C extends Numbered>(of: readonly C[]): Made<C> {
  const byEnd = new Map<string, Holder<C>[]>();
  put(byEnd, of);
  return { of, byEnd };
}

export function createByNumber<C extends Numbered>({ contacts, keyOf }: ByNumberParts<C>): ByNumber<C> {
  let made: Made<C> | null = null;
  let prepared: Made<C> | null = null;
  /** Only numbers that end like one of the phone book are read: a year of calls has thousands of numbers, and so has a phone book. */
  const known = new Map<string, readonly Holder<C>[]>();
  const keys = new Map<string, string>();

  function byEnd(): Made<C>['byEnd'] {
    const now = contacts();
    if (made?.of === now) return made.byEnd;
    made = prepared?.of === now ? prepared : madeOf(now);
    prepared = null;
    known.clear();
    return made.byEnd;
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
    async prepare(of, pause) {
      const next = { of, byEnd: new Map<string, Holder<C>[]>() };
      for (let at = 0; at < of.length; at += atOnce) {
        put(next.byEnd, of.slice(at, at + atOnce));
        await pause();
      }
      prepared = next;
    },
    changed() {
      known.clear();
      keys.clear();
    },
  };
}
