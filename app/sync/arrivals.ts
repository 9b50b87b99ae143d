import { mayConcern } from '../cdr/claim.ts';
import type { Owner } from '../cdr/leg.ts';
import type { CdrRecord } from '../cdr/record.ts';
import type { Row } from '../cdr/rows.ts';
import type { RowSink } from '../pbx/cdr-rows.ts';
import { readShown } from '../util/zone.ts';

/** What is left of a reply whose rows were looked at as they came. */
export interface Arrivals {
  /** Rows of the reply, whoever's. */
  readonly count: number;
  /** Of each: the second that it is found by, as the PBX's clock showed it, read as if it showed UTC. NaN where it has none. */
  readonly seconds: readonly number[];
  /** Of each: a number that tells it from others; only for counting. */
  readonly prints: readonly number[];
  /** Those that may be the owner's, and the last of the others: they may turn out to be parts of the owner's calls. */
  readonly records: readonly CdrRecord[];
}

/** Calls that the owner has a part in have their other rows nearby: more than these are other people's. */
const mostOthers = 10_000;
/** What is longer was not written by a PBX that means well; `readRow` keeps less. */
const longest = 2_000;

/** All that is ever looked at: whatever else a row holds is dropped as it arrives. */
const columns = Object.keys({
  calldate: true,
  src: true,
  dst: true,
  dcontext: true,
  channel: true,
  dstchannel: true,
  lastapp: true,
  lastdata: true,
  duration: true,
  billsec: true,
  disposition: true,
  uniqueid: true,
  linkedid: true,
  sequence: true,
  recordingfile: true,
  did: true,
  cnum: true,
  cnam: true,
  dst_cnam: true,
  clid: true,
} satisfies Record<keyof Row, true>);

export function openArrivals(owner: Owner): Arrivals & RowSink {
  const concerns = mayConcern(owner);
  const seconds: number[] = [];
  const prints: number[] = [];
  const own: CdrRecord[] = [];
  let others: CdrRecord[] = [];
  return {
    get count() {
      return seconds.length;
    },
    seconds,
    prints,
    get records() {
      return [...own, ...others];
    },
    row(record) {
      seconds.push(secondOf(record));
      prints.push(printOf(record));
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

/** Few columns, for every row of every reply comes through here. */
function printOf({ uniqueid, sequence, calldate, dstchannel, dst, src, lastapp }: CdrRecord): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (const value of [uniqueid ?? src, sequence, calldate, dstchannel, dst, lastapp]) {
    const text = typeof value === 'string' ? value : String(value);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      high = Math.imul(high ^ unit, 0x9e3779b1);
      low = Math.imul(low ^ unit, 0x5f356495);
    }
    // What ends one column does not begin the next.
    high = Math.imul(high ^ 0x10000, 0x9e3779b1);
    low = Math.imul(low ^ 0x10000, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (high >>> 11) * 0x100000000 + (low >>> 0);
}
