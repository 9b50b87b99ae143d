import { expect, test } from 'vitest';
import { desk, hour, minute, second } from './sync-desk.ts';

type Desk = ReturnType<typeof desk>;

test.each<[string, (of: Desk) => unknown]>([
  ['opens the list', ({ sync }) => sync.set({ open: true })],
  ['presses Refresh', ({ sync }) => sync.refresh()],
  ['looks for a day', ({ sync, clock }) => sync.reachBack(clock.now() - 3 * 24 * hour)],
])(
  'whoever %s does not wait for the days that are owed, however slow the PBX is; and those come all the same',
  async (_what, act) => {
    const opened = desk({ maxRows: 100 });
    const { sync, clock, asked, told, ended, takeTime, status } = opened;
    for (let at = 0; at < 7 * 24 * 40; at++)
      ended((at + 1) * 90 * second, { dst: '102', dstchannel: 'PJSIP/102-1' });
    sync.set({ notices: true });
    await clock.advance(hour);
    const from = clock.now() - 6 * 24 * hour;
    takeTime(20 * second);
    sync.owe(from);
    const yesterday = '2026-11-22';
    while (!asked.at(-1)?.to.startsWith(yesterday)) await clock.advance(second);

    ended(5 * second);
    const before = asked.length;
    const acted = act(opened);
    await clock.advance(second);
    // The one that is under way is not waited for.
    expect(asked.length).toBe(before + 1);
    expect((asked.at(-1)?.to ?? '') > yesterday).toBe(true);
    await clock.advance(21 * second);
    expect(told).toHaveLength(1);
    await clock.advance(10 * minute);
    await acted;
    for (let hours = 0; hours < 24 && (status()?.completeFrom ?? 0) > from; hours++)
      await clock.advance(hour);
    expect(status()?.completeFrom).toBeLessThanOrEqual(from);
  },
);

test('what is new is known, and Refresh is over, before the days that are owed are looked for', async () => {
  const { sync, clock, asked, ended, takeTime, status } = desk({ maxRows: 100 });
  for (let at = 0; at < 7 * 24 * 40; at++)
    ended((at + 1) * 90 * second, { dst: '102', dstchannel: 'PJSIP/102-1' });
  sync.set({ open: true });
  await clock.advance(10 * minute);
  takeTime(20 * second);
  sync.owe(clock.now() - 6 * 24 * hour);
  let isOver = false;
  const pressed = clock.now();
  void sync.refresh().then(() => {
    isOver = true;
  });
  while (!isOver) await clock.advance(second);
  expect(sync.status()).toMatchObject({ working: true, failure: null });
  expect(status()?.upTo).toBeGreaterThanOrEqual(pressed);
  expect((asked.at(-1)?.to ?? '') < '2026-11-23').toBe(true);
});

test('the days that are owed come too where somebody opens the list every minute of a slow PBX, and are asked for no more often', async () => {
  const { sync, clock, asked, ended, takeTime, status } = desk({ maxRows: 100 });
  for (let at = 0; at < 7 * 24 * 40; at++)
    ended((at + 1) * 90 * second, { dst: '102', dstchannel: 'PJSIP/102-1' });
  sync.set({ notices: true });
  await clock.advance(hour);
  const from = clock.now() - 4 * 24 * hour;
  takeTime(12 * second);
  sync.owe(from);
  const owed = () => asked.filter(({ to }) => to < '2026-11-22');
  for (let minutes = 0; minutes < 10 * 60 && (status()?.completeFrom ?? 0) > from; minutes++) {
    sync.set({ open: true });
    await clock.advance(50 * second);
    sync.set({ open: false });
    await clock.advance(10 * second);
    if (minutes === 59) expect(owed().length).toBeLessThanOrEqual(48);
  }
  expect(status()?.completeFrom).toBeLessThanOrEqual(from);
});

/** A desk that signs in: the rows of a week of an office are there, so many of a working day. */
async function firstDay(perDay: number, maxRows: number, takes: number) {
  const opened = desk({ maxRows });
  const { sync, clock, ended, takeTime } = opened;
  for (let days = 0; days < 8; days++)
    for (let at = 0; at < perDay; at++) {
      const ago = days * 24 * hour + 2 * hour - (9 * hour * at) / perDay;
      if (ago > 0) ended(ago, { dst: '102', dstchannel: 'PJSIP/102-1' });
    }
  takeTime(takes);
  sync.set({ notices: true });
  sync.owe(clock.now() - 6 * 24 * hour);
  return opened;
}

test.each([20 * second, 45 * second, 58 * second])(
  'while days are owed, new calls are looked for as often as ever: nothing but what is under way goes before, each taking %i ms; and the days come',
  async (takes) => {
    const { clock, asked, status, ended } = await firstDay(900, 400, takes);
    const from = clock.now() - 6 * 24 * hour;
    const looks: number[] = [];
    for (
      let minutes = 0;
      minutes < 12 * 60 && (status()?.completeFrom ?? Number.POSITIVE_INFINITY) > from;
      minutes++
    ) {
      if (minutes % 20 === 0) ended(10 * second);
      await clock.advance(minute);
    }
    expect(status()?.completeFrom).toBeLessThanOrEqual(from);
    for (const { at, to } of asked) if (to > '2026-11-24') looks.push(at);
    const gaps = looks.slice(3).map((at, index) => at - (looks[index + 2] ?? at));
    // Between two looks, what the look itself takes (two requests, now and then), and one request that is under way.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(174 * second + 3 * takes);
  },
);

test.each([
  [900, 400],
  [2_500, 600],
  [200, 100],
])(
  'of %i rows a day, %i a reply, no hour of the first day costs the PBX more than is written down',
  async (perDay, maxRows) => {
    const { clock, asked } = await firstDay(perDay, maxRows, second);
    for (let minutes = 0; minutes < 4 * 60; minutes++) await clock.advance(minute);
    const hours = asked.map(({ at }) => asked.filter((one) => one.at > at - hour && one.at <= at).length);
    expect(Math.max(...hours)).toBeLessThanOrEqual(64);
  },
);
