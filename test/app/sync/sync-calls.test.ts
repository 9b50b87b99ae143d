import { describe, expect, it } from 'vitest';
import { openZone } from '../../../app/util/zone.ts';
import { desk, hour, minute, second } from './sync-desk.ts';

describe('what happens on the PBX', () => {
  it("is on an open list within 20 seconds of a call's end", async () => {
    const { sync, clock, ended, cdr } = desk();
    sync.set({ open: true });
    await clock.advance(hour);
    ended(30 * second);
    await clock.advance(20 * second);
    expect(cdr.calls()).toHaveLength(1);
  });

  it.each([1, 5, 20, 100, 300, 600])(
    'is on an open list in the end, when a call of %i minutes ends',
    async (minutes) => {
      const { sync, clock, ended, cdr } = desk();
      sync.set({ open: true });
      await clock.advance(3 * hour);
      ended(minutes * minute);
      await clock.advance(3 * hour + minute);
      expect(cdr.calls()).toHaveLength(1);
    },
  );

  it('is there after a refresh, however long the call was', async () => {
    const { sync, refreshed, clock, ended, cdr } = desk();
    sync.set({ open: true });
    await clock.advance(3 * hour);
    ended(11 * hour);
    await refreshed();
    expect(cdr.calls()).toHaveLength(1);
  });

  it.each([7, 20, 100])(
    'is there though the PBX gives %i rows at a time, and little is asked for twice',
    async (maxRows) => {
      const { sync, clock, ended, cdr, asked, status } = desk({ maxRows });
      const rows = 2_000;
      for (let at = 1; at <= rows; at++) ended((at * 23 * hour) / rows);
      sync.set({ open: true });
      await clock.advance(5 * second);
      while (status()?.completeFrom === null && asked.length < 20_000) await clock.advance(minute);
      expect(cdr.calls()).toHaveLength(rows);
      expect(asked.length).toBeLessThan((6 * rows) / maxRows);
    },
  );

  it('is a missed call within some minutes, with nothing on the screen', async () => {
    const { sync, clock, ended, told } = desk();
    sync.set({ notices: true });
    await clock.advance(hour);
    ended(4 * minute);
    await clock.advance(4 * minute);
    expect(told.map(({ result }) => result)).toEqual(['missed']);
  });

  it('is a missed call in the end though the caller had waited in a queue for long, with nothing on the screen', async () => {
    const { sync, clock, ended, told, asked } = desk();
    sync.set({ notices: true });
    for (const waited of [8, 15, 25]) {
      await clock.advance(hour);
      ended(waited * minute);
      const before = told.length;
      await clock.advance(25 * minute);
      expect(told.slice(before).map(({ result }) => result)).toEqual(['missed']);
    }
    expect(asked.length / 5).toBeLessThan(60);
  });

  it('is not lost to an afternoon asleep', async () => {
    const { sync, clock, ended, told } = desk();
    sync.set({ notices: true });
    await clock.advance(hour);
    sync.set({ awake: false });
    await clock.advance(2 * hour);
    ended(20 * second);
    await clock.advance(2 * hour);
    sync.set({ awake: true });
    await clock.advance(10 * second);
    expect(told).toHaveLength(1);
  });

  it('appears by itself after a dial, with neither list nor notices, and then nothing more is asked', async () => {
    const { sync, clock, ended, cdr, asked, recorded } = desk();
    sync.dialled({ id: 'a', at: clock.now() });
    await clock.advance(40 * second);
    ended(38 * second, {
      src: '101',
      dst: '0812345678',
      channel: 'PJSIP/101-1',
      dstchannel: 'PJSIP/trunk-2',
    });
    await clock.advance(12 * second);
    expect(cdr.calls()).toHaveLength(1);
    recorded.add('a');
    const before = asked.length;
    await clock.advance(5 * hour);
    expect(asked).toHaveLength(before);
  });

  it('of a long call that was dialled here costs some narrow questions, and ends', async () => {
    const { sync, clock, asked } = desk();
    sync.dialled({ id: 'a', at: clock.now() });
    await clock.advance(24 * hour);
    expect(asked.length).toBeLessThan(40);
    for (const { from, to } of asked)
      expect(Date.parse(`${to}Z`) - Date.parse(`${from}Z`)).toBeLessThan(6 * minute);
  });

  it("is found though the PBX's clock is an hour fast, and nobody said so", async () => {
    const { sync, clock, ended, cdr } = desk();
    sync.set({ open: true });
    await clock.advance(hour);
    ended(-hour);
    await clock.advance(11 * minute);
    expect(cdr.calls()).toHaveLength(1);
    ended(-hour);
    await clock.advance(20 * second);
    expect(cdr.calls()).toHaveLength(2);
  });

  it.each([-3 * hour, 3 * hour])("is found though the PBX's clock is wrong by %i ms", async (skew) => {
    const { sync, clock, ended, cdr } = desk({ skew });
    sync.set({ open: true });
    await clock.advance(hour);
    ended(30 * second);
    await clock.advance(20 * second);
    expect(cdr.calls()).toHaveLength(1);
  });

  it('is found in the hour that comes twice in autumn', async () => {
    const { sync, clock, ended, cdr } = desk({ zone: 'Europe/Berlin', start: Date.UTC(2026, 9, 24, 22) });
    sync.set({ open: true });
    for (let i = 1; i <= 40; i++) {
      await clock.advance(7 * minute);
      ended(30 * second);
      await clock.advance(20 * second);
      expect(cdr.calls()).toHaveLength(i);
    }
  });

  it('is found on the day on which an hour is left out in spring', async () => {
    const { sync, clock, ended, cdr } = desk({ zone: 'Europe/Berlin', start: Date.UTC(2026, 2, 29, 6) });
    ended(24 * hour - 10 * minute);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(1);
  });

  it('of a day that takes more requests than one look may make is there all the same, each hour asked for about once', async () => {
    const { sync, clock, ended, cdr, asked, status } = desk({ maxRows: 100 });
    for (let i = 0; i < 6_000; i++) ended(minute + i * 12 * second);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(6_000);
    expect(status()?.completeFrom).toBeLessThan(clock.now() - 23 * hour);
    // 60 full replies, of which as much as is prudent is used.
    expect(asked.length).toBeLessThan(250);
    const before = asked.length;
    await clock.advance(minute);
    expect(asked.length - before).toBeLessThan(8);
  });

  it('is said to be incomplete where the PBX gives less than there is', async () => {
    const { sync, clock, ended, status } = desk({ maxRows: 10 });
    for (let i = 0; i < 25; i++) ended(hour);
    for (let i = 0; i < 25; i++) ended(2 * hour + i * minute);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(status()?.incomplete).toEqual([clock.now() - minute - hour]);
  });

  it('is shown and said to be incomplete where the PBX does not look at the times it is asked about, with few questions', async () => {
    const { sync, refreshed, clock, ended, asked, cdr, status, heedNoTimes } = desk();
    for (let i = 1; i <= 40; i++) ended(i * 50 * minute);
    const oldest = clock.now() - 40 * 50 * minute;
    heedNoTimes(true);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(40);
    expect(asked.length).toBeLessThan(50);
    expect(status()).toMatchObject({ working: false, failure: null, incomplete: [oldest] });
    const before = asked.length;
    await refreshed();
    await clock.advance(10 * minute);
    expect(asked.length - before).toBeLessThan(60);
    expect(status()?.incomplete).toEqual([oldest]);

    // It was mended: what it holds back is found as ever.
    heedNoTimes(false);
    for (let i = 0; i < 30; i++) ended(hour + i * minute);
    await refreshed();
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(70);
    expect(status()?.incomplete).toEqual([]);
  });

  it('is asked for no further ahead because a row is of a time to come', async () => {
    const { sync, refreshed, clock, ended, asked, heedNoTimes } = desk();
    ended(-10 * 365 * 24 * hour);
    heedNoTimes(true);
    sync.set({ open: true });
    await clock.advance(minute);
    heedNoTimes(false);
    await refreshed();
    await clock.advance(minute);
    expect((asked.at(-1)?.to ?? '') < '2026-11-25').toBe(true);
  });

  it.each([
    ['by its calldate', { calldate: '9999-12-31 23:59:59' }],
    ['by its unique id', { calldate: '', uniqueid: '253402300000.1' }],
    ['within two days', { calldate: '2026-11-25 12:00:00' }],
  ])('is no call where it is of a time to come, %s', async (_name, columns) => {
    const { sync, clock, ended, cdr, status, heedNoTimes } = desk();
    ended(hour);
    ended(hour, columns);
    heedNoTimes(true);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(1);
    expect(status()).toMatchObject({ working: false, failure: null, completeFrom: expect.any(Number) });
  });

  it("is kept though the PBX's clock were to run years ahead for a while", async () => {
    const { sync, clock, ended, cdr, setSkew } = desk();
    ended(hour);
    sync.set({ open: true });
    await clock.advance(minute);
    setSkew(70 * 365 * 24 * hour);
    await clock.advance(minute);
    expect(cdr.calls()).toHaveLength(1);
  });

  it('of hours that were asked for since the morning is not asked for again when the list is opened', async () => {
    const { sync, clock, asked } = desk();
    const start = clock.now();
    sync.set({ notices: true });
    await clock.advance(2 * hour);
    const before = asked.length;
    sync.set({ open: true });
    await clock.advance(minute);
    const zone = openZone('Asia/Bangkok');
    const again = asked
      .slice(before)
      .filter(
        ({ from, to }) =>
          (zone.read(from) ?? 0) < start - 4 * hour && (zone.read(to) ?? 0) > start - 11 * hour,
      );
    expect(again).toEqual([]);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('of older days comes as the list is scrolled, and is not asked for twice', async () => {
    const { sync, refreshed, clock, ended, cdr, asked } = desk();
    ended(200 * hour);
    ended(10 * hour);
    sync.set({ open: true });
    await clock.advance(minute);
    expect(asked[0]?.from).toBe('2026-11-22 10:00:00');
    sync.reachBack(clock.now() - 210 * hour);
    await clock.advance(second);
    expect(cdr.calls()).toHaveLength(2);
    const before = asked.length;
    sync.reachBack(clock.now() - 209 * hour);
    await clock.advance(second);
    expect(asked).toHaveLength(before);
    await refreshed();
    expect(asked.slice(before).every(({ from }) => from > '2026-11-22')).toBe(true);
  });
});
