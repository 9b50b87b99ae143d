import { signal } from '@preact/signals';
import { expect, it, test } from 'vitest';
import type { DialState } from '../../../app/contract/dialing.ts';
import { ok, type Reply } from '../../../app/contract/failures.ts';
import type { FoundNumber } from '../../../app/contract/numbers.ts';
import type { Action } from '../../../renderer/screens/dialing/actions.ts';
import { createChoosing } from '../../../renderer/screens/dialing/choosing.ts';
import { createDialPad } from '../../../renderer/screens/dialing/state.ts';
import { createDialling } from '../../../renderer/state/dialing.ts';
import { otherSide } from '../bridge.ts';

const placed: DialState = { kind: 'placed', display: '02 123 4567', extension: null, message: '' };

/** A number stands in the box, and was called in vain, say. What is pasted is read once `tell` is called. */
function padWith(typed: string) {
  let tell: (found: readonly string[]) => void = () => {};
  const other = otherSide({
    'people.find': () => ok({ matches: [], whose: [] }),
    'dial.call': () => ok(placed),
    'number.describe': ({ typed: number }) => ok({ display: number, dialable: true }),
    'number.find': () =>
      new Promise<Reply<FoundNumber[]>>((resolve) => {
        tell = (found) =>
          resolve(ok(found.map((number) => ({ number, display: number, extension: null, doubt: null }))));
      }),
  });
  const pad = createDialPad(other.bridge, createDialling(other.bridge), signal(null), () => []);
  pad.fill(typed);
  const all = { ...pad.field.value, start: 0 };
  return {
    pad,
    called: () => other.asked('dial.call').map((input) => (input as { number: string }).number),
    async pasteAndEnter(text: string, found: readonly string[]) {
      const pasting = pad.paste(text, all);
      const calling = pad.call();
      tell(found);
      await Promise.all([pasting, calling]);
    },
  };
}

test.each(['', '0898765432'])(
  'Enter that is quicker than what was pasted over “%s” is for what was pasted',
  async (before) => {
    const { called, pasteAndEnter } = padWith(before);
    await pasteAndEnter('02 123 4567', ['021234567']);
    expect(called()).toEqual(['021234567']);
  },
);

test.each([
  ['several numbers', 'Tel. 02 123 4567, 081 234 5678', ['021234567', '0812345678']],
  ['no number', 'see you\non Monday', []],
  ['a name', 'Somchai', []],
] as const)(
  'of a text with %s it is for nothing, and not for what stood there',
  async (_what, text, found) => {
    const { called, pasteAndEnter } = padWith('0898765432');
    await pasteAndEnter(text, found);
    expect(called()).toEqual([]);
  },
);

it('is for no other number than that of the action which was chosen', () => {
  const redial = (number: string, label = 'Redial'): Action => ({
    ...{ name: 'redial', label, number },
    run: () => undefined,
  });
  const actions = signal<readonly Action[]>([redial('081 234 5678')]);
  const choosing = createChoosing({
    text: signal('> redial'),
    isName: signal(true),
    people: signal([]),
    isAnswered: signal(true),
    actions,
  });
  choosing.move(1);
  // The same, made anew.
  actions.value = [redial('081 234 5678')];
  expect(choosing.decide()).toMatchObject({ kind: 'action' });
  // Another call was asked for by the key meanwhile.
  actions.value = [redial('02 123 4567')];
  expect(choosing.decide()).toBe('nothing');
  expect(choosing.lost.value).toBe('gone');
});
