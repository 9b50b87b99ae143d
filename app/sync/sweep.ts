import type { Failure, Reply } from '../contract/failures.ts';
import { writeShown } from '../util/zone.ts';
import { lengths, type Span } from './buckets.ts';
import type { Cap } from './cap.ts';
import type { ReplyRows } from './reply-rows.ts';

/** The one question that the API answers. */
export type AskCdr = (window: {
  readonly numRecords: number;
  readonly startTime: string;
  readonly endTime: string;
}) => Promise<Reply<ReplyRows>>;

export interface SweepParts {
  readonly ask: AskCdr;
  readonly cap: Cap;
  /** Takes every row that comes, those of cut replies included, in any order and some of them more than once. */
  readonly take: (arrived: ReplyRows) => void;
  /** Rows to ask for; more only where a single second has more. */
  readonly rows: number;
  /** Requests after which the sweep stops where it is. */
  readonly budget: number;
  /** Seconds at the end of the span that have yet to come: hardly anything lies there, and it says nothing of how busy the PBX is. */
  readonly ahead?: number;
  /** Rows in a second as an earlier sweep found them: the first bucket fits at once. */
  readonly rate?: number | null;
  /** A bucket was too much for the PBX, and is asked for in parts: that takes its time. */
  readonly retreats?: (failure: Failure) => void;
  /** Asked between two requests: the person signed out, the computer goes to sleep. */
  readonly stopped?: () => boolean;
  /** Waited for before each request: what is more urgent. */
  readonly between?: (() => Promise<void>) | undefined;
}

export interface Swept {
  /** Everything from this second to the end of the span has been asked for, and nothing older. */
  readonly downTo: number;
  readonly done: boolean;
  /**
   * Seconds that hold as many rows as this PBX is known to give at most: there may be more, and no request can bring them.
   * This must be said aloud.
   */
  readonly incomplete: readonly number[];
  /** The same, where the PBX was never seen to hold rows back: complete in all likelihood, and nothing can prove it. */
  readonly unproven: readonly number[];
  readonly requests: number;
  /** Rows in a second where there were most; `null` where there were too few to tell. */
  readonly rate: number | null;
  /** The PBX gives rows of other times than it is asked about: what it holds back cannot be had. */
  readonly ignoresTimes: boolean;
  readonly failure: Failure | null;
}

/** As much of a reply as may be counted on to be used. */
const fullness = 0.85;
/** More rows than this are asked for in buckets that other desks ask for, too. */
const worthSharing = 1_000;
/** Fewer rows than this tell little of how many come in a second: nights are empty, mornings are not. */
const telling = 50;
/** How much longer a bucket may be than the one before, where that had few rows. */
const growth = 8;
/** No second of any PBX has more. */
const mostInASecond = 100_000;
/** Seconds by which a bucket is widened to see whether the PBX gives more. */
const probe = 6 * 3_600;
/** How often a bucket that the PBX could not manage is made smaller before it is given up. */
const mostRetreats = 3;

/**
 * Every row of a span, newest first. A bucket is asked for as a whole, unless it is known to be too much. A reply proves itself complete
 * only by having fewer rows than another had (see `Cap`); a bucket whose reply does not is asked for again in its parts.
 */
export async function sweep(span: Span, parts: SweepParts): Promise<Swept> {
  const { cap, rows } = parts;
  /** The last second that has passed. */
  const present = span.to - (parts.ahead ?? 0);
  const doubts: { readonly second: number; readonly count: number }[] = [];
  const beside: number[] = [];
  let downTo = span.to + 1;
  let [requests, retreats] = [0, 0];
  let failure: Failure | null = null;
  /** The most rows that a reply had. */
  let fullest = 0;
  let probed = -1;
  let rate = parts.rate || 0;
  let busiest: number | null = null;

  /** `null`: to be broken off. Whether `endTime` itself belongs to the window is written nowhere: one second more loses nothing. */
  async function ask({ from, to }: Span, numRecords = rows, end = to + 1): Promise<ReplyRows | null> {
    if (requests >= parts.budget || parts.stopped?.()) return null;
    if (parts.between) {
      await parts.between();
      if (parts.stopped?.()) return null;
    }
    requests += 1;
    const [startTime, endTime] = [writeShown(from * 1_000), writeShown(end * 1_000)];
    const reply = await parts.ask({ numRecords, startTime, endTime });
    if (parts.stopped?.()) return null;
    if (reply.ok) parts.take(reply.value);
    else failure = reply.failure;
    return reply.ok ? reply.value : null;
  }

  /** Whether a reply of so many rows has all that there are. */
  function isComplete(count: number, asked: number): boolean {
    const proven = cap.provesComplete(count, asked, fullest);
    fullest = Math.max(fullest, count);
    cap.saw(count);
    return proven;
  }

  /** Rows that a reply can be counted on to hold. */
  const room = (): number => fullness * Math.min(rows, cap.known() ?? rows);
  /** Why the last request failed, where less may do: it was too much for the PBX, or for this program's bound. */
  const tooMuch = (): Failure | null =>
    failure?.code === 'too-large' || failure?.code === 'timed-out' ? failure : null;

  /** How many rows the bucket has; `null`: broken off. */
  async function visit(bucket: Span): Promise<number | null> {
    const passed = Math.min(bucket.to, present) - bucket.from + 1;
    const isSecond = bucket.from === bucket.to;
    const isBusy =
      !isSecond && rate * passed > (isAligned(bucket, present) ? room() : Math.min(room(), worthSharing));
    const arrived = isBusy ? null : await ask(bucket);
    if (arrived === null && !isBusy) {
      const trouble = tooMuch();
      if (trouble === null || isSecond || ++retreats > mostRetreats) return null;
      failure = null;
      parts.retreats?.(trouble);
    }
    const seconds = arrived?.seconds ?? [];
    const within = seconds.filter((second) => second >= bucket.from && second <= bucket.to).length;
    if (arrived !== null) {
      retreats = 0;
      const isDone =
        isComplete(arrived.count, rows) ||
        isHeedless(bucket, seconds) ||
        (await hasRoomForMore(bucket, arrived.count)) ||
        (isSecond && (await isSettled(bucket, arrived)));
      if (isDone) {
        learn(arrived.count, passed);
        downTo = bucket.from;
      }
      if (isDone || isSecond) return isDone ? within : null;
      // Of those that came, at least: rows that are cut off are further apart, if anything.
      const { first, last } = reach(seconds);
      if (arrived.count >= telling) rate = Math.max(rate, arrived.count / (last - first + 1));
    }
    let held = 0;
    for (const part of partsOf(bucket, seconds, present)) {
      const count = await visit(part);
      if (count === null) return null;
      held += count;
    }
    if (arrived !== null && arrived.count < rows && held > within) cap.wasCut(arrived.count);
    await settleDoubts(bucket, held);
    return held;
  }

  /** Rows of another time than was asked about: parts of the bucket would bring the same. */
  function isHeedless({ from, to }: Span, seconds: readonly number[]): boolean {
    const isBeside = seconds.some((second) => second < from || second > to + 1);
    if (isBeside) beside.push(reach(seconds).first);
    return isBeside;
  }

  /**
   * A far wider bucket, asked for once, most often brings more rows: then the narrow one was not cut. Cheaper than to take the narrow one
   * apart each time it is the fullest so far. Where more came before, and only the number is remarkable, a few rows more will do.
   */
  async function hasRoomForMore({ from, to }: Span, count: number): Promise<boolean> {
    if (cap.known() !== null || count >= rows || count <= probed) return false;
    probed = count;
    const asks = count < cap.memory().largest ? Math.min(rows, Math.ceil(1.1 * count) + 1) : rows;
    const wider = await ask({ from: from - Math.max(probe, 7 * (to - from)), to }, asks);
    if (wider === null && tooMuch() !== null) failure = null;
    if (wider !== null) isComplete(wider.count, asks);
    return wider !== null && wider.count > count;
  }

  /** All of a second, which may have more than is asked for otherwise; and the next second may be what fills a reply. */
  async function isSettled(only: Span, first: ReplyRows): Promise<boolean> {
    const exact = await ask(only, rows, only.to);
    if (exact === null) return false;
    const endCounts = exact.count > 0 || first.seconds.includes(only.to + 1);
    let { count } = endCounts ? exact : first;
    for (let limit = rows; count >= limit && limit < mostInASecond; ) {
      limit *= 10;
      const more = await ask(only, limit, endCounts ? only.to : only.to + 1);
      if (more === null) return false;
      count = more.count;
      isComplete(count, limit);
    }
    doubts.push({ second: only.to, count });
    return true;
  }

  const isCut = (count: number): boolean => count >= (cap.known() ?? mostInASecond);
  const isDoubtful = (count: number): boolean =>
    isCut(count) || !cap.provesComplete(count, mostInASecond, fullest);

  /**
   * A second may hold just as many rows as replies are cut at. A bucket around it that holds more tells: it brings more, and the second was
   * complete, or just as many again, and the limit is found.
   */
  async function settleDoubts(bucket: Span, held: number): Promise<void> {
    for (const { second, count } of doubts) {
      if (
        second < bucket.from ||
        second > bucket.to ||
        held <= count ||
        cap.known() !== null ||
        !isDoubtful(count)
      )
        continue;
      const around = await ask(bucket, Math.max(rows, 2 * count));
      if (around === null) return;
      isComplete(around.count, rows);
      if (around.count <= count) cap.wasCut(around.count);
    }
  }

  function learn(count: number, passed: number): void {
    if (passed <= 0) return;
    const found = count / passed;
    if (count >= telling) {
      rate = found;
      busiest = Math.max(busiest ?? 0, found);
    } else if (passed >= 60 || rate * passed >= room() / growth) rate = Math.max(found, rate / growth);
  }

  const done = (await visit(span)) !== null;
  const left = doubts.filter(({ count }) => isDoubtful(count));
  return {
    downTo,
    done,
    incomplete: [...left.filter(({ count }) => isCut(count)).map(({ second }) => second), ...beside],
    unproven: left.filter(({ count }) => !isCut(count)).map(({ second }) => second),
    requests,
    rate: busiest,
    ignoresTimes: beside.length > 0,
    failure,
  };
}

/** The oldest and the newest of some seconds; nothing is between them where there is none. */
function reach(seconds: readonly number[]): { first: number; last: number } {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const second of seconds) {
    if (second < first) first = second;
    if (second > last) last = second;
  }
  return { first, last };
}

/** Begins where a bucket of its length, or a longer one, does. */
function isAligned({ from, to }: Span, present: number): boolean {
  const length = Math.min(to, present) - from + 1;
  return from % (lengths.find((one) => one <= length) ?? 1) === 0;
}

/**
 * The parts of a bucket, newest first: those of the greatest length that parts its rows, and what lies before and after them. Where nothing
 * came, its time is parted. What has yet to come goes with the newest part.
 */
function partsOf({ from, to }: Span, seconds: readonly number[], present: number): Span[] {
  // The second after the last may have come, too.
  const within = seconds
    .filter((second) => second >= from && second <= to + 1)
    .map((second) => Math.min(second, to));
  const whole = { first: from, last: Math.max(from, Math.min(present, to)) };
  const { first, last } = within.length === 0 ? whole : reach(within);
  const length = lengths.find((one) => Math.floor(first / one) < Math.floor(last / one)) ?? 1;
  const parts: Span[] = [];
  let end = to;
  const cutAt = (begin: number): void => {
    if (begin <= end) parts.push({ from: begin, to: end });
    end = Math.min(end, begin - 1);
  };
  const after = (Math.floor(last / length) + 1) * length;
  if (after <= present || length < 60) cutAt(after);
  for (let begin = after - length; begin > first - length; begin -= length) cutAt(Math.max(from, begin));
  cutAt(from);
  return parts;
}
