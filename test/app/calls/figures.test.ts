import { describe, expect, it } from 'vitest';
import { figuresOf, myDayOf, periodOf } from '../../../app/calls/figures.ts';
import { type Call, withoutRows } from '../../../app/cdr/call.ts';
import { openZone } from '../../../app/util/zone.ts';
import { bangkok } from '../cdr/rows-of.ts';

const at = (zone: ReturnType<typeof openZone>, shown: string): number => zone.read(shown) ?? Number.NaN;

describe('a day, a week and a month', () => {
  const shown = (zone: ReturnType<typeof openZone>, span: 'day' | 'week' | 'month', now: number) => {
    const { beforeFrom, from, to } = periodOf(span, now, zone);
    return [beforeFrom, from, to].map((moment) => zone.write(moment).slice(0, 16)).join(' | ');
  };

  it.each([
    ['day', '2026-11-27 00:00:00', '2026-11-26 00:00 | 2026-11-27 00:00 | 2026-11-28 00:00'],
    ['day', '2026-11-27 23:59:59', '2026-11-26 00:00 | 2026-11-27 00:00 | 2026-11-28 00:00'],
    ['day', '2026-03-01 12:00:00', '2026-02-28 00:00 | 2026-03-01 00:00 | 2026-03-02 00:00'],
    ['week', '2026-11-27 12:00:00', '2026-11-16 00:00 | 2026-11-23 00:00 | 2026-11-30 00:00'],
    ['week', '2026-11-29 12:00:00', '2026-11-16 00:00 | 2026-11-23 00:00 | 2026-11-30 00:00'],
    ['week', '2026-11-30 00:00:00', '2026-11-23 00:00 | 2026-11-30 00:00 | 2026-12-07 00:00'],
    ['month', '2027-01-31 12:00:00', '2026-12-01 00:00 | 2027-01-01 00:00 | 2027-02-01 00:00'],
    ['month', '2026-03-31 12:00:00', '2026-02-01 00:00 | 2026-03-01 00:00 | 2026-04-01 00:00'],
  ] as const)('are those of the calendar of the PBX: a %s at %s', (span, now, expected) => {
    expect(shown(bangkok, span, at(bangkok, now))).toBe(expected);
  });

  it('have 23 or 25 hours where its clocks are moved', () => {
    const berlin = openZone('Europe/Berlin');
    const hours = (now: string) => {
      const { from, to } = periodOf('day', at(berlin, now), berlin);
      return (to - from) / 3_600_000;
    };
    expect([
      hours('2026-03-29 12:00:00'),
      hours('2026-10-25 12:00:00'),
      hours('2026-10-26 12:00:00'),
    ]).toEqual([23, 25, 24]);
    expect(shown(berlin, 'week', at(berlin, '2026-10-28 12:00:00'))).toBe(
      '2026-10-19 00:00 | 2026-10-26 00:00 | 2026-11-02 00:00',
    );
  });

  // Clocks that are moved at midnight, or by half an hour.
  it.each(['America/Havana', 'Africa/Cairo', 'America/Santiago', 'Australia/Lord_Howe'])(
    'follow each other without a gap all the year, in %s',
    (name) => {
      const zone = openZone(name);
      for (const span of ['day', 'week', 'month'] as const)
        for (let now = Date.UTC(2026, 0, 1), next: number; now < Date.UTC(2027, 0, 2); now = next) {
          const { beforeFrom, from, to } = periodOf(span, now, zone);
          next = to;
          expect([beforeFrom < from, from <= now, now < to]).toEqual([true, true, true]);
          expect(periodOf(span, to - 1, zone)).toEqual({ beforeFrom, from, to });
          expect(periodOf(span, to, zone)).toMatchObject({ beforeFrom: from, from: to });
        }
    },
  );

  it('begin at midnight by the PBX, wherever the person is', () => {
    // 22:30 in Bangkok is still the day before in London.
    expect(shown(bangkok, 'day', Date.UTC(2026, 10, 26, 17, 30))).toContain('| 2026-11-27 00:00 |');
  });
});

describe('what calls come to', () => {
  const call = (part: Partial<Call>): Call => ({
    ...withoutRows,
    ...{ id: '', ids: [], direction: 'outgoing', party: { number: '1', name: null }, start: 50 },
    result: 'answered',
    ...part,
  });
  const tried = { id: 'a', outcome: 'placed', failure: null, message: '' } as const;

  it('counts each call once, what was answered with the length that its row shows, and none that was only tried', () => {
    const calls = [
      call({ start: 100, result: 'missed' }),
      call({ start: 90, talkSeconds: 30 }),
      call({ start: 80, lineSeconds: 50, attempt: { ...tried, recorded: true } }),
      call({ start: 70, result: 'no-answer', lineSeconds: 900 }),
      call({ start: 60, result: 'answered-elsewhere' }),
      call({ start: 55, result: 'unknown', attempt: { ...tried, recorded: false } }),
      call({ start: 49, talkSeconds: 7_000 }),
    ];
    expect(figuresOf(calls, 50, 100)).toEqual({
      ...{ calls: 4, answered: 2, missed: 0, talkedSeconds: 80, longestSeconds: 50, atMost: true },
    });
    expect(figuresOf(calls, 40, 50)).toMatchObject({ calls: 1, longestSeconds: 7_000, atMost: false });
    expect(figuresOf(calls, 100, 200)).toMatchObject({ calls: 1, missed: 1, talkedSeconds: 0 });
    const cameBack = call({ start: 100, result: 'missed', talkSeconds: 24 });
    expect(figuresOf([cameBack, ...calls], 100, 200)).toMatchObject({
      ...{ calls: 2, answered: 0, missed: 2, talkedSeconds: 24, longestSeconds: 24 },
    });
  });

  it.each([-3, 0, 3])(
    "counts on the day that the list shows where the PBX's clock is %i h ahead",
    (hours) => {
      const skew = hours * 3_600_000;
      const begin = at(bangkok, '2026-11-27 00:00:00');
      const started = (by: number) => call({ start: begin + by + skew, result: 'missed' });
      const calls = [started(3_600_000), started(0), started(-1), started(-86_400_000), started(-86_400_001)];
      const known = { zone: bangkok, skew, completeFrom: null };
      for (const now of [begin, begin + 86_399_999])
        expect(myDayOf(calls, 'day', { ...known, now })).toMatchObject({
          ...{ from: begin, now: { calls: 2 }, before: { calls: 2 } },
        });
    },
  );
});
