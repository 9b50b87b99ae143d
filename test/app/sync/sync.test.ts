import { describe, expect, it } from 'vitest';
import { fail } from '../../../app/contract/failures.ts';
import { desk, hour, minute, second } from './sync-desk.ts';

describe('asking only as needed', () => {
  it('asks nothing while nobody looks and no notices are wanted', async () => {
    const { sync, clock, asked } = desk();
    sync.set({});
    await clock.advance(24 * hour);
    expect(asked).toEqual([]);
  });

  it.each([1, 3, 40, 5_000])(
    'asks at most 60 times in any hour for notices, where the PBX gives %i rows at a time',
    async (maxRows) => {
      const { sync, clock, asked, ended } = desk({ maxRows });
      sync.set({ notices: true });
      for (let i = 0; i < 10 * 60; i++) {
        ended(40 * second, { dst: '102', dstchannel: 'PJSIP/102-1' });
        ended(20 * second, { dst: '103', dstchannel: 'PJSIP/103-1' });
        await clock.advance(minute);
      }
      const worst = Math.max(
        ...asked.map(({ at }) => asked.filter((one) => one.at > at - hour && one.at <= at).length),
      );
      expect(worst).toBeLessThanOrEqual(60);
      expect(asked.length).toBeGreaterThan(100);
    },
  );

  it('does not ask while the computer sleeps, is offline or is locked, and asks at once when that is over', async () => {
    for (const [off, on] of [
      [{ awake: false }, { awake: true }],
      [{ online: false }, { online: true }],
      [{ unlocked: false }, { unlocked: true }],
    ]) {
      const { sync, clock, asked } = desk();
      sync.set({ open: true, notices: true });
      await clock.advance(minute);
      sync.set(off ?? {});
      const before = asked.length;
      await clock.advance(3 * hour);
      expect(asked).toHaveLength(before);
      sync.set(on ?? {});
      await clock.advance(second);
      expect(asked.length).toBeGreaterThan(before);
    }
  });

  it('drops what was under way when the network went, and starts anew', async () => {
    const { sync, clock, takeTime, asked, status } = desk();
    takeTime(10 * minute);
    sync.set({ open: true });
    await clock.advance(second);
    sync.set({ online: false });
    takeTime(0);
    sync.set({ online: true });
    await clock.advance(second);
    expect(asked).toHaveLength(2);
    expect(status()).toMatchObject({ working: false, failure: null, upTo: asked[1]?.at });
  });

  it('backs off while the PBX errs, says so, and recovers', async () => {
    const { sync, refreshed, clock, asked, failWith, status, ended, cdr } = desk();
    failWith(() => fail('server-error'));
    sync.set({ notices: true });
    await clock.advance(2 * hour);
    expect(asked.length).toBeLessThan(25);
    sync.set({ open: true });
    await clock.advance(2 * hour);
    expect(asked.length).toBeLessThan(25 + 90);
    expect(status()?.failure?.code).toBe('server-error');
    ended(20 * second);
    failWith(() => null);
    await refreshed();
    expect(status()?.failure).toBeNull();
    expect(cdr.calls()).toHaveLength(1);
  });

  it('is no later with what is new, and says no failure, where the PBX fails at older days that nobody waits for', async () => {
    const { sync, clock, asked, failWith, status, ended, cdr } = desk();
    const began = clock.now();
    for (let ago = 1; ago < 600; ago += 10) ended(ago * minute, { dst: '102', dstchannel: 'PJSIP/102-1' });
    const isOld = ({ from = '', to = '' } = {}): boolean => from < '2026-11-22 12' && to < '2026-11-23 09';
    failWith(() => (isOld(asked.at(-1)) ? fail('server-error') : null));
    sync.owe(began - 5 * 24 * hour);
    sync.set({ notices: true });
    for (let hours = 0; hours < 5; hours++) {
      ended(20 * second);
      await clock.advance(5 * minute);
      expect(cdr.calls()).toHaveLength(hours + 1);
      expect(status()).toMatchObject({ failure: null });
      await clock.advance(55 * minute);
    }
    const old = asked.filter(isOld).length;
    expect(old).toBeGreaterThan(2);
    expect(old).toBeLessThanOrEqual(10);
    failWith(() => null);
    await clock.advance(2 * hour);
    expect(status()?.completeFrom).toBeLessThanOrEqual(began - 5 * 24 * hour);
  });

  it('says how old the list of the last run is where the PBX cannot be asked, and claims nothing more of it', async () => {
    const start = Date.UTC(2026, 10, 23, 3);
    const kept = { settled: [{ from: start - 9 * hour, to: start - hour }], cap: { largest: 9, cut: null } };
    for (const [upTo, said] of [
      [start - hour, start - hour],
      // The clock was set back since.
      [start + hour, null],
    ] as const) {
      const { sync, clock, failWith, status } = desk({ start, memory: { ...kept, upTo } });
      failWith(() => fail('unreachable'));
      sync.set({ open: true });
      await clock.advance(second);
      expect(status()).toMatchObject({ upTo: said, completeFrom: null, failure: { code: 'unreachable' } });
      expect(sync.memory().upTo).toBe(said);
    }
  });

  it('says how old a list is whose very first look was broken off after its first calls', async () => {
    const { sync, clock, ended, takeTime, status, cdr } = desk();
    ended(20 * second);
    takeTime(5 * second);
    const began = clock.now();
    sync.set({ open: true });
    await clock.advance(6 * second);
    expect(cdr.calls()).toHaveLength(1);
    sync.stop();
    expect(sync.memory().upTo).toBeGreaterThanOrEqual(began);
    expect(sync.memory().upTo).toBeLessThanOrEqual(began + second);
    expect(status()).toMatchObject({ working: true, completeFrom: null });
  });

  it('says nothing of the age of a list that nothing came for', async () => {
    const { sync, clock, failWith, takeTime, ended, status } = desk();
    ended(20 * second, { dst: '102', dstchannel: 'PJSIP/102-1', src: '103', channel: 'PJSIP/103-1' });
    takeTime(5 * second);
    sync.set({ open: true });
    await clock.advance(6 * second);
    failWith(() => fail('unreachable'));
    await clock.advance(20 * second);
    expect(status()).toMatchObject({ upTo: null, failure: { code: 'unreachable' } });
  });

  it('shows within minutes that the PBX is back to whoever looks at the list, though the network never went', async () => {
    const { sync, clock, failWith, ended, cdr } = desk();
    failWith(() => fail('unreachable'));
    sync.set({ open: true });
    await clock.advance(2 * hour);
    ended(20 * second);
    failWith(() => null);
    await clock.advance(2.5 * minute);
    expect(cdr.calls()).toHaveLength(1);
  });

  it('says while it still tries with less that the PBX takes too long, and no more once that has worked', async () => {
    const { sync, clock, ended, asked, status, cdr, takeTime, failWith } = desk();
    ended(hour);
    takeTime(minute);
    failWith(() => (asked.length < 3 ? fail('timed-out') : null));
    sync.set({ open: true });
    await clock.advance(minute + second);
    expect(status()).toMatchObject({ working: true, failure: { code: 'timed-out' } });
    takeTime(0);
    await clock.advance(5 * minute);
    expect(cdr.calls()).toHaveLength(1);
    expect(status()?.failure).toBeNull();
  });

  it('asks at once when the network is back, however long the PBX had not answered before', async () => {
    const { sync, clock, asked, failWith } = desk();
    failWith(() => fail('unreachable'));
    sync.set({ open: true });
    await clock.advance(2 * hour);
    sync.set({ online: false });
    await clock.advance(minute);
    const before = asked.length;
    sync.set({ online: true });
    await clock.advance(second);
    expect(asked.length).toBeGreaterThan(before);
  });

  it('hardly asks with credentials that were turned down: it might lock the account', async () => {
    const { sync, clock, asked, failWith } = desk();
    failWith(() => fail('unauthorised'));
    sync.set({ open: true });
    await clock.advance(hour);
    expect(asked.length).toBeLessThan(7);
  });

  it('asks nothing after sign-out, and takes nothing that was under way', async () => {
    const { sync, clock, asked, takeTime, ended, cdr } = desk();
    ended(20 * second);
    takeTime(5 * second);
    sync.set({ open: true, notices: true });
    await clock.advance(second);
    sync.stop();
    await clock.advance(hour);
    await sync.refresh();
    expect(asked).toHaveLength(1);
    expect(cdr.calls()).toEqual([]);
  });
});
