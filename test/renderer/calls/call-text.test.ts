import { expect, test } from 'vitest';
import type { CallView } from '../../../app/contract/calls.ts';
import { en } from '../../../app/words/en.ts';
import {
  factsOf,
  isKnown,
  isTold,
  reasonsOf,
  resultOf,
  textOf,
} from '../../../renderer/screens/calls/call-text.ts';

const call = (display: string | null, name: string | null): CallView => ({
  ...{
    id: '1',
    direction: 'incoming',
    display,
    callable: null,
    name,
    start: 0,
    result: 'missed',
    toDo: 0,
    reminder: null,
    markedDone: false,
    isContact: false,
    presented: false,
    chosen: false,
  },
  ...{ ringSeconds: 14, talkSeconds: null, lineSeconds: null, via: [], recordings: 0, maybeRecorded: false },
  ...{ steps: [], clickToCall: false, withoutRow: false, failure: null, message: '', note: '' },
});
const shown = (display: string | null, name: string | null) => {
  const { title, number } = textOf(en, call(display, name));
  return [title, number];
};

test('a call is called by its name, with the number beside it, and by its number where it has none', () => {
  expect(shown('081 234 5678', 'Jane')).toEqual(['Jane', '081 234 5678']);
  expect(shown('081 234 5678', null)).toEqual(['081 234 5678', '']);
  expect(shown(null, null)).toEqual([en.calls.unknownNumber, '']);
});

test('a withheld number is said to be that, also where the PBX makes a name of it', () => {
  expect(shown('anonymous', null)).toEqual([en.calls.withheld, '']);
  expect(shown('anonymous', 'Anonymous')).toEqual([en.calls.withheld, '']);
  expect(shown('anonymous', 'Jane')).toEqual(['Jane', en.calls.withheld]);
  // A person may be called so.
  expect(shown('081 234 5678', 'Private')).toEqual(['Private', '081 234 5678']);
});

test('what was dialled is a number, whatever it looks like', () => {
  const dialled = { ...call('737 874 2833', null), direction: 'outgoing' as const };
  expect([textOf(en, dialled).title, isKnown(dialled)]).toEqual(['737 874 2833', true]);
  const from = call('737 874 2833', null);
  expect([textOf(en, from).title, isKnown(from)]).toEqual([en.calls.withheld, false]);
});

test('of a call that was asked for here and has no record, nobody is said not to know the result', () => {
  const asked = { ...call('081 234 5678', null), result: 'unknown' as const };
  expect(resultOf(en, { ...asked, withoutRow: true })).toBe('No record yet');
  expect(resultOf(en, asked)).toBe('Unknown');
  expect(resultOf(en, { ...asked, withoutRow: true, result: 'failed' })).toBe('Failed');
});

test('what became of a call is told once, with the names that are known', () => {
  const transferred = {
    ...call('081 234 5678', null),
    via: ['queue', 'transfer', 'conference'] as const,
    steps: [
      {
        kind: 'transferred' as const,
        by: null,
        to: { number: '102', name: 'Malee' },
        seconds: null,
      },
    ],
  };
  const told = { ...transferred, via: [...transferred.via] };
  expect(textOf(en, told).steps).toEqual(['Transferred to Malee (102)']);
  expect(factsOf(en, told)).toEqual(['Rang 0:14', 'Transferred to Malee (102)', 'queue, conference']);
});

test('a length that is no more than the longest possible is plain, and its reason is in the details', () => {
  const answered = { ...call('081 234 5678', null), ringSeconds: null, lineSeconds: 7 };
  expect(textOf(en, answered).length).toBe('0:07');
  const reasons = [
    { ...answered, direction: 'outgoing' as const, clickToCall: true },
    answered,
    { ...answered, direction: 'outgoing' as const },
  ].map((one) => reasonsOf(en, one));
  expect(reasons).toEqual([
    ['Talked 0:07 at most: the PBX counts from when your phone answered.'],
    ['Talked 0:07 at most: the PBX began to count before you answered.'],
    ['Talked 0:07 at most: the PBX does not tell when the other end answered.'],
  ]);
});

test('who took it is told once: a row that names them does not add that somebody did', () => {
  const taken = (kind: 'taken' | 'picked-up' | 'forwarded', by: string | null): CallView => ({
    ...call('081 234 5678', null),
    result: 'answered-elsewhere',
    steps: [{ kind, by: by === null ? null : { number: by, name: null }, to: null, seconds: null }],
  });
  expect(isTold(taken('taken', '102'))).toBe(true);
  expect(isTold(taken('picked-up', '102'))).toBe(true);
  expect(isTold(taken('taken', null))).toBe(false);
  expect(isTold(taken('forwarded', '102'))).toBe(false);
  expect(isTold({ ...taken('taken', '102'), result: 'missed' })).toBe(false);
});
