import type { createBuckets, Span } from './buckets.ts';
import type { Swept } from './sweep.ts';

const hour = 60 * 60_000;
/** Requests at a time, and of an hour. */
const budgets = { atATime: 8, hour: 30 } as const;

interface OwedParts {
  readonly buckets: Pick<ReturnType<typeof createBuckets>, 'due'>;
  /** Milliseconds since 1970, this computer's clock. */
  readonly now: () => number;
  readonly pbxNow: () => number;
  /** Requests of this hour that looks left for it. */
  readonly room: () => number;
  readonly bring: (span: Span, budget: number, stopped: () => boolean, now: number) => Promise<Swept>;
  /** It is begun, or over. */
  readonly changed: () => void;
}

export interface Owed {
  owe(from: number): void;
  /** It is under way. */
  isPaying(): boolean;
  /**
   * What is new is told from `until` on: some of what is owed, newest first, beside whatever comes next. Where the PBX does not tell it there
   * is time: the rest of this hour's goes unspent.
   */
  pay(until: number): void;
  breakOff(): void;
}

/** Days that the list is to have by and by: nobody waits for them, and the PBX is not to be burdened. */
export function createOwed(parts: OwedParts): Owed {
  let owedFrom = Number.POSITIVE_INFINITY;
  /** Of the last hour's requests for it. */
  let paid: number[] = [];
  let paying: AbortController | null = null;

  async function payFrom(until: number, stopped: () => boolean): Promise<void> {
    const now = parts.now();
    paid = paid.filter((at) => at > now - hour && at <= now);
    let budget = Math.min(budgets.atATime, budgets.hour - paid.length, parts.room() - paid.length);
    const owed = { from: owedFrom, to: until };
    for (const span of parts.buckets.due(owed, parts.pbxNow(), 'notices', Number.NEGATIVE_INFINITY)) {
      if (budget <= 0) return;
      const { requests, failure } = await parts.bring(span, budget, stopped, now);
      budget -= requests;
      paid.push(...Array<number>(failure ? budgets.hour : requests).fill(parts.now()));
      if (stopped() || failure) return;
    }
  }

  return {
    owe(from) {
      owedFrom = from;
    },
    isPaying: () => paying !== null,
    pay(until) {
      if (paying !== null || until === Number.POSITIVE_INFINITY || owedFrom >= until) return;
      const mine = new AbortController();
      paying = mine;
      void payFrom(until, () => mine.signal.aborted).finally(() => {
        if (paying !== mine) return;
        paying = null;
        parts.changed();
      });
    },
    breakOff() {
      paying?.abort();
      paying = null;
    },
  };
}
