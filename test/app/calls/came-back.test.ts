import { expect, test } from 'vitest';
import { missedBy } from '../../../app/calls/to-do.ts';
import type { CdrRow } from '../../pbx/cdr.ts';
import { answered, callRows, customer, phone, shownTo, trunk } from '../cdr/rows-of.ts';
import { callersOf } from './callers-of.ts';

const missed = (at: number): CdrRow[] =>
  callRows({ ...customer, channel: trunk }, { at: `${at}`, dst: '101', dstchannel: phone('101') });
/** Spoken to, sent on to 102, who does not take it, and back at 101: taken there or not. */
const cameBack = (at: number, then: CdrRow = {}): CdrRow[] =>
  callRows(
    { ...customer, channel: trunk },
    { at: `${at}`, ...answered, dst: '102', dstchannel: phone('101') },
    { at: `${at + 30}`, dst: '102', dstchannel: phone('102', '000000b1') },
    { at: `${at + 50}`, dst: '101', dstchannel: phone('101', '000000b2'), ...then },
  );

test.each<[string, CdrRow[][], number]>([
  ['missed twice', [missed(0), missed(100)], 2],
  ['missed, then spoken to, and missed once they were back', [missed(0), cameBack(100)], 1],
  ['and missed again after that', [missed(0), cameBack(100), missed(300)], 2],
  ['missed, then spoken to, and taken once they were back', [missed(0), cameBack(100, answered)], 0],
])('who came back unanswered was spoken to before: %s', (_, calls, count) => {
  const keyOf = (number: string): string => number;
  const { left } = missedBy(shownTo('101', calls.flat()), {
    ...{
      keyOf,
      callerOf: callersOf(keyOf).of,
      chosenFor: () => null,
      sentFor: keyOf,
      from: 0,
      isDone: () => false,
    },
  });
  expect(left.map((some) => some.length)).toEqual(count === 0 ? [] : [count]);
});
