import type { Call } from '../cdr/call.ts';
import { isHidden, leadsElsewhere } from './callers-choice.ts';
import type { KnownPerson } from './known-person.ts';

/** Somebody to be called back. */
export interface Caller {
  /** The same for all that are theirs. */
  readonly key: string;
  /** In one spelling each. */
  readonly numbers: readonly string[];
}

/** Whom calls are with, so that nobody is called back twice. */
export interface Callers {
  /** `null`: nobody knows; each such call is alone. */
  of(call: Pick<Call, 'party' | 'direction'>): Caller | null;
  /** Who was chosen for a call, of several that have its number; `null`: nobody, or nobody with a number of their own. */
  chosenFor(call: Pick<Call, 'party' | 'attempt'>): Caller | null;
  /** Numbers are read otherwise now, or are other people's. */
  clear(): void;
}

export interface CallersParts {
  /** The same for every spelling of one number. */
  readonly keyOf: (number: string) => string;
  /** Who alone has a number, in the phone book and in the directory; `null`: nobody, or several. */
  readonly holderOf: (number: string) => KnownPerson | null;
  /** Who of this name has a number; `null`: nobody. */
  readonly holderCalled: (number: string, name: string) => KnownPerson | null;
  /** Somebody has to key an extension behind it. */
  readonly hasExtension: (number: string) => boolean;
}

/**
 * All numbers of one contact, or of one entry of the directory, are one caller. But a number that several have is nobody's: it is a
 * switchboard's, a family's or a shared desk's, and who was spoken to there is not known; so is one that is kept with an extension
 * behind it. Such a number is a caller by itself, in every spelling, and so is a number that nobody has. Where the user chose one of them for a
 * call, it was with them as well.
 *
 * Who withholds theirs may be anybody. Remembered by number, for a list has thousands of calls of some hundred callers.
 */
export function createCallers({ keyOf, holderOf, holderCalled, hasExtension }: CallersParts): Callers {
  const known = new Map<string, Caller>();

  /** By the numbers that nobody else has. */
  function callerBy(holder: KnownPerson | null): Caller | null {
    const own = (holder?.numbers ?? [])
      .map((one) => one.number)
      .filter((one) => !hasExtension(one) && holderOf(one) === holder);
    const [first] = own;
    return first === undefined ? null : { key: keyOf(first), numbers: own };
  }

  function callerOf(number: string): Caller {
    const key = keyOf(number);
    const holder = callerBy(holderOf(number));
    return holder?.numbers.some((one) => keyOf(one) === key) ? holder : { key, numbers: [number] };
  }

  return {
    of(call) {
      const { number } = call.party;
      if (number === null || number.trim() === '' || isHidden(call)) return null;
      // What a caller chose as their number is not what leads from here to somebody.
      if (leadsElsewhere(call)) return { key: `presented ${number}`, numbers: [] };
      const before = known.get(number);
      if (before !== undefined) return before;
      const caller = callerOf(number);
      known.set(number, caller);
      return caller;
    },
    chosenFor({ party: { number }, attempt }) {
      const name = attempt?.name;
      return number === null || name === undefined ? null : callerBy(holderCalled(number, name));
    },
    clear: () => known.clear(),
  };
}
