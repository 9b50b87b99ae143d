import type { Book, Changes } from '../cdr/book.ts';
import type { Failure } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';
import type { Zone } from '../util/zone.ts';
import { type CapMemory, createCap } from './cap.ts';
import type { Coverage, Stretch } from './coverage.ts';
import { aroundDial, createAllowance, looksAfterDial, pace, stepAfter } from './pace.ts';
import type { Span } from './span.ts';
import { type AskCdr, type Swept, sweep } from './sweep.ts';
import { createTierBook, deepest } from './tiers.ts';

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

/** What outlives a run beside the rows. */
export interface SyncMemory {
  readonly settled: Coverage;
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
  /** A look is over and something new is to be kept. */
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
  /** A call was asked for here. */
  dialled(attempt: { readonly id: string; readonly at: number }): void;
  status(): SyncStatus;
  memory(): SyncMemory;
  /** Signed out: nothing more is asked, and what is under way is dropped. */
  stop(): void;
}

const minute = 60_000;
const hour = 60 * minute;
/** No zone moves its clocks twice within it, but for Morocco's around Ramadan. */
const month = 20 * 24 * hour;
/**
 * `endTime` lies ahead: a PBX whose clock is fast has its newest calls there. Seldom looks go as far as a wrong zone may put them;
 * the others as far as the last of those found one.
 */
const ahead = { always: 10 * minute, seldom: 26 * hour, seldomTier: 2 } as const;
/** What a list shows first, before anybody scrolls. */
const firstSight = 24 * hour;
/** How far back missed calls are still news. */
const newsBack = 12 * hour;
const rowsPerReply = 1_000;
const budgets = { open: 60, refresh: 300, dial: 4, notices: 8 } as const;

export function createSync(parts: SyncParts): Sync {
  const { book, zone } = parts;
  const cap = createCap(parts.memory?.cap);
  const tierBook = createTierBook(parts.memory?.settled);
  const allowance = createAllowance();
  const incomplete = new Map<number, number>();

  let conditions: Conditions = { open: false, notices: false, awake: true, online: true, unlocked: true };
  let over = false;
  /** Grows when what is under way must not go on. */
  let turn = 0;
  let working: Promise<void> | null = null;
  let cancel: (() => void) | null = null;
  let nextLook = 0;
  let notBefore = 0;
  let failures = 0;
  let failure: Failure | null = null;
  const kept = parts.memory?.upTo ?? null;
  // Where the clock was set back since, nobody knows how old the list is.
  let upTo = kept !== null && kept <= parts.now() ? kept : null;
  let hasLooked = false;
  /** How far ahead of what is known the PBX's clock was seen to be. */
  let fast = 0;
  /** Rows in a second, as the last look found them. */
  let rate: number | null = null;
  /** The PBX was found not to look at the times it is asked about. */
  let heedless = false;
  let wantedFrom: number | null = null;
  let refreshing: (() => void)[] = [];
  let dials: { readonly id: string; readonly at: number; readonly step: number }[] = [];

  const pbxNow = (): number => parts.now() + parts.skew();
  const mayRun = (): boolean => !over && conditions.awake && conditions.online && conditions.unlocked;

  function status(): SyncStatus {
    const [newest] = tierBook.settled();
    return {
      working: working !== null,
      failure,
      upTo,
      incomplete: [...incomplete.values()].sort((a, b) => b - a),
      completeFrom: hasLooked ? (newest?.from ?? wantedFrom) : null,
    };
  }

  /** The next moment at which something is to be done; `null`: nothing until something happens. */
  function nextMoment(): number | null {
    if (over) return null;
    if (refreshing.length > 0) return parts.now();
    if (!mayRun()) return null;
    const looks: number[] = [];
    if (conditions.open || conditions.notices) looks.push(nextLook);
    for (const { at, step } of dials) looks.push(at + (looksAfterDial[step] ?? 0));
    return looks.length === 0 ? null : Math.max(notBefore, Math.min(...looks));
  }

  function schedule(): void {
    cancel?.();
    cancel = null;
    if (working !== null) return;
    const at = nextMoment();
    if (at === null) return;
    cancel = parts.timer(Math.max(0, at - parts.now()), () => {
      cancel = null;
      // A timer may come early, and a clock be set back while it ran.
      const due = nextMoment();
      if (due === null || due > parts.now()) schedule();
      else begin();
    });
  }

  function begin(): void {
    const now = parts.now();
    dials = dials.filter(({ id, step }) => step < looksAfterDial.length && !parts.isRecorded(id));
    const due = dials.filter(({ at, step }) => at + (looksAfterDial[step] ?? 0) <= now);
    const isLook = refreshing.length > 0 || ((conditions.open || conditions.notices) && nextLook <= now);
    if (!isLook && due.length === 0) {
      schedule();
      return;
    }
    const answered = refreshing;
    refreshing = [];
    const mine = ++turn;
    working = look(mine, { refresh: answered.length > 0, isLook, due: due.map(({ at }) => at) }).finally(
      () => {
        if (mine === turn) working = null;
        for (const done of answered) done();
        book.forgetOthers();
        if (over) return;
        parts.status(status());
        schedule();
      },
    );
    dials = dials.map((dial) => (due.includes(dial) ? { ...dial, step: stepAfter(now - dial.at) } : dial));
    parts.status(status());
  }

  async function look(
    mine: number,
    what: { refresh: boolean; isLook: boolean; due: readonly number[] },
  ): Promise<void> {
    const now = parts.now();
    let changed = false;
    const stopped = (): boolean => over || mine !== turn;
    const run = async (stretch: Stretch, budget: number): Promise<Swept> => {
      const began = parts.now();
      // Replies tell the PBX's clock: what was asked before it was known would else be taken for asked later, or earlier.
      const asked = (): number => began + parts.skew();
      const { span, latest } = shownSpan(stretch, zone);
      const swept = await sweep(span, {
        ask: parts.ask,
        cap,
        rows: rowsPerReply,
        budget,
        ahead: Math.max(0, Math.floor((stretch.to - asked()) / 1_000)),
        // Of hours long ago it tells nothing: nights are empty.
        rate: stretch.to >= asked() - hour ? rate : null,
        heedless,
        stopped,
        retreats(trouble) {
          // Each try may take as long as a request may: nobody is to look at an old list that long without a word.
          if (trouble.code !== 'timed-out' || stopped()) return;
          failure = trouble;
          parts.status(status());
        },
        take({ seconds, records }) {
          const shown = asked() + zone.offset(asked());
          for (const second of seconds) {
            const lead = second * 1_000 - shown;
            // What lies further ahead was not asked for, and tells of no clock.
            if (lead > fast && lead <= ahead.seldom) fast = lead;
          }
          const changes = book.take(records, pbxNow() + ahead.seldom);
          if (changes.calls.length === 0 && changes.gone.length === 0) return;
          changed = true;
          // Nothing older is shown: a first look that is broken off leaves a list of this age.
          upTo ??= now;
          parts.changed(changes);
        },
      });
      if (stopped()) return swept;
      rate = swept.rate ?? rate;
      if (swept.failure === null) {
        if (heedless && !swept.heedless) incomplete.clear();
        heedless = swept.heedless;
      }
      note(span, swept);
      const from = swept.done ? stretch.from : swept.downTo * 1_000 - latest;
      tierBook.brought({ from, to: stretch.to }, asked(), what.isLook);
      return swept;
    };

    if (what.refresh) tierBook.startOver();
    const { open } = conditions;
    const background = !open && !what.refresh;
    const stretches: Stretch[] = [];
    let tier = 0;
    let budget: number = what.refresh ? budgets.refresh : budgets.open;
    if (what.isLook) {
      tier = what.refresh ? deepest : Math.max(0, tierBook.due(now, background));
      if (background) budget = Math.min(budgets.notices, allowance.left(now));
      const back = background ? newsBack : firstSight;
      const from = background
        ? pbxNow() - back
        : Math.min(wantedFrom ?? Number.POSITIVE_INFINITY, pbxNow() - back);
      const to = pbxNow() + (tier >= ahead.seldomTier ? ahead.seldom : ahead.always + fast);
      stretches.push(...tierBook.open(tier, { from, to }));
    }
    // Most looks go back two minutes; for a call that was dialled before that, a few minutes around it will do.
    for (const at of what.due) {
      const near = at + parts.skew();
      if (!what.isLook || at < now - minute)
        stretches.push({ from: near - aroundDial.before, to: near + aroundDial.after });
    }

    let failed: Failure | null = null;
    let whole = true;
    for (const stretch of stretches) {
      if (budget <= 0 || stopped()) {
        whole = false;
        break;
      }
      const swept = await run(stretch, what.isLook ? budget : budgets.dial);
      budget -= swept.requests;
      if (background && what.isLook) allowance.spent(now, swept.requests);
      if (stopped()) return;
      whole &&= swept.done;
      failed = swept.failure;
      if (failed) break;
    }
    if (stopped()) return;

    failure = failed;
    failures = failed ? failures + 1 : 0;
    notBefore = failed ? parts.now() + pace.backOff(failures, failed, conditions.open, parts.random()) : 0;
    if (what.isLook) {
      const wait = conditions.open ? pace.open(parts.random()) : pace.notices(parts.random());
      // A list that is not yet complete goes on at once; in the background there is time.
      nextLook = !whole && !failed && conditions.open ? parts.now() : parts.now() + wait;
      if (!failed && whole) {
        tierBook.took(tier, now);
        upTo = now;
        hasLooked = true;
      }
    }
    // A PBX whose clock runs years ahead must not make every call too old to be kept.
    const trimmed = book.trim(Math.min(pbxNow(), parts.now()));
    if (trimmed) parts.changed({ calls: [], gone: [] });
    if (changed || trimmed) parts.keep();
  }

  function note(span: Span, swept: Swept): void {
    for (const second of incomplete.keys())
      if (second >= swept.downTo && second <= span.to) incomplete.delete(second);
    for (const second of swept.incomplete) {
      incomplete.set(
        second,
        zone.read(new Date(second * 1_000).toISOString().slice(0, 19)) ?? second * 1_000,
      );
    }
  }

  return {
    status,
    memory: () => ({ settled: tierBook.settled(), cap: cap.memory(), upTo }),

    set(part) {
      const before = { ran: mayRun(), conditions };
      conditions = { ...conditions, ...part };
      const runs = mayRun();
      if (!runs && working !== null) {
        // What is under way would only wait for a network that is gone, and write over what comes after.
        turn += 1;
        working = null;
      }
      const recovered = runs && !before.ran;
      const opened = conditions.open && !before.conditions.open;
      if (recovered || opened) {
        failures = 0;
        notBefore = 0;
        tierBook.startOver();
        nextLook = parts.now() + pace.recovery(conditions.open, parts.random());
      } else if (conditions.notices && !before.conditions.notices && !conditions.open) {
        nextLook = parts.now() + pace.recovery(false, parts.random());
      } else if (!conditions.open && before.conditions.open) {
        nextLook = parts.now() + pace.notices(parts.random());
      }
      schedule();
    },

    refresh() {
      notBefore = 0;
      return new Promise((resolve) => {
        if (over) {
          resolve();
          return;
        }
        refreshing.push(resolve);
        schedule();
      });
    },

    reachBack(to) {
      if (wantedFrom !== null && wantedFrom <= to) return;
      wantedFrom = to;
      nextLook = parts.now();
      schedule();
    },

    dialled({ id, at }) {
      dials = [...dials.filter((dial) => dial.id !== id), { id, at, step: 0 }].slice(-20);
      schedule();
    },

    stop() {
      over = true;
      turn += 1;
      working = null;
      cancel?.();
      cancel = null;
      for (const done of refreshing) done();
      refreshing = [];
      dials = [];
    },
  };
}

/**
 * A stretch as the PBX's clock shows it. Where the clock is moved within it, an hour is shown twice or never: more is asked for
 * then, never less. `latest`: what to subtract from a second so that no earlier moment is meant.
 */
function shownSpan({ from, to }: Stretch, zone: Zone): { readonly span: Span; readonly latest: number } {
  const near = 3 * hour;
  const offsets = [from + near, to - near, to].map((at) => zone.offset(at));
  for (let at = from; at < to; at += month) offsets.push(zone.offset(at));
  const [least, most] = [Math.min(...offsets), Math.max(...offsets)];
  return {
    span: { from: Math.floor((from + least) / 1_000), to: Math.ceil((to + most) / 1_000) },
    latest: least,
  };
}
