const day = 86_400_000;
const hour = 3_600_000;

/** A first screen with fewer calls than this looks further back by itself: a list that ends in the middle of the screen tells little. */
const short = [
  { fewer: 30, back: 7 * day },
  { fewer: 1, back: 31 * day },
] as const;

export interface Reached {
  /** The list is whole from this moment on. All moments are by the PBX's clock. */
  readonly completeFrom: number;
  readonly now: number;
  /** Calls in the list. */
  readonly known: number;
  /** Since when missed calls are to be dealt with. */
  readonly toDoFrom: number;
}

/**
 * How far back an open list goes by itself, each reach once. `wholeUpTo`: when the run before had been told all there was; what was missed
 * while the program did not run is to be dealt with, too. `null`: there was none.
 */
export function createFurtherBack(wholeUpTo: () => number | null) {
  const done = new Set<number | 'gap'>();
  return (reached: Reached): number | null => {
    const { completeFrom, now, known, toDoFrom } = reached;
    const gapFrom = wholeUpTo();
    if (gapFrom !== null && gapFrom < completeFrom && !done.has('gap')) {
      done.add('gap');
      // A call that was still ringing then has no row before it ends.
      return Math.max(gapFrom - hour, toDoFrom);
    }
    for (const { fewer, back } of short) {
      if (done.has(back) || known >= fewer) continue;
      done.add(back);
      return now - back;
    }
    return null;
  };
}
