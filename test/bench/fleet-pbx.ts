import type { Arrivals } from '../../app/calls/sync/arrivals.ts';
import { openArrivals } from '../../app/calls/sync/arrivals.ts';
import { readCdrReply } from '../../app/pbx/cdr-rows.ts';
import type { CdrWindow } from '../../app/pbx/client.ts';
import { readShown } from '../../app/pbx/zone.ts';
import type { CdrRow } from '../pbx/cdr.ts';

interface Stored {
  readonly second: number;
  readonly print: number;
  readonly row: CdrRow;
  readonly text: string;
}

/** What a desk is answered. */
export interface FleetReply {
  readonly bytes: number;
  /** Through the program's own reader, from the bytes of a reply. */
  read(): Promise<Arrivals>;
  /** The same without the bytes, for there are hundreds of millions of rows in a day of a thousand desks. */
  shortcut(): Arrivals;
}

/** A PBX's table, by the second of the calldate, so that a window costs what is in it. Both ends of a window belong to it. */
export function createFleetPbx(maxRows: number) {
  const seconds = new Map<number, Stored[]>();
  const byExtension = new Map<string, Stored[]>();
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let serial = 0;

  function within({ startTime, endTime, numRecords }: CdrWindow): Stored[] {
    const from = Math.max(first, (readShown(startTime) ?? 0) / 1_000);
    const to = Math.min(last, (readShown(endTime) ?? 0) / 1_000);
    const most = Math.min(numRecords, maxRows);
    const found: Stored[] = [];
    for (let at = from; at <= to && found.length < most; at++) found.push(...(seconds.get(at) ?? []));
    return found.slice(0, most);
  }

  return {
    add(extension: string, row: CdrRow): void {
      const second = (readShown(row.calldate ?? '') ?? 0) / 1_000;
      first = Math.min(first, second);
      last = Math.max(last, second);
      serial += 1;
      const stored = { second, print: serial, row, text: JSON.stringify(row) };
      seconds.set(second, [...(seconds.get(second) ?? []), stored]);
      byExtension.set(extension, [...(byExtension.get(extension) ?? []), stored]);
    },
    answer(extension: string, window: CdrWindow): FleetReply {
      const rows = within(window);
      return {
        bytes: rows.reduce((sum, { text }) => sum + text.length + 1, 26),
        async read() {
          const body = async function* () {
            yield Buffer.from(`{"success":true,"value":[${rows.map(({ text }) => text).join(',')}]}`);
          };
          const sent = { status: 200, headers: {}, body: body() };
          const open = () => openArrivals({ extension, agentId: null });
          const reply = await readCdrReply(sent, open, (text) => text);
          if (!reply.ok) throw new Error(reply.failure.code);
          return reply.value.rows;
        },
        shortcut() {
          const mine = new Set(byExtension.get(extension));
          return {
            count: rows.length,
            seconds: rows.map(({ second }) => second),
            prints: rows.map(({ print }) => print),
            records: rows.filter((row) => mine.has(row)).map(({ row }) => row),
          };
        },
      };
    },
  };
}
