import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useRowKeys } from '../../../renderer/screens/calls/row-keys.ts';
import { daySpans, layOut } from '../../../renderer/screens/calls/windowing.ts';

const heights = { row: 54, heading: 30 } as const;
const done: [string, number][] = [];

function List() {
  const scroller = useRef<HTMLDivElement>(null);
  useRowKeys(
    scroller,
    layOut(daySpans([{ day: '2026-11-27', count: 2 }]), heights, []),
    heights,
    (what, index) => done.push([what, index]),
  );
  return (
    <div ref={scroller}>
      {[0, 1].map((index) => (
        <div key={index} data-index={index}>
          <div class="call-row">
            <span class="call-title">081 234 5678</span>
            <button type="button" class="call-action call-again">
              <svg />
            </button>
          </div>
          <textarea />
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

it.each(['.call-again', '.call-again svg', 'textarea'])('a press on %s is none on its row', (selector) => {
  click(selector);
  expect(done).toEqual([]);
});

it('who has marked a text in a row has pressed nothing', () => {
  getSelection()?.selectAllChildren(at('.call-title'));
  click('.call-title');
  getSelection()?.removeAllRanges();
  expect(done).toEqual([]);
});

it('O opens what the number leads to, once however long it is held, and is a letter in a note', () => {
  press('.call-again', 'KeyO');
  press('.call-again', 'KeyO', { repeat: true });
  press('.call-again', 'KeyO', { ctrlKey: true });
  press('textarea', 'KeyO');
  expect(done).toEqual([['open', 1]]);
});
