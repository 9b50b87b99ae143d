import { describe, expect, it } from 'vitest';
import { joinAttempts } from '../../../app/calls/attempts.ts';
import { filterCalls } from '../../../app/calls/filters.ts';
import { createMissedWatch, isQuiet } from '../../../app/calls/missed.ts';
import type { Call } from '../../../app/cdr/call.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { answered, callRows, shownTo } from '../cdr/rows-of.ts';
import { keyOf, missedFrom, out, ten } from './some-calls.ts';

const attempt = (
  id: string,
  seconds: number,
  number: string,
  outcome: Attempt['outcome'] = 'placed',
): Attempt => ({
  id,
  at: ten + seconds * 1_000,
  display: number,
  number,
  from: 'pad',
  outcome,
  failure: outcome === 'failed' ? { code: 'refused' } : null,
  message: '',
});
const join = (calls: readonly Call[], attempts: readonly Attempt[], skew = 0) =>
  joinAttempts(calls, attempts, { keyOf, sentFor: (number) => `9${keyOf(number)}`, skew });

describe('calls that were dialled here', () => {
  it('are one call with the row that the PBX wrote', () => {
    const { calls, recorded } = join(shownTo('101', out(3, '0812345678', answered)), [
      attempt('a', 0, '+66 81 234 5678'),
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({
      clickToCall: true,
      talkSeconds: null,
      lineSeconds: 24,
      attempt: { id: 'a', recorded: true },
    });
    expect(calls[0]?.why).toEqual(['channel', 'dialled-here']);
    expect([...recorded]).toEqual(['a']);
  });

  it('are known by what a dialling rule made of the number, and shown as it was dialled', () => {
    const { calls } = join(shownTo('101', out(3, '90812345678', answered)), [
      attempt('a', 0, '081-234-5678'),
    ]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ party: { number: '081-234-5678' }, result: 'answered' });
  });

  it('that left no row are shown, with why', () => {
    const { calls } = join(
      [],
      [
        attempt('a', 0, '0812345678', 'failed'),
        attempt('b', 5, '0812345678', 'unknown'),
        attempt('c', 9, '0812345678'),
      ],
    );
    expect(calls.map(({ result, attempt: tried }) => [result, tried?.outcome, tried?.failure?.code])).toEqual(
      [
        ['unknown', 'placed', undefined],
        ['unknown', 'unknown', undefined],
        ['failed', 'failed', 'refused'],
      ],
    );
  });

  it('take the nearest row each, and none twice', () => {
    const { calls } = join(shownTo('101', [...out(2, '0812345678'), ...out(62, '0812345678')]), [
      attempt('a', 0, '0812345678'),
      attempt('b', 30, '0812345678'),
      attempt('c', 60, '0812345678'),
    ]);
    expect(calls.map(({ attempt: tried }) => [tried?.id, tried?.recorded])).toEqual([
      ['c', true],
      ['b', false],
      ['a', true],
    ]);
  });

  it('give their number to a row that has none', () => {
    const ring = callRows(
      { src: '101', dst: '101', channel: 'Local/101@from-internal-01;2', dstchannel: 'PJSIP/101-0a' },
      { at: '1' },
    );
    const { calls } = join(shownTo('101', ring), [attempt('a', 0, '0812345678')]);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ party: { number: '0812345678' }, result: 'no-answer' });
  });

  it("are found though the PBX's clock is wrong, and not mistaken for another number or another time", () => {
    expect(
      join(shownTo('101', out(600, '0812345678')), [attempt('a', 0, '0812345678')], 600_000).calls,
    ).toHaveLength(1);
    expect(join(shownTo('101', out(600, '0812345678')), [attempt('a', 0, '0812345678')]).calls).toHaveLength(
      2,
    );
    expect(join(shownTo('101', out(1, '0812345679')), [attempt('a', 0, '0812345678')]).calls).toHaveLength(2);
    expect(
      join(shownTo('101', out(1, '0812345678')), [attempt('a', 0, '0812345678', 'failed')]).calls,
    ).toHaveLength(2);
  });
});

describe('filters', () => {
  it('show what they say', () => {
    const calls = shownTo('101', [
      ...missedFrom(1, '1'),
      ...out(2, '0812345678', { ...answered, recordingfile: 'a.wav' }),
      ...out(3, '0812345679'),
    ]);
    const count = (filter: Parameters<typeof filterCalls>[1]) => filterCalls(calls, filter).length;
    expect([count('all'), count('missed'), count('incoming'), count('outgoing'), count('recorded')]).toEqual([
      3, 1, 1, 2, 1,
    ]);
  });
});

describe('notices of missed calls', () => {
  const calls = shownTo('101', [...missedFrom(0, '1'), ...missedFrom(60, '2')]);
  it('come once for each, and not for what was missed before', () => {
    const watch = createMissedWatch(ten + 30_000);
    expect(watch.take(calls, ten + 90_000).map(({ party }) => party.number)).toEqual(['2']);
    expect(watch.take(calls, ten + 95_000)).toEqual([]);
  });

  it('keep quiet hours, over midnight too', () => {
    const night = { from: 22 * 60, to: 7 * 60 };
    expect([
      isQuiet(23 * 60, night),
      isQuiet(6 * 60, night),
      isQuiet(7 * 60, night),
      isQuiet(720, night),
    ]).toEqual([true, true, false, false]);
    expect([isQuiet(720, { from: 700, to: 800 }), isQuiet(0, null), isQuiet(5, { from: 5, to: 5 })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
