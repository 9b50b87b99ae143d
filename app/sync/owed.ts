import type { createBuckets, Span } from './buckets.ts';
import type { Swept } from './sweep.ts';

const hour = 60 * 60_000;
/** Requests at a time, and of an hour: less than an idle desk's share. */
const budgets = { atATime: 8, hour: 40 } as const;

interface OwedParts {
  readonly buckets: Pick<ReturnType<typeof createBuckets>, 'due'>;
  /** Milliseconds since 1970, this computer's clock. */
  readonly now: () => number;
  readonly pbxNow: () => number;
  readonly bring: (span: Span, budget: number, stopped: () => boolean, now: number) => Promise<Swept>;
  /** It is begun. */
  readonly began: () => void;
}

export interface Owed {
  owe(from: number): void;
  /** It is under way: who asks for anything goes first. */
  isPaying(): boolean;
  pay(until: number, stopped: () => boolean): Promise<void>;
  /** What was under way is no more. */
  brokenOff(): void;
}

/** Days that the list is to have by and by: nobody waits for them, and the PBX is not to be burdened. */
export function createOwed(parts: OwedParts): Owed {
  let owedFrom = Number.POSITIVE_INFINITY;
  /** Of the last hour's requests for it. */
  let paid: number[] = [];
  let paying = false;
  return {
    owe(from) {
      owedFrom = from;
    },
    isPaying: () => paying,
    brokenOff() {
      paying = false;
    },
    /**
     * After what is new, some of what is owed, newest first. Where the PBX does not tell it there is time: the rest of this hour's goes
     * unspent, and what is new is not to wait for it.
     */
    async pay(until, stopped) {
      if (until === Number.POSITIVE_INFINITY || owedFrom >= until || stopped()) return;
      const now = parts.now();
      paid = paid.filter((at) => at > now - hour && at <= now);
      let budget = Math.min(budgets.atATime, budgets.hour - paid.length);
      const owed = { from: owedFrom, to: until };
      paying = true;
      parts.began();
      for (const span of parts.buckets.due(owed, parts.pbxNow(), 'notices', Number.NEGATIVE_INFINITY)) {
        if (budget <= 0) break;
        const { requests, failure } = await parts.bring(span, budget, stopped, now);
        budget -= requests;
        paid.push(...Array<number>(failure ? budgets.hour : requests).fill(parts.now()));
        if (stopped()) return;
        if (failure) break;
      }
      paying = false;
    },
  };
}
