import path from 'node:path';
import { type BookBounds, createBook } from '../cdr/book.ts';
import type { Call, Recording } from '../cdr/call.ts';
import type { Owner } from '../cdr/leg.ts';
import type { Attempt } from '../contract/dialling.ts';
import { ok } from '../contract/failures.ts';
import type { Keeping } from '../files/kept-file.ts';
import type { CdrWindow, Pbx } from '../pbx/client.ts';
import { openArrivals } from '../sync/arrivals.ts';
import { createSkew } from '../sync/skew.ts';
import { type Conditions, createSync, type Sync, type SyncMemory, type SyncStatus } from '../sync/sync.ts';
import { codeOf } from '../util/code-of.ts';
import type { Timer } from '../util/timer.ts';
import { openZone, type Zone } from '../util/zone.ts';
import { type CallList, type CallListParts, createCallList } from './list.ts';
import { type Marks, marksFile, openMarks } from './marks.ts';
import { countUnseen, createMissedWatch, type MissedWatch } from './missed.ts';
import { createCallStore } from './store.ts';
import { createWarmUp } from './warm-up.ts';

export interface DeskCallsParts {
  readonly owner: Owner;
  /** Tells one account from another, and names neither the PBX nor the person. */
  readonly digest: string;
  readonly folder: string;
  /** The PBX's. */
  readonly zoneName: string;
  readonly ask: Pbx['cdr'];
  readonly attempts: () => readonly Attempt[];
  readonly personOf: CallListParts['personOf'];
  readonly keyOf: CallListParts['keyOf'];
  readonly sentFor: CallListParts['sentFor'];
  readonly nameOf: CallListParts['nameOf'];
  readonly alsoOf?: CallListParts['alsoOf'];
  readonly prefixes: CallListParts['prefixes'];
  readonly personZone: () => Zone;
  readonly now: () => number;
  readonly timer: Timer;
  readonly random: () => number;
  readonly keeping: Keeping;
  readonly forgotten: ForgottenNumbers;
  /** Milliseconds. */
  readonly keptFor: number;
  readonly mostCalls?: number;
  /** A call changed, or a note, or what is unseen. */
  readonly changed: () => void;
  readonly status: () => void;
  /** Calls that were just missed; newest first. */
  readonly missed: (calls: readonly Call[]) => void;
}

/** Numbers of which nothing is to be kept that began until a moment. */
export interface ForgottenNumbers {
  /** It is known which ones. */
  readonly ready: Promise<void>;
  /** `start`: by the PBX's clock. */
  has(owner: string, number: string, start: number): boolean;
}

/** What is kept about a number: calls, their notes and recordings, and how the PBX wrote it. */
export interface AboutNumber {
  readonly calls: readonly Call[];
  readonly notes: number;
  readonly recordings: readonly Recording[];
  readonly spellings: readonly string[];
}

/** The calls of one account, from sign-in to sign-out. */
export interface DeskCalls {
  readonly list: CallList;
  readonly marks: Marks;
  noteOf(call: Call): string;
  /** `null`: there is no such call. An id that it was known by before will do. */
  find(callId: string): Call | null;
  /** Tries that have a note and no row yet: what is known of them goes with the journal, and the note with it. */
  noted(): ReadonlySet<string>;
  set(conditions: Partial<Conditions>): void;
  attempted(): void;
  refresh(): Promise<void>;
  reachBack(to: number): void;
  status(): SyncStatus;
  /** As many calls as are kept: whatever else comes, the oldest goes. */
  full(): boolean;
  skew(): number;
  unseen(): number;
  seen(): void;
  recordingsOf(callId: string): readonly Recording[];
  about(fits: (number: string) => boolean): AboutNumber;
  /** These calls are gone from the disk, with their notes. `false`: it does not let all of them go. */
  drop(calls: readonly Call[]): Promise<boolean>;
  /** What has grown too old goes now, also where the PBX is not asked for long. */
  trim(): void;
  /** How many calls began longer ago than this, in milliseconds. */
  olderThan(age: number): number;
  /** The rest is written and nothing more is asked. */
  stop(): Promise<void>;
  /** Signed out: the calls are gone from the disk. `false`: it does not let them go. */
  forget(): Promise<boolean>;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** How long ago a missed call may have begun that was missed while the program was not running, and is still news. */
const newsBeforeStart = 10 * minute;
/** What the list holds at most: more than a year of a busy desk. */
const mostCalls = 20_000;
/** A first screen with fewer calls than this looks further back by itself. */
const short = [
  { fewer: 30, back: 7 * day },
  { fewer: 1, back: 31 * day },
] as const;

export function openDeskCalls(parts: DeskCallsParts): DeskCalls {
  const { now, timer, keeping, digest, folder } = parts;
  const zone = openZone(parts.zoneName);
  const skew = createSkew();
  const pbxNow = () => now() + skew.value();
  const limits: BookBounds = { calls: parts.mostCalls ?? mostCalls, age: parts.keptFor };
  const book = createBook(parts.owner, zone, limits, (call, numbers) => {
    const isGone = numbers.some((number) => parts.forgotten.has(digest, number, call.start));
    // What was written before its row came.
    if (isGone) forgetNotes(call.ids);
    return isGone;
  });
  const marks = openMarks({ file: marksFile(folder, digest), now, keeping });
  const noteOf = (call: Call) => marks.noteOf(call.ids);
  function forgetNotes(ids: readonly string[]): boolean {
    try {
      marks.forget(new Set(ids));
      return true;
    } catch (error) {
      keeping.log(`notes not removed: ${codeOf(error)}`);
      return false;
    }
  }
  const list = createCallList({
    calls: book.calls,
    attempts: parts.attempts,
    noteOf,
    personOf: parts.personOf,
    keyOf: parts.keyOf,
    sentFor: parts.sentFor,
    nameOf: parts.nameOf,
    ...(parts.alsoOf && { alsoOf: parts.alsoOf }),
    prefixes: parts.prefixes,
    skew: skew.value,
    zone: parts.personZone,
  });

  const openedAt = now();
  let watch: MissedWatch | null = null;
  /** Missed while others were looked at that began later: no moment tells them from those that were seen. */
  const late = new Set<string>();

  let sync: Sync | null = null;
  let conditions: Partial<Conditions> = {};
  let over = false;
  let lastAttempt: string | null = parts.attempts()[0]?.id ?? null;
  const lookedBack = new Set<number>();

  const warmUp = createWarmUp(list, timer);

  const find = (callId: string): Call | null =>
    list.all().find(({ id, ids }) => id === callId || ids.includes(callId)) ?? null;

  /** A note that was written before the call's rows were all there goes where the next run looks for it. */
  function carryNotesOver(): void {
    const noted = marks.noted();
    for (const call of list.all()) {
      if (call.ids.length === 1 || !call.ids.some((id, index) => index > 0 && noted.has(id))) continue;
      try {
        marks.note(call.ids, noteOf(call));
      } catch (error) {
        // Found under its other id meanwhile; the next change tries again.
        keeping.log(`a note not carried over: ${codeOf(error)}`);
      }
    }
  }

  function changed(): void {
    list.changed();
    carryNotesOver();
    if (conditions.open === true) warmUp.start();
    parts.changed();
  }

  /** With the first rows, for with them it is known whether this computer's clock is right. */
  function watchMissed(): MissedWatch {
    // With the time zone that was set before, calls may have been hours ahead: all that are missed until then would count as seen.
    const opened = openedAt + skew.value();
    if (Math.max(marks.seenUpTo(), marks.toldUpTo()) > opened + hour) marks.notAfter(opened);
    const newsFrom = opened - newsBeforeStart;
    // Nobody is to be greeted by the missed calls of the time before they had this program.
    if (marks.seenUpTo() === 0) marks.seen(newsFrom);
    return createMissedWatch(Math.max(newsFrom, marks.toldUpTo() + 1));
  }

  function tellMissed(calls: readonly Call[]): void {
    watch ??= watchMissed();
    const news = watch.take(calls, pbxNow());
    if (news.length === 0) return;
    for (const { id, start } of news) if (start <= marks.seenUpTo()) late.add(id);
    marks.told(Math.max(...news.map(({ start }) => start)));
    parts.missed(news);
  }

  async function ask(window: CdrWindow) {
    const asked = now();
    const reply = await parts.ask(window, () => openArrivals(parts.owner));
    if (!reply.ok) return reply;
    if (skew.heard(reply.value.at, asked, now())) changed();
    return ok(reply.value.rows);
  }

  const store = createCallStore({
    file: path.join(folder, 'calls.json'),
    owner: digest,
    zone: parts.zoneName,
    content: () => ({
      rows: book.rows(),
      memory: withinReach(sync?.memory() ?? { settled: [], cap: { largest: 0, cut: null }, upTo: null }),
    }),
    timer,
    keeping,
  });

  /** A PBX whose clock runs years ahead must not make every call too old to be kept. */
  const trimBook = (): boolean => book.trim(Math.min(pbxNow(), now()));

  /** What is not kept counts as never asked for: who keeps calls longer from tomorrow on gets the older ones again. */
  function withinReach(memory: SyncMemory): SyncMemory {
    const from = pbxNow() - limits.age;
    const settled = memory.settled
      .filter(({ to }) => to >= from)
      .map((span) => ({ ...span, from: Math.max(span.from, from) }));
    return { ...memory, settled };
  }

  async function open(): Promise<void> {
    const [kept] = await Promise.all([store.read(), parts.forgotten.ready]);
    if (over) return;
    book.take(kept.records);
    book.forgetOthers();
    const hasOld = trimBook();
    sync = createSync({
      ask,
      book,
      zone,
      now,
      skew: skew.value,
      timer,
      random: parts.random,
      memory: kept.memory,
      changed(changes) {
        changed();
        tellMissed(changes.calls);
      },
      status() {
        lookFurther();
        parts.status();
      },
      keep: store.keep,
      isRecorded: (attempt) => list.recorded().has(attempt),
    });
    sync.set(conditions);
    if (hasOld) store.keep();
    changed();
    parts.status();
  }

  /** A list that ends in the middle of the screen tells little: it goes on to the days before. */
  function lookFurther(): void {
    const at = sync?.status();
    if (!sync || !at || at.working || at.failure || at.completeFrom === null || conditions.open !== true)
      return;
    for (const { fewer, back } of short) {
      if (lookedBack.has(back) || list.all().length >= fewer) continue;
      lookedBack.add(back);
      sync.reachBack(Math.max(pbxNow() - back, heldFrom()));
      return;
    }
  }

  /** Whatever the PBX told, older calls are not kept. */
  const heldFrom = (): number => Math.max(pbxNow() - limits.age, book.heldFrom() ?? Number.NEGATIVE_INFINITY);
  const heldStatus = (at: SyncStatus | undefined): SyncStatus | undefined =>
    at && { ...at, completeFrom: at.completeFrom && Math.max(at.completeFrom, heldFrom()) };

  const opened = open();

  function end(): void {
    over = true;
    sync?.stop();
    warmUp.stop();
  }

  return {
    list,
    marks,
    noteOf,
    find,
    noted() {
      const noted = marks.noted();
      const tries = list
        .all()
        .filter(({ attempt, ids }) => attempt?.recorded === false && ids.some((id) => noted.has(id)));
      return new Set(tries.flatMap(({ attempt }) => attempt?.id ?? []));
    },
    skew: skew.value,
    set(part) {
      conditions = { ...conditions, ...part };
      sync?.set(part);
      if (part.open === true) warmUp.start();
      else if (part.open === false) warmUp.stop();
    },
    attempted() {
      changed();
      const latest = parts.attempts()[0];
      // Not before its outcome: one that failed leaves no row, and one that is being placed has none yet.
      if (!latest || latest.id === lastAttempt || latest.outcome === 'interrupted') return;
      lastAttempt = latest.id;
      if (latest.outcome !== 'failed') sync?.dialled({ id: latest.id, at: latest.at });
    },
    async refresh() {
      await opened;
      await sync?.refresh();
    },
    reachBack: (to) => sync?.reachBack(Math.max(to + skew.value(), heldFrom())),
    full: () => book.heldFrom() !== null,
    status: () =>
      heldStatus(sync?.status()) ?? {
        working: true,
        failure: null,
        upTo: null,
        incomplete: [],
        completeFrom: null,
      },
    unseen: () => countUnseen(list.all(), marks.seenUpTo()) + late.size,
    seen() {
      const newest = list.all()[0]?.start ?? 0;
      if (newest <= marks.seenUpTo() && late.size === 0) return;
      late.clear();
      marks.seen(newest);
      parts.status();
    },
    recordingsOf(callId) {
      const call = find(callId);
      if (!call) return [];
      return call.recordings.length > 0 || call.maybeRecorded === null
        ? call.recordings
        : [call.maybeRecorded];
    },
    about(fits) {
      const inRows = book.callsOf(fits);
      const ids = new Set(inRows.flatMap((call) => call.ids));
      const calls = list
        .all()
        .filter((call) => fits(call.party.number ?? '') || call.ids.some((id) => ids.has(id)));
      const recordings = calls.flatMap((call) => [
        ...call.recordings,
        ...(call.maybeRecorded === null ? [] : [call.maybeRecorded]),
      ]);
      const written = [...inRows, ...calls].flatMap(({ party }) => party.number ?? []);
      const rowNumbers = recordings.flatMap(({ src, dst }) => [src, dst]);
      return {
        calls,
        notes: calls.filter((call) => noteOf(call) !== '').length,
        recordings,
        spellings: [...new Set([...written, ...rowNumbers])].filter(fits),
      };
    },
    async drop(calls) {
      const ids = calls.flatMap((call) => call.ids);
      const areGone = forgetNotes(ids);
      book.drop(new Set(ids));
      changed();
      store.keep();
      return (await store.flush()) && areGone;
    },
    trim() {
      if (sync === null || !trimBook()) return;
      store.keep();
      changed();
    },
    olderThan: (age) => book.calls().filter(({ start }) => start < Math.min(pbxNow(), now()) - age).length,
    async stop() {
      end();
      await opened;
      // A look that is broken off has shown calls already, and asks for nothing to be kept. What was never read is on the disk.
      if (sync !== null) store.keep();
      await store.flush();
    },
    async forget() {
      end();
      await opened;
      return await store.clear();
    },
  };
}
