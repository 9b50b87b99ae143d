import { expect, it } from 'vitest';
import { createHeard } from '../../../app/calls/heard.ts';
import type { Call } from '../../../app/cdr/call.ts';
import { sampleCalls } from '../../pbx/samples.ts';
import { shownTo } from '../cdr/rows-of.ts';

const sample = (id: string): Call => {
  const [call] = shownTo('101', sampleCalls().find((one) => one.id === id)?.rows ?? []);
  if (call === undefined) throw new Error(id);
  return call;
};
/** Answered after four seconds of ringing, which the PBX counts as well; its recording lasts 4.02 seconds. */
const clickToCall = sample('c01');
/** Its row tells how long they talked. */
const taken = sample('i03');

it('a length that is no more than the longest possible becomes that of the recording', () => {
  const heard = createHeard();
  const late = { ...clickToCall, talkSeconds: null, lineSeconds: 8 };
  expect(heard.of(late)).toBe(late);
  expect(heard.measured(late, 4.02)).toBe(true);
  expect(heard.of(late)).toEqual({ ...late, talkSeconds: 4 });
  // By whatever it is known once its row has come, or its try.
  expect(heard.of({ ...late, id: 'attempt a', ids: [...late.ids, 'attempt a'] }).talkSeconds).toBe(4);
  expect(heard.measured(late, 4.02)).toBe(false);
});

it.each<[string, Call, number]>([
  ['the row tells it already', taken, 2],
  ['the file is longer than the call', { ...clickToCall, talkSeconds: null, lineSeconds: 8 }, 30],
  ['it is one of several parts', { ...sample('c04'), talkSeconds: null, lineSeconds: 5 }, 4],
  ['nobody answered', sample('c07'), 1],
])('stays as it is where %s', (_, call, seconds) => {
  const heard = createHeard();
  expect(heard.measured(call, seconds)).toBe(false);
  expect(heard.of(call)).toBe(call);
});
