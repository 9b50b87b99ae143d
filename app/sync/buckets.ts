/** Both ends included. Moments in milliseconds since 1970, or seconds as the PBX's clock shows them, read as if it showed UTC. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** Every seventh look of a closed list, or every eighth. */
const seldom = 21.5 * minute;

/**
 * Buckets that were younger than `age` when they were last asked for are asked for again as often as `every`. A call is written when it ends,
 * under the time it began: so for as long as a call may last. Most are short, and each row would be fetched hundreds of times: the older, the
 * more seldom.
 */
const turns = {
  open: [
    { age: 2 * minute, every: 0 },
    { age: 5 * minute, every: 2 * minute },
    { age: 30 * minute, every: 10 * minute },
    { age: 3 * hour, every: 45 * minute },
    { age: 12 * hour, every: 6 * hour },
  ],
  // As long as a caller rings, and now and then as long as one may have waited in a queue. The rest comes when the list is opened.
  notices: [
    { age: 5 * minute, every: 0 },
    { age: 30 * minute, every: seldom },
  ],
};

/** What was older when it was asked for is never asked for again. */
const final = 12 * hour;

/** Lengths of buckets in seconds. Each begins at a multiple of its length, by the PBX's clock. */
export const lengths = [86_400, 21_600, 7_200, 3_600, 1_800, 900, 300, 60, 20, 5, 1] as const;

/**
 * The length of the buckets that the ends of a span lie in, by its seconds, or the age of an end where that is less. Desks whose own times
 * differ a little ask the same then, and each end is widened by a sixth of that at most.
 */
export const bucketOf = (seconds: number): number =>
  lengths.find((one) => one <= Math.max(5, seconds / 6)) ?? 1;

/** When which time was last asked for, by the PBX's clock. `own`, 0 … 1, tells one desk from another. */
export function createBuckets(settled: readonly Span[] = [], own = 0) {
  /** Newest first, none in another. */
  let table = settled.map(({ from, to }) => ({ from, to, at: Number.POSITIVE_INFINITY }));

  /** By the clock, so that desks ask together; but what brings many rows an office must not ask for at once. */
  const turnOf = (moment: number, every: number): number =>
    Math.floor(moment / every + (every < seldom ? 0 : own));

  function put(span: Span, at: number): void {
    const rest = table.flatMap((one) => gaps([span], one).map((left) => ({ ...left, at: one.at })));
    table = span.to < span.from ? table : [...rest, { ...span, at }].sort((a, b) => b.to - a.to);
  }

  return {
    /** What is to be asked for now, newest first; `anew`: all that was last asked for before that moment, unless it is final. */
    due(wanted: Span, now: number, by: keyof typeof turns, anew: number): Span[] {
      const ageOf = (at: number): number => {
        if (at < anew || (at > now && at < Number.POSITIVE_INFINITY)) return final;
        const its = turns[by].filter(({ every }) => every === 0 || turnOf(now, every) > turnOf(at, every));
        return Math.max(...its.map(({ age }) => age));
      };
      const still = table.map(({ from, to, at }) => ({
        from,
        to: Math.min(to, at - ageOf(at), now - ageOf(now)),
      }));
      return gaps(still, wanted);
    },
    /** All of it was brought by questions of this moment. */
    brought({ from, to }: Span, at: number): void {
      put({ from: Math.max(from, at - final + 1), to: Math.min(to, at) }, at);
      put({ from, to: Math.min(to, at - final) }, Number.POSITIVE_INFINITY);
    },
    /** The oldest moment from which on everything has been asked for; `null`: nothing has. */
    completeFrom: () => runs(table)[0]?.from ?? null,
    /** What is final. For the disk. */
    settled: () => runs(table.filter(({ at }) => at === Number.POSITIVE_INFINITY)),
  };
}

/** What of a span lies in none of these, which are newest first; newest first. */
function gaps(spans: readonly Span[], { from, to }: Span): Span[] {
  const open: Span[] = [];
  let end = to;
  for (const one of spans) {
    if (one.to < one.from || one.to < from || one.from > end) continue;
    if (one.to < end) open.push({ from: one.to + 1, to: end });
    end = one.from - 1;
  }
  return end < from ? open : [...open, { from, to: end }];
}

/** Joins what touches. */
function runs(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans) {
    const newer = joined.at(-1);
    if (newer && newer.from <= to + 1_000) joined[joined.length - 1] = { from, to: newer.to };
    else joined.push({ from, to });
  }
  return joined;
}
