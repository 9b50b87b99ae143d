import type { Doubt } from '../../contract.ts';

/** One of the two places where a number may stand. */
export type Place = 'marked' | 'clipboard';

/** A number in a text. `key`: the same for every spelling of it. */
export interface Candidate {
  readonly number: string;
  readonly extension: string | null;
  readonly doubt: Doubt | null;
  readonly key: string;
}

export interface Chosen {
  readonly numbers: readonly (Candidate & { readonly origin: Place | null })[];
  /** Nothing here tells which is meant: a person has to say. */
  readonly ask: boolean;
}

/**
 * Which of the two places is meant. What is marked, if there is a number; else what was copied. Where both hold numbers, and
 * not the same, the one that changed since the last press; where both did, or neither, the person.
 */
export function choose(
  found: Readonly<Record<Place, readonly Candidate[]>>,
  changed: Readonly<Record<Place, boolean>>,
): Chosen {
  const { marked, clipboard } = found;
  if (clipboard.length === 0 || same(marked, clipboard)) return decided(marked);
  if (marked.length === 0) return decided(clipboard);
  if (changed.marked !== changed.clipboard) return decided(changed.marked ? marked : clipboard);
  return {
    numbers: [
      ...marked.map((one) => ({ ...one, origin: 'marked' as const })),
      ...clipboard.map((one) => ({ ...one, origin: 'clipboard' as const })),
    ],
    ask: true,
  };
}

const decided = (numbers: readonly Candidate[]): Chosen => ({
  numbers: numbers.map((one) => ({ ...one, origin: null })),
  ask: false,
});

function same(some: readonly Candidate[], others: readonly Candidate[]): boolean {
  const keys = new Set(some.map(({ key }) => key));
  const otherKeys = new Set(others.map(({ key }) => key));
  return keys.size === otherKeys.size && [...keys].every((key) => otherKeys.has(key));
}
