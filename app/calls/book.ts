import type { CdrRecord } from '../pbx/cdr-rows.ts';
import { buildCall } from './build-call.ts';
import type { Call } from './call.ts';
import { mayConcern, type Owner, readLeg } from './claim.ts';
import { groupLoose } from './group.ts';
import { type Row, readRow, rowKey, withoutPeople } from './rows.ts';
import type { Zone } from './zone.ts';

export interface BookBounds {
  readonly calls: number;
  /** Milliseconds. */
  readonly age: number;
}

/** What a reply changed, newest first. */
export interface Changes {
  readonly calls: readonly Call[];
  /** Ids of calls that are not there any more: two turned out to be one. */
  readonly gone: readonly string[];
}

/**
 * The user's own calls out of rows of everybody's, in whatever order and however often they come. A row that is not part of one of
 * the user's calls is forgotten with the sweep that brought it; a colleague's part in one of them is kept without who it was.
 */
export interface Book {
  take(records: readonly CdrRecord[]): Changes;
  /** The sweep is over: no reply that hangs together with the last ones is to be expected. */
  forgetOthers(): void;
  /** Newest first. */
  calls(): readonly Call[];
  /** What to keep on disk; goes back in through `take`. */
  rows(): readonly Row[];
  trim(now: number): void;
}

/** A call that is split by the edge of a window has its other rows in one of the replies nearby. */
const remembered = 10_000;

export function createBook(owner: Owner, zone: Zone, bounds: BookBounds): Book {
  const concerns = mayConcern(owner);
  const linked = new Map<string, Map<string, Row>>();
  const loose = new Map<string, Row>();
  const built = new Map<string, Call>();
  let looseIds = new Set<string>();
  let others: CdrRecord[] = [];
  let sorted: readonly Call[] | null = null;

  const isOwn = (row: Row): boolean => readLeg(row, owner).claim !== null;

  /** Rows are kept as they will be built from, so that the same row always has the same key. */
  function put(rows: Map<string, Row>, row: Row): boolean {
    const kept = isOwn(row) ? row : withoutPeople(row);
    const key = rowKey(kept);
    const known = rows.get(key);
    if (known !== undefined && known.recordingfile === kept.recordingfile) return false;
    rows.set(key, kept);
    return true;
  }

  function rebuild(id: string, rows: readonly Row[]): Call | null {
    const call = buildCall(id, rows, owner, zone);
    if (call) built.set(id, call);
    else built.delete(id);
    sorted = null;
    return call;
  }

  function rebuildLoose(): Changes {
    const groups = groupLoose([...loose.values()], zone);
    const calls: Call[] = [];
    const before = looseIds;
    looseIds = new Set();
    for (const [id, rows] of groups) {
      const known = built.get(id);
      const call = rebuild(id, rows);
      if (!call) continue;
      looseIds.add(id);
      if (!known || JSON.stringify(known) !== JSON.stringify(call)) calls.push(call);
    }
    const gone = [...before].filter((id) => !looseIds.has(id));
    for (const id of gone) built.delete(id);
    return { calls, gone };
  }

  function forgetLooseOthers(): void {
    if (loose.size === 0) return;
    for (const rows of groupLoose([...loose.values()], zone).values()) {
      if (rows.some(isOwn)) continue;
      for (const row of rows) loose.delete(rowKey(row));
    }
  }

  return {
    take(records) {
      const found = new Set<string>();
      let looseFound = false;
      for (const record of records) {
        const link = linkOf(record);
        if (link === '') {
          if (put(loose, readRow(record))) looseFound = true;
        } else if (!found.has(link) && !linked.has(link) && concerns(record) && isOwn(readRow(record)))
          found.add(link);
      }

      const changed = new Set<string>();
      const collect = (record: CdrRecord): boolean => {
        const link = linkOf(record);
        if (!found.has(link) && !linked.has(link)) return false;
        const rows = linked.get(link) ?? new Map<string, Row>();
        linked.set(link, rows);
        if (put(rows, readRow(record))) changed.add(link);
        return true;
      };
      if (found.size > 0) others = others.filter((record) => !collect(record));
      const strangers = records.filter((record) => linkOf(record) !== '' && !collect(record));
      others = [...others, ...strangers.slice(-remembered)].slice(-remembered);

      const calls = [...changed].flatMap((id) => rebuild(id, [...(linked.get(id)?.values() ?? [])]) ?? []);
      const fromLoose = looseFound ? rebuildLoose() : { calls: [], gone: [] };
      return { calls: [...calls, ...fromLoose.calls].sort(newestFirst), gone: fromLoose.gone };
    },

    forgetOthers() {
      others = [];
      forgetLooseOthers();
    },

    calls() {
      sorted ??= [...built.values()].sort(newestFirst);
      return sorted;
    },

    rows() {
      forgetLooseOthers();
      return [...[...linked.values()].flatMap((rows) => [...rows.values()]), ...loose.values()];
    },

    trim(now) {
      const out = this.calls().filter(
        (call, index) => index >= bounds.calls || call.start < now - bounds.age,
      );
      for (const { id } of out) {
        linked.delete(id);
        built.delete(id);
      }
      if (out.some(({ id }) => looseIds.has(id))) {
        for (const [id, rows] of groupLoose([...loose.values()], zone)) {
          if (!built.has(id)) for (const row of rows) loose.delete(rowKey(row));
        }
        looseIds = new Set([...looseIds].filter((id) => built.has(id)));
      }
      if (out.length > 0) sorted = null;
    },
  };
}

function linkOf({ linkedid }: CdrRecord): string {
  if (typeof linkedid === 'string') return linkedid.trim();
  return typeof linkedid === 'number' ? String(linkedid) : '';
}

export function newestFirst(a: Call, b: Call): number {
  return b.start - a.start || (a.id < b.id ? 1 : -1);
}
