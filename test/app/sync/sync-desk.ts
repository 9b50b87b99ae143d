import type { Call } from '../../../app/cdr/call.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { ok, type Reply } from '../../../app/contract/failures.ts';
import type { SyncMemory, SyncStatus } from '../../../app/sync/status.ts';
import { createSync } from '../../../app/sync/sync.ts';
import { openZone } from '../../../app/util/zone.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { arrived } from './arrived.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

interface Setting {
  readonly start?: number;
  readonly zone?: string;
  readonly skew?: number;
  readonly maxRows?: number;
  /** Of the run before. */
  readonly memory?: SyncMemory | null;
}

/** A desk of extension 101 on a virtual clock, before a table of rows that grows as calls end. */
export function desk({
  start = Date.UTC(2026, 10, 23, 3),
  zone = 'Asia/Bangkok',
  skew: began = 0,
  maxRows = 5_000,
  memory = null,
}: Setting = {}) {
  const clock = createVirtualClock(start);
  const pbxZone = openZone(zone);
  const random = seeded(11);
  const rows: CdrRow[] = [];
  const asked: { readonly at: number; readonly from: string; readonly to: string }[] = [];
  const statuses: SyncStatus[] = [];
  const told: Call[] = [];
  const recorded = new Set<string>();
  let answer: () => Reply<never> | null = () => null;
  let ignoresTimes = false;
  let skew = began;
  let delay = 0;
  let serial = 0;

  const cdr = createCdrStore({ extension: '101', agentId: null }, pbxZone, {
    calls: 20_000,
    age: 400 * 24 * hour,
  });
  const sync = createSync({
    async ask(window) {
      asked.push({ at: clock.now(), from: window.startTime, to: window.endTime });
      if (delay > 0) await new Promise<void>((resolve) => clock.timer(delay, resolve));
      const refused = answer();
      const looked = ignoresTimes ? { ...window, startTime: '', endTime: '~' } : window;
      return refused ?? ok(arrived(selectRows(rows, looked, { order: 'shuffled', maxRows, random })));
    },
    cdr,
    zone: pbxZone,
    now: clock.now,
    skew: () => skew,
    timer: clock.timer,
    random,
    memory,
    changed: ({ calls }) => told.push(...calls),
    status: (status) => statuses.push(status),
    keep: () => undefined,
    isRecorded: (id) => recorded.has(id),
  });

  return {
    clock,
    sync,
    cdr,
    asked,
    told,
    recorded,
    failWith: (next: typeof answer) => {
      answer = next;
    },
    /** The PBX gives its rows whatever time it is asked about. */
    heedNoTimes: (isSo: boolean) => {
      ignoresTimes = isSo;
    },
    setSkew: (ms: number) => {
      skew = ms;
    },
    takeTime: (ms: number) => {
      delay = ms;
    },
    /** A call that began so long ago ends now, and is written. */
    ended(ago: number, columns: CdrRow = {}) {
      serial += 1;
      const began = clock.now() + skew - ago;
      rows.push({
        calldate: pbxZone.write(began),
        src: '0812345678',
        dst: '101',
        channel: `PJSIP/trunk-${serial}`,
        dstchannel: `PJSIP/101-${serial}`,
        lastapp: 'Dial',
        disposition: 'NO ANSWER',
        duration: String(Math.floor(ago / second)),
        billsec: '0',
        uniqueid: `${Math.floor(began / second)}.${serial}`,
        linkedid: `${Math.floor(began / second)}.${serial}`,
        ...columns,
      });
    },
    status: () => statuses.at(-1),
    async refreshed() {
      const done = sync.refresh();
      await clock.advance(second);
      await done;
    },
  };
}
