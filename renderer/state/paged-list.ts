import { type ReadonlySignal, signal } from '@preact/signals';
import type { Reply } from '../../app/contract/failures.ts';

const pageLength = 60;
/** Rows that are fetched beyond those on the screen: they are there before they are scrolled to. */
const ahead = 30;

/** Some rows of a list. `revision`: pages of two revisions do not belong together. */
interface Page {
  readonly revision: number;
  readonly from: number;
}

/** What is known of a list. Rows come in pages, as they are scrolled to. */
export interface Listing<Row> {
  readonly revision: number;
  readonly total: number;
  readonly rows: ReadonlyMap<number, Row>;
}

interface PagedListParts<Row, P extends Page, F extends P, L extends Listing<Row>> {
  /** All that is looked at, with so many of its rows. */
  readonly search: (count: number) => Promise<Reply<F>>;
  readonly page: (from: number, count: number) => Promise<Reply<P>>;
  readonly rowsOf: (page: P) => readonly Row[];
  readonly listingOf: (found: F, rows: ReadonlyMap<number, Row>) => L;
  /** Where nothing is found out, what was there stays. */
  readonly staysWhenFailed: boolean;
  /** It is about to be asked for. */
  readonly asks?: () => void;
  /** It is there. */
  readonly answered?: () => void;
}

export interface PagedList<L> {
  /** `null` until the first answer. */
  readonly listing: ReadonlySignal<L | null>;
  isShown(): boolean;
  /** Whether it is before somebody's eyes: nothing is asked for otherwise. */
  look(shown: boolean): void;
  /** These rows are on the screen. */
  need(from: number, to: number): void;
  /** So far down are the rows that the next answer brings. */
  startAt(index: number): void;
  load(): Promise<void>;
  /** Something in it is another now. */
  changed(): void;
  isCurrent(): boolean;
  clear(): void;
}

/** A list that the main process holds, of which the page has what is looked at. */
export function createPagedList<Row, P extends Page, F extends P, L extends Listing<Row>>(
  parts: PagedListParts<Row, P, F, L>,
): PagedList<L> {
  const listing = signal<L | null>(null);
  let isShown = false;
  let isStale = true;
  /** The question whose answer counts: a later one makes the earlier answers old. */
  let asked = 0;
  let loading = false;
  let visible = { from: 0, to: pageLength };
  const underWay = new Set<number>();

  const startAt = (index: number): void => {
    visible = { from: index, to: index + pageLength };
  };
  function keep(rows: Map<number, Row>, page: P): void {
    for (const [index, row] of parts.rowsOf(page).entries()) rows.set(page.from + index, row);
  }

  /** All anew, with the rows that are on the screen, so that nothing blinks where only something above or below changed. */
  async function load(): Promise<void> {
    if (!isShown) {
      isStale = true;
      return;
    }
    isStale = false;
    parts.asks?.();
    const mine = ++asked;
    loading = true;
    const first = Math.floor(visible.from / pageLength) * pageLength;
    const [found, page] = await Promise.all([
      parts.search(pageLength),
      first > 0 ? parts.page(first, 2 * pageLength) : null,
    ]);
    if (mine !== asked) return;
    loading = false;
    underWay.clear();
    if (!found.ok) {
      if (!parts.staysWhenFailed) listing.value = null;
      return;
    }
    const rows = new Map<number, Row>();
    keep(rows, found.value);
    if (page?.ok && page.value.revision === found.value.revision) keep(rows, page.value);
    listing.value = parts.listingOf(found.value, rows);
    parts.answered?.();
    if (isStale) void load();
  }

  async function fetchPage(from: number): Promise<void> {
    if (underWay.has(from)) return;
    underWay.add(from);
    const mine = asked;
    const page = await parts.page(from, pageLength);
    if (mine !== asked) return;
    underWay.delete(from);
    const now = listing.peek();
    if (!page.ok || now === null || page.value.revision !== now.revision) return;
    const rows = new Map(now.rows);
    keep(rows, page.value);
    listing.value = { ...now, rows };
  }

  return {
    listing,
    load,
    startAt,
    isShown: () => isShown,
    isCurrent: () => !loading && !isStale && listing.peek() !== null,
    look(shown) {
      if (shown === isShown) return;
      isShown = shown;
      if (shown && (isStale || listing.peek() === null)) void load();
    },
    changed() {
      // While one answer is on its way, the next question waits for it: a sweep of the PBX brings a change a second.
      if (loading) isStale = true;
      else void load();
    },
    need(from, to) {
      visible = { from, to };
      const now = listing.peek();
      if (!now || loading) return;
      const [first, end] = [Math.max(0, from - ahead), Math.min(now.total, to + ahead)];
      for (let at = Math.floor(first / pageLength) * pageLength; at < end; at += pageLength) {
        const places = Array.from({ length: Math.min(pageLength, end - at) }, (_, index) => at + index);
        if (places.some((place) => place >= first && !now.rows.has(place))) void fetchPage(at);
      }
    },
    clear() {
      asked += 1;
      loading = false;
      isStale = true;
      listing.value = null;
      startAt(0);
    },
  };
}
