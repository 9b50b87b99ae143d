import type { Call, Recording } from '../cdr/call.ts';
import type {
  CallsFound,
  CallsPage,
  CallsStatus,
  DaySpan,
  MyDay,
  PersonView,
  PersonWish,
  RecordedAround,
} from '../contract/calls.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Settings } from '../contract/settings.ts';
import type { Account } from '../pbx/account.ts';
import type { Pbx } from '../pbx/client.ts';
import { accountId } from '../session/account-id.ts';
import { pbxStateAfter } from '../session/pbx-state.ts';
import type { Conditions } from '../sync/status.ts';
import { codeOf } from '../util/code-of.ts';
import type { AboutNumber } from './about-number.ts';
import { createAllAnnotations } from './all-annotations.ts';
import type { DeskCalls, DeskCallsParts } from './desk.ts';
import { openDeskCalls } from './desk-calls.ts';
import type { Looked } from './list.ts';
import type { Names } from './names.ts';
import { createOwnNotes, type OwnNotes } from './own-notes.ts';
import { type Party, partyOf } from './party.ts';
import { type Person, personView } from './person.ts';
import { type RecentNumber, recentNumbers } from './recent-numbers.ts';
import { recordedAround } from './recorded.ts';
import type { Reminder } from './reminders.ts';
import { type Savable, savableOf } from './savable.ts';
import { statusOf } from './status.ts';
import { createToDoRequests, type ToDoRequests } from './to-do-requests.ts';
import { type Viewing, viewOf } from './view.ts';
import { viewingOf } from './viewing-of.ts';

const day = 86_400_000;
/** More are no help in finding one. */
const mostTags = 30;

/** What the machine does that the sync goes by. */
export type MachineState = Pick<Conditions, 'awake' | 'online' | 'unlocked'>;

export interface RecentCallsParts
  extends Pick<
    DeskCallsParts,
    | 'folder'
    | 'attempts'
    | 'keyOf'
    | 'sentFor'
    | 'callers'
    | 'prefixes'
    | 'alsoOf'
    | 'saidOf'
    | 'now'
    | 'timer'
    | 'random'
    | 'keeping'
    | 'forgotten'
  > {
  readonly numberOf: Viewing['numberOf'];
  readonly names: Names;
  readonly isContact?: Viewing['isContact'];
  /** Who has a number. */
  readonly personOf: (who: PersonWish) => Person;
  /** The PBX's time zone, whether missed calls are to be told of, and for how many days calls are kept. */
  readonly settings: () => Pick<Settings, 'pbxTimeZone' | 'notifyMissed' | 'keepCalls'>;
  /** Every reply tells whether the PBX answers. */
  readonly answered: (reply: Reply<unknown>) => void;
  /** The PBX is silent: the network may have gone. */
  readonly unanswered: () => void;
  readonly changed: (revision: number) => void;
  readonly status: (status: CallsStatus) => void;
  /** `skew`: the PBX's clock minus this computer's, in milliseconds. */
  readonly missed: (calls: readonly Call[], skew: number) => void;
  readonly remind: (reminders: readonly Reminder[], skew: number) => void;
  /** These are looked at. */
  readonly shown: (calls: readonly Call[]) => void;
}

/** The user's own calls, for as long as somebody is signed in. Nothing that it gives away holds a row of anybody else. */
export interface RecentCalls extends ToDoRequests {
  /** Who is signed in by now; to be told whenever that may have changed. Signed out, the calls are gone from the disk. */
  signedIn(current: { readonly pbx: Pbx; readonly account: Account } | null): void;
  /** What the last sign-out, or another zone, left to be done on the disk is done. `false`: calls of who signed out are still there. */
  settled(): Promise<boolean>;
  /** The program ends. */
  close(): Promise<void>;
  settingsChanged(): void;
  /** The user gave a number another name. */
  namesChanged(): void;
  /** A call was asked for here, or its outcome is known. */
  attempted(): void;
  machine(state: Partial<MachineState>): void;
  /** It is known which numbers were forgotten, or waited for. */
  forgottenTold(): void;
  /** This computer's clock was set: what was waited for, and what was asked until when, was by another one. */
  clockSet(): void;

  find(look: Looked & { readonly count: number }): Reply<CallsFound>;
  page(look: Looked & { readonly from: number; readonly count: number }): Reply<CallsPage>;
  /** Who has a number, and how much there is with them. */
  person(who: PersonWish): Reply<PersonView>;
  myDay(span: DaySpan): Reply<MyDay>;
  /** Numbers of the calls, each once, newest first. */
  numbers(): readonly RecentNumber[];
  recorded(look: Looked & { readonly call: string }): Reply<RecordedAround>;
  /** The recordings of a look, or of a call's day in it, with what their files are called by; in time. */
  savable(look: Looked & { readonly call: string }, which: 'list' | 'day'): readonly Savable[];
  status(): CallsStatus;
  /** The list is on the screen. */
  open(isOpen: boolean): void;
  refresh(): Promise<Reply<CallsStatus>>;
  reachBack(to: number): void;
  note(id: string, text: string): Reply<undefined>;
  /** All that were written, to be taken elsewhere, and those from elsewhere. `null`: nobody is signed in. */
  ownNotes(keptFrom: () => number): OwnNotes | null;
  /** Whether the PBX has a row of a call that was asked for here. */
  isRecorded(attempt: string): boolean;
  /** What a look finds, in full: for the export. */
  found(look: Looked): readonly Call[];
  noteOf(call: Call): string;
  /** The PBX's clock minus this computer's, in milliseconds. */
  skew(): number;
  /** Tries that must not be forgotten with the others, for the sake of a note. */
  noted(): ReadonlySet<string>;
  /** Of the other party of a call; `null`: it has none that is known, or there is no such call. */
  numberOf(callId: string): string | null;
  about(fits: (number: string) => boolean): AboutNumber;
  /** With what anybody marked under their ids, and under some others. `false`: not all of it is gone from the disk. */
  drop(
    calls: readonly Call[],
    fits: (number: string) => boolean,
    others?: readonly string[],
  ): Promise<boolean>;
  /** Calls that are too old go, and every note and mark of this profile that was made before a moment. */
  tidy(notesBefore: number, doneBefore: number): void;
  /** How many of them would go. */
  older(callsFor: number, notesBefore: number): { readonly calls: number; readonly notes: number };
  /** What `recapi` can be asked for: what the rows name, else what may be there without. Empty for a call that is not the user's. */
  recordingsOf(callId: string): readonly Recording[];
  /** A recording of a call was opened, and is whole. */
  measured(callId: string, seconds: number): void;
  /** Whom a call was with; `null` where nobody knows, or a caller calls themselves by a code. */
  partyOf(callId: string): Party | null;
}

export function createRecentCalls(parts: RecentCallsParts): RecentCalls {
  let desk: DeskCalls | null = null;
  let current: { readonly pbx: Pbx; readonly account: Account } | null = null;
  /** What the calls on the disk are read and kept by. */
  let readBy = { pbxTimeZone: '', keepCalls: 0 };
  let isOpen = false;
  let machine: MachineState = { awake: true, online: true, unlocked: true };
  let silent = false;
  /** Revisions go on growing from one account to the next. */
  let before = 0;
  let ending: Promise<void> | null = null;
  let areGone = true;
  let toldToDo = 0;

  const revision = (): number => before + (desk?.list.revision() ?? 0);

  /** A system without a network may have its PBX on itself, or behind a tunnel that it does not count: an answer tells more. */
  const isOnline = (): boolean => machine.online || !silent;

  function conditions(): Conditions {
    return { ...machine, online: isOnline(), open: isOpen, notices: parts.settings().notifyMissed };
  }

  function start(): void {
    if (current === null || desk !== null || ending !== null) return;
    const { pbx, account } = current;
    const { pbxTimeZone, keepCalls } = parts.settings();
    readBy = { pbxTimeZone, keepCalls };
    desk = openDeskCalls({
      ...parts,
      keptFor: keepCalls * day,
      nameOf: parts.names.of,
      owner: { extension: account.extension, agentId: account.agentId },
      digest: accountId(account),
      zoneName: pbxTimeZone,
      async ask(window, open) {
        const reply = await pbx.cdr(window, open);
        silent = pbxStateAfter(reply) === 'silent';
        parts.answered(reply);
        if (silent) parts.unanswered();
        return reply;
      },
      changed() {
        parts.changed(revision());
        tellToDo();
      },
      missed: (calls) => parts.missed(calls, desk?.skew() ?? 0),
      remind: (reminders) => parts.remind(reminders, desk?.skew() ?? 0),
      status() {
        if (desk?.status().working === false) desk.set({ online: isOnline() });
        parts.status(status());
      },
    });
    desk.set(conditions());
  }

  /** The icon counts it, and hears of nothing else. */
  function tellToDo(): void {
    const now = status().toDo;
    if (now === toldToDo) return;
    toldToDo = now;
    parts.status(status());
  }

  /** `end`: how the calls that were there are left. The next ones are read from the disk after that. */
  function leave(end: (left: DeskCalls) => Promise<void>): void {
    const left = desk;
    if (left === null) return;
    before = revision() + 1;
    desk = null;
    const mine = (ending ?? Promise.resolve())
      .then(() => end(left))
      .then(() => {
        if (ending !== mine) return;
        ending = null;
        start();
      });
    ending = mine;
  }

  const status = (): CallsStatus => statusOf(desk, isOnline());

  /** Names, or how numbers are read, are others now. */
  function renamed(): void {
    parts.callers.clear();
    desk?.renamed();
    parts.changed(revision());
    // Two numbers may have become one person's.
    tellToDo();
  }

  function tell(): void {
    parts.changed(revision());
    parts.status(status());
  }

  function pageOf(of: DeskCalls, calls: readonly Call[], from: number, count: number): CallsPage {
    const page = calls.slice(from, from + count);
    parts.shown(page);
    const viewing = viewingOf(of, parts);
    return { revision: revision(), from, calls: page.map((call) => viewOf(call, viewing)) };
  }

  const allAnnotations = createAllAnnotations({ ...parts, own: () => desk?.annotations ?? null });

  return {
    signedIn(next) {
      if (next?.account === current?.account) return;
      current = next;
      leave(async (left) => {
        if (next === null) areGone = await left.forget();
        else await left.stop();
      });
      start();
      tell();
    },
    async settled() {
      await ending;
      return areGone;
    },
    async close() {
      current = null;
      leave((left) => left.stop());
      await ending;
    },
    settingsChanged() {
      // In another zone the same rows say other times. They go by way of the disk, as from one run to the next; what is too old by now stays there
      // no longer, and what was too old before is asked for again.
      const { pbxTimeZone, keepCalls } = parts.settings();
      if (pbxTimeZone !== readBy.pbxTimeZone || keepCalls !== readBy.keepCalls) leave((left) => left.stop());
      desk?.set(conditions());
      renamed();
      parts.status(status());
    },
    namesChanged: renamed,
    attempted: () => desk?.attempted(),
    forgottenTold: tell,
    clockSet: () => leave((left) => left.stop()),
    machine(state) {
      machine = { ...machine, ...state };
      desk?.set({ ...machine, online: isOnline() });
      parts.status(status());
    },

    find({ count, ...look }) {
      if (desk === null) return fail('signed-out');
      const { calls, days } = desk.list.find(look);
      return ok({
        ...pageOf(desk, calls, 0, count),
        days: [...days],
        known: desk.list.all().length,
        tags: [...desk.annotations.tags(mostTags)],
      });
    },
    page({ from, count, ...look }) {
      if (desk === null) return fail('signed-out');
      return ok(pageOf(desk, desk.list.find(look).calls, from, count));
    },
    recorded({ call, ...look }) {
      if (desk === null) return fail('signed-out');
      return ok(recordedAround(desk.list.find(look).calls, call, desk.zone, desk.skew()));
    },
    savable({ call, ...look }, which) {
      if (desk === null) return [];
      const { calls } = desk.list.find(look);
      const { day } = recordedAround(calls, call, desk.zone, desk.skew());
      const chosen = which === 'list' ? [...calls].reverse() : day.flatMap(({ index }) => calls[index] ?? []);
      return savableOf(chosen, { numberOf: parts.numberOf, nameOf: parts.names.of });
    },
    person(who) {
      if (desk === null) return fail('signed-out');
      const person = parts.personOf(who);
      const viewing = { ...parts, nameOf: parts.names.of, skew: desk.skew() };
      return ok(personView(person, desk.list.with(person), viewing));
    },
    myDay: (span) => (desk === null ? fail('signed-out') : ok(desk.myDay(span))),
    numbers() {
      const { numberOf, keyOf } = parts;
      return desk === null ? [] : recentNumbers(desk.list.all(), { numberOf, keyOf, skew: desk.skew() });
    },
    status,
    open(open) {
      isOpen = open;
      if (open) void parts.forgotten.ask();
      desk?.set({ open });
    },
    async refresh() {
      if (desk === null) return fail('signed-out');
      await desk.refresh();
      return ok(status());
    },
    reachBack: (to) => desk?.reachBack(to),
    ...createToDoRequests(
      () => desk && current && { toDo: desk.toDo, account: accountId(current.account) },
      parts.keeping.log,
    ),
    note(id, text) {
      if (desk === null) return fail('signed-out');
      try {
        if (!desk.annotations.note(desk.find(id)?.ids ?? [id], text)) return fail('notes-full');
      } catch (error) {
        parts.keeping.log(`note not written: ${codeOf(error)}`);
        return fail('settings-file');
      }
      desk.list.changed();
      parts.changed(revision());
      return ok(undefined);
    },
    ownNotes(keptFrom) {
      if (desk === null || current === null) return null;
      const { list, annotations } = desk;
      return createOwnNotes({
        ...{ annotations, calls: list.all, keptFrom, extension: current.account.extension },
        isForgotten: parts.forgotten.hasCall,
        changed() {
          list.changed();
          parts.changed(revision());
        },
      });
    },
    isRecorded: (attempt) => desk?.list.recorded().has(attempt) ?? false,
    found: (look) => desk?.list.find(look).calls ?? [],
    noteOf: (call) => desk?.noteOf(call) ?? '',
    skew: () => desk?.skew() ?? 0,
    noted: () => desk?.noted() ?? new Set(),
    numberOf: (callId) => desk?.find(callId)?.party.number ?? null,
    about: (fits) => desk?.about(fits) ?? { calls: [], notes: 0, recordings: [], spellings: [] },
    async drop(calls, fits, others = []) {
      const ids = new Set([...calls.flatMap((call) => call.ids), ...others]);
      const areNotesGone = allAnnotations.forget(ids);
      return ((await desk?.drop(calls, fits)) ?? true) && areNotesGone;
    },
    tidy(notesBefore, doneBefore) {
      desk?.trim();
      allAnnotations.expire(notesBefore, doneBefore);
      desk?.list.changed();
      parts.changed(revision());
    },
    older: (callsFor, notesBefore) => ({
      calls: desk?.olderThan(callsFor) ?? 0,
      notes: allAnnotations.notesOlderThan(notesBefore),
    }),
    recordingsOf: (callId) => desk?.recordingsOf(callId) ?? [],
    measured: (callId, seconds) => desk?.measured(callId, seconds),
    partyOf: (callId) => partyOf(desk?.find(callId), parts.names.of),
  };
}
