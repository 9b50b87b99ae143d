import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useDragging } from '../../../../renderer/screens/contacts/favourites/dragging.ts';

const rowHeight = 52;
const before = ['Ann', 'Bo', 'Cho', 'Dee'];
const after = ['Bo', 'Cho', 'Ann', 'Dee'];
let drops: [number, number][] = [];
let listed = (): void => undefined;

function List({ names }: { readonly names: readonly string[] }) {
  const { list, of, isCarrying } = useDragging(names, (from, to) => {
    drops.push([from, to]);
    return new Promise((resolve) => {
      listed = resolve;
    });
  });
  return (
    <ul ref={list} class={isCarrying ? 'carrying' : ''}>
      {names.map((name, index) => {
        const { grip, shift, lifted } = of(index);
        return (
          <li key={name} data-shift={shift} data-lifted={lifted}>
            <button type="button" {...grip}>
              {name}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

beforeEach(() => {
  drops = [];
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(rowHeight);
  Object.assign(HTMLElement.prototype, { setPointerCapture: () => undefined });
  act(() => render(<List names={before} />, document.body));
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.restoreAllMocks();
});

const pointer = (row: number, type: string, clientY = 0) =>
  act(async () => {
    const grip = document.querySelectorAll('button')[row];
    grip?.dispatchEvent(new PointerEvent(type, { button: 0, pointerId: 1, clientY, bubbles: true }));
  });
const shifts = () => [...document.querySelectorAll('li')].map(({ dataset }) => Number(dataset.shift));

it.each([
  ['far below the list, it goes no further than the last place', 0, 5_000, [3 * rowHeight, -52, -52, -52]],
  ['far above it, no further than the first', 2, -5_000, [52, 52, -2 * rowHeight, 0]],
  ['a little, it follows the pointer, and nobody makes way', 1, 20, [0, 20, 0, 0]],
])('carried %s', async (_, row, by, expected) => {
  await pointer(row, 'pointerdown');
  await pointer(row, 'pointermove', by);
  expect(shifts()).toEqual(expected);
});

it('let go, each row lies where it will be, until the list has the new order', async () => {
  await pointer(0, 'pointerdown');
  await pointer(0, 'pointermove', 90);
  expect(document.querySelector('ul')?.className).toBe('carrying');
  await pointer(0, 'pointerup');
  const landed = [2 * rowHeight, -52, -52, 0];
  expect([shifts(), drops]).toEqual([landed, [[0, 2]]]);
  // Nothing glides there any more, and the mouse that goes on takes nothing with it.
  expect(document.querySelector('ul')?.className).toBe('');
  await pointer(0, 'pointermove', 0);
  await pointer(0, 'pointerup');
  expect([shifts(), drops]).toEqual([landed, [[0, 2]]]);
  // The list is told of the new order before the move itself is answered.
  act(() => render(<List names={after} />, document.body));
  expect(shifts()).toEqual([0, 0, 0, 0]);
  await act(async () => listed());
  await pointer(1, 'pointerdown');
  await pointer(1, 'pointermove', 20);
  expect(shifts()).toEqual([0, 20, 0, 0]);
});
