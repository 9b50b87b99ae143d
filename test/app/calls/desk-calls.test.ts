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
  // As far as missed calls are to be dealt with, and little further.
  expect(roomy.desk.status().completeFrom).toBeLessThanOrEqual(now - 7 * 24 * hour);
  expect(roomy.desk.status().completeFrom).toBeGreaterThan(now - 8 * 24 * hour);
  await roomy.desk.stop();
});

/** Days of a PBX that is busy for what it tells at once: always a colleague's call, and as many of this desk that a screen is full of the last of them. */
function busyDays(until: number, days: number): CdrRow[] {
  const rows: CdrRow[] = [];
  for (let began = until - days * 24 * hour; began < until; began += 20 * minute)
    rows.push(
      ...callRows(
        {},
        { ...customer, src: '0891111111', dst: '102', channel: trunk, dstchannel: phone('102'), ...answered },
      ).map((row) => ({ ...row, calldate: bangkok.write(began) })),
    );
  for (let began = until - days * 24 * hour; began < until; began += 40 * minute)
    rows.push(...missed(began, '0844444444').map((row) => ({ ...row, ...answered })));
  return rows;
}

test.each([
  ['the list is open', { open: true }],
  ['only notices are wanted', { notices: true }],
])(
  'on a busy PBX what was missed days ago is found by and by after a sign-in, where %s, and until then it is said that there may be more',
  async (_when, conditions) => {
    const now = Date.UTC(2026, 10, 23, 3);
    const folder = temporaryFolder();
    const rows = [...busyDays(now, 6), ...missed(now - 50 * hour - 7 * minute, '0822222222')];
    const left = ({ desk }: Pick<Awaited<ReturnType<typeof deskIn>>, 'desk'>) =>
      desk.list.toDo().rows.map(({ call }) => call.party.number);

    const first = await deskIn(folder, now, rows, { maxRows: 10 });
    first.desk.set(conditions);
    await first.clock.advance(4 * minute);
    expect(first.desk.list.all().length).toBeGreaterThan(2);
    const asked: number[] = [];
    for (let hours = 0; hours < 12 && !first.desk.toDoWhole(); hours++) {
      expect(first.desk.toDoWhole()).toBe(false);
      const before = first.asked.length;
      await first.clock.advance(hour);
      asked.push(first.asked.length - before);
    }
    expect([first.desk.toDoWhole(), left(first)]).toEqual([true, ['0822222222']]);
    // What is owed costs no more than a share of each hour.
    const before = first.asked.length;
    await first.clock.advance(hour);
    const usual = first.asked.length - before;
    expect(asked.length).toBeGreaterThan(2);
    for (const one of asked) expect(one).toBeLessThanOrEqual(usual + 60);

    // The next run owes no more than the time between.
    await first.desk.stop();
    const second = await deskIn(folder, first.clock.now() + minute, rows, { maxRows: 10 });
    expect([second.desk.toDoWhole(), left(second)]).toEqual([false, ['0822222222']]);
    second.desk.set(conditions);
    await second.clock.advance(10 * minute);
    expect([second.desk.toDoWhole(), left(second)]).toEqual([true, ['0822222222']]);
    expect(second.asked.length).toBeLessThan(60);
    await second.desk.forget();

    const third = await deskIn(folder, second.clock.now() + minute, rows, { maxRows: 10 });
    third.desk.set({ notices: true });
    expect(third.desk.toDoWhole()).toBe(false);
    for (let hours = 0; hours < 12 && !third.desk.toDoWhole(); hours++) await third.clock.advance(hour);
    expect([third.desk.toDoWhole(), left(third)]).toEqual([true, ['0822222222']]);
    await third.desk.stop();
  },
);

test('what is left when somebody signs out is found when they come back, however long it has been left; nothing older is asked for', async () => {
  const now = Date.UTC(2026, 10, 23, 3);
  const folder = temporaryFolder();
  const rows = [...missed(now - hour, '0811111111')];
  const first = await deskIn(folder, now, rows);
  first.desk.set({ open: true });
  await first.clock.advance(hour);
  expect(first.desk.toDoWhole()).toBe(true);
  await first.desk.forget();

  const month = 30 * 24 * hour;
  const later = await deskIn(folder, now + month, rows);
  later.desk.set({ notices: true });
  await later.clock.advance(12 * hour);
  expect(later.desk.toDoWhole()).toBe(true);
  expect(later.desk.list.toDo().rows.map(({ call }) => call.party.number)).toEqual(['0811111111']);
  for (const { ids } of later.desk.list.all()) later.desk.annotations.setDone([ids], true);
  later.desk.list.changed();
  await later.desk.forget();

  const last = await deskIn(folder, now + 2 * month, rows);
  last.desk.set({ notices: true });
  await last.clock.advance(12 * hour);
  expect(last.desk.toDoWhole()).toBe(true);
  expect(last.desk.status().completeFrom).toBeGreaterThan(now + month - 24 * hour);
  await last.desk.stop();
});
