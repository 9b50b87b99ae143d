import type { Arrivals } from './arrivals.ts';
import type { Cap } from './cap.ts';
import type { Span } from './span.ts';

/** Replies that may have been cut, until their parts have told. */
export interface Suspicion {
  /** `byThePbx`: fewer rows than were asked for, so that a cut would show the PBX's own limit. */
  add(window: Span, arrived: Arrivals, byThePbx: boolean): void;
  /** What a part of an earlier window brought. */
  compare(window: Span, arrived: Arrivals): void;
}

interface Suspect extends Span {
  readonly rows: number;
  readonly distinct: number;
  readonly seen: Set<number>;
}

export function createSuspicion(cap: Cap): Suspicion {
  let suspects: Suspect[] = [];

  return {
    add({ from, to }, { count, prints }, byThePbx) {
      if (!byThePbx) return;
      const seen = new Set(prints);
      suspects.push({ from, to, rows: count, distinct: seen.size, seen });
    },
    compare(window, { prints }) {
      for (const { from, to, rows, distinct, seen } of suspects) {
        if (window.from < from || window.to > to) continue;
        for (const print of prints) seen.add(print);
        if (seen.size > distinct) cap.wasCut(rows);
      }
      suspects = suspects.filter(({ from, distinct, seen }) => from < window.from && seen.size <= distinct);
    },
  };
}
