import type { Doubt } from '../contract/dialing.ts';
import { isCode } from '../dialing/trust.ts';
import type { Age } from './latest.ts';
import type { Place } from './reading.ts';

/** A number in a text. `key`: the same for every spelling of it. */
export interface Candidate {
  readonly number: string;
  readonly extension: string | null;
  readonly doubt: Doubt | null;
  readonly key: string;
}

export interface Found {
  readonly marked: readonly Candidate[];
  readonly clipboard: readonly Candidate[];
  /** Nothing is marked now. */
  readonly nothingMarked: boolean;
}

export interface Chosen {
  readonly numbers: readonly (Candidate & { readonly origin: Place | null })[];
  /** Nothing here tells which is meant: a person has to say. */
  readonly ask: boolean;
  /** What is, or was, marked may be what is meant, and has no number: the person has to know that these were copied. */
  readonly instead: boolean;
}

/**
 * Which of the two places is meant. What is marked, if there is a number; else what was copied. Where both hold numbers, and
 * not the same, the one that changed since the last press; where both did, or neither, the person. And where what is marked
 * has no number, what was copied is called by itself only if it was copied later: never an old number by itself.
 */
export function choose(
  { marked, clipboard, nothingMarked }: Found,
  age: Readonly<Record<Place, Age>>,
): Chosen {
  if (clipboard.length === 0) return decided(marked);
  if (same(marked, clipboard)) return decided(marked.map((one) => withExtensionOf(one, clipboard)));
  if (!marked.some(isNumber) && clipboard.some(isNumber)) {
    // Most programs let go of what is marked at the next click: what was copied since the last press is none the older for it.
    const isNewer = nothingMarked
      ? age.clipboard.changed || age.clipboard.since >= age.marked.since
      : age.clipboard.since > age.marked.since;
    return isNewer ? decided(clipboard) : { numbers: from('clipboard', clipboard), ask: true, instead: true };
  }
  if (age.marked.changed !== age.clipboard.changed) return decided(age.marked.changed ? marked : clipboard);
  return {
    numbers: [...from('marked', marked), ...from('clipboard', clipboard)],
    ask: true,
    instead: false,
  };
}

const from = (origin: Place | null, numbers: readonly Candidate[]) =>
  numbers.map((one) => ({ ...one, origin }));

const decided = (numbers: readonly Candidate[]): Chosen => ({
  numbers: from(null, numbers),
  ask: false,
  instead: false,
});

const isNumber = ({ number }: Candidate): boolean => !isCode(number);

function same(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  const areAmong = (these: readonly Candidate[], those: readonly Candidate[]) =>
    these.every((one) => those.some((other) => leadAlike(one, other)));
  return areAmong(some, others) && areAmong(others, some);
}

/** Behind two extensions of one number sit two people; where only one place says it, it is the same number. */
const leadAlike = (one: Candidate, other: Candidate): boolean =>
  one.key === other.key &&
  (one.extension === null || other.extension === null || one.extension === other.extension);

function withExtensionOf(one: Candidate, others: readonly Candidate[]): Candidate {
  const [only, another] = others.filter(({ key }) => key === one.key);
  return only === undefined || another !== undefined
    ? one
    : { ...one, extension: one.extension ?? only.extension };
}
