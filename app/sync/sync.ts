import type { CdrStore, Changes } from '../cdr/cdr-store.ts';
import type { Failure } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import { writeShown, type Zone } from '../util/zone.ts';
import { createBuckets, type Span } from './buckets.ts';
import { createCap } from './cap.ts';
import { createDials } from './dials.ts';
import { createOwed } from './owed.ts';
import { aroundDial, pace } from './pace.ts';
import { ahead, type Reach, shownSpan } from './shown-span.ts';
import type { Conditions, SyncMemory, SyncStatus } from './status.ts';
import { type AskCdr, type Swept, sweep } from './sweep.ts';

/*
 * Time is cut into buckets that begin with the days, hours and minutes of the PBX's clock, the same for every desk, so that one cache can
 * answer an office. A bucket is asked for as a whole; one whose reply is full, or as full as the fullest ever seen, is asked for in its
 * parts (`sweep.ts`). When a bucket is asked for next follows from how old it was when it was asked for last: a new one at each look, one
 * that is hours old seldom, one of yesterday never again (`buckets.ts`). Looks begin with the quarters of a minute (`pace.ts`), each with
 * the newest bucket, which has no end yet.
 */

export interface SyncParts {
  readonly ask: AskCdr;
  readonly cdr: CdrStore;
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
/** Requests of one look; and those of an hour that nobody waits for, of which what is owed gets what looks leave. */
const budgets = { open: 60, refresh: 300, dial: 4, notices: 8, hour: 60 } as const;

export function createSync(parts: SyncParts): Sync {
  const { cdr, zone } = parts;
  // Where the clock was set back since, what was asked for reaches into a time to come, and nobody knows how old the list is.
  const memory = (parts.memory?.upTo ?? 0) > parts.now() ? null : parts.memory;
  const cap = createCap(memory?.cap);
  const own = parts.random();
  const buckets = createBuckets(memory?.settled, parts.random());
  /** By second of the PBX's clock. */
  const incomplete = new Map<number, number>();

  let conditions: Conditions = { open: false, notices: false, awake: true, online: true, unlocked: true };
  let over = false;
  /** What is under way, but for what is owed. */
  let working: { readonly stop: AbortController; over: Promise<unknown> } | null = null;
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
  let ignoresTimes = false;
  /** Of the last hour's requests that nobody waited for. */
  let idle: number[] = [];
  let wantedFrom = Number.POSITIVE_INFINITY;
  /** When somebody last asked for all that may have changed. */
  let refreshed = Number.NEGATIVE_INFINITY;
  let refreshing: (() => void)[] = [];
  const dials = createDials(parts.isRecorded);

  const pbxNow = (): number => parts.now() + parts.skew();
  const owed = createOwed({
    ...{ buckets, pbxNow },
    now: parts.now,
    room: () => budgets.hour - idleOfHour(),
    bring: (span, requests, stopped, now) =>
      bring(span, requests, () => stopped() || failure !== null || isCutShort, now, 'to its end', afterLook),
    changed: () => parts.status(status()),
  });
  function idleOfHour(): number {
    const now = parts.now();
    idle = idle.filter((at) => at > now - hour && at <= now);
    return idle.length;
  }
  const mayRun = (): boolean => !over && conditions.awake && conditions.online && conditions.unlocked;
  const untilNextLook = (): number =>
    conditions.open ? pace.open(pbxNow(), parts.random()) : pace.notices(pbxNow(), own, parts.random());

  const status = (): SyncStatus => ({
    working: working !== null || owed.isPaying(),
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
    return Math.max(notBefore, Math.min(look, dials.next()));
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

  /** What is to be asked for now; `null`: nothing is. */
  function takeDue() {
    const now = parts.now();
    const due = dials.take(now);
    const isLook = refreshing.length > 0 || ((conditions.open || conditions.notices) && nextLook <= now);
    if (!isLook && due.length === 0) return null;
    const answered = refreshing;
    refreshing = [];
    return { answered, isLook, due };
  }

  function begin(): void {
    const what = takeDue();
    if (what === null) {
      schedule();
      return;
    }
    const stop = new AbortController();
    const stopped = (): boolean => stop.signal.aborted;
    const whole = look(stopped, what).finally(() => {
      for (const done of what.answered) done();
    });
    const mine = { stop, over: whole };
    working = mine;
    void whole
      .finally(() => {
        if (working === mine) working = null;
      })
      .then((from) => void (stopped() || owed.pay(from)))
      .finally(() => {
        if (!owed.isPaying()) cdr.forgetOthers();
        if (over) return;
        parts.status(status());
        schedule();
      });
    parts.status(status());
  }

  /** What is owed goes on beside it, between two looks: whoever waits for something new does not wait for the rest of that. */
  async function afterLook(): Promise<void> {
    while (working !== null) await working.over;
  }

  /** Since when all is told now; `Infinity`: not all that was looked for. */
  async function look(
    stopped: () => boolean,
    { answered, isLook, due }: NonNullable<ReturnType<typeof takeDue>>,
  ): Promise<number> {
    const refresh = answered.length > 0;
    const now = parts.now();
    const background = !conditions.open && !refresh;
    let budget: number = refresh ? budgets.refresh : budgets.open;
    if (background) budget = Math.min(budgets.notices, budgets.hour - idleOfHour());
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
    if (cdr.trim(Math.min(pbxNow(), parts.now()))) take({ calls: [], gone: [] });
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
    between?: () => Promise<void>,
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
      between,
      retreats(trouble) {
        // Each try may take as long as a request may: nobody is to look at an old list that long without a word.
        if (trouble.code !== 'timed-out') return;
        failure = trouble;
        parts.status(status());
      },
      take({ records }) {
        const changes = cdr.take(records, pbxNow() + ahead);
        if (changes.calls.length === 0 && changes.gone.length === 0) return;
        // Nothing older is shown: a first look that is broken off leaves a list of this age.
        upTo ??= look;
        take(changes);
      },
    });
    // What came before it was broken off has come: days that are owed would else never be told to who opens the list often.
    if (over) return swept;
    rate = swept.rate ?? rate;
    if (swept.failure === null && ignoresTimes && !swept.ignoresTimes) incomplete.clear();
    if (swept.failure === null) ignoresTimes = swept.ignoresTimes;
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
    working?.stop.abort();
    working = null;
    owed.breakOff();
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
        schedule();
      });
    },

    reachBack(to) {
      if (wantedFrom <= to) return;
      wantedFrom = to;
      nextLook = parts.now();
      schedule();
    },

    owe: owed.owe,

    dialled({ id, at }) {
      dials.add(id, at);
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
