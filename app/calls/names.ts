import type { Call } from '../cdr/call.ts';
import { isCallersCode } from './view.ts';

/** A number that the user gave a name of their own. */
export interface Named {
  readonly number: string;
  /** Empty: only the number was kept. */
  readonly name: string;
}

/** What the other party of a call is called. */
export interface Names {
  /** The user's own name for the number, however it is written; else what the PBX says. `null`: nobody knows one. */
  of(call: Pick<Call, 'party' | 'direction'>): string | null;
  /** The user named numbers otherwise, or they are read otherwise now. */
  changed(): void;
}

export interface NamesParts {
  readonly favourites: () => readonly Named[];
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
}

/**
 * So many digits end alike in every spelling of a number: trunk digit and country code come before them. Only numbers that end like
 * a favourite are read in full, which takes a millisecond; a year of calls has thousands of numbers.
 */
const alike = 5;

/** Nearly every number ends in digits alone; only the others are looked through, for this is asked of each of 20,000 calls. */
function endOf(number: string): string {
  const end = number.slice(-alike);
  return allDigits.test(end) ? end : number.replace(/\D/g, '').slice(-alike);
}

const allDigits = new RegExp(`^\\d{${alike}}$`);

export function createNames({ favourites, keyOf }: NamesParts): Names {
  let byKey: ReadonlyMap<string, string> | null = null;
  let ends: ReadonlySet<string> = new Set();
  /** Of numbers that end like a favourite. */
  const known = new Map<string, string | null>();

  function read(): ReadonlyMap<string, string> {
    if (byKey !== null) return byKey;
    const named = favourites().filter(({ name }) => name !== '');
    byKey = new Map(named.map(({ number, name }) => [keyOf(number), name]));
    ends = new Set([...byKey.keys()].map(endOf));
    return byKey;
  }

  function own(number: string): string | null {
    const names = read();
    if (names.size === 0 || !ends.has(endOf(number))) return null;
    const before = known.get(number);
    if (before !== undefined) return before;
    const name = names.get(keyOf(number)) ?? null;
    known.set(number, name);
    return name;
  }

  return {
    of(call) {
      const { number, name } = call.party;
      // A caller may have a code as their number, and is not what the user calls by it.
      if (number === null || isCallersCode(call)) return name;
      return own(number) ?? name;
    },
    changed() {
      byKey = null;
      known.clear();
    },
  };
}
