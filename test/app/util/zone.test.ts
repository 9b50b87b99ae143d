import { describe, expect, it } from 'vitest';
import { byDay, dayBounds } from '../../../app/calls/days.ts';
import { createCdrStore } from '../../../app/cdr/cdr-store.ts';
import { openZone, readShown, writeShown } from '../../../app/util/zone.ts';
import { clockOf } from '../../pbx/cdr.ts';
import { fc } from '../../support/property.ts';
import { callRows, everything, shownTo } from '../cdr/rows-of.ts';

const zones = [
  'Asia/Bangkok',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'UTC',
  'America/St_Johns',
];
const moments = fc
  .integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })
  .map((at) => Math.floor(at / 1_000) * 1_000);

describe('the clocks of a zone', () => {
  it('show what the PBX is asked by', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, name) => {
        expect(openZone(name).write(at)).toBe(clockOf(name)(at));
      }),
      { numRuns: 400 },
    );
  });

  it('are read back to the moment at which they showed it', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...zones), (at, name) => {
        const zone = openZone(name);
        expect(zone.read(zone.write(at), () => at)).toBe(at);
      }),
      { numRuns: 1_000 },
    );
  });

  const berlin = openZone('Europe/Berlin');
  it('show an hour twice in autumn: the first is meant, unless the unique id says the second', () => {
    const first = Date.UTC(2026, 9, 25, 0, 30);
    expect(berlin.read('2026-10-25 02:30:00')).toBe(first);
    expect(berlin.read('2026-10-25 02:30:00', () => first + 3_600_000)).toBe(first + 3_600_000);
    const startOfCall = (began: number) => {
      const cdr = createCdrStore({ extension: '101', agentId: null }, berlin, everything);
      const rows = callRows({ dst: '101', channel: 'SIP/trunk-01', dstchannel: 'SIP/101-02' }, {});
      cdr.take(
        rows.map((row) => ({ ...row, calldate: '2026-10-25 02:30:00', uniqueid: `${began / 1_000}.1` })),
      );
      return cdr.calls()[0]?.start;
    };
    expect([startOfCall(first), startOfCall(first + 3_600_000)]).toEqual([first, first + 3_600_000]);
  });

  it('leave an hour out in spring: a time in it is read as if they had not been moved', () => {
    expect(berlin.read('2026-03-29 02:30:00')).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it('are no clocks where the text is no time', () => {
    for (const text of [
      '',
      '0000-00-00 00:00:00',
      '2026-02-30 10:00:00',
      '2026-13-01 10:00:00',
      '2026-11-23 24:00:00',
      'yesterday',
    ]) {
      expect(berlin.read(text)).toBeNull();
    }
    expect(writeShown(readShown('2026-11-23 13:36:05') ?? 0)).toBe('2026-11-23 13:36:05');
  });
});

describe('days', () => {
  const at = (text: string, zone: string) => openZone(zone).read(text) ?? 0;
  const calls = shownTo('101', [
    ...callRows({ dst: '101', channel: 'SIP/t-1', dstchannel: 'SIP/101-2' }, {}).map((row) => ({
      ...row,
      calldate: '2026-11-23 23:59:59',
    })),
    ...callRows({ dst: '101', channel: 'SIP/t-1', dstchannel: 'SIP/101-2' }, {}).map((row) => ({
      ...row,
      calldate: '2026-11-24 00:00:00',
    })),
  ]);

  it('are those of the zone', () => {
    expect(
      byDay(calls, openZone('Asia/Bangkok'), 0).map(({ day, calls: { length } }) => [day, length]),
    ).toEqual([
      ['2026-11-24', 1],
      ['2026-11-23', 1],
    ]);
    expect(byDay(calls, openZone('Europe/Berlin'), 0).map(({ day }) => day)).toEqual(['2026-11-23']);
  });

  it('are those of the times that are shown, where the clock of the PBX is wrong', () => {
    const days = (skew: number) => byDay(calls, openZone('Asia/Bangkok'), skew).map(({ day }) => day);
    expect(days(5_000)).toEqual(['2026-11-23']);
    expect(days(-5_000)).toEqual(['2026-11-24']);
  });

  it('have 23 or 25 hours where clocks are moved', () => {
    const hours = (day: string) => {
      const bounds = dayBounds(day, openZone('Europe/Berlin'));
      return bounds && (bounds.to - bounds.from) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-23')]).toEqual([23, 25, 24]);
    expect(dayBounds('2026-11-23', openZone('Asia/Bangkok'))?.from).toBe(
      at('2026-11-23 00:00:00', 'Asia/Bangkok'),
    );
    expect(dayBounds('never', openZone('UTC'))).toBeNull();
  });
});
