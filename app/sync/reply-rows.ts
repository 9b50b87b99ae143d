import { mayConcern } from '../cdr/claim.ts';
import type { Owner } from '../cdr/leg.ts';
import type { CdrRecord } from '../cdr/record.ts';
import { readRow } from '../cdr/rows.ts';
import type { RowSink } from '../pbx/cdr-rows.ts';
import { readShown } from '../util/zone.ts';

/** What is left of a reply whose rows were looked at as they came. */
export interface ReplyRows {
  /** Rows of the reply, whoever's. */
  readonly count: number;
  /** Of each: the second that it is found by, as the PBX's clock showed it, read as if it showed UTC. NaN where it has none. */
  readonly seconds: readonly number[];
  /** Those that may be the owner's, and the last of the others: they may turn out to be parts of the owner's calls. */
  readonly records: readonly CdrRecord[];
}

/** Calls that the owner has a part in have their other rows nearby: more than these are other people's. */
const mostOthers = 10_000;
/** What is longer was not written by a PBX that means well; `readRow` keeps less. */
const longest = 2_000;

/** All that is ever looked at: whatever else a row holds is dropped as it arrives. */
const columns = Object.keys(readRow({}));

export function openReplyRows(owner: Owner): ReplyRows & RowSink {
  const concerns = mayConcern(owner);
  const seconds: number[] = [];
  const own: CdrRecord[] = [];
  let others: CdrRecord[] = [];
  return {
    get count() {
      return seconds.length;
    },
    seconds,
    get records() {
      return [...own, ...others];
    },
    row(record) {
      seconds.push(secondOf(record));
      const kept = known(record);
      if (concerns(record)) own.push(kept);
      else others.push(kept);
      if (others.length >= 2 * mostOthers) others = others.slice(-mostOthers);
    },
  };
}

function secondOf({ calldate }: CdrRecord): number {
  const shown = typeof calldate === 'string' ? readShown(calldate) : null;
  return shown === null ? Number.NaN : Math.floor(shown / 1_000);
}

function known(record: CdrRecord): CdrRecord {
  const kept: Record<string, unknown> = {};
  for (const column of columns) {
    const value = record[column];
    // A list or an object in a column is nothing that a call is made of.
    if (value === undefined || (typeof value === 'object' && value !== null)) continue;
    kept[column] = typeof value === 'string' && value.length > longest ? start(value) : value;
  }
  return kept;
}

/** By way of bytes: a part of a text keeps the whole of it in memory. */
function start(text: string): string {
  return Buffer.from(text.slice(0, longest), 'utf16le').toString('utf16le');
}
