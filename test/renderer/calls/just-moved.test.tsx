import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useJustMoved } from '../../../renderer/screens/calls/just-moved.ts';
import { daySpans, layOut } from '../../../renderer/screens/calls/windowing.ts';

const called: string[] = [];

function List({ ids, revision }: { readonly ids: readonly string[]; readonly revision: number }) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = new Map(ids.map((id, index) => [index, { id }] as const));
  const layout = layOut(daySpans([{ day: '', count: ids.length }]), { row: 54, heading: 0 }, []);
  useJustMoved(scroller, { revision, rows, total: ids.length }, new Set(rows.keys()), layout);
  return (
    <div ref={scroller}>
      {ids.map((id) => (
        <p key={id} id={id}>
          <button type="button" class="call-again" onClick={() => called.push(id)} />
          <button type="button" class="call-more" onClick={() => called.push(`more of ${id}`)} />
        </p>
      ))}
    </div>
  );
}
const draw = (revision: number, ...ids: string[]) =>
  act(() => render(<List ids={ids} revision={revision} />, document.body));
/** `after`: milliseconds from now; a key and a screen reader click without a pointer. */
function press(selector: string, after: number, detail = 1): string | undefined {
  called.length = 0;
  const button = document.querySelector(selector);
  const down = new MouseEvent('pointerdown', { bubbles: true });
  Object.defineProperty(down, 'timeStamp', { value: performance.now() + after });
  if (detail > 0) button?.dispatchEvent(down);
  button?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
  return called[0];
}

beforeEach(() => draw(1, 'a', 'b'));
afterEach(() => render(null, document.body));

it('a press on Call just after rows moved by themselves is not taken, and the next one is', () => {
  expect(press('#a .call-again', 0)).toBe('a');
  draw(2, 'new', 'a', 'b');
  expect(press('#new .call-again', 0)).toBeUndefined();
  expect(press('#a .call-again', 100)).toBeUndefined();
  expect(press('#new .call-again', 400)).toBe('new');
});

it('by a key it is taken at once, and what calls nobody is, too', () => {
  draw(2, 'new', 'a', 'b');
  expect(press('#a .call-again', 0, 0)).toBe('a');
  expect(press('#a .call-more', 0)).toBe('more of a');
});

it.each([
  ['what is looked for is another', 1, ['b', 'a']],
  ['nothing moved', 2, ['a', 'b']],
  ['more came below', 2, ['a', 'b', 'c']],
] as const)('it is taken where %s', (_how, revision, ids) => {
  draw(revision, ...ids);
  expect(press('#a .call-again', 0)).toBe('a');
});
