import type { CdrRecord } from '../../pbx/cdr-rows.ts';
import type { Cap } from './cap.ts';
import type { Span } from './sweep.ts';

/** Replies that may have been cut, until their parts have told. */
export interface Suspicion {
  /** `byThePbx`: fewer rows than were asked for, so that a cut would show the PBX's own limit. */
  add(window: Span, records: readonly CdrRecord[], byThePbx: boolean): void;
  /** What a part of an earlier window brought. */
  compare(window: Span, records: readonly CdrRecord[]): void;
}

interface Suspect extends Span {
  readonly rows: number;
  readonly distinct: number;
  readonly seen: Set<string>;
}

export function createSuspicion(cap: Cap): Suspicion {
  let suspects: Suspect[] = [];

  return {
    add({ from, to }, records, byThePbx) {
      if (!byThePbx) return;
      const seen = new Set(records.map(fingerprint));
      suspects.push({ from, to, rows: records.length, distinct: seen.size, seen });
    },
    compare(window, records) {
      for (const { from, to, rows, distinct, seen } of suspects) {
        if (window.from < from || window.to > to) continue;
        for (const record of records) seen.add(fingerprint(record));
        if (seen.size > distinct) cap.wasCut(rows);
      }
      suspects = suspects.filter(({ from, distinct, seen }) => from < window.from && seen.size <= distinct);
    },
  };
}

/** Tells two rows apart; only for counting. Few columns, for every row of every reply comes through here. */
export function fingerprint({
  uniqueid,
  sequence,
  calldate,
  dstchannel,
  dst,
  src,
  lastapp,
}: CdrRecord): string {
  return `${uniqueid ?? src}|${sequence}|${calldate}|${dstchannel}|${dst}|${lastapp}`;
}
