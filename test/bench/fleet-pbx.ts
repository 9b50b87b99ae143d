import { readCdrReply } from '../../app/pbx/cdr-rows.ts';
import type { CdrWindow } from '../../app/pbx/client.ts';
import { openReplyRows, type ReplyRows } from '../../app/sync/reply-rows.ts';
import { readShown } from '../../app/util/zone.ts';
import type { CdrRow } from '../pbx/cdr.ts';

interface Stored {
  readonly second: number;
  readonly print: number;
  readonly row: CdrRow;
}

/** What a desk is answered. */
export interface FleetReply {
  readonly bytes: number;
  /** Through the program's own reader, from the bytes of a reply. */
  read(extension: string): Promise<ReplyRows>;
  /** The same without the bytes, for there are hundreds of millions of rows in a day of a thousand desks. */
  shortcut(extension: string): ReplyRows;
}

/** Around the rows of a reply. */
const frame = '{"success":true,"value":[]}'.length;

/**
 * A PBX's table with an index by time, so that a window costs what is in it: one column beside the other, each a slice away from being a
 * reply's. Both ends of a window belong to it.
 */
export function createFleetPbx(maxRows: number) {
  const seconds: number[] = [];
  const prints: number[] = [];
  const texts: string[] = [];
  const byExtension = new Map<string, Stored[]>();

  /** The first place of a second, or of the next one that there is. */
  function placeOf(second: number): number {
    let low = 0;
    let high = seconds.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((seconds[middle] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    add(extension: string, row: CdrRow): void {
      const second = (readShown(row.calldate ?? '') ?? 0) / 1_000;
      const at = placeOf(second + 1);
      const print = seconds.length;
      seconds.splice(at, 0, second);
      prints.splice(at, 0, print);
      texts.splice(at, 0, JSON.stringify(row));
      byExtension.set(extension, [...(byExtension.get(extension) ?? []), { second, print, row }]);
    },
    answer({ startTime, endTime, numRecords }: CdrWindow): FleetReply {
      const from = placeOf((readShown(startTime) ?? 0) / 1_000);
      const to = placeOf((readShown(endTime) ?? 0) / 1_000 + 1);
      const end = Math.max(from, Math.min(to, from + Math.min(numRecords, maxRows)));
      let bytes = frame;
      for (let at = from; at < end; at++) bytes += (texts[at]?.length ?? 0) + 1;
      // As it was then, also for whoever is given it later.
      const [within, written, known] = [seconds.slice(from, end), texts.slice(from, end), seconds.length];
      const lastPrint = prints[end - 1] ?? -1;
      return {
        bytes,
        async read(extension) {
          const value = written.join(',');
          const body = async function* () {
            yield Buffer.from(`{"success":true,"value":[${value}]}`);
          };
          const sent = { status: 200, headers: {}, body: body() };
          const open = () => openReplyRows({ extension, agentId: null });
          const reply = await readCdrReply(sent, open, (text) => text);
          if (!reply.ok) throw new Error(reply.failure.code);
          return reply.value.rows;
        },
        shortcut(extension) {
          const [first, last] = [within[0] ?? 0, within.at(-1) ?? -1];
          // Rows of one second lie in the order in which they came: of the last one some may have been cut off.
          const records = (byExtension.get(extension) ?? [])
            .filter(
              ({ second, print }) =>
                print < known &&
                second >= first &&
                (second < last || (second === last && print <= lastPrint)),
            )
            .map(({ row }) => row);
          return { count: end - from, seconds: within, records };
        },
      };
    },
  };
}
