import { expect, test } from 'vitest';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { createRecentCalls } from '../../../app/calls/recent-calls.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { watchClock } from '../../../app/desktop/clock-watch.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import type { CdrWindow, Pbx } from '../../../app/pbx/client.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { answered, bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { nobodyHears } from './nobody-hears.ts';
import { hour, minute, nothingForgotten, quiet } from './opened-desk.ts';

const numbers = createNumbers(() => defaults);
const keyOf = (number: string): string => numbers.read(number)?.key ?? number;

/** Six people of two numbers each, in every spelling that a trunk may send; the last two share a third one, which is a caller by itself. */
const people = Array.from({ length: 6 }, (_, index) => [`81234100${index}`, `2555120${index}`]);
const shared = '25559999';
const book: readonly KnownPerson[] = people.map((own, index) => ({
  ...{ name: `Person ${index}`, company: '' },
  numbers: [...(index >= 4 ? [shared] : []), ...own].map((number) => ({ number: `0${number}`, label: '' })),
}));
const spellings = [
  (rest: string) => `0${rest}`,
  (rest: string) => `+66${rest}`,
  (rest: string) => `66${rest}`,
];
const withheld = ['anonymous', 'PRIVATE NUMBER', '0000000000', 'Restricted'];

/** A program on a computer whose clock is set, before a PBX that tells the time; what it left on the disk is all that the next one knows. */
function desk(seed: number) {
  const folder = temporaryFolder();
  const random = seeded(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const rows: CdrRow[] = [];
  const clock = createVirtualClock(Date.UTC(2026, 10, 23, 1));
  let offset = 0;
  let keepCalls = 400;
  const now = () => clock.now() + offset;
  const cdr: Pbx['cdr'] = async (window: CdrWindow, open) => {
    const sink = open();
    for (const row of selectRows(rows, window, { order: 'shuffled', maxRows: 60, random })) sink.row(row);
    return ok({ rows: sink, at: clock.now() });
  };
  const unused = async () => fail('unreachable');
  const start = () => {
    const recent = createRecentCalls({
      ...{ folder, keyOf, now, random, keeping: quiet, forgotten: nothingForgotten },
      attempts: () => [],
      callers: callersOf(keyOf, ...book),
      sentFor: (number) => numbers.read(number)?.send ?? number,
      prefixes: () => prefixesOf('TH'),
      timer: clock.timer,
      numberOf: (number) => ({ display: number, callable: null }),
      ...nobodyHears,
      settings: () => ({ pbxTimeZone: 'Asia/Bangkok', notifyMissed: true, keepCalls }),
    });
    watchClock({
      now,
      uptime: clock.now,
      timer: clock.timer,
      set: () => running === recent && recent.clockSet(),
    });
    recent.signedIn({
      account: accountAt('https://pbx.example.com'),
      pbx: { cdr, dial: unused, check: unused },
    });
    return recent;
  };
  let running = null as unknown as ReturnType<typeof start>;
  running = start();

  async function pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= minute) {
      await clock.advance(Math.min(left, minute));
      await running.settled();
      await eventually(() => expect(running.status().working).toBe(false));
    }
  }

  return {
    ...{ below, pass, clock },
    recent: () => running,
    write(columns: CdrRow) {
      rows.push(
        ...callRows({}, columns).map((row) => ({
          ...row,
          calldate: bangkok.write(clock.now() - minute / 2),
        })),
      );
    },
    async restart() {
      await running.close();
      running = start();
      await eventually(() => expect(running.status().working).toBe(false));
    },
    setClock(by: number) {
      offset = by;
    },
    keep(days: number) {
      keepCalls = days;
      running.settingsChanged();
      running.tidy(now() - days * 24 * hour, now() - days * 24 * hour);
    },
    rows() {
      const found = running.find({ query: '', filter: 'to-do', count: 100 });
      return found.ok ? found.value.calls : [];
    },
  };
}

test.each([1, 2, 3, 4])(
  'after a day (%i) of callers with two numbers, with restarts, clocks that are set and other settings, who is left is left once, with each call',
  async (seed) => {
    const at = desk(seed);
    const { below } = at;
    at.recent().open(true);
    await at.pass(2 * minute);
    /** What is left, as somebody with a pencil would have it: how many calls, by caller. */
    const left = new Map<string, number>();
    let undo: { readonly change: string; readonly who: string; readonly count: number } | null = null;
    let hidden = 0;

    const callerOf = (display: string): string => {
      const rest = display.replace(/^(?:\+?66|0)/, '');
      const index = people.findIndex((own) => own.includes(rest));
      return index >= 0 ? `person ${index}` : rest === shared ? 'shared' : 'withheld';
    };
    const shown = () =>
      at.rows().map((call) => ({ id: call.id, who: callerOf(call.display ?? ''), count: call.toDo }));
    const pencil = () => [...left].map(([who, count]) => `${who.replace(/ #.*/, '')} ${count}`).sort();

    for (let step = 0; step < 70; step++) {
      const index = below(8);
      const who = index < 6 ? `person ${index}` : index === 6 ? 'shared' : 'withheld';
      const rest = index < 6 ? (people[index]?.[below(2)] ?? '') : shared;
      const number = who === 'withheld' ? (withheld[below(4)] ?? '') : (spellings[below(3)]?.(rest) ?? '');
      const incoming = {
        ...customer,
        src: number,
        cnum: number,
        dst: '101',
        channel: trunk,
        dstchannel: phone('101'),
      };
      const outgoing = { src: '101', cnum: '101', dst: number, channel: phone('101'), dstchannel: trunk };
      const what = below(16);
      if (what < 6) {
        at.write(incoming);
        if (who === 'withheld') hidden += 1;
        const key = who === 'withheld' ? `withheld #${hidden}` : who;
        left.set(key, (left.get(key) ?? 0) + 1);
        if (undo?.who === key) undo = null;
      } else if (what < 8) {
        at.write({ ...incoming, ...answered });
        left.delete(who);
        if (undo?.who === who) undo = null;
      } else if (what < 10 && who !== 'withheld') {
        at.write({ ...outgoing, ...answered });
        left.delete(who);
        if (undo?.who === who) undo = null;
      } else if (what === 10 && who !== 'withheld') at.write(outgoing);
      else if (what < 13) {
        const row = shown()[0];
        if (row !== undefined) {
          const reply = at.recent().done(row.id);
          const change = reply.ok ? reply.value.change : null;
          expect(change).not.toBeNull();
          const key =
            row.who === 'withheld'
              ? [...left.keys()].filter((one) => one.startsWith('withheld')).at(-1)
              : row.who;
          undo = { change: change ?? '', who: key ?? '', count: left.get(key ?? '') ?? 0 };
          left.delete(key ?? '');
        }
      } else if (what === 13 && undo !== null) {
        expect(at.recent().undo(undo.change).ok).toBe(true);
        left.set(undo.who, (left.get(undo.who) ?? 0) + undo.count);
        undo = null;
      } else if (what === 14) {
        await at.restart();
        at.recent().open(true);
        undo = null;
      } else if (below(2) === 0) at.setClock([0, -7 * hour, 20 * minute, -3 * 24 * hour][below(4)] ?? 0);
      else at.keep([400, 30, 2][below(3)] ?? 400);
      await at.pass((2 + below(6)) * minute);
      expect(
        shown()
          .map((row) => `${row.who} ${row.count}`)
          .sort(),
        `step ${step}`,
      ).toEqual(pencil());
      expect(at.recent().status()).toMatchObject({ toDo: left.size });
    }
    await at.recent().close();
  },
  60_000,
);
