import type { Attempt, DialState } from '../../../app/contract/dialing.ts';
import { ok, type Reply } from '../../../app/contract/failures.ts';
import type { PersonMatch } from '../../../app/contract/people.ts';
import type { Action } from '../../../renderer/screens/dialing/actions.ts';
import { createDialPad } from '../../../renderer/screens/dialing/state.ts';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { told } from '../../../renderer/state/told.ts';
import { otherSide } from '../bridge.ts';

export const placed: DialState = { kind: 'placed', display: '081 234 5678', extension: null, message: '' };
export const failed: DialState = { kind: 'failed', display: '081 234 5678', failure: { code: 'refused' } };
export const asking: DialState = {
  kind: 'asking',
  question: 'q1',
  from: 'pad',
  numbers: [{ display: '081 234 5678', extension: null, origin: null, reasons: ['again'] }],
  marked: null,
  armsAfter: 600,
  apart: false,
};

export function attempt(number: string, display = number): Attempt {
  return { id: number, at: 0, display, number, from: 'pad', outcome: 'placed', failure: null, message: '' };
}

export function dialPad(
  dial: () => Reply<DialState> | Promise<Reply<DialState>>,
  found: string[] = [],
  people: (typed: string) => PersonMatch[] | Promise<PersonMatch[]> = () => [],
  actions: readonly Action[] = [],
) {
  const pbx = otherSide({
    'people.find': async ({ typed }) => ok({ matches: await people(typed), whose: [] }),
    'dial.call': dial,
    'dial.confirm': () => ok(placed),
    'dial.cancel': () => ok({ kind: 'idle' }),
    'number.describe': ({ typed }) => ok({ display: typed, dialable: true }),
    'number.find': () =>
      ok(found.map((number) => ({ number, display: number, extension: null, doubt: null }))),
  });
  const ask = () => pbx.bridge.request('attempts.last', undefined);
  const { now: last } = told(pbx.bridge, 'attempts.changed', ask, null);
  const dialling = createDialling(pbx.bridge);
  return { pbx, dialling, pad: createDialPad(pbx.bridge, dialling, last, () => actions) };
}
