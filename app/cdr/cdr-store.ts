import type { Zone } from '../util/zone.ts';
import { buildCall } from './build-call.ts';
import type { Call } from './call.ts';
import { mayConcern, readLeg, withoutPerson } from './claim.ts';
import { idOf } from './group.ts';
import { createInsiders } from './insiders.ts';
import type { Leg, Owner } from './leg.ts';
import type { CdrRecord } from './record.ts';
import { isSameRow, type Row, readRow } from './rows.ts';
import { createUnlinkedLegs } from './unlinked-legs.ts';

export interface CdrBounds {
  readonly calls: number;
  /** Milliseconds. */
  readonly age: number;
}

/** What a reply changed. */
export interface Changes {
  /** Newest first. */
  readonly calls: readonly Call[];
  /** Ids of calls that are not there any more: two turned out to be one. */
  readonly gone: readonly string[];
}

/**
 * The user's own calls out of rows of everybody's, in whatever order and however often they come. A row that is not part of one of
 * the user's calls is forgotten with the sweep that brought it; a colleague's part in one of them is kept without who it was.
 */
export interface CdrStore {
  /** Rows of calls that began after `latest` are no calls: one of the year 9999 would be the newest for ever. */
  take(records: readonly CdrRecord[], latest?: number): Changes;
  /** The sweep is over: no reply that hangs together with the last ones is to be expected. */
  forgetOthers(): void;
  /** Newest first. */
  calls(): readonly Call[];
  /** What to keep on disk; goes back in through `take`. */
  rows(): readonly Row[];
  /** Whether any call went. */
  trim(now: number): boolean;
  /** Calls with a number that this fits, whoever of them had it. */
  callsOf(fits: (number: string) => boolean): readonly Call[];
  /** These calls are not kept. */
  drop(ids: ReadonlySet<string>): void;
  /** Older calls than those that began here are not kept; `null`: all are that were taken. */
  heldFrom(): number | null;
}

/** A call that is split by the edge of a window has its other rows in one of the replies nearby. */
const remembered = 10_000;

/** `isForgotten`: a call with such a number is not kept, however often its rows come. */
export function createCdrStore(
  owner: Owner,
  zone: Zone,
  bounds: CdrBounds,
  isForgotten: (call: Call, numbers: readonly string[]) => boolean = () => false,
): CdrStore {
  const concerns = mayConcern(owner);
  const linked = new Map<string, Leg[]>();
  const unlinked = createUnlinkedLegs();
  const built = new Map<string, Call>();
  let unlinkedIds: ReadonlySet<string> = new Set();
  /** The id that the call of a leg without a `linkedid` is shown under. */
  const shownAs = new Map<string, string>();
  const insiders = createInsiders();
  /** Names of people inside that the rows of a call told before they were kept without them. */
  const told = new Map<string, readonly string[]>();

  function cleanUnlinked(legs: readonly Leg[]): readonly Leg[] {
    const names = legs.flatMap(({ row }) => insiders.namesIn({ ...row }));
    return legs.map((leg) => insiders.clean(leg, names));
  }
  let others: CdrRecord[] = [];
  let sorted: readonly Call[] | null = null;

  function rebuild(id: string, legs: readonly Leg[], ids: string[] = [id]): Call | null {
    const call = buildCall({ id, ids }, legs, owner);
    sorted = null;
    if (call && isForgotten(call, numbersOf(call, legs))) {
      drop(new Set(ids));
      return null;
    }
    if (call) built.set(id, call);
    else built.delete(id);
    return call;
  }

  /** Of everybody who took part, but the user. */
  function numbersOf({ party }: Call, legs: readonly Leg[]): string[] {
    const all = [party.number ?? '', ...legs.flatMap(({ row }) => [row.src, row.dst, row.cnum])];
    const own = new Set(['', owner.extension, owner.agentId]);
    return [...new Set(all)].filter((number) => !own.has(number));
  }

  function drop(ids: ReadonlySet<string>): void {
    for (const id of ids) {
      linked.delete(id);
      told.delete(id);
      built.delete(id);
    }
    unlinked.drop(ids);
    unlinkedIds = new Set([...unlinkedIds].filter((id) => built.has(id)));
    sorted = null;
  }

  /** Any of them may belong to another now. */
  function rebuildUnlinked(): Changes {
    const calls: Call[] = [];
    const ids = new Set<string>();
    for (const [first, legs] of unlinked.groups()) {
      const all = [...new Set([first, ...legs.map(idOf)])];
      // An earlier leg that comes late gives the group another first id; the call stays the one that it was.
      const id = all.flatMap((one) => shownAs.get(one) ?? []).find((one) => !ids.has(one)) ?? first;
      const known = built.get(id);
      const call = rebuild(id, cleanUnlinked(legs), all);
      if (!call) continue;
      for (const one of all) shownAs.set(one, id);
      ids.add(id);
      if (!known || JSON.stringify(known) !== JSON.stringify(call)) calls.push(call);
    }
    const gone = [...unlinkedIds].filter((id) => !ids.has(id));
    for (const id of gone) built.delete(id);
    unlinkedIds = ids;
    return { calls, gone };
  }

  return {
    take(records, latest = Number.POSITIVE_INFINITY) {
      const legOf = (record: CdrRecord): Leg | null => {
        const leg = readLeg(readRow(record), owner, zone);
        return leg !== null && leg.start <= latest ? leg : null;
      };
      const changed = new Set<string>();
      const found = new Set<string>();
      const named = new Set<string>();
      const put = (link: string, names: readonly string[], leg: Leg): void => {
        const known = told.get(link) ?? [];
        if (names.some((name) => !known.includes(name))) {
          told.set(link, known.length === 0 ? names : [...new Set([...known, ...names])]);
          named.add(link);
        }
        const legs = linked.get(link);
        if (!legs) linked.set(link, [leg]);
        else if (!add(legs, leg)) return;
        changed.add(link);
      };

      const strangers: CdrRecord[] = [];
      let unlinkedChanged = false;
      let learned = false;
      for (const record of records) {
        const link = linkOf(record);
        const names = insiders.namesIn(record);
        if (insiders.hear(names)) learned = true;
        const mine = concerns(record) ? legOf(record) : null;
        if (link === '') {
          const leg = mine ?? legOf(record);
          if (leg && unlinked.put(leg)) unlinkedChanged = true;
        } else if (mine?.claim) {
          if (!linked.has(link)) found.add(link);
          put(link, names, mine);
        } else strangers.push(record);
      }

      /** A colleague's part in a call that is known to be the user's by now. */
      const isLeft = (record: CdrRecord): boolean => {
        const link = linkOf(record);
        if (!linked.has(link)) return true;
        const leg = legOf(record);
        if (leg) put(link, insiders.namesIn(record), withoutPerson(leg));
        return false;
      };
      if (found.size > 0) others = others.filter(isLeft);
      others = [...others, ...strangers.filter(isLeft).slice(-remembered)].slice(-remembered);

      const calls: Call[] = [];
      // A name that calls bear already may turn out to be somebody's inside.
      for (const id of learned ? linked.keys() : new Set([...changed, ...named])) {
        let legs = linked.get(id) ?? [];
        const names = told.get(id);
        const isClean = legs.every((leg) => insiders.clean(leg, names) === leg);
        if (isClean && !changed.has(id)) continue;
        if (!isClean) {
          legs = legs.map((leg) => insiders.clean(leg, names));
          linked.set(id, legs);
        }
        const call = rebuild(id, legs);
        if (call) calls.push(call);
      }
      const more = unlinkedChanged || learned ? rebuildUnlinked() : { calls: [], gone: [] };
      return { calls: [...calls, ...more.calls].sort(newestFirst), gone: more.gone };
    },

    forgetOthers() {
      others = [];
      unlinked.forgetOthers(cleanUnlinked);
    },

    calls() {
      sorted ??= [...built.values()].sort(newestFirst);
      return sorted;
    },

    rows() {
      unlinked.forgetOthers(cleanUnlinked);
      return [...[...linked.values()].flat(), ...unlinked.legs()].map(({ row }) => row);
    },

    heldFrom() {
      return this.calls()[bounds.calls - 1]?.start ?? null;
    },

    trim(now) {
      const out = this.calls().filter(
        (call, index) => index >= bounds.calls || call.start < now - bounds.age,
      );
      if (out.length === 0) return false;
      drop(new Set(out.flatMap(({ ids }) => ids)));
      return true;
    },

    drop,

    callsOf(fits) {
      const unlinkedLegs = new Map<string, readonly Leg[]>();
      for (const legs of unlinked.groups().values())
        for (const leg of legs) unlinkedLegs.set(idOf(leg), legs);
      const legsOf = ({ id }: Call) => linked.get(id) ?? unlinkedLegs.get(id) ?? [];
      return this.calls().filter((call) => numbersOf(call, legsOf(call)).some(fits));
    },
  };
}

/** A row that came before counts as new only where its recording has been named since. */
function add(legs: Leg[], leg: Leg): boolean {
  const at = legs.findIndex(({ row }) => isSameRow(row, leg.row));
  if (at < 0) legs.push(leg);
  else if (legs[at]?.row.recordingfile === leg.row.recordingfile) return false;
  else legs[at] = keepingNames(leg, legs[at]);
  return true;
}

/** As they were kept: one that turned out to be somebody else's was taken away, and by rows that may not come again. */
function keepingNames(leg: Leg, before: Leg | undefined): Leg {
  if (before === undefined) return leg;
  const { cnam, clid, dst_cnam } = before.row;
  return { ...leg, row: { ...leg.row, cnam, clid, dst_cnam } };
}

function linkOf({ linkedid }: CdrRecord): string {
  if (typeof linkedid === 'string') return linkedid.trim();
  return typeof linkedid === 'number' ? String(linkedid) : '';
}

export function newestFirst(a: Call, b: Call): number {
  return b.start - a.start || (a.id < b.id ? 1 : -1);
}
