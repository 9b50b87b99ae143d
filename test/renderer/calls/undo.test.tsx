import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { en } from '../../../app/words/en.ts';
import { th } from '../../../app/words/th.ts';
import type { Said } from '../../../renderer/screens/calls/said.ts';
import { createToDo } from '../../../renderer/screens/calls/to-do-state.ts';
import { useUndoKey } from '../../../renderer/screens/calls/undo-key.ts';
import { otherSide } from '../bridge.ts';

afterEach(() => render(null, document.body));

function toDo() {
  const undone: string[] = [];
  const { bridge } = otherSide({
    'calls.done': ({ id }) => ok({ change: id === 'none' ? null : `change ${id}` }),
    'calls.undo': ({ change }) => {
      undone.push(change);
      return ok(undefined);
    },
    'calls.notDone': ({ id }) => {
      undone.push(`not done ${id}`);
      return ok(undefined);
    },
  });
  const said = signal<Said | null>(null);
  return { said, undone, state: createToDo(bridge, said) };
}

test('a run of five is said with its number, and undone from its end, however quickly', async () => {
  const { said, undone, state } = toDo();
  for (const id of ['a', 'none', 'b', 'c', 'd', 'e']) await state.markDone(id, id.toUpperCase());
  expect(said.value).toMatchObject({ changes: ['A', 'B', 'C', 'D', 'E'].map((who) => ({ who })) });
  await Promise.all([state.undo(), state.undo()]);
  expect(said.value).toMatchObject({ changes: ['A', 'B', 'C'].map((who) => ({ who })) });
  for (let press = 0; press < 5; press += 1) await state.undo();
  expect([said.value, undone]).toEqual([null, ['e', 'd', 'c', 'b', 'a'].map((id) => `change ${id}`)]);
});

test('what is marked as not done of a run is not said to be done any longer, and the others can still be undone', async () => {
  const { said, undone, state } = toDo();
  for (const id of ['a', 'b', 'c']) await state.markDone(id, id.toUpperCase());
  await state.markNotDone('b');
  expect(said.value).toMatchObject({ changes: [{ who: 'A' }, { who: 'C' }] });
  // Long ago, or of the same caller.
  await state.markNotDone('z');
  await state.undo();
  await state.markNotDone('a');
  await state.undo();
  expect([said.value, undone]).toEqual([null, ['change b', 'not done z', 'change c', 'change a']]);
});

test('what was said meanwhile ends the run', async () => {
  const { said, undone, state } = toDo();
  await state.markDone('a', 'A');
  said.value = 'saved';
  await state.undo();
  await state.markDone('b', 'B');
  await state.undo();
  expect([said.value, undone]).toEqual([null, ['change b']]);
});

test('it is said how many come back', () => {
  expect([en.calls.markedDone('Wipha', 1), en.calls.markedDone('Wipha', 5)]).toEqual([
    'Done: Wipha.',
    'Done: Wipha, the last of 5.',
  ]);
  expect(th.calls.markedDone('วิภา', 5)).toBe('เสร็จแล้ว: วิภา (รวม 5 รายการ)');
});

test('Ctrl+Z undoes, wherever the focus is, but for a text', () => {
  let undone = 0;
  function View() {
    useUndoKey(() => {
      undone += 1;
    });
    return (
      <>
        <button type="button" />
        <input type="radio" />
        <input type="search" />
        <textarea />
      </>
    );
  }
  act(() => render(<View />, document.body));
  const press = (selector: string, more: KeyboardEventInit) => {
    const before = undone;
    const event = new KeyboardEvent('keydown', { bubbles: true, code: 'KeyZ', key: 'ผ', ...more });
    document.querySelector(selector)?.dispatchEvent(event);
    return undone - before;
  };
  const ctrl = { ctrlKey: true };
  expect(['body', 'button', '[type=radio]'].map((at) => press(at, ctrl))).toEqual([1, 1, 1]);
  expect(['[type=search]', 'textarea'].map((at) => press(at, ctrl))).toEqual([0, 0]);
  expect([press('button', { metaKey: true }), press('button', {})]).toEqual([1, 0]);
  expect([press('button', { ...ctrl, shiftKey: true }), press('button', { ...ctrl, altKey: true })]).toEqual([
    0, 0,
  ]);
});
