import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useRowKeys } from '../../../renderer/screens/calls/row-keys.ts';
import { daySpans, layOut } from '../../../renderer/screens/calls/windowing.ts';
import { eventually } from '../../support/eventually.ts';

const heights = { row: 54, heading: 30 } as const;
const done: [string, number][] = [];

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(
    scroller,
    layOut(daySpans([{ day: '2026-11-27', count: 3 }]), heights, []),
    heights,
    (what, index) => done.push([what, index]),
  );
  return (
    <div ref={scroller}>
      {[0, 1, 2].map((index) => (
        <div key={index} data-index={index}>
          <div class="call-row">
            <span class="call-title">081 234 5678</span>
            {index < 2 && (
              <button type="button" class="call-person">
                วิภา
              </button>
            )}
            {index !== 1 && <button type="button" class="call-action call-play" />}
            <button type="button" class="call-action call-again">
              <svg />
            </button>
            <button type="button" class="call-action call-more" />
          </div>
          <textarea />
          <div class="player">
            <button type="button" />
            <input type="range" />
          </div>
        </div>
      ))}
    </div>
  );
}

beforeEach(() => {
  done.length = 0;
  act(() => render(<List />, document.body));
});
afterEach(() => render(null, document.body));

const at = (selector: string) => {
  const found = document.querySelectorAll(selector)[1];
  if (!found) throw new Error(`no ${selector}`);
  return found;
};
const click = (selector: string, detail = 1) =>
  at(selector).dispatchEvent(new MouseEvent('click', { bubbles: true, detail }));
const press = (selector: string, code: string, more: KeyboardEventInit = {}) =>
  at(selector).dispatchEvent(
    new KeyboardEvent('keydown', { bubbles: true, code, key: code.slice(3), ...more }),
  );

it('a press on a row is one on its details, by a double click too', () => {
  click('.call-title');
  click('.call-title', 2);
  expect(done).toEqual([['press', 1]]);
});

it.each(['.call-again', '.call-again svg', '.call-person', 'textarea'])(
  'a press on %s is none on its row',
  (selector) => {
    click(selector);
    expect(done).toEqual([]);
  },
);

it('who has marked a text in a row has pressed nothing', () => {
  getSelection()?.selectAllChildren(at('.call-title'));
  click('.call-title');
  getSelection()?.removeAllRanges();
  expect(done).toEqual([]);
});

it.each(['.call-again', '.call-person'])(
  'letters act at %s, once however long they are held, and are letters in a note',
  (selector) => {
    for (const code of ['KeyO', 'KeyM', 'KeyN', 'KeyP']) press(selector, code);
    press(selector, 'KeyM', { repeat: true });
    press(selector, 'KeyM', { ctrlKey: true });
    press('textarea', 'KeyM');
    // `?` of a Thai layout, which shows the keys.
    press(selector, 'KeyM', { key: '?', shiftKey: true });
    expect(done.map(([what, index]) => `${what} ${index}`)).toEqual([
      'open 1',
      'done 1',
      'note 1',
      'person 1',
    ]);
  },
);

it.each([
  ['.call-person', 'ArrowUp', 0, 'call-person'],
  // Who withholds their number has no page.
  ['.call-person', 'ArrowDown', 2, 'call-action call-more'],
  ['.call-again', 'ArrowDown', 2, 'call-action call-again'],
])('from %s the key %s goes to row %i, to its %s', async (selector, key, index, expected) => {
  press(selector, `Key${key}`, { key });
  await eventually(() => expect(document.activeElement?.className).toBe(expected));
  expect(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index).toBe(String(index));
});

/** The button that has the focus, and in which row. */
const focused = () => {
  const { activeElement: button } = document;
  return `${button?.classList.item(1)} ${button?.closest<HTMLElement>('[data-index]')?.dataset.index}`;
};
async function go(key: string): Promise<string> {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key, code: key }));
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  return focused();
}

it('the arrows stay at the same button: from a recording they come to no Call, where a row has none', async () => {
  document.querySelector<HTMLElement>('.call-play')?.focus();
  expect(await go('ArrowDown')).toBe('call-more 1');
  expect(await go('ArrowDown')).toBe('call-play 2');
  document.querySelector<HTMLElement>('.call-again')?.focus();
  expect(await go('ArrowDown')).toBe('call-again 1');
  expect(await go('End')).toBe('call-again 2');
  document.querySelectorAll<HTMLElement>('.call-more')[1]?.focus();
  expect(await go('ArrowDown')).toBe('call-more 2');
});

it('from the player the keys of the list act on its row, and the arrows leave it; those that it took, and its slider’s, do not', async () => {
  for (const code of ['KeyN', 'KeyO', 'ArrowDown']) press('.player input', code, { key: code });
  const taken = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, code: 'KeyM', key: 'm' });
  const byPlayer = (event: Event) => event.preventDefault();
  at('.player').addEventListener('keydown', byPlayer);
  at('.player button').dispatchEvent(taken);
  at('.player').removeEventListener('keydown', byPlayer);
  expect(done).toEqual([]);
  for (const code of ['KeyN', 'KeyO', 'KeyM']) press('.player button', code);
  expect(done.map(([what, index]) => `${what} ${index}`)).toEqual(['note 1', 'open 1', 'done 1']);
  const button = () => document.querySelectorAll<HTMLElement>('.player button')[1];
  button()?.focus();
  expect(await go('ArrowDown')).toBe('call-play 2');
  button()?.focus();
  expect(await go('ArrowUp')).toBe('call-more 1');
});

it('the focus is where an arrow went before the next key: a quick hand acts on no row that it has left', () => {
  press('.call-again', 'ArrowUp', { key: 'ArrowUp' });
  expect(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset.index).toBe('0');
});

it('nothing is done at the row that was left while the next one is not drawn', () => {
  const next = document.querySelector<HTMLElement>('[data-index="2"]');
  next?.removeAttribute('data-index');
  press('.call-again', 'ArrowDown', { key: 'ArrowDown' });
  const calls = new KeyboardEvent('keydown', {
    bubbles: true,
    cancelable: true,
    key: 'Enter',
    code: 'Enter',
  });
  at('.call-again').dispatchEvent(calls);
  expect(calls.defaultPrevented).toBe(true);
  press('.call-again', 'KeyO');
  expect(done).toEqual([]);
});
