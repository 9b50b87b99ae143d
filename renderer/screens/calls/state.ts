import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  CallFilter,
  CallsFound,
  CallsPage,
  CallsStatus,
  CallView,
  PersonWish,
} from '../../../app/contract/calls.ts';
import type { PageState } from '../../../app/contract/page.ts';
import type { AboutNumber } from '../../../app/contract/retention.ts';
import type { Bridge } from '../../bridge.ts';
import { createPagedList, type Listing as ListingOf } from '../../state/paged-list.ts';
import { createMyDay, type MyDayState } from './my-day-state.ts';
import { createNotes, type Notes } from './notes.ts';
import { createPerson, type PersonState } from './person-state.ts';
import type { Said } from './said.ts';
import { createToDo, type ToDoState } from './to-do-state.ts';
import { type DaySpan, daySpans } from './windowing.ts';

/** What is known of the calls that are looked at. */
export interface Listing extends ListingOf<CallView> {
  /** Calls there are at all. */
  readonly known: number;
  readonly days: readonly DaySpan[];
  readonly tags: readonly string[];
}

/** What is unfolded inside a row. */
export interface Opened {
  readonly id: string;
  readonly part: 'details' | 'player';
  /** Below the player, which goes on meanwhile. */
  readonly below?: 'note' | 'details';
}

export const showsDetails = (opened: Opened | null): boolean =>
  opened?.part === 'details' || opened?.below === 'details';

/** Asked before everything about a number goes. */
export interface Forgetting {
  readonly call: string;
  readonly about: AboutNumber;
}

export interface RecentCallsState extends ToDoState {
  readonly query: ReadonlySignal<string>;
  readonly filter: ReadonlySignal<CallFilter>;
  /** `null` until the first answer. */
  readonly listing: ReadonlySignal<Listing | null>;
  readonly status: ReadonlySignal<CallsStatus | null>;
  readonly myDay: MyDayState;
  readonly opened: ReadonlySignal<Opened | null>;
  readonly notes: Pick<Notes, 'of' | 'type' | 'keep' | 'areKept'>;
  /** What was to be written down and was not, or that a table was. */
  readonly said: ReadonlySignal<Said | null>;
  /** Whose calls are looked at, where they are one person's. */
  readonly person: Pick<PersonState, 'who' | 'view'>;
  /** The number that somebody is asked about. */
  readonly forgetting: ReadonlySignal<Forgetting | null>;
  /** A table is being saved: its dialog is open, or its file on the way. */
  readonly exporting: ReadonlySignal<boolean>;
  /** Whether the list is before somebody's eyes: it is kept fresh for as long. */
  look(shown: boolean): void;
  search(query: string): void;
  show(filter: CallFilter): void;
  /** All calls with whoever has this number, or with whom of them is named. */
  openPerson(who: PersonWish): void;
  /** Back to everybody's, as they were looked at before. */
  closePerson(): void;
  /** The rows are those that were last asked for. */
  isCurrent(): boolean;
  /** These rows are on the screen. */
  need(from: number, to: number): void;
  refresh(): Promise<void>;
  reachBack(to: number): void;
  exportTable(): Promise<void>;
  dismissSaid(): void;
  /** `null`: another day is asked for. */
  sayNoneOn(day: string | null): void;
  askToForget(callId: string): Promise<void>;
  forget(contact: boolean): Promise<void>;
  keepNumber(): void;
  openDetails(callId: string): void;
  openPlayer(callId: string): void;
  /** Below what plays, where the call's recording is unfolded; else with its details. It stays open where it is. */
  openNote(callId: string): void;
  closeBelow(): void;
  /** The player of a call anywhere in the list, which is then looked at. */
  playAt(spot: Pick<Place, 'id' | 'index'>): void;
  /** What is to be looked at. */
  readonly wanted: ReadonlySignal<Pick<Place, 'id' | 'index'> | null>;
  closeDetails(): void;
  closePlayer(): void;
  /** What is at the top of the list. */
  scrolled(to: Place): void;
  /** Where a list that is shown anew begins: where it was left; `null`: at its top. */
  place(): Place | null;
  /** The newest calls are what somebody comes for. */
  fromTop(): void;
  /** The page is let go: what the next one shows. */
  state(): PageState['calls'];
  restore(state: PageState['calls']): void;
  /** The next person at this desk starts where everybody does. */
  clear(): void;
}

/** Of a row, which may have moved since: by the call, else by its number. */
export type Place = NonNullable<PageState['calls']['place']>;

export function createRecentCalls(bridge: Bridge): RecentCallsState {
  const query = signal('');
  const filter = signal<CallFilter>('all');
  const status = signal<CallsStatus | null>(null);
  const opened = signal<Opened | null>(null);
  const said = signal<Said | null>(null);
  const exporting = signal(false);
  const forgetting = signal<Forgetting | null>(null);
  const wanted = signal<Pick<Place, 'id' | 'index'> | null>(null);
  const toDo = createToDo(bridge, said);
  const myDay = createMyDay(bridge);
  const notes = createNotes(bridge, (failure) => {
    if (failure !== null) said.value = { about: 'note', failure };
    else if (noteFailed(said.peek())) said.value = null;
  });

  let place: Place | null = null;

  const person = createPerson(bridge);
  /** How everybody's calls were looked at when a person's page was opened. */
  let everybody: {
    readonly query: string;
    readonly filter: CallFilter;
    readonly place: Place | null;
  } | null = null;

  const looked = () => ({
    ...{ query: query.peek(), filter: filter.peek() },
    person: person.who.peek() ?? undefined,
  });

  const list = createPagedList<CallView, CallsPage, CallsFound, Listing>({
    search: (count) => bridge.request('calls.search', { ...looked(), count }),
    page: (from, count) => bridge.request('calls.page', { ...looked(), from, count }),
    rowsOf: ({ calls }) => calls,
    listingOf: ({ revision, known, days, tags }, rows) => ({
      ...{ revision, known, tags, rows },
      days: daySpans(days),
      total: days.reduce((all, { count }) => all + count, 0),
    }),
    staysWhenFailed: false,
    asks: () => void person.refresh(),
    answered: () => void myDay.load(),
  });

  bridge.on('calls.changed', list.changed);
  bridge.on('calls.status', (next) => {
    status.value = next;
  });

  /** What was about another look at the list, or has been read by now. What can be undone stays, and what went wrong. */
  function forgetNews(): void {
    const now = said.peek();
    const isOver = now === 'saved' || now === 'forgotten';
    if (isOver || (typeof now === 'object' && now?.about === 'day')) said.value = null;
  }

  function toTop(): void {
    forgetNews();
    place = null;
    list.startAt(0);
    opened.value = null;
    void list.load();
  }

  const toggle = (part: Opened['part'], id: string): void => {
    const { id: at, part: shown } = opened.peek() ?? {};
    opened.value = at === id && shown === part ? null : { id, part };
  };
  const close = (part: Opened['part']): void => {
    if (opened.peek()?.part === part) opened.value = null;
  };
  const closeBelow = (): void => {
    const now = opened.peek();
    if (now?.below) opened.value = { id: now.id, part: now.part };
  };

  return {
    query,
    filter,
    listing: list.listing,
    status,
    myDay,
    opened,
    notes,
    said,
    person,
    exporting,
    forgetting,
    ...toDo,
    look(shown) {
      if (shown === list.isShown()) return;
      if (!shown) void notes.keep();
      void bridge.request('calls.open', { open: shown });
      if (shown)
        void bridge.request('calls.status', undefined).then((reply) => {
          if (reply.ok) status.value = reply.value;
        });
      list.look(shown);
    },
    search(next) {
      if (next === query.peek()) return;
      query.value = next;
      toTop();
    },
    show(next) {
      if (next === filter.peek()) return;
      filter.value = next;
      toTop();
    },
    openPerson(who) {
      const now = person.who.peek();
      if (who.number === now?.number && who.name === now.name && who.presented === now.presented) return;
      everybody ??= { ...{ query: query.peek(), filter: filter.peek() }, place };
      query.value = '';
      filter.value = 'all';
      person.open(who);
      toTop();
    },
    closePerson() {
      if (person.who.peek() === null) return;
      person.open(null);
      query.value = everybody?.query ?? '';
      filter.value = everybody?.filter ?? 'all';
      const before = everybody?.place ?? null;
      everybody = null;
      toTop();
      place = before;
      if (before !== null) list.startAt(before.index);
    },
    isCurrent: list.isCurrent,
    need: list.need,
    async refresh() {
      const reply = await bridge.request('calls.refresh', undefined);
      if (reply.ok) status.value = reply.value;
    },
    reachBack: (to) => void bridge.request('calls.reachBack', { to }),
    async exportTable() {
      if (exporting.peek()) return;
      exporting.value = true;
      said.value = null;
      try {
        const reply = await bridge.request('calls.export', looked());
        if (!reply.ok) said.value = { about: 'table', failure: reply.failure };
        else if (reply.value) said.value = 'saved';
      } finally {
        exporting.value = false;
      }
    },
    dismissSaid() {
      said.value = null;
    },
    sayNoneOn(day) {
      const isAll = query.peek() === '' && filter.peek() === 'all';
      if (day !== null) said.value = { about: 'day', day, isAll };
      else forgetNews();
    },
    async askToForget(call) {
      // A note that is kept only afterwards would be one that stays.
      await notes.keep();
      const reply = await bridge.request('number.about', { call });
      if (reply.ok && reply.value !== null) forgetting.value = { call, about: reply.value };
    },
    async forget(contact) {
      const now = forgetting.peek();
      forgetting.value = null;
      if (now === null) return;
      opened.value = null;
      const reply = await bridge.request('number.forget', { call: now.call, contact });
      if (!reply.ok) said.value = { about: 'number', failure: reply.failure };
      else said.value = reply.value === 'good' ? 'forgotten' : 'forgotten-this-run';
    },
    keepNumber() {
      forgetting.value = null;
    },
    openDetails(id) {
      const now = opened.peek();
      // What plays goes on playing: it has a button that closes it.
      if (now?.id !== id || now.part !== 'player') toggle('details', id);
      else if (now.below === 'details') closeBelow();
      else opened.value = { ...now, below: 'details' };
    },
    openPlayer: (id) => toggle('player', id),
    openNote(id) {
      const now = opened.peek();
      opened.value =
        now?.id === id && now.part === 'player'
          ? { ...now, below: now.below ?? 'note' }
          : { id, part: 'details' };
    },
    closeBelow,
    wanted,
    playAt(spot) {
      wanted.value = spot;
      opened.value = { id: spot.id, part: 'player' };
    },
    closeDetails: () => close('details'),
    closePlayer: () => close('player'),
    scrolled(to) {
      place = to;
    },
    place: () => place,
    fromTop() {
      place = null;
    },
    state() {
      const now = opened.peek();
      return { ...looked(), details: now?.part === 'details' ? now.id : null, place };
    },
    restore(before) {
      query.value = before.query;
      filter.value = before.filter;
      if (before.person !== undefined) person.open(before.person);
      opened.value = before.details === null ? null : { id: before.details, part: 'details' };
      // The list may not be shown before this page is let go in its turn.
      place = before.place;
      if (before.place !== null) list.startAt(before.place.index);
    },
    clear() {
      wanted.value = null;
      place = null;
      list.clear();
      query.value = '';
      filter.value = 'all';
      person.open(null);
      everybody = null;
      status.value = null;
      opened.value = null;
      said.value = null;
      forgetting.value = null;
      toDo.askReminder(null);
      notes.clear();
      myDay.clear();
    },
  };
}

const noteFailed = (said: Said | null): boolean =>
  said !== null && typeof said === 'object' && said.about === 'note';
