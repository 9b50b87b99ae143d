import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { watchReminders } from '../../../app/calls/reminder-watch.ts';
import { mostReminders, openReminders, type Reminder } from '../../../app/calls/reminders.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { createVirtualClock } from '../../bench/virtual-clock.ts';
import { callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { asideOf } from '../files/aside.ts';
import { withLittleRoom } from '../files/little-room.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, digest, hour, minute, quiet } from './opened-desk.ts';

const callFrom = (src: string): Call => {
  const [call] = shownTo(
    '101',
    callRows({}, { ...customer, src, dst: '101', channel: trunk, dstchannel: phone('101') }),
  );
  if (!call) throw new Error('no call');
  return call;
};
const reminderOf = (call: Call, at: number): Reminder => ({ at, told: false, call });
const open = (folder: string, owner = 'me', log: string[] = []) =>
  openReminders({ folder, owner, keeping: { ...quiet, log: (line) => log.push(line) } });

test('a reminder outlives the program, with what its row says, readable by the person alone; of somebody else nothing is known', () => {
  const folder = temporaryFolder();
  const call = callFrom('0812345678');
  open(folder).set([call], reminderOf(call, 50));
  const [kept] = open(folder).all();
  expect(kept).toMatchObject({
    at: 50,
    told: false,
    call: { ids: call.ids, party: call.party, result: 'missed' },
  });
  expect(statSync(path.join(folder, 'reminders.json')).mode & 0o777).toBe(0o600);
  expect(open(folder, 'another').all()).toEqual([]);
});

test('of one call there is one, which can be changed and removed; more than a person keeps track of are refused', () => {
  const folder = temporaryFolder();
  const reminders = open(folder);
  const calls = Array.from({ length: mostReminders }, (_, index) => callFrom(`08${10_000_000 + index}`));
  for (const [index, call] of calls.entries())
    expect(reminders.set([call], reminderOf(call, index)).ok).toBe(true);
  const another = callFrom('0899999999');
  expect(reminders.set([another], reminderOf(another, 1))).toMatchObject({
    failure: { code: 'reminders-full' },
  });
  const [first] = calls;
  if (first) expect(reminders.set([first], reminderOf(first, 999)).ok).toBe(true);
  expect(reminders.all()).toHaveLength(mostReminders);
  expect(open(folder).of(first?.ids ?? [])?.at).toBe(999);
  if (first) reminders.remove([first]);
  expect(open(folder).of(first?.ids ?? [])).toBeNull();
});

test('one that cannot be read costs no other, and is put aside', () => {
  const folder = temporaryFolder();
  const call = callFrom('0812345678');
  open(folder).set([call], reminderOf(call, 50));
  const file = path.join(folder, 'reminders.json');
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { reminders: unknown[] };
  const [good] = kept.reminders as { readonly call: object }[];
  const other = { ...good?.call, ids: ['other'] };
  kept.reminders.push({ at: 'soon' }, null, { at: 1, told: false, call: { ids: [] } });
  for (const at of [-1, 8.7e15]) kept.reminders.push({ at, told: false, call: other });
  kept.reminders.push({ at: 1, told: false, call: { ...other, start: 8.7e15 } });
  writeFileSync(file, JSON.stringify(kept).replace('"soon"', '1e999'));
  expect(open(folder).all()).toHaveLength(1);
  expect(existsSync(asideOf(file))).toBe(true);
});

test('one that the disk does not take is not there', async () => {
  const folder = temporaryFolder();
  const reminders = open(folder);
  const [a, b] = [callFrom('0812345678'), callFrom('0898765432')];
  reminders.set([a], reminderOf(a, 50));
  await withLittleRoom(readFileSync(path.join(folder, 'reminders.json'), 'utf8').length, () => {
    expect(() => reminders.set([b], reminderOf(b, 60))).toThrow();
  });
  expect([reminders.of(b.ids), open(folder).of(b.ids)]).toEqual([null, null]);
});

/** A program on a computer whose clock can be set, and that can sleep: timers stand still then. */
function watched(folder: string, start: number) {
  const clock = createVirtualClock(start);
  let off = 0;
  const told: string[] = [];
  const reminders = open(folder);
  const watch = watchReminders({
    reminders,
    now: () => clock.now() + off,
    timer: clock.timer,
    tell: (due) => told.push(...due.map(({ call }) => call.party.number ?? '')),
  });
  watch.look();
  return {
    clock,
    told,
    watch,
    set(src: string, at: number) {
      const call = callFrom(src);
      reminders.set([call], reminderOf(call, at));
      watch.look();
    },
    /** Set, or slept through. */
    jump: (ms: number) => {
      off += ms;
    },
  };
}

test('each is told once, when its time has come, and those that came while the program was off at the next start', async () => {
  const folder = temporaryFolder();
  const at = watched(folder, 0);
  at.set('0811111111', 10 * minute);
  at.set('0822222222', 3 * hour);
  at.set('0833333333', 9 * hour);
  await at.clock.advance(10 * minute - 1);
  expect(at.told).toEqual([]);
  await at.clock.advance(1);
  expect(at.told).toEqual(['0811111111']);
  at.watch.stop();
  await at.clock.advance(4 * hour);
  expect(at.told).toHaveLength(1);

  const next = watched(folder, 5 * hour);
  expect(next.told).toEqual(['0822222222']);
  await next.clock.advance(hour);
  expect(next.told).toHaveLength(1);
  next.watch.stop();
  // Told, they stay until they are done.
  const last = watched(folder, 6 * hour);
  expect(last.told).toEqual([]);
  expect(open(folder).all()).toHaveLength(3);
  last.watch.stop();
});

test.each([
  ['a sleep of hours, or a clock that is put forward', 5 * hour, ['0811111111']],
  ['a clock that is put back', -5 * hour, []],
])('%s: what is due then is told within half a minute, and nothing else', async (_what, jump, expected) => {
  const at = watched(temporaryFolder(), 100 * hour);
  at.set('0811111111', 103 * hour);
  at.set('0822222222', 200 * hour);
  await at.clock.advance(hour);
  at.jump(jump);
  await at.clock.advance(30_000);
  expect(at.told).toEqual(expected);
  // And put right again: what was told early is told when its time comes, which is what its row says.
  at.jump(-jump);
  await at.clock.advance(hour);
  expect(at.told).toEqual(expected);
  await at.clock.advance(3 * hour);
  expect(at.told).toEqual([...expected, '0811111111']);
  at.watch.stop();
});

test('what a clock told that ran ahead is told in its time by the next run, too, and once where a clock is pulled right by seconds', async () => {
  const folder = temporaryFolder();
  const ahead = watched(folder, 12 * hour);
  ahead.set('0811111111', 7 * hour);
  ahead.set('0822222222', 12 * hour);
  ahead.jump(-5_000);
  await ahead.clock.advance(minute);
  expect(ahead.told).toEqual(['0811111111', '0822222222']);
  ahead.watch.stop();

  const right = watched(folder, 5 * hour);
  expect(right.told).toEqual([]);
  await right.clock.advance(3 * hour);
  expect(right.told).toEqual(['0811111111']);
  right.watch.stop();
});

test('a reminder is in the to-do until it is done, and done takes it back with what else was marked; signing out takes all away', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = [
    ...callRows({}, { ...customer, src: '0812345678', dst: '101', channel: trunk, dstchannel: phone('101') }),
    ...callRows(
      {},
      { ...customer, src: '0812345678', dst: '101', channel: trunk, dstchannel: phone('101'), at: '600' },
    ),
    ...callRows(
      {},
      { src: '101', cnum: '101', dst: '021234567', channel: phone('101'), dstchannel: trunk, at: '60' },
    ),
  ];
  const first = await deskIn(folder, now + 2 * hour, rows);
  first.desk.set({ open: true });
  await first.clock.advance(minute);
  const { toDo, list } = first.desk;
  const shown = () =>
    list
      .toDo()
      .rows.map(({ call, missed, reminders }) => [
        call.party.number,
        missed.length,
        reminders[0]?.at ?? null,
      ]);
  const [newest, outgoing, oldest] = list.all();
  expect(shown()).toEqual([['0812345678', 2, null]]);
  // Of an older one of the caller's: it is the caller that one is reminded of.
  expect(toDo.remind(oldest?.id ?? '', now + 5 * hour).ok).toBe(true);
  expect(toDo.remind(newest?.id ?? '', now + 4 * hour).ok).toBe(true);
  expect(toDo.remind(outgoing?.id ?? '', now + 3 * hour).ok).toBe(true);
  const all = [
    ['0812345678', 2, now + 4 * hour],
    ['021234567', 0, now + 3 * hour],
  ];
  expect(shown()).toEqual(all);
  const done = toDo.done(oldest?.id ?? '');
  expect(shown()).toEqual([['021234567', 0, now + 3 * hour]]);
  toDo.undone(done);
  expect(shown()).toEqual(all);
  toDo.remind(newest?.id ?? '', null);
  await first.desk.stop();

  const second = await deskIn(folder, now + 6 * hour, []);
  expect(second.reminded.map(({ call }) => call.party.number)).toEqual(['021234567']);
  expect(await second.desk.forget()).toBe(true);
  expect(existsSync(path.join(folder, 'reminders.json'))).toBe(false);
  expect(openReminders({ folder, owner: digest, keeping: quiet }).all()).toEqual([]);
});

test('a reminder of a call that the list does not reach back to any more still has its row', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const call = callFrom('0812345678');
  openReminders({ folder, owner: digest, keeping: quiet }).set([call], reminderOf(call, now + hour));
  const { desk } = await deskIn(folder, now, []);
  expect(desk.list.toDo().rows.map((row) => row.call.party.number)).toEqual(['0812345678']);
  desk.toDo.done(call.id);
  expect(desk.list.toDo().rows).toEqual([]);
  await desk.stop();
});

test.each([
  ['that was told outlives what is kept of its call', -1, true, 0],
  ['that is due now outlives it, once it was told', -1, false, 1],
  ['that is still to come goes before its time', 2, false, 1],
] as const)('no reminder %s', async (_, hours, told, tellings) => {
  const folder = temporaryFolder();
  const call = callFrom('0812345678');
  const now = call.start + 25 * hour;
  const reminder = { ...reminderOf(call, now + hours * hour), told };
  openReminders({ folder, owner: digest, keeping: quiet }).set([call], reminder);
  const first = await deskIn(folder, now, [], { keepCalls: 1 });
  expect(first.desk.list.toDo().rows).toHaveLength(tellings);
  await first.desk.stop();
  // It was told then, and goes at the next start.
  const { desk } = await deskIn(folder, now + 3 * hour, [], { keepCalls: 1 });
  await desk.stop();
  const last = await deskIn(folder, now + 4 * hour, [], { keepCalls: 1 });
  expect(last.desk.list.toDo().rows).toEqual([]);
  expect(readFileSync(path.join(folder, 'reminders.json'), 'utf8')).not.toContain('0812345678');
  await last.desk.stop();
});
