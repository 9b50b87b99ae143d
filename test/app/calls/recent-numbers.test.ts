import { expect, it } from 'vitest';
import { joinAttempts } from '../../../app/calls/attempts.ts';
import { recentNumbers } from '../../../app/calls/recent-numbers.ts';
import type { Call } from '../../../app/cdr/call.ts';
import type { Attempt } from '../../../app/contract/dialing.ts';
import { answered, callRows, phone, shownTo } from '../cdr/rows-of.ts';

const ten = Date.UTC(2026, 10, 23, 3);
const minute = 60_000;
const keyOf = (number: string): string => number.replace(/\D/g, '').replace(/^66/, '0');
const numbersOf = (calls: readonly Call[], skew = 0) =>
  recentNumbers(calls, {
    keyOf,
    numberOf: (number) => ({ display: `<${number}>`, callable: /\d/.test(number) ? number : null }),
    skew,
  });

const from = (at: number, src: string, cnam = '') =>
  callRows(
    { src, cnam, dst: '101', did: '02', channel: 'PJSIP/trunk-0a', dstchannel: 'PJSIP/101-0b', ...answered },
    { at: String(at * 60) },
  );
const to = (at: number, dst: string) =>
  callRows(
    { src: '021110000', cnum: '101', dst, channel: 'PJSIP/101-0a', dstchannel: 'PJSIP/trunk-0b' },
    { at: String(at * 60) },
  );

it('each number is there once, newest first, with the newest name and when it was called', () => {
  const calls = shownTo('101', [
    ...from(0, '0812345678', 'Old name'),
    ...to(1, '+66812345678'),
    ...from(2, '0898765432'),
    ...from(3, '66812345678', 'Somchai'),
    ...to(4, '0898765432'),
    ...from(5, '0812345678'),
  ]);
  expect(numbersOf(calls, 1_000)).toEqual([
    { number: '0812345678', name: 'Somchai', at: ten + minute - 1_000 },
    { number: '0898765432', name: '', at: ten + 4 * minute - 1_000 },
  ]);
});

it('nobody is called who withheld their number, and no code or extension that a caller has as their number is offered', () => {
  const calls = shownTo('101', [
    ...from(0, 'anonymous', 'Anonymous'),
    ...from(1, '*720812345678', 'Free gift'),
    ...from(2, '102', 'Free gift'),
    ...callRows({ src: '103', dst: '101', channel: phone('103'), dstchannel: phone('101') }, { at: '3' }),
  ]);
  expect(calls).toHaveLength(4);
  expect(numbersOf(calls)).toEqual([{ number: '103', name: '', at: null }]);
});

it('a code that was dialled here is', () => {
  const voicemail: Attempt = {
    ...{ id: 'a', at: ten, display: '*97', number: '*97', from: 'pad', outcome: 'placed' },
    ...{ failure: null, message: '' },
  };
  const { calls } = joinAttempts([], [voicemail], { keyOf, sentFor: keyOf, skew: 0 });
  expect(numbersOf(calls)).toMatchObject([{ number: '*97', at: ten }]);
});

it('a page of a name is cut, and of very many numbers the newest are kept', () => {
  const rows = Array.from({ length: 600 }, (_, at) =>
    from(at / 60, `08${10_000_000 + at}`, 'x'.repeat(10_000)),
  );
  const numbers = numbersOf(shownTo('101', rows.flat()));
  expect(numbers).toHaveLength(500);
  expect(numbers[0]).toMatchObject({ number: '0810000599', name: 'x'.repeat(80) });
});
