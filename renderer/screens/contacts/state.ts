import { type ReadonlySignal, signal } from '@preact/signals';
import type {
  Contact,
  ContactsFormat,
  ContactsFound,
  ContactsPage,
  ImportView,
} from '../../../app/contract/contacts.ts';
import type { Failure, Reply } from '../../../app/contract/failures.ts';
import type { PageState } from '../../../app/contract/page.ts';
import type { RequestInput } from '../../../app/contract/requests.ts';
import type { Bridge } from '../../bridge.ts';
import { createPagedList, type Listing as ListingOf } from '../../state/paged-list.ts';
import { type DaySpan, daySpans } from '../calls/windowing.ts';

/** What is known of the people that are looked at. */
export interface Listing extends ListingOf<Contact> {
  /** Contacts there are at all. */
  readonly known: number;
  /** By letter, as the list of calls is by day; a search has none. */
  readonly sections: readonly DaySpan[];
}

export type TypedContact = RequestInput<'contacts.add'>;

/** The form: of somebody who is there, or of somebody new with what is known of them. */
export interface Form {
  readonly id: string | null;
  readonly begin: TypedContact;
}

export type Said =
  | { readonly kind: 'imported'; readonly fresh: number; readonly changed: number; readonly change: string }
  | { readonly kind: 'deleted'; readonly who: string; readonly change: string }
  | { readonly kind: 'undone' | 'exported' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface ContactsState {
  readonly query: ReadonlySignal<string>;
  /** `null` until the first answer. */
  readonly listing: ReadonlySignal<Listing | null>;
  /** The id of the one that is unfolded. */
  readonly opened: ReadonlySignal<string | null>;
  readonly form: ReadonlySignal<Form | null>;
  /** Why what is in the form was not kept. */
  readonly formFailure: ReadonlySignal<Failure | null>;
  /** What is in a file, or that it is being read. */
  readonly importing: ReadonlySignal<ImportView | 'reading' | null>;
  readonly choosesFormat: ReadonlySignal<boolean>;
  readonly said: ReadonlySignal<Said | null>;
  /** Something goes on that would end with the page. */
  isBusy(): boolean;
  look(shown: boolean): void;
  search(text: string): void;
  need(from: number, to: number): void;
  open(id: string): void;
  fold(): void;
  pin(number: string, pinned: boolean): Promise<void>;
  write(form: Form | null): void;
  keep(typed: TypedContact): Promise<void>;
  remove(): Promise<void>;
  importFile(): Promise<void>;
  /** Dropped or pasted. */
  read(file: File): Promise<void>;
  readText(text: string): Promise<void>;
  take(): Promise<void>;
  forget(): void;
  askFormat(asks: boolean): void;
  export(as: ContactsFormat): Promise<void>;
  undo(): Promise<void>;
  dismissSaid(): void;
  /** How far the list was scrolled, in pixels: another screen may be looked at meanwhile. */
  top(): number;
  scrolled(to: number): void;
  /** The page is let go: what the next one shows. */
  state(): PageState['contacts'];
  restore(state: PageState['contacts']): void;
  /** The next person at this desk sees nothing of the last one. */
  clear(): void;
}

/** As the contract has it: what is larger is not even read. */
const largestFile = 50 * 1024 * 1024;
const longestText = 5_000_000;

export function createContacts(bridge: Bridge): ContactsState {
  const query = signal('');
  const opened = signal<string | null>(null);
  const form = signal<Form | null>(null);
  const formFailure = signal<Failure | null>(null);
  const importing = signal<ImportView | 'reading' | null>(null);
  const choosesFormat = signal(false);
  const said = signal<Said | null>(null);
  let exporting = false;
  let top = 0;
  /** Of whom a file is being read. */
  let reading = 0;

  const list = createPagedList<Contact, ContactsPage, ContactsFound, Listing>({
    search: (count) => bridge.request('contacts.search', { text: query.peek(), count }),
    page: (from, count) => bridge.request('contacts.page', { text: query.peek(), from, count }),
    rowsOf: ({ contacts }) => contacts,
    listingOf({ revision, known, total, sections }, rows) {
      const letters = sections.length === 0 ? [{ letter: '', count: total }] : sections;
      return {
        ...{ revision, known, total, rows },
        sections: daySpans(letters.map(({ letter, count }) => ({ day: letter, count }))),
      };
    },
    staysWhenFailed: true,
  });
  bridge.on('contacts.changed', list.changed);
  // Whom the company has stands among them where somebody searches.
  for (const event of ['directory.changed', 'people.changed'] as const)
    bridge.on(event, () => void (query.peek() !== '' && list.changed()));

  async function readFrom(ask: () => Promise<Reply<ImportView | null>>): Promise<void> {
    if (importing.peek() !== null) return;
    const mine = ++reading;
    importing.value = 'reading';
    said.value = null;
    const reply = await ask();
    if (mine !== reading) return;
    importing.value = reply.ok ? reply.value : null;
    if (!reply.ok) said.value = { kind: 'failed', failure: reply.failure };
  }

  const tooLarge = () => {
    said.value = { kind: 'failed', failure: { code: 'contacts-too-large' } };
  };

  function tell(reply: Reply<unknown>, done: Said | null): void {
    said.value = reply.ok ? done : { kind: 'failed', failure: reply.failure };
  }

  /** Something else was done. What can be undone still can: it leaves alone what was written since. */
  function goOn(): void {
    const { kind } = said.peek() ?? {};
    if (kind !== 'imported' && kind !== 'deleted') said.value = null;
  }

  return {
    ...{ query, listing: list.listing, opened, form, formFailure, importing, choosesFormat, said },
    isBusy: () => importing.peek() !== null || exporting || form.peek() !== null,
    look: list.look,
    search(text) {
      if (text === query.peek()) return;
      query.value = text;
      // It was read; the person goes on.
      if (said.peek()?.kind === 'failed') said.value = null;
      list.startAt(0);
      top = 0;
      opened.value = null;
      void list.load();
    },
    need: list.need,
    open(id) {
      opened.value = opened.peek() === id ? null : id;
    },
    fold() {
      opened.value = null;
    },
    async pin(number, pinned) {
      const reply = await bridge.request('contacts.pin', { number, pinned });
      if (reply.ok) goOn();
      else tell(reply, null);
    },
    write(next) {
      formFailure.value = null;
      form.value = next;
    },
    async keep(typed) {
      const id = form.peek()?.id ?? null;
      const reply = await (id === null
        ? bridge.request('contacts.add', typed)
        : bridge.request('contacts.change', { id, ...typed }));
      formFailure.value = reply.ok ? null : reply.failure;
      if (!reply.ok) return;
      form.value = null;
      goOn();
    },
    async remove() {
      const { id, begin } = form.peek() ?? {};
      if (id == null || begin === undefined) return;
      const reply = await bridge.request('contacts.remove', { id });
      formFailure.value = reply.ok ? null : reply.failure;
      if (!reply.ok) return;
      form.value = null;
      const who = begin.name || begin.company || (begin.numbers[0]?.number ?? '');
      said.value = { kind: 'deleted', who, change: reply.value.change };
    },
    importFile: () => readFrom(() => bridge.request('contacts.openFile', undefined)),
    async read(file) {
      if (file.size > largestFile) return tooLarge();
      await readFrom(async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return await bridge.request('contacts.readFile', { bytes });
      });
    },
    async readText(text) {
      if (text.length > longestText) return tooLarge();
      await readFrom(() => bridge.request('contacts.readText', { text }));
    },
    async take() {
      const seen = importing.peek();
      if (seen === null || seen === 'reading') return;
      const reply = await bridge.request('contacts.import', { import: seen.import });
      importing.value = null;
      const { fresh, changed } = seen;
      tell(reply, reply.ok ? { kind: 'imported', fresh, changed, change: reply.value.change } : null);
    },
    forget() {
      reading += 1;
      importing.value = null;
      void bridge.request('contacts.forgetImport', undefined);
    },
    askFormat(asks) {
      choosesFormat.value = asks;
    },
    async export(as) {
      choosesFormat.value = false;
      exporting = true;
      const reply = await bridge.request('contacts.export', { as });
      exporting = false;
      tell(reply, reply.ok && reply.value ? { kind: 'exported' } : null);
    },
    async undo() {
      const now = said.peek();
      if (now?.kind !== 'imported' && now?.kind !== 'deleted') return;
      tell(await bridge.request('contacts.undo', { change: now.change }), { kind: 'undone' });
    },
    dismissSaid() {
      said.value = null;
    },
    top: () => top,
    scrolled(to) {
      top = to;
    },
    state: () => ({ query: query.peek(), opened: opened.peek() }),
    restore(before) {
      query.value = before.query;
      opened.value = before.opened;
    },
    clear() {
      list.clear();
      reading += 1;
      top = 0;
      query.value = '';
      opened.value = null;
      form.value = null;
      formFailure.value = null;
      importing.value = null;
      choosesFormat.value = false;
      said.value = null;
    },
  };
}
