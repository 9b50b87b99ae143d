import { type Coverage, cover, gaps, type Stretch } from './coverage.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * A call is written when it ends, under the time it began. So what was asked for must be asked for again, for as long as a call may
 * last; but asking for twelve hours at every look would cost a busy PBX thousands of rows. Most calls are short: each tier goes
 * several times further back than the one before, and is taken as much more seldom. A row is fetched a few times
 * per tier, instead of hundreds of times.
 */
export const tiers = [
  { overlap: 2 * minute, every: 0 },
  { overlap: 5 * minute, every: 2 * minute },
  { overlap: 30 * minute, every: 10 * minute },
  { overlap: 3 * hour, every: 45 * minute },
  { overlap: 12 * hour, every: 6 * hour },
] as const;

/**
 * For missed calls alone: as long as a caller rings, and now and then as long as one may have waited in a queue. What ended later than
 * that comes when the list is opened.
 */
const notices = { always: 1, seldom: 2, every: 20 * minute } as const;
export const deepest = tiers.length - 1;
/** What was brought longer ago than this is asked for again, where the look is not over by then. */
const longestLook = 10 * minute;

/** What has been asked for, by how late a row may still come. */
export interface TierBook {
  /** The deepest tier whose turn it is; `forNotices`: of those that bring missed calls. */
  due(now: number, forNotices: boolean): number;
  /** What a look of this tier has to ask for, newest first. */
  open(tier: number, wanted: Stretch): Stretch[];
  /** All of a stretch was brought, by questions asked at this moment; `inLook`: by a look that may not have come to its end. */
  brought(stretch: Stretch, asked: number, inLook: boolean): void;
  /** A look of this tier was carried out to the end. */
  took(tier: number, now: number): void;
  /** The next look begins anew, and does not go on with one that was not carried out to the end. */
  startOver(): void;
  /** Nothing is known any more: another time zone, say. */
  forget(): void;
  /** Where no row can come late any more. For the disk. */
  settled(): Coverage;
}

export function createTierBook(settled: Coverage = []): TierBook {
  let coverages: Coverage[] = tiers.map(() => settled);
  let last: number[] = tiers.map(() => Number.NEGATIVE_INFINITY);
  /**
   * What a look has brought that ran out of requests. Without it the next one would begin with the same hours again, and on a busy PBX
   * none would ever come to its end.
   */
  let begun: { readonly at: number; readonly coverage: Coverage } | null = null;
  return {
    due(now, forNotices) {
      const age = (tier: number): number => now - (last[tier] ?? 0);
      if (forNotices) return age(notices.seldom) >= notices.every ? notices.seldom : notices.always;
      return tiers.findLastIndex(({ every }, tier) => age(tier) >= every);
    },
    open(tier, wanted) {
      const open = gaps(coverages[tier] ?? [], wanted);
      const done = begun?.coverage ?? [];
      return open.flatMap((stretch) => gaps(done, stretch));
    },
    startOver() {
      begun = null;
    },
    brought(stretch, asked, inLook) {
      if (begun === null || asked - begun.at > longestLook) begun = { at: asked, coverage: [] };
      const to = Math.min(stretch.to, asked - (tiers[0]?.overlap ?? 0));
      if (inLook) begun = { ...begun, coverage: cover(begun.coverage, { from: stretch.from, to }) };
      coverages = coverages.map((coverage, tier) =>
        cover(coverage, {
          from: stretch.from,
          to: Math.min(stretch.to, asked - (tiers[tier]?.overlap ?? 0)),
        }),
      );
    },
    took(tier, now) {
      begun = null;
      // Before the first look nothing is covered: whatever its tier, it asks for all that the deepest would.
      const isFirst = last.every((at) => at === Number.NEGATIVE_INFINITY);
      last = last.map((at, index) => (index <= tier || isFirst ? now : at));
    },
    forget() {
      begun = null;
      coverages = tiers.map(() => []);
      last = tiers.map(() => Number.NEGATIVE_INFINITY);
    },
    settled: () => coverages[deepest] ?? [],
  };
}
