import { expect, test } from 'vitest';
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
import { type CdrRow, seeded, selectRows } from '../../pbx/cdr.ts';
import { eventually } from '../../support/eventually.ts';
import { answered, bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { atOnce, byPbx, dials, group, half, mailbox, queue } from '../cdr/variants.ts';
import { accountAt } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { callersOf } from './callers-of.ts';
import { nobodyHears } from './nobody-hears.ts';
import { minute, nothingForgotten, quiet } from './opened-desk.ts';

const numbers = createNumbers(() => defaults);
const keyOf = (number: string): string => numbers.read(number)?.key ?? number;

/** Ten people of two numbers each; two of them have a third one together, a switchboard's. */
const people = Array.from({ length: 10 }, (_, index) => [`08123410${index}0`, `02555120${index}`]);
const shared = '025559999';
const book: readonly KnownPerson[] = people.map((own, index) => ({
  ...{ name: `Person ${index}`, company: '' },
  numbers: [...own, ...(index < 2 ? [shared] : [])].map((number) => ({ number, label: '' })),
}));
const withheld = 'anonymous';
const whoHas = (number: string): string => {
  const index = people.findIndex((own) => own.includes(number));
  return index >= 0 ? `person ${index}` : number;
};

/** What a call was to a desk. `came back`: spoken to, sent on, and missed when it came back. */
type What = 'missed' | 'missed by all' | 'spoken' | 'taken by a colleague' | 'came back' | 'not reached';
type Desks = Readonly<Record<'101' | '102', What | null>>;

const local = half('2001', 'agents', 7, 1);
const incoming = (src: string, to = '101') => ({ ...customer, src, cnum: src, dst: to, channel: trunk });
const held = (src: string) => ({
  ...incoming(src),
  dstchannel: phone('101'),
  lastdata: dials('101'),
  ...answered,
});
const parkedBack = {
  dst: 'PJSIP_101',
  dcontext: 'park-dial',
  dstchannel: phone('101', '0000000f'),
  disposition: 'NO ANSWER',
};

/** Everything that comes in, as Asterisk writes it, and what it is to each of two desks: 101, which is agent 2001 too, and 102. */
const comesIn: Readonly<Record<string, readonly [rows: (src: string) => CdrRow[], is: Desks]>> = {
  unanswered: [(src) => callRows(incoming(src), { dstchannel: phone('101') }), { 101: 'missed', 102: null }],
  answered: [
    (src) => callRows(incoming(src), { dstchannel: phone('101'), ...answered }),
    { 101: 'spoken', 102: null },
  ],
  'to the other desk': [
    (src) => callRows(incoming(src, '102'), { dstchannel: phone('102') }),
    { 101: null, 102: 'missed' },
  ],
  'with voicemail': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), lastdata: dials('101'), duration: '20' },
        { at: '20', dst: 'vmu101', ...mailbox('101') },
      ),
    { 101: 'missed', 102: null },
  ],
  'to a queue that nobody takes': [
    (src) =>
      callRows({ ...incoming(src), ...queue }, { dstchannel: phone('101') }, { dstchannel: phone('102') }),
    { 101: 'missed by all', 102: 'missed by all' },
  ],
  'to a queue, taken by 102': [
    (src) =>
      callRows(
        { ...incoming(src), ...queue },
        { dstchannel: phone('101') },
        { dstchannel: phone('102'), ...answered },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'to a queue, taken by the agent': [
    (src) =>
      callRows(
        { ...incoming(src), ...queue },
        { dstchannel: local, ...answered },
        { dstchannel: phone('102') },
      ),
    { 101: 'spoken', 102: 'taken by a colleague' },
  ],
  'to a queue, where the agent does not answer': [
    (src) => callRows({ ...incoming(src), ...queue }, { dstchannel: local }),
    { 101: 'missed by all', 102: null },
  ],
  'to a ring group that nobody takes': [
    (src) =>
      callRows({ ...incoming(src), ...group }, { dstchannel: phone('101') }, { dstchannel: phone('102') }),
    { 101: 'missed by all', 102: 'missed by all' },
  ],
  'to a ring group, taken by 101': [
    (src) =>
      callRows(
        { ...incoming(src), ...group },
        { dstchannel: phone('101'), ...answered },
        { dstchannel: phone('102'), duration: '6' },
      ),
    { 101: 'spoken', 102: 'taken by a colleague' },
  ],
  'unanswered, then taken by 102': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), duration: '10' },
        { at: '10', dst: '102', dstchannel: phone('102'), ...answered },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'picked up by 102': [
    (src) =>
      callRows(
        incoming(src),
        { dstchannel: phone('101'), duration: '4' },
        { at: '4', dstchannel: phone('102'), ...atOnce('20') },
      ),
    { 101: 'taken by a colleague', 102: 'spoken' },
  ],
  'sent on to 102': [
    (src) =>
      callRows(
        { ...held(src), dst: '102' },
        {},
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), ...atOnce('9') },
      ),
    { 101: 'spoken', 102: 'spoken' },
  ],
  'sent on to 102, who does not answer': [
    (src) =>
      callRows(
        { ...incoming(src, '102') },
        { ...held(src), dst: '102' },
        { at: '30', dstchannel: phone('102'), lastdata: dials('102'), duration: '8', billsec: '8' },
      ),
    { 101: 'spoken', 102: 'missed' },
  ],
  'parked, and back unanswered': [
    (src) =>
      callRows(
        held(src),
        {},
        { ...byPbx, at: '30', dst: '701', lastapp: 'Park', ...atOnce('45') },
        { at: '75', ...parkedBack },
      ),
    { 101: 'came back', 102: null },
  ],
};

interface Happened {
  readonly who: string;
  readonly what: What;
  /** Who was chosen at the number. */
  readonly chose?: string;
  marked?: boolean;
}

/** One desk's program; what it left on the disk is all that the next one knows. */
function desk(extension: '101' | '102', rows: readonly CdrRow[], random: () => number) {
  const folder = temporaryFolder();
  const clock = createVirtualClock(Date.UTC(2026, 10, 23, 1));
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
    return ok({ rows: sink, at: null });
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
      settings: () => ({ pbxTimeZone: 'Asia/Bangkok', notifyMissed: true, keepCalls: 400 }),
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
    log.forEach((call, index) => {
      if (call.what !== 'missed' && call.what !== 'missed by all' && call.what !== 'came back') return;
      const later = log.slice(index + 1).filter(({ who, chose }) => who === call.who || chose === call.who);
      const isSpoken = later.some(({ what }) => what === 'spoken' || what === 'came back');
      const isTaken =
        call.what === 'missed by all' && later.some(({ what }) => what === 'taken by a colleague');
      const isAlone = call.who === withheld;
      if (call.marked || (!isAlone && (isSpoken || isTaken))) return;
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

test.each([1, 2])(
  'after a week (%i) of two desks with queues, groups, transfers, pickups, voicemail and shared numbers, each desk has left what it missed, and everything counts once',
  async (seed) => {
    const random = seeded(seed);
    const below = (count: number): number => Math.floor(random() * count);
    const rows: CdrRow[] = [];
    const desks = [desk('101', rows, random), desk('102', rows, random)] as const;
    const kinds = Object.entries(comesIn);

    const put = (at: number, these: readonly CdrRow[]): void => {
      const first = Date.parse(`${these[0]?.calldate?.replace(' ', 'T')}Z`);
      for (const row of these) {
        const offset = Date.parse(`${row.calldate?.replace(' ', 'T')}Z`) - first;
        rows.push({ ...row, calldate: bangkok.write(at + offset) });
      }
    };

    for (let step = 0; step < 160; step++) {
      const index = below(people.length + 2);
      const number = people[index]?.[below(2)] ?? (index === people.length ? shared : withheld);
      const who = whoHas(number);
      const at = desks[0].clock.now() - 90_000;
      const turn = below(10);
      let what = '';
      if (turn < 7 || number === withheld) {
        const kind = kinds[below(kinds.length)];
        if (kind === undefined) throw new Error('no such kind');
        const [make, is] = kind[1];
        what = kind[0];
        put(at, make(number));
        for (const one of desks) {
          const its = is[one.extension];
          if (its !== null) one.log.push({ who, what: its });
        }
      } else {
        const one = desks[below(2)] ?? desks[0];
        const isReached = below(3) > 0;
        const own = one.extension;
        const rowsOf = callRows(
          { src: own, cnum: own, dst: number, channel: phone(own), dstchannel: trunk },
          isReached ? answered : {},
        );
        put(at, rowsOf);
        const chosen = number === shared && below(2) === 0 ? below(2) : null;
        if (number === shared || below(3) === 0) {
          one.attempts.push({
            ...{ id: `a${step}`, at, number, display: number, from: 'call-back' as const },
            ...{ outcome: 'placed' as const, failure: null, message: '' },
            ...(chosen === null ? {} : { name: `Person ${chosen}` }),
          });
          one.recent().attempted();
        }
        what = `${own} calls ${who}${isReached ? '' : ' in vain'}`;
        one.log.push({
          ...{ who, what: isReached ? 'spoken' : 'not reached' },
          ...(chosen === null || !isReached ? {} : { chose: `person ${chosen}` }),
        });
      }
      for (const one of desks) await one.pass((2 + 2 * below(4)) * minute);
      // Both have the same time.
      const latest = Math.max(...desks.map(({ clock }) => clock.now()));
      for (const one of desks) if (one.clock.now() < latest) await one.pass(latest - one.clock.now());
      if (step % 8 !== 7) continue;
      for (const one of desks) {
        if (below(3) === 0) await one.restart(below(2) === 0 ? 'end' : 'kill');
        await one.look();
        if (below(3) === 0) one.mark(below(100));
      }
      for (const one of desks) one.check(`${step}: ${what}, at ${one.extension}`);
    }
    for (const one of desks) await one.recent().close();
  },
  120_000,
);
