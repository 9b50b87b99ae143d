import { expect } from 'vitest';
import type { KnownPerson } from '../../../app/calls/known-person.ts';
import { createRecentCalls } from '../../../app/calls/recent-calls.ts';
import type { CallView } from '../../../app/contract/calls.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { fail, ok } from '../../../app/contract/failures.ts';
import { defaults } from '../../../app/contract/settings.ts';
import { createNumbers } from '../../../app/dialing/numbers.ts';
import { prefixesOf } from '../../../app/numbers/prefixes.ts';
import type { CdrWindow, Pbx } from '../../../app/pbx/client.ts';
import { trayMenu } from '../../../app/tray/tray-menu.ts';
import { en } from '../../../app/words/en.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { type CdrRow, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { nobodyHears } from './nobody-hears.ts';
import type { What } from './office-calls.ts';
import { minute, nothingForgotten, quiet } from './opened-desk.ts';

const numbers = createNumbers(() => defaults);
const keyOf = (number: string): string => numbers.read(number)?.key ?? number;

/** Ten people of two numbers each; two of them have a third one together, a switchboard's. */
export const people = Array.from({ length: 10 }, (_, index) => [`08123410${index}0`, `02555120${index}`]);
export const shared = '025559999';
const book: readonly KnownPerson[] = people.map((own, index) => ({
  ...{ name: `Person ${index}`, company: '' },
  numbers: [...own, ...(index < 2 ? [shared] : [])].map((number) => ({ number, label: '' })),
}));
export const withheld = 'anonymous';
export const whoHas = (number: string): string => {
  const index = people.findIndex((own) => own.includes(number));
  return index >= 0 ? `person ${index}` : number;
};

export interface Happened {
  readonly who: string;
  readonly what: What;
  /** By the PBX's clock, which may be set. */
  readonly at: number;
  readonly number: string;
  /** Who was chosen at the number. */
  readonly chose?: string;
  marked?: boolean;
}

export interface Office {
  readonly rows: readonly CdrRow[];
  readonly random: () => number;
  readonly begins: number;
  readonly zoneName: string;
  /** The PBX's clock minus the true one. */
  readonly pbxClock: () => number;
}

/** One desk's program; what it left on the disk is all that the next one knows. */
export function desk(extension: '101' | '102', { rows, random, begins, zoneName, pbxClock }: Office) {
  const folder = temporaryFolder();
  const clock = createVirtualClock(begins);
  const log: Happened[] = [];
  const told: string[] = [];
  const attempts: Attempt[] = [];
  const account = {
    ...accountAt('https://pbx.example.com'),
    ...{ extension, agentId: extension === '101' ? '2001' : null },
  };
  const cdr: Pbx['cdr'] = async (window: CdrWindow, open) => {
    if (random() < 0.06) return fail('unreachable');
    const sink = open();
    for (const row of selectRows(rows, window, { order: 'shuffled', maxRows: 60, random })) sink.row(row);
    return ok({ rows: sink, at: clock.now() + pbxClock() });
  };
  const unused = async () => fail('unreachable');
  const start = () => {
    const recent = createRecentCalls({
      ...{ folder, keyOf, random, keeping: quiet, forgotten: nothingForgotten },
      attempts: () => [...attempts].reverse(),
      callers: callersOf(keyOf, ...book),
      sentFor: (number) => numbers.read(number)?.send ?? number,
      prefixes: () => prefixesOf('TH'),
      now: clock.now,
      timer: clock.timer,
      numberOf: (number) => ({ display: number, callable: null }),
      ...nobodyHears,
      settings: () => ({ pbxTimeZone: zoneName, notifyMissed: true, keepCalls: 400 }),
      missed: (calls) => told.push(...calls.map(({ ids }) => ids[0] ?? '')),
    });
    recent.signedIn({ account, pbx: { cdr, dial: unused, check: unused } });
    return recent;
  };
  let running = start();
  const idle = () => eventually(() => expect(running.status().working).toBe(false));

  /** By the pencil: of whom how many are left. */
  function left(): string[] {
    const open = new Map<string, number>();
    // What is later is so by the PBX's clock: nothing else stands in the rows.
    const inOrder = log.toSorted((a, b) => a.at - b.at);
    inOrder.forEach((call, index) => {
      if (call.what !== 'missed' && call.what !== 'missed by all' && call.what !== 'came back') return;
      const after = inOrder.slice(index + 1);
      const later = after.filter(({ who, chose }) => who === call.who || chose === call.who);
      const isSpoken = later.some(({ what }) => what === 'spoken' || what === 'came back');
      const isTaken =
        call.what === 'missed by all' && later.some(({ what }) => what === 'taken by a colleague');
      const isAlone = call.who === withheld;
      const isMarked =
        call.marked || (!isAlone && after.some((one) => one.marked && one.number === call.number));
      if (isMarked || (!isAlone && (isSpoken || isTaken))) return;
      const key = isAlone ? `${withheld} ${index}` : call.who;
      open.set(key, (open.get(key) ?? 0) + 1);
    });
    return [...open].map(([who, count]) => `${who.replace(/^(anonymous) .*/, '$1')} ${count}`).sort();
  }
  const shown = (filter: 'to-do' | 'all'): readonly CallView[] => {
    const found = running.find({ query: '', filter, count: 1_000 });
    return found.ok ? found.value.calls : [];
  };

  /** One row, newest or not, with all that its caller left. */
  function mark(index: number): void {
    const toDo = shown('to-do').filter(({ display }) => display !== withheld);
    const row = toDo[index % Math.max(1, toDo.length)];
    if (row === undefined) return;
    const who = whoHas(row.display ?? '');
    expect(running.done(row.id).ok).toBe(true);
    for (const call of log) if (call.who === who) call.marked = true;
  }

  return {
    ...{ mark, log, attempts, clock, extension },
    recent: () => running,
    async pass(ms: number) {
      for (let over = 0; over < ms; over += 2 * minute) {
        await clock.advance(2 * minute);
        await running.settled();
        await idle();
      }
    },
    async restart(how: 'end' | 'kill') {
      if (how === 'end') await running.close();
      else running.machine({ awake: false });
      running = start();
      await idle();
    },
    async look() {
      running.open(true);
      for (let tries = 0; tries < 60; tries++) {
        const done = running.refresh();
        await clock.advance(minute);
        await done;
        await idle();
        if (running.status().failure === null) break;
      }
      running.open(false);
    },
    check(step: string) {
      const toDo = shown('to-do');
      const said = toDo.map((call) => `${whoHas(call.display ?? '')} ${call.toDo}`).sort();
      expect(said, step).toEqual(left());
      expect(running.status().toDo, step).toBe(toDo.length);
      const menu = trayMenu({
        ...{ words: en, signedIn: true, attempts: [], whoHas: () => null, favourites: [] },
        ...{ toDo: running.status().toDo, isWhole: true },
      });
      const items = menu.filter(({ kind }) => kind === 'to-do');
      expect(items, step).toEqual(
        toDo.length === 0 ? [] : [{ kind: 'to-do', label: `${toDo.length} to do` }],
      );
      const count = (...what: What[]) => log.filter((one) => what.includes(one.what)).length;
      expect(running.myDay('week'), step).toMatchObject({
        value: {
          now: {
            calls: log.length,
            answered: count('spoken'),
            missed: count('missed', 'missed by all', 'came back'),
          },
        },
      });
      expect(shown('all'), step).toHaveLength(log.length);
      expect(new Set(told).size, step).toBe(told.length);
    },
  };
}
