import type { Arrivals } from './arrivals.ts';
import type { Span } from './span.ts';

/**
 * Tells whether a PBX looks at the times that it is asked about at all. One that does not gives the same rows whatever is asked, and
 * to take its windows apart would go on for as many requests as a day has seconds.
 */
export interface Heed {
  /** `true`: these rows were given before for a time that has no second in common with this one. Windows come newest first. */
  isIgnored(window: Span, arrived: Arrivals): boolean;
}

export function createHeed(): Heed {
  /** By what came: the beginning of the newest window that brought it. */
  const newest = new Map<string, number>();
  return {
    isIgnored({ from, to }, { count, prints }) {
      if (count === 0) return false;
      // Rows come in any order. Of parts of 32 bits the sum of all rows there can be is exact.
      const rows = `${count} ${prints.reduce((sum, print) => sum + (print % 2 ** 32), 0)}`;
      const before = newest.get(rows);
      newest.set(rows, Math.max(from, before ?? from));
      // `endTime` may bring the second after the window's end.
      return before !== undefined && before > to + 1;
    },
  };
}

/** Whether a reply has a row of another time than the one that was asked about. */
export function isBeside({ from, to }: Span, { seconds }: Arrivals): boolean {
  return seconds.some((second) => second < from || second > to + 1);
}

/** The oldest second of which a reply has a row; `null`: none of them has a time. */
export function oldestOf({ seconds }: Arrivals): number | null {
  let oldest: number | null = null;
  for (const second of seconds) {
    if (!Number.isNaN(second) && (oldest === null || second < oldest)) oldest = second;
  }
  return oldest;
}
