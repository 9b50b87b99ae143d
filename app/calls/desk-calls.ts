import path from 'node:path';
import type { Call } from '../cdr/call.ts';
import { type CdrBounds, createCdrStore } from '../cdr/cdr-store.ts';
import { fail, ok } from '../contract/failures.ts';
import type { CdrWindow } from '../pbx/client.ts';
import { openReplyRows } from '../sync/reply-rows.ts';
import { createSkew } from '../sync/skew.ts';
import { type Conditions, notYet, type SyncStatus } from '../sync/status.ts';
import { createSync, type Sync } from '../sync/sync.ts';
import { codeOf } from '../util/code-of.ts';
import { deferred } from '../util/deferred.ts';
import { openZone } from '../util/zone.ts';
import { aboutNumber } from './about-number.ts';
import { annotationsFile, openAnnotations } from './annotations.ts';
import { triesAmong } from './attempts.ts';
import type { DeskCalls, DeskCallsParts } from './desk.ts';
import { myDayOf } from './figures.ts';
import { createFurtherBack } from './further-back.ts';
import { createHeard } from './heard.ts';
import { createKeys } from './keys.ts';
import { createCallList } from './list.ts';
import { createMissedNews } from './missed.ts';
import { watchReminders } from './reminder-watch.ts';
import { openReminders, type Reminder } from './reminders.ts';
import { createCallStore, keptSince, nothingAsked } from './store.ts';
import { createTidy } from './tidy.ts';
import { oldestMissed } from './to-do.ts';
import { createToDoActions } from './to-do-actions.ts';
import { createWarmUp } from './warm-up.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** What the list holds at most: more than a year of a busy desk. */
const mostCalls = 20_000;

const waitsForKeychain: SyncStatus = { ...notYet, working: false, failure: fail('calls-held').failure };

export function openDeskCalls(parts: DeskCallsParts): DeskCalls {
  const { now, timer, keeping, digest, folder } = parts;
  const zone = openZone(parts.zoneName);
  const skew = createSkew();
  const pbxNow = () => now() + skew.value();
  const limits: CdrBounds = { calls: parts.mostCalls ?? mostCalls, age: parts.keptFor };
  const cdr = createCdrStore(parts.owner, zone, limits, (call, numbers) => {
    const isGone = numbers.some((number) => parts.forgotten.has(number, call.start));
    // What was written before its row came.
    if (isGone) forgetNotes(call.ids);
    return isGone;
  });
  const annotations = openAnnotations({ file: annotationsFile(folder, digest), now, keeping });
  annotations.begin(pbxNow());
  const noteOf = (call: Call) => annotations.noteOf(call.ids);
  function gone(what: string, forget: () => void): boolean {
    try {
      forget();
      return true;
    } catch (error) {
      keeping.log(`${what} not removed: ${codeOf(error)}`);
      return false;
    }
  }
  const forgetNotes = (ids: readonly string[]): boolean =>
    gone('notes', () => annotations.forget(new Set(ids)));
  const forgetReminders = (goes: (reminder: Reminder) => boolean): boolean =>
    gone('reminders', () => reminders.forget(goes));
  const reminders = openReminders({ folder, owner: digest, keeping });
  const heard = createHeard();
  /** To read a number takes a tenth of a millisecond, and they are the same ones at each change. */
  const keys = createKeys(parts.keyOf);
  const list = createCallList({
    ...parts,
    calls: cdr.calls,
    noteOf,
    keyOf: keys.of,
    callerOf: parts.callers.of,
    chosenFor: parts.callers.chosenFor,
    toDoFrom: annotations.toDoFrom,
    isDone: annotations.isDone,
    reminders: reminders.all,
    skew: skew.value,
    zone: () => zone,
    withLength: heard.of,
  });

  const tellMissed = createMissedNews({
    openedAt: now(),
    pbxNow,
    skew: skew.value,
    annotations,
    toDo: list.toDo,
    tell: parts.missed,
  });
  let sync: Sync | null = null;
  let conditions: Partial<Conditions> = {};
  let over = false;
  /** The PBX's replies have said what time it is. */
  let isTimeTold = false;
  let isOpen = false;
  let lastAttempt: string | null = parts.attempts()[0]?.id ?? null;
  /** When the run before had been told all there was, by this computer's clock. */
  let wholeUpTo: number | null = null;
  const furtherBack = createFurtherBack(() => wholeUpTo && wholeUpTo + skew.value());

  const warmUp = createWarmUp(list, timer);

  const find = (callId: string): Call | null =>
    list.all().find(({ id, ids }) => id === callId || ids.includes(callId)) ??
    reminders.of([callId])?.call ??
    null;

  const tidy = createTidy({ list, annotations, reminders, noteOf, log: keeping.log });

  const watch = watchReminders({ reminders, now, timer, tell: parts.remind });

  function changed(): void {
    list.changed();
    // One that was set, or whose clock was.
    if (isOpen) watch.look();
    tidy();
    if (conditions.open === true) warmUp.start();
    parts.changed();
  }

  async function ask(window: CdrWindow) {
    const asked = now();
    const reply = await parts.ask(window, () => openReplyRows(parts.owner));
    if (!reply.ok) return reply;
    const wasTold = isTimeTold;
    isTimeTold ||= reply.value.at !== null;
    if (skew.heard(reply.value.at, asked, now())) {
      // A clock was set: what was called before is found by the times of then.
      if (wasTold) list.keepTries();
      annotations.begin(pbxNow());
      changed();
      parts.status();
    }
    return ok(reply.value.rows);
  }

  const store = createCallStore({
    file: path.join(folder, 'calls.json'),
    owner: digest,
    zone: parts.zoneName,
    content: () => ({
      rows: cdr.rows(),
      memory: keptSince(sync?.memory() ?? nothingAsked, pbxNow() - limits.age),
      heard: heard.kept(cdr.calls()),
      tries: [...list.tries()],
    }),
    timer,
    keeping,
  });

  /** A PBX whose clock runs years ahead must not make every call too old to be kept. */
  function trimCdr(): boolean {
    const today = Math.min(pbxNow(), now());
    // Somebody waits to be told of those that are still to come.
    forgetReminders(({ call, told }) => told && call.start < today - limits.age);
    return cdr.trim(today);
  }

  async function open(): Promise<void> {
    await Promise.race([parts.forgotten.knownTo(digest), ended.promise]);
    const kept = await store.read();
    if (over) return;
    cdr.take(kept.records);
    heard.take(kept.heard);
    list.keepTries(new Map(kept.tries));
    cdr.forgetOthers();
    // Of a number that was forgotten, too, without this computer knowing it then: it goes from the disk as well.
    const hasOld = trimCdr() || cdr.rows().length < kept.records.length;
    wholeUpTo = kept.memory?.upTo ?? null;
    sync = createSync({
      ask,
      cdr,
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
    isOpen = true;
    if (hasOld) store.keep();
    changed();
    parts.status();
  }

  /** Since when missed calls are to be dealt with, as far as calls are kept. */
  const owedFrom = (): number => Math.max(annotations.toDoFrom(), heldFrom());

  function lookFurther(): void {
    sync?.owe(owedFrom());
    const at = sync?.status();
    if (!sync || !at || at.working || at.failure || at.completeFrom === null) return;
    // Nothing is written down of what is not kept any more: who wants more to be kept again is not to do it twice. Not written at each look.
    if (heldFrom() - day > annotations.toDoFrom()) annotations.dealtWithUntil(heldFrom());
    if (conditions.open !== true) return;
    const { completeFrom } = at;
    const from = furtherBack({
      completeFrom,
      now: pbxNow(),
      known: list.all().length,
      toDoFrom: annotations.toDoFrom(),
    });
    if (from !== null) sync.reachBack(Math.max(from, heldFrom()));
  }

  /** Whatever the PBX told, older calls are not kept. */
  const heldFrom = (): number => Math.max(pbxNow() - limits.age, cdr.heldFrom() ?? Number.NEGATIVE_INFINITY);
  const heldStatus = (at: SyncStatus | undefined): SyncStatus | undefined =>
    at && { ...at, completeFrom: at.completeFrom && Math.max(at.completeFrom, heldFrom()) };
  const beforeOpen = (): SyncStatus => (parts.forgotten.waits() ? waitsForKeychain : notYet);

  const ended = deferred<void>();

  /** Before the first look of a run nobody knows: there may be calls of the time between. */
  const isToDoWhole = (): boolean => (sync?.status().completeFrom ?? Number.POSITIVE_INFINITY) <= owedFrom();

  const opened = open();

  function end(): void {
    over = true;
    ended.resolve();
    sync?.stop();
    watch.stop();
    isOpen = false;
    warmUp.stop();
  }

  return {
    zone,
    list,
    annotations,
    noteOf,
    find,
    noted: () => triesAmong(list.all(), annotations.noted()),
    skew: skew.value,
    myDay(span) {
      const { completeFrom = null } = heldStatus(sync?.status()) ?? {};
      return myDayOf(list.all(), span, { zone, completeFrom, skew: skew.value(), now: now() });
    },
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
      if (sync === null) await Promise.race([opened, parts.forgotten.ask()]);
      // What nobody knows yet whether it may be shown is not waited for.
      if (!parts.forgotten.waits()) await opened;
      await sync?.refresh();
    },
    reachBack: (to) => sync?.reachBack(Math.max(to + skew.value(), heldFrom())),
    full() {
      const { completeFrom = null } = sync?.status() ?? {};
      return cdr.heldFrom() !== null || (completeFrom !== null && completeFrom <= heldFrom());
    },
    status: () => heldStatus(sync?.status()) ?? beforeOpen(),
    toDoWhole: isToDoWhole,
    toDo: createToDoActions({ list, find, annotations, reminders, callerOf: parts.callers.of, changed }),
    renamed() {
      keys.clear();
      list.changed();
    },
    recordingsOf(callId) {
      const call = find(callId);
      if (!call) return [];
      return call.recordings.length > 0 || call.maybeRecorded === null
        ? call.recordings
        : [call.maybeRecorded];
    },
    measured(callId, seconds) {
      const call = find(callId);
      if (!call || !heard.measured(call, seconds)) return;
      store.keep();
      changed();
    },
    about: (fits) => aboutNumber(fits, { cdr, all: list.all, noteOf }),
    async drop(calls, fits) {
      const ids = calls.flatMap((call) => call.ids);
      const areRemindersGone = forgetReminders(
        ({ call: { party } }) => party.number !== null && fits(party.number),
      );
      const areGone = forgetNotes(ids) && areRemindersGone;
      cdr.drop(new Set(ids));
      changed();
      store.keep();
      return (await store.flush()) && areGone;
    },
    trim() {
      if (sync === null || !trimCdr()) return;
      store.keep();
      changed();
    },
    olderThan: (age) => cdr.calls().filter(({ start }) => start < Math.min(pbxNow(), now()) - age).length,
    async stop() {
      end();
      await opened;
      // A look that is broken off has shown calls already, and asks for nothing to be kept. What was never read is on the disk.
      if (sync !== null) store.keep();
      await store.flush();
    },
    async forget() {
      // Whoever signs in again is to find what is left, and the PBX need not be asked for more than that.
      const { upTo = null } = sync?.status() ?? {};
      // But what rang in the last moments has no row yet, and who waits in a queue has none for long.
      if (upTo !== null && isToDoWhole())
        annotations.dealtWithUntil(Math.min(upTo + skew.value() - hour, oldestMissed(list.toDo().rows)));
      end();
      await opened;
      const areGone = reminders.clear();
      return (await store.clear()) && areGone;
    },
  };
}
