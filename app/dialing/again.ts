import type { AskedNumber } from '../contract/dialing.ts';
import type { Journal } from './journal.ts';

/**
 * How long after a call the same number asks first, in milliseconds. A second press within it is more often a slip than a wish. When
 * nothing tells whether the PBX took the first one, its phone may be ringing now: that takes longer to see.
 */
export const coolDown = { known: 5_000, unknown: 30_000 } as const;

/** Whether one of the reasons is that the number was called a moment ago. */
export const isAgain = (reasons: AskedNumber['reasons']): boolean =>
  reasons.includes('again') || reasons.includes('again-unknown');

/** How long a call's outcome may take. The journal has no moment for it, so what another run asked for is given the longest. */
export const longestCall = 50_000;

export interface AgainParts {
  readonly journal: Pick<Journal, 'list'>;
  readonly keyOf: (number: string) => string | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds of a clock that nobody sets. */
  readonly elapsed: () => number;
}

/**
 * Whether a number was called a moment ago. The moment counts from when the outcome was known: whoever waited for it presses
 * again then. It goes by a clock that nobody sets, but for calls of before this start, of which only the other one tells.
 */
export function createAgain({ journal, keyOf, now, elapsed }: AgainParts) {
  const endings = new Map<string, number>();

  function since({ id, at }: { readonly id: string; readonly at: number }): number {
    const ended = endings.get(id);
    // Absolute: a clock that was set back must not ask for the next hour.
    return ended === undefined ? Math.abs(now() - at) - longestCall : elapsed() - ended;
  }

  return {
    /** The outcome of this attempt is known now. */
    ended(attempt: string) {
      endings.set(attempt, elapsed());
      for (const [id, at] of endings) if (elapsed() - at > 2 * longestCall) endings.delete(id);
    },
    /** Why a number is asked about because it was called a moment ago. */
    reasons(key: string): AskedNumber['reasons'] {
      for (const attempt of journal.list()) {
        if (since(attempt) >= coolDown.unknown || keyOf(attempt.number) !== key) continue;
        // A call that certainly was not placed may be tried again at once.
        if (attempt.outcome === 'failed') return [];
        if (attempt.outcome === 'placed') return since(attempt) < coolDown.known ? ['again'] : [];
        return ['again-unknown'];
      }
      return [];
    },
  };
}
