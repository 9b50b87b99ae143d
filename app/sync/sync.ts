import type { Book, Changes } from '../cdr/book.ts';
import type { Failure } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import { writeShown, type Zone } from '../util/zone.ts';
import { createBuckets, type Span } from './buckets.ts';
import { type CapMemory, createCap } from './cap.ts';
import { createOwed } from './owed.ts';
import { aroundDial, pace } from './pace.ts';
import { ahead, type Reach, shownSpan } from './shown-span.ts';
import { type AskCdr, type Swept, sweep } from './sweep.ts';

/*
 * Time is cut into buckets that begin with the days, hours and minutes of the PBX's clock, the same for every desk, so that one cache can
 * answer an office. A bucket is asked for as a whole; one whose reply is full, or as full as the fullest ever seen, is asked for in its
 * parts (`sweep.ts`). When a bucket is asked for next follows from how old it was when it was asked for last: a new one at each look, one
 * that is hours old seldom, one of yesterday never again (`buckets.ts`). Looks begin with the quarters of a minute (`pace.ts`), each with
 * the newest bucket, which has no end yet.
 */

/** What decides whether, and how often, the PBX is asked. */
export interface Conditions {
  /** The list of calls is on the screen. */
  readonly open: boolean;
  /** Missed-call notices are wanted. */
  readonly notices: boolean;
  readonly awake: boolean;
  readonly online: boolean;
  readonly unlocked: boolean;
}

export interface SyncStatus {
  readonly working: boolean;
  /** Why the last look failed; `null` after one that did not. */
  readonly failure: Failure | null;
  /**
   * How old the list is: when the PBX last told all it had, by this computer's clock. In the very first look, when it told of the
   * first call.
   */
  readonly upTo: number | null;
  /** Moments whose calls the PBX does not give in full, whatever it is asked. */
  readonly incomplete: readonly number[];
  /** The oldest moment from which on the list is complete; `null` before the first look of this run. */
  readonly completeFrom: number | null;
}

/** What was kept is still being read. */
export const notYet: SyncStatus = {
  working: true,
  failure: null,
  upTo: null,
  incomplete: [],
  completeFrom: null,
};

/** What outlives a run beside the rows. */
export interface SyncMemory {
  readonly settled: readonly Span[];
  readonly cap: CapMemory;
  /** As in the status: an old list is to say how old it is, also where the PBX cannot be asked. */
  readonly upTo: number | null;
}

export interface SyncParts {
  readonly ask: AskCdr;
  readonly book: Book;
  readonly zone: Zone;
  /** Milliseconds since 1970, this computer's clock. */
  readonly now: () => number;
  /** The PBX's clock minus this computer's, in milliseconds; 0 where it is not known. */
  readonly skew: () => number;
  readonly timer: Timer;
  /** 0 … 1. */
  readonly random: () => number;
  readonly memory: SyncMemory | null;
  readonly changed: (changes: Changes) => void;
  readonly status: (status: SyncStatus) => void;
  /** Something new is to be kept, soon. */
  readonly keep: () => void;
  /** The row of a call that was dialled here has come. */
  readonly isRecorded: (attempt: string) => boolean;
}

export interface Sync {
  set(conditions: Partial<Conditions>): void;
  /** Somebody pressed Refresh: all that may have changed, now. Resolves when it is done, well or badly. */
  refresh(): Promise<void>;
  /** The list was scrolled, or a day was picked: complete back to this moment. */
  reachBack(to: number): void;
  /** Complete back to this moment by and by: nobody waits for it, and the PBX is not to be burdened. */
  owe(from: number): void;
  /** A call was asked for here. */
  dialled(attempt: { readonly id: string; readonly at: number }): void;
  status(): SyncStatus;
  memory(): SyncMemory;
  /** Signed out: nothing more is asked, and what is under way is dropped. */
  stop(): void;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** What a list shows first, before anybody scrolls. */
const firstSight = day;
/** How far back missed calls are still news. */
const newsBack = 12 * hour;
/** The same for every desk. */
const rowsPerReply = 4_000;
/** Requests of one look; and those of an hour that nobody waits for: to part buckets must not exceed an idle desk's share. */
const budgets = { open: 60, refresh: 300, dial: 4, notices: 8, hour: 60 } as const;

export function createSync(parts: SyncParts): Sync {
  const { book, zone } = parts;
  // Where the clock was set back since, what was asked for reaches into a time to come, and nobody knows how old the list is.
  const memory = (parts.memory?.upTo ?? 0) > parts.now() ? null : parts.memory;
  const cap = createCap(memory?.cap);
  const own = parts.random();
  const buckets = createBuckets(memory?.settled, parts.random());
  /** By second of the PBX's clock. */
  const incomplete = new Map<number, number>();

  let conditions: Conditions = { open: false, notices: false, awake: true, online: true, unlocked: true };
  let over = false;
  /** What is under way. */
  let working: AbortController | null = null;
  let cancel: (() => void) | null = null;
  let nextLook = 0;
  let notBefore = 0;
  let failures = 0;
  let failure: Failure | null = null;
  let upTo = memory?.upTo ?? null;
  let hasLooked = false;
  /** The last look had no requests left for all that was due. */
  let isCutShort = false;
  /** Rows in a second, as the last look found them. */
  let rate = 0;
  /** The PBX was found not to look at the times it is asked about. */
  let heedless = false;
  /** Of the last hour's requests that nobody waited for. */
  let idle: number[] = [];
  let wantedFrom = Number.POSITIVE_INFINITY;
  /** When somebody last asked for all that may have changed. */
  let refreshed = Number.NEGATIVE_INFINITY;
  let refreshing: (() => void)[] = [];
  let dials: { readonly id: string; readonly at: number; readonly next: number }[] = [];

  const pbxNow = (): number => parts.now() + parts.skew();
  const owed = createOwed({
    ...{ buckets, pbxNow },
    now: parts.now,
    bring: (span, requests, stopped, now) => bring(span, requests, stopped, now, 'to its end'),
    began: () => parts.status(status()),
  });
  const mayRun = (): boolean => !over && conditions.awake && conditions.online && conditions.unlocked;
  const untilNextLook = (): number =>
    conditions.open ? pace.open(pbxNow(), parts.random()) : pace.notices(pbxNow(), own, parts.random());

  const status = (): SyncStatus => ({
    working: working !== null,
    failure,
    upTo,
    incomplete: [...incomplete.values()].sort((a, b) => b - a),
    completeFrom: hasLooked ? buckets.completeFrom() : null,
  });

  /** The next moment at which something is to be done; `Infinity`: nothing until something happens. */
  function nextMoment(): number {
    if (!over && refreshing.length > 0) return parts.now();
    if (!mayRun()) return Number.POSITIVE_INFINITY;
    const look = conditions.open || conditions.notices ? nextLook : Number.POSITIVE_INFINITY;
    return Math.max(notBefore, Math.min(look, ...dials.map(({ next }) => next)));
  }

  function schedule(): void {
    cancel?.();
    cancel = null;
    const at = nextMoment();
    if (working !== null || at === Number.POSITIVE_INFINITY) return;
    // A timer may come early, and a clock be set back while it ran.
    const then = (): void => (nextMoment() > parts.now() ? schedule() : begin());
    cancel = parts.timer(Math.max(0, at - parts.now()), then);
  }

  function begin(): void {
    const now = parts.now();
    dials = dials.filter(({ id }) => !parts.isRecorded(id));
    const due = dials.filter(({ next }) => next <= now);
    const answered = refreshing;
    const isLook = answered.length > 0 || ((conditions.open || conditions.notices) && nextLook <= now);
    if (!isLook && due.length === 0) {
      schedule();
      return;
    }
    refreshing = [];
    dials = dials.map((one) =>
      due.includes(one) ? { ...one, next: one.at + pace.afterDial(now - one.at) } : one,
    );
    const mine = new AbortController();
    working = mine;
    const what = { refresh: answered.length > 0, isLook, due: due.map(({ at }) => at) };
    const stopped = (): boolean => mine.signal.aborted;
    const whole = look(stopped, what).finally(() => {
      for (const done of answered) done();
    });
    void whole
      .then((from) => owed.pay(from, stopped))
      .finally(() => {
        if (working === mine) working = null;
        book.forgetOthers();
        if (over) return;
        parts.status(status());
        schedule();
      });
    parts.status(status());
  }

  /** Since when all is told now; `Infinity`: not all that was looked for. */
  async function look(
    stopped: () => boolean,
    { refresh, isLook, due }: { refresh: boolean; isLook: boolean; due: readonly number[] },
  ): Promise<number> {
    const now = parts.now();
    const background = !conditions.open && !refresh;
    let budget: number = refresh ? budgets.refresh : budgets.open;
    idle = idle.filter((at) => at > now - hour && at <= now);
    if (background) budget = Math.min(budgets.notices, budgets.hour - idle.length);
    if (refresh) refreshed = now;
    const spans: Span[] = [];
    let from = Number.POSITIVE_INFINITY;
    if (isLook) {
      from = background ? pbxNow() - newsBack : Math.min(wantedFrom, pbxNow() - firstSight);
      const wanted = { from, to: Number.POSITIVE_INFINITY };
      spans.push(...buckets.due(wanted, pbxNow(), background ? 'notices' : 'open', refreshed + parts.skew()));
    }
    // Most looks go back two minutes; for a call that was dialled before that, a few minutes around it will do.
    for (const at of due.filter((one) => !isLook || one < now - minute))
      spans.push({ from: at + parts.skew() - aroundDial.before, to: at + parts.skew() + aroundDial.after });

    let whole = true;
    let failed: Failure | null = null;
    const reach = isCutShort ? 'to its end' : 'to buckets';
    for (const span of spans) {
      if (budget <= 0 || !whole) {
        whole = false;
        break;
      }
      const swept = await bring(span, isLook ? budget : budgets.dial, stopped, now, reach);
      if (stopped()) return Number.POSITIVE_INFINITY;
      budget -= swept.requests;
      if (background && isLook) idle.push(...Array<number>(swept.requests).fill(parts.now()));
      whole = swept.done;
      failed = swept.failure;
    }
    failure = failed;
    failures = failed ? failures + 1 : 0;
    notBefore = failed ? parts.now() + pace.backOff(failures, failed, conditions.open, parts.random()) : 0;
    if (isLook) {
      isCutShort = !whole && !failed;
      // A list that is not yet complete goes on at once; in the background there is time.
      nextLook = parts.now() + (isCutShort && conditions.open ? 0 : untilNextLook());
      if (whole) {
        upTo = now;
        hasLooked = true;
      }
    }
    // A PBX whose clock runs years ahead must not make every call too old to be kept.
    if (book.trim(Math.min(pbxNow(), parts.now()))) take({ calls: [], gone: [] });
    return isLook && whole ? from : Number.POSITIVE_INFINITY;
  }

  function take(changes: Changes): void {
    parts.changed(changes);
    parts.keep();
  }

  /** Asks for a span, from the beginning of a bucket on. */
  async function bring(
    wanted: Span,
    budget: number,
    stopped: () => boolean,
    look: number,
    reach: Reach,
  ): Promise<Swept> {
    const began = parts.now();
    const { span, from, latest, present } = shownSpan(wanted, pbxNow(), zone, reach);
    const swept = await sweep(span, {
      ask: parts.ask,
      cap,
      rows: rowsPerReply,
      budget,
      ahead: Math.max(0, span.to - present),
      // Of hours long ago it tells nothing: nights are empty.
      rate: wanted.to >= pbxNow() - 6 * hour ? rate : 0,
      stopped,
      retreats(trouble) {
        // Each try may take as long as a request may: nobody is to look at an old list that long without a word.
        if (trouble.code !== 'timed-out') return;
        failure = trouble;
        parts.status(status());
      },
      take({ records }) {
        const changes = book.take(records, pbxNow() + ahead);
        if (changes.calls.length === 0 && changes.gone.length === 0) return;
        // Nothing older is shown: a first look that is broken off leaves a list of this age.
        upTo ??= look;
        take(changes);
      },
    });
    // What came before it was broken off has come: days that are owed would else never be told to who opens the list often.
    if (over) return swept;
    rate = swept.rate ?? rate;
    if (swept.failure === null && heedless && !swept.heedless) incomplete.clear();
    if (swept.failure === null) heedless = swept.heedless;
    for (const second of incomplete.keys())
      if (second >= swept.downTo && second <= span.to) incomplete.delete(second);
    for (const second of swept.incomplete)
      incomplete.set(second, zone.read(writeShown(second * 1_000)) ?? second * 1_000);
    const brought = { from: swept.done ? from : swept.downTo * 1_000 - latest, to: wanted.to };
    // Replies tell the PBX's clock: what was asked before it was known would else be taken for asked later, or earlier.
    buckets.brought(brought, began + parts.skew());
    return swept;
  }

  function breakOff(): void {
    working?.abort();
    working = null;
    owed.brokenOff();
  }

  /** A slow PBX takes minutes for what is owed, and is asked for that again. */
  function goFirst(): void {
    if (owed.isPaying()) breakOff();
  }

  return {
    status,
    memory: () => ({ settled: buckets.settled(), cap: cap.memory(), upTo }),

    set(part) {
      const before = { ran: mayRun(), ...conditions };
      conditions = { ...conditions, ...part };
      // What is under way would only wait for a network that is gone, and write over what comes after.
      if (!mayRun()) breakOff();
      const recovered = (mayRun() && !before.ran) || (conditions.open && !before.open);
      if (recovered) {
        failures = notBefore = 0;
        goFirst();
      }
      if (recovered || (conditions.notices && !before.notices && !conditions.open))
        nextLook = parts.now() + pace.recovery(conditions.open, parts.random());
      else if (!conditions.open && before.open) nextLook = parts.now() + untilNextLook();
      schedule();
    },

    refresh() {
      notBefore = 0;
      if (over) return Promise.resolve();
      return new Promise((resolve) => {
        refreshing.push(resolve);
        goFirst();
        schedule();
      });
    },

    reachBack(to) {
      if (wantedFrom <= to) return;
      wantedFrom = to;
      nextLook = parts.now();
      goFirst();
      schedule();
    },

    owe: owed.owe,

    dialled({ id, at }) {
      dials = [...dials.filter((dial) => dial.id !== id), { id, at, next: at + pace.afterDial(0) }].slice(
        -20,
      );
      schedule();
    },

    stop() {
      over = true;
      breakOff();
      schedule();
      for (const done of refreshing) done();
      refreshing = [];
    },
  };
}
