import type { Failure, Reply } from '../contract/failures.ts';
import { writeShown } from '../util/zone.ts';
import type { Arrivals } from './arrivals.ts';
import type { Cap } from './cap.ts';
import { createHeed, isBeside, oldestOf } from './heed.ts';
import type { Span } from './span.ts';
import { createSuspicion } from './suspicion.ts';

/** The one question that the API answers. */
export type AskCdr = (window: {
  readonly numRecords: number;
  readonly startTime: string;
  readonly endTime: string;
}) => Promise<Reply<Arrivals>>;

export interface SweepParts {
  readonly ask: AskCdr;
  readonly cap: Cap;
  /** Takes every row that comes, those of cut replies included, in any order and some of them more than once. */
  readonly take: (arrived: Arrivals) => void;
  /** Rows to ask for; more only where a single second has more. */
  readonly rows: number;
  /** Requests after which the sweep stops where it is. */
  readonly budget: number;
  /** Seconds at the end of the span that have yet to come: hardly anything lies there, and it says nothing of how busy the PBX is. */
  readonly ahead?: number;
  /** Rows in a second as an earlier sweep found them: the first window fits at once. */
  readonly rate?: number | null;
  /** An earlier sweep found that the PBX does not look at the times it is asked about. */
  readonly heedless?: boolean;
  /** A window was too much for the PBX, and is asked for in parts: that takes its time. */
  readonly retreats?: (failure: Failure) => void;
  /** Asked between two requests: the person signed out, the computer goes to sleep. */
  readonly stopped?: () => boolean;
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
  /** The PBX gives the same rows whatever time it is asked about: they are all that can be had. */
  readonly heedless: boolean;
  readonly failure: Failure | null;
}

/** As much of a reply as should be used, so that an hour that is busier than the last still fits. */
const fullness = 0.6;
/** What an earlier sweep told of this one fits into one reply. */
const nearlyFull = 0.85;
/** How much a window may grow from one request to the next. Nights are empty; mornings are not. */
const growth = 8;
/** Fewer rows than this tell nothing of how many come in a second. */
const telling = 50;
/** No second of any PBX has more. */
const mostInASecond = 100_000;
/** Seconds by which a window is widened to see whether the PBX gives more. */
const probe = 6 * 3_600;
/** How often a window that the PBX could not manage is made smaller before it is given up. */
const mostRetreats = 3;

/**
 * Every row of a span, newest first, with few requests: windows as wide as replies allow, narrower where one may have been
 * cut. A reply proves itself complete only by having fewer rows than another had (see `Cap`); one that does not is asked
 * for again in parts.
 */
export async function sweep(span: Span, parts: SweepParts): Promise<Swept> {
  const { cap, take } = parts;
  const suspicion = createSuspicion(cap);
  const heed = createHeed();
  const asked: { readonly window: Span; readonly rows: number }[] = [];
  const doubts: { readonly second: number; readonly rows: number }[] = [];
  /** Whether `endTime` itself belongs to the window; `null` until a single second has told. */
  let endIsIncluded: boolean | null = null;
  let requests = 0;
  let retreats = 0;
  /** The last second that has passed. */
  const present = span.to - (parts.ahead ?? 0);
  const passed = ({ from, to: until }: Span): number => Math.min(until, present) - from + 1;
  let to = span.to;
  let width = span.to - span.from + 1;
  let probed = -1;
  let lastDoubted = -1;
  let widest = width;
  let limit = parts.rows;
  let rate: number | null = null;
  if (parts.rate) {
    const room = cap.room(parts.rows);
    const expected = parts.rate * passed(span);
    // One request that is nearly full is better than two.
    if (expected > nearlyFull * room) {
      width = Math.min(width, span.to - present + Math.ceil((fullness * room) / parts.rate));
    }
  }

  const mayGoOn = (): boolean => requests < parts.budget && !parts.stopped?.();

  async function ask({ from, to: until }: Span, numRecords: number): Promise<Reply<Arrivals>> {
    requests += 1;
    // Whether `endTime` itself belongs to the window is written nowhere: one second more loses nothing either way. A
    // single second must stay one, or a full neighbour would hide that it is complete.
    const end = until === from && endIsIncluded !== false ? until : until + 1;
    const reply = await parts.ask({
      numRecords,
      startTime: writeShown(from * 1_000),
      endTime: writeShown(end * 1_000),
    });
    if (reply.ok && !parts.stopped?.()) take(reply.value);
    return reply;
  }

  function finish(failure: Failure | null): Swept {
    const known = cap.known();
    const proven = (rows: number) => cap.provesComplete(rows, mostInASecond);
    const left = doubts.filter(({ rows }) => (known !== null && rows >= known) || !proven(rows));
    const loud = left.filter(({ rows }) => known !== null && rows >= known);
    return {
      downTo: to + 1,
      done: to < span.from,
      incomplete: loud.map(({ second }) => second),
      unproven: left.filter((doubt) => !loud.includes(doubt)).map(({ second }) => second),
      requests,
      rate,
      heedless: false,
      failure,
    };
  }

  /** Of what is older than the oldest row nothing can be known, whatever is asked. */
  function heedless(arrived: Arrivals): Swept {
    return {
      downTo: span.from,
      done: true,
      incomplete: [oldestOf(arrived) ?? span.from],
      unproven: [],
      requests,
      rate: null,
      heedless: true,
      failure: null,
    };
  }

  /**
   * A second may hold just as many rows as replies are cut at. A window around it that is known to hold more tells: it brings
   * more, and the second was complete, or just as many again, and the limit is found.
   */
  async function settleDoubts(): Promise<void> {
    for (const { second, rows } of doubts.toSorted((a, b) => b.rows - a.rows)) {
      if (cap.known() !== null || cap.provesComplete(rows, mostInASecond)) continue;
      const window = around(second, rows, asked);
      if (window === null || !mayGoOn()) continue;
      const reply = await ask(window, Math.max(parts.rows, 2 * rows));
      if (!reply.ok) return;
      cap.saw(reply.value.count);
      if (reply.value.count <= rows) cap.wasCut(reply.value.count);
    }
  }

  /**
   * A far wider window, asked for once, most often brings more rows: then the narrow one was not cut, and no later reply of
   * that size is in doubt. Cheaper than to take the narrow one apart each time it is the fullest so far.
   */
  async function hasRoomForMore({ from, to: until }: Span, rows: number): Promise<boolean> {
    if (cap.known() !== null || rows <= probed || !mayGoOn()) return false;
    probed = rows;
    // Where more came before, and only the number is remarkable, one row more will do.
    const asks = rows < cap.memory().largest ? rows + 1 : parts.rows;
    const reply = await ask({ from: from - Math.max(probe, 7 * (until - from)), to: until }, asks);
    if (!reply.ok || parts.stopped?.()) return false;
    cap.saw(reply.value.count);
    return reply.value.count > rows;
  }

  while (to >= span.from) {
    if (!mayGoOn()) return finish(null);
    const window: Span = { from: Math.max(span.from, to - width + 1), to };
    const single = window.from === to;
    const reply = await ask(window, limit);
    if (parts.stopped?.()) return finish(null);
    if (!reply.ok) {
      // Too much for the PBX, or for this program's bound: less may do.
      const tooMuch = reply.failure.code === 'too-large' || reply.failure.code === 'timed-out';
      if (!tooMuch || single || ++retreats > mostRetreats) return finish(reply.failure);
      parts.retreats?.(reply.failure);
      width = Math.max(1, Math.floor((to - window.from + 1) / 8));
      widest = Math.max(width, Math.floor((to - window.from + 1) / 2));
      continue;
    }
    retreats = 0;

    const arrived = reply.value;
    if (heed.isIgnored(window, arrived) || (parts.heedless && isBeside(window, arrived)))
      return heedless(arrived);
    if (single && endIsIncluded === null) {
      // An empty second may be one whose end was left out: asked for with the next one, it shows itself.
      endIsIncluded = arrived.count > 0;
      if (!endIsIncluded) {
        const longer = mayGoOn() ? await ask(window, limit) : null;
        if (!longer?.ok) return finish(longer?.failure ?? null);
        const isEmpty = !longer.value.seconds.includes(to);
        if (!isEmpty) continue;
        endIsIncluded = null;
      }
    }
    let proven = cap.provesComplete(arrived.count, limit);
    cap.saw(arrived.count);
    suspicion.compare(window, arrived);
    if (!proven && arrived.count < limit && (await hasRoomForMore(window, arrived.count))) proven = true;

    if (!proven && !single) {
      suspicion.add(window, arrived, arrived.count < limit);
      width = narrower(window, arrived, present, arrived.count === lastDoubted);
      lastDoubted = arrived.count;
      continue;
    }
    if (!proven && arrived.count >= limit && limit < mostInASecond) {
      limit = Math.min(mostInASecond, limit * 10);
      continue;
    }
    if (!proven) doubts.push({ second: to, rows: arrived.count });
    asked.push({ window, rows: distinctWithin(window, arrived) });
    const length = passed(window) > 0 ? passed(window) : to - window.from + 1;
    if (arrived.count >= telling && passed(window) > 0)
      rate = Math.max(rate ?? 0, arrived.count / passed(window));
    const fits = (fullness * cap.room(parts.rows)) / arrived.count;
    const grown = length * (arrived.count === 0 ? growth : Math.min(growth, Math.max(1 / 4, fits)));
    width = Math.max(1, Math.min(widest, Math.floor(grown)));
    limit = parts.rows;
    to = window.from - 1;
  }
  await settleDoubts();
  return finish(null);
}

/** The smallest row of windows around a second that together hold more rows than it does. */
function around(
  second: number,
  rows: number,
  asked: readonly { readonly window: Span; readonly rows: number }[],
): Span | null {
  const at = asked.findIndex(({ window }) => window.from === second && window.to === second);
  for (let reach = 1; at >= 0 && reach <= asked.length; reach++) {
    const near = asked.slice(Math.max(0, at - reach), at + reach + 1);
    const held = near.reduce((sum, one) => sum + one.rows, 0);
    const [newest, oldest] = [near[0], near.at(-1)];
    if (newest && oldest && held > rows) return { from: oldest.window.from, to: newest.window.to };
  }
  return null;
}

/** Replies may repeat a row, and bring the second after the window's end. */
function distinctWithin({ from, to }: Span, { seconds, prints }: Arrivals): number {
  return new Set(prints.filter((_print, row) => isWithin(seconds[row], from, to))).size;
}

function isWithin(second: number | undefined, from: number, to: number): boolean {
  return second !== undefined && second >= from && second <= to;
}

/**
 * The newer half of the rows that came: if they were all, each half proves itself. Where as many come `again` from a part, they are cut,
 * and say nothing of where the others are: half the time then, too.
 */
function narrower({ from, to }: Span, { seconds }: Arrivals, present: number, again: boolean): number {
  const sorted = seconds.filter((second) => isWithin(second, from, to)).sort((a, b) => a - b);
  const end = present > from ? Math.min(present, to) : to;
  const half = to - from + 1 - Math.ceil((end - from + 1) / 2);
  const middle = sorted[Math.floor(sorted.length / 2)];
  const newer = middle === undefined || middle === from ? half : to - middle;
  return Math.max(1, again ? Math.min(half, newer) : newer);
}
