import { describe, expect, it } from 'vitest';
import { missedLeft } from '../../../app/calls/to-do.ts';
import { answered, callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';

const e164 = (number: string): string => number.replace(/\D/g, '').replace(/^0(?=\d{8,9}$)/, '66');

const missed = (at: number, src = '0812345678', columns = {}) =>
  callRows(
    {},
    {
      ...customer,
      src,
      cnum: src,
      dst: '101',
      channel: trunk,
      dstchannel: phone('101'),
      at: `${at}`,
      ...columns,
    },
  );
const theyCall = (at: number, src = '0812345678') => missed(at, src, answered);
const calledBack = (at: number, dst = '0812345678', columns = {}) =>
  callRows(
    {},
    {
      src: '101',
      cnum: '101',
      dst,
      channel: phone('101'),
      dstchannel: trunk,
      at: `${at}`,
      ...answered,
      ...columns,
    },
  );
const colleagueTakes = (at: number) => [
  ...callRows(
    { ...customer, src: '0812345678', channel: trunk, lastapp: 'Queue', lastdata: '600' },
    { dst: '600', dstchannel: phone('101'), at: `${at}` },
    { dst: '600', dstchannel: phone('102'), at: `${at}`, ...answered },
  ),
];

interface Options {
  readonly from?: number;
  /** Whose calls are marked. */
  readonly done?: readonly string[];
  /** Which calls are marked, by any id. */
  readonly marked?: readonly string[];
}

/** Who is still to be called back, and how often they called; newest first. */
function left(
  rows: ReturnType<typeof callRows>,
  { from = 0, done = [], marked = [] }: Options = {},
): string[] {
  const calls = shownTo('101', rows);
  const some = missedLeft(calls, {
    keyOf: e164,
    sentFor: (number) => `9${number}`,
    from,
    isDone: (ids) =>
      ids.some((id) => marked.includes(id)) ||
      done.some((number) => calls.some((call) => call.ids === ids && call.party.number === number)),
  });
  return some.map((ofCaller) => `${ofCaller[0]?.party.number} ${ofCaller.length}`);
}

describe('what is to be done', () => {
  it('is who was missed, each caller once, the newest first, in whatever spelling of their number', () => {
    const rows = [
      ...missed(0),
      ...missed(60, '+66812345678'),
      ...missed(120, '0898765432'),
      ...missed(180, '66812345678'),
    ];
    expect(left(rows)).toEqual(['66812345678 3', '0898765432 1']);
  });

  it('is every withheld number by itself: they may be two people', () => {
    expect(left([...missed(0, 'anonymous'), ...missed(60, 'Anonymous'), ...missed(90, '')])).toHaveLength(3);
  });

  it.each([
    ['a call back that was answered', calledBack(60)],
    ['one in another spelling', calledBack(60, '+66812345678')],
    ['one with the digit for an outside line', calledBack(60, '90812345678')],
    ['a later call of theirs that was answered', theyCall(60)],
  ])('is over with %s', (_what, later) => {
    expect(left([...missed(0), ...missed(30), ...later])).toEqual([]);
  });

  it.each([
    [
      'a call back that nobody took',
      calledBack(60, '0812345678', { disposition: 'NO ANSWER', billsec: '0' }),
    ],
    ['a call back to a busy number', calledBack(60, '0812345678', { disposition: 'BUSY', billsec: '0' })],
    ['a call before it', calledBack(-60)],
    ['their answered call before it', theyCall(-60)],
    ['a call to somebody else', calledBack(60, '0812345679')],
    ['an answered call of a withheld number', theyCall(60, 'anonymous')],
  ])('stays with %s', (_what, other) => {
    expect(left([...missed(0), ...other])).toEqual(['0812345678 1']);
  });

  it('is over for a call to a queue when a colleague takes the next one, and not for a call to this desk', () => {
    const atQueue = missed(0, '0812345678', { lastapp: 'Queue', lastdata: '600', dst: '600' });
    expect(shownTo('101', colleagueTakes(60)).map(({ result }) => result)).toEqual(['answered-elsewhere']);
    expect(left([...atQueue, ...colleagueTakes(60)])).toEqual([]);
    expect(left([...missed(0), ...colleagueTakes(60)])).toEqual(['0812345678 1']);
  });

  it('is over for whoever is marked done, and for nobody else', () => {
    const rows = [...missed(0), ...missed(60, '0898765432')];
    expect(left(rows, { done: ['0812345678'] })).toEqual(['0898765432 1']);
  });

  it.each([
    ['in the same spelling', '0812345678'],
    ['in another one', '+66812345678'],
  ])('is over for what the PBX tells late of a caller who was marked done later, %s', (_what, number) => {
    const rows = missed(60);
    const marked = shownTo('101', rows).flatMap(({ ids }) => ids);
    expect(left([...missed(0, number), ...rows], { marked })).toEqual([]);
    // And not for a call after it, or of somebody else.
    expect(left([...rows, ...missed(120, number)], { marked })).toEqual([`${number} 1`]);
    expect(left([...missed(0, '0898765432'), ...rows], { marked })).toEqual(['0898765432 1']);
  });

  it('is each call of a withheld number, though a later one is marked done', () => {
    const rows = missed(60, 'anonymous');
    const marked = shownTo('101', rows).flatMap(({ ids }) => ids);
    expect(left([...missed(0, 'anonymous'), ...rows], { marked })).toHaveLength(1);
  });

  it('comes again when somebody who was spoken to calls again and is missed', () => {
    expect(left([...missed(0), ...calledBack(60), ...missed(120)])).toEqual(['0812345678 1']);
  });

  it('is nothing from before the person had a list of it', () => {
    const [call] = shownTo('101', missed(0));
    expect(left(missed(0), { from: (call?.start ?? 0) + 1 })).toEqual([]);
    expect(left(missed(0), { from: call?.start ?? 0 })).toHaveLength(1);
  });
});
