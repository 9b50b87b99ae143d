import { expect, onTestFinished, test } from 'vitest';
import { createRecentCalls } from '../../../app/calls/recent-calls.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { watchClock } from '../../../app/desktop/clock-watch.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import type { CdrWindow, Pbx } from '../../../app/pbx/client.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { nobodyHears } from './nobody-hears.ts';
import { hour, minute, nothingForgotten, quiet } from './opened-desk.ts';

const day = 24 * hour;

interface Where {
  readonly folder: string;
  /** What time it is. */
  readonly truly: number;
  /** By how much the computer's clock is off at first. */
  readonly off: number;
  readonly rows: CdrRow[];
  /** The PBX's replies bear the time. */
  readonly tells: boolean;
}

/** A program on a computer whose clock is set, before a PBX whose clock is right. */
function program({ folder, truly, off, rows, tells }: Where) {
  const clock = createVirtualClock(truly);
  const random = seeded(5);
  const told: Call[] = [];
  let offset = off;
  let asked = 0;
  const now = () => clock.now() + offset;
  const cdr: Pbx['cdr'] = async (window: CdrWindow, open) => {
    asked += 1;
    const sink = open();
    for (const row of selectRows(rows, window, { order: 'shuffled', maxRows: 5_000, random })) sink.row(row);
    return ok({ rows: sink, at: tells ? clock.now() : null });
  };
  const unused = async () => fail('unreachable');
  const recent = createRecentCalls({
    folder,
    attempts: () => [],
    keyOf: (number) => number,
    callers: callersOf((number) => number),
    sentFor: (number) => number,
    prefixes: () => prefixesOf('TH'),
    now,
    timer: clock.timer,
    random,
    keeping: quiet,
    forgotten: nothingForgotten,
    numberOf: (number) => ({ display: number, callable: null }),
    ...nobodyHears,
    settings: () => ({ pbxTimeZone: 'Asia/Bangkok', notifyMissed: true, keepCalls: 400 }),
    missed: (calls) => told.push(...calls),
  });
  watchClock({ now, uptime: clock.now, timer: clock.timer, set: recent.clockSet });
  recent.signedIn({
    account: accountAt('https://pbx.example.com'),
    pbx: { cdr, dial: unused, check: unused },
  });
  return {
    recent,
    told: () => told.map(({ party }) => party.number),
    asked: () => asked,
    setOff(ms: number) {
      offset = ms;
    },
    /** The disk knows no virtual time: now and then it gets some real time. */
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= minute / 2) {
        await clock.advance(Math.min(left, minute / 2));
        await recent.settled();
        await eventually(() => expect(recent.status().working).toBe(false));
      }
    },
    missed(src: string) {
      rows.push(
        ...callRows({}, { ...customer, src, dst: '101', channel: trunk, dstchannel: phone('101') }).map(
          (row) => ({
            ...row,
            calldate: bangkok.write(clock.now() - minute / 2),
          }),
        ),
      );
    },
    truly: clock.now,
  };
}

const truly = Date.UTC(2026, 10, 23, 3);
/** As long as anybody waits for the notice of a missed call. */
const soon = 5 * minute;

test.each(
  [-3 * 365 * day, -7 * hour, -20 * minute, 0, 20 * minute, 7 * hour, 3 * 365 * day].flatMap((first) =>
    [-7 * hour, 0, 7 * hour, 3 * 365 * day].flatMap((then) =>
      [true, false].map((tells) => ({ first, then, tells })),
    ),
  ),
)(
  'a missed call is told of within minutes while the clock is $first ms off, and when it is then $then ms off; the PBX tells the time: $tells',
  async ({ first, then, tells }) => {
    const at = program({ folder: temporaryFolder(), truly, off: first, rows: [], tells });
    onTestFinished(() => at.recent.close());
    await at.pass(soon);
    at.missed('0811111111');
    await at.pass(soon);
    // Without the PBX's time, one whose clock is wrong does not find its calls.
    if (tells || first === 0) expect(at.told()).toEqual(['0811111111']);
    at.setOff(then);
    const before = at.asked();
    await at.pass(soon);
    expect(at.asked()).toBeGreaterThan(before);
    at.missed('0822222222');
    await at.pass(soon);
    if (tells || then === 0) expect(at.told()).toContain('0822222222');
    expect(new Set(at.told()).size).toBe(at.told().length);
  },
);

test.each([-7 * hour, 7 * hour, 20 * hour, 3 * 365 * day])(
  'after a run with a clock %i ms off, the next run misses nothing of what came between',
  async (off) => {
    for (const tells of [true, false]) {
      const folder = temporaryFolder();
      const rows: CdrRow[] = [];
      const wrong = program({ folder, truly, off, rows, tells });
      wrong.recent.open(true);
      await wrong.pass(10 * minute);
      await wrong.recent.close();
      const between = program({ folder: temporaryFolder(), truly: truly + 20 * minute, off: 0, rows, tells });
      between.missed('0833333333');
      await between.recent.close();
      const right = program({ folder, truly: truly + 40 * minute, off: 0, rows, tells });
      right.recent.open(true);
      await right.pass(2 * minute);
      const found = right.recent.find({ query: '', filter: 'all', count: 10 });
      expect(found.ok && found.value.calls).toHaveLength(1);
      await right.recent.close();
    }
  },
);
