import { expect, test } from 'vitest';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, bangkok, callRows, customer, phone, trunk } from '../cdr/rows-of.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { deskIn, hour, minute, openDesk } from './opened-desk.ts';

const missed = (began: number, src = '0812345678'): CdrRow[] =>
  callRows({}, { ...customer, src, dst: '101', channel: trunk, dstchannel: phone('101') }).map((row) => ({
    ...row,
    calldate: bangkok.write(began),
  }));

test('a call that is missed after the time zone was put right counts, and is told of', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = missed(now - hour);
  // Read as if it were written in London, the call lies six hours ahead.
  const wrong = await deskIn(folder, now, rows, { zoneName: 'Europe/London' });
  wrong.desk.set({ open: true });
  await wrong.clock.advance(minute);
  expect(wrong.desk.list.all()[0]?.start).toBe(now + 6 * hour);
  await wrong.desk.stop();

  const right = await deskIn(folder, now + minute, rows);
  right.desk.set({ notices: true });
  await right.clock.advance(10 * minute);
  expect(right.told).toEqual([]);
  rows.push(...missed(right.clock.now() - minute, '0898765432'));
  await right.clock.advance(10 * minute);
  expect(right.told.map(({ party }) => party.number)).toEqual(['0898765432']);
  expect(right.desk.list.toDo().rows.map(({ missed }) => missed.length)).toEqual([1, 1]);
  await right.desk.stop();
});

test('a program that ends before it has read the kept list leaves it as it was', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const first = await deskIn(folder, now, missed(now - hour));
  first.desk.set({ open: true });
  await first.clock.advance(minute);
  await first.desk.stop();

  await openDesk(folder, now, []).desk.stop();
  const later = await deskIn(folder, now + minute, []);
  expect(later.desk.list.all()).toHaveLength(1);
  await later.desk.stop();
});

test('a missed call that was answered later by the time its row comes is no news', async () => {
  const now = Date.UTC(2026, 10, 23, 3);
  const rows: CdrRow[] = [];
  const opened = await deskIn(temporaryFolder(), now, rows);
  opened.desk.set({ notices: true });
  await opened.clock.advance(5 * minute);
  const began = opened.clock.now();
  rows.push(...missed(began - 4 * minute), ...missed(began - 3 * minute, '0898765432'));
  rows.push(...missed(began - 2 * minute).map((row) => ({ ...row, ...answered })));
  await opened.clock.advance(5 * minute);
  expect(opened.told.map(({ party }) => party.number)).toEqual(['0898765432']);
  await opened.desk.stop();
});

test('what was missed while the program did not run is to be done too, however long that was', async () => {
  const folder = temporaryFolder();
  const friday = Date.UTC(2026, 10, 20, 10);
  // More at once than later, so that a reply of Monday's is not taken for a cut one, which would have the days before asked for.
  const rows = Array.from({ length: 60 }).flatMap((_, index) => missed(friday - (index + 1) * minute));
  const before = await deskIn(folder, friday, rows);
  before.desk.set({ open: true });
  await before.clock.advance(minute);
  await before.desk.stop();

  const monday = friday + 63 * hour;
  // Busy enough that the list does not look further back for its own sake.
  for (let index = 0; index < 40; index++) rows.push(...missed(monday - (index + 1) * minute, '0811111111'));
  rows.push(...missed(friday + 20 * hour, '0822222222'));
  const after = await deskIn(folder, monday, rows);
  after.desk.set({ open: true });
  await after.clock.advance(2 * minute);
  expect(after.desk.list.toDo().rows.map(({ call }) => call.party.number)).toEqual([
    '0811111111',
    '0822222222',
    '0812345678',
  ]);
  await after.desk.stop();
});

test('a list that has reached the oldest day that is kept says that older calls are not, hours later too', async () => {
  const now = Date.UTC(2026, 10, 23, 3);
  const day = 24 * hour;
  const rows = [1, 10, 29, 31, 50].flatMap((days) => missed(now - days * day));
  const { desk, clock, asked } = await deskIn(temporaryFolder(), now, rows, { keepCalls: 30 });
  desk.set({ open: true });
  await clock.advance(5 * minute);
  for (const days of [10, 20, 29]) {
    desk.reachBack(now - days * day);
    await clock.advance(5 * minute);
    expect(desk.full()).toBe(false);
  }
  desk.reachBack(now - 60 * day);
  await clock.advance(5 * minute);
  expect(desk.full()).toBe(true);
  expect(desk.list.all()).toHaveLength(3);
  expect(desk.status().completeFrom).toBeGreaterThanOrEqual(now - 30 * day);
  const before = asked.length;
  desk.reachBack(now - 60 * day);
  await clock.advance(5_000);
  expect(asked.slice(before).filter((from) => from < '2026-11-20')).toEqual([]);
  await clock.advance(3 * hour);
  expect(desk.full()).toBe(true);
  await desk.stop();
});

test('a list of as many calls as are kept says from when on it is whole, asks for no older ones, and after a restart says the same', async () => {
  const folder = temporaryFolder();
  const now = Date.UTC(2026, 10, 23, 3);
  const rows = Array.from({ length: 30 }).flatMap((_, index) => missed(now - (index + 1) * hour));
  const calls = 12;
  const first = await deskIn(folder, now, rows, { calls });
  first.desk.set({ open: true });
  await first.clock.advance(minute + 5_000);
  const oldest = () => first.desk.list.all().at(-1)?.start ?? 0;
  expect(first.desk.list.all()).toHaveLength(calls);
  expect(first.desk.status().completeFrom).toBe(oldest());
  expect(first.desk.full()).toBe(true);
  const asked = first.asked.length;
  first.desk.reachBack(now - 200 * hour);
  await first.clock.advance(1_000);
  expect(first.asked.length).toBe(asked);
  // Another call pushes the oldest out.
  rows.push(...missed(now + minute));
  await first.clock.advance(5 * minute);
  expect(first.desk.status().completeFrom).toBe(oldest());
  await first.desk.stop();

  const second = await deskIn(folder, now + 6 * minute, rows, { calls });
  second.desk.set({ open: true });
  await second.clock.advance(minute);
  expect(second.desk.status().completeFrom).toBe(second.desk.list.all().at(-1)?.start);
  await second.desk.stop();

  const roomy = await deskIn(temporaryFolder(), now, rows);
  roomy.desk.set({ open: true });
  await roomy.clock.advance(minute);
  expect(roomy.desk.full()).toBe(false);
  expect(roomy.desk.status().completeFrom).toBe(now - 24 * hour);
  await roomy.desk.stop();
});
