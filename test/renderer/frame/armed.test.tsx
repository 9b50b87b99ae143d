import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useArmed } from '../../../renderer/frame/armed.ts';

const after = 600;
const answers: string[] = [];

function Question({ onScreen = true }: { readonly onScreen?: boolean }) {
  const yes = useRef<HTMLButtonElement>(null);
  const armed = useArmed(after, yes, onScreen);
  return (
    <div>
      <input onKeyDown={({ key }) => answers.push(key)} />
      <button type="button" ref={yes} disabled={!armed} onClick={() => answers.push('click')}>
        Call
      </button>
    </div>
  );
}

/** A page that draws when the test says so, by a clock that stands in between. */
beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'requestAnimationFrame', 'cancelAnimationFrame', 'performance'],
  });
  answers.length = 0;
  act(() => render(<Question />, document.body));
});
afterEach(() => {
  act(() => render(null, document.body));
  vi.useRealTimers();
});

const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
const button = () => document.querySelector('button') as HTMLButtonElement;
/** Two frames. */
const draw = () => wait(32);

/** `down`: when the key went down; a busy page hears of it later. */
function key(name: string, down = performance.now()): void {
  const event = new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: down });
  act(() => void (document.querySelector('input') as HTMLInputElement).dispatchEvent(event));
}

function click(down: number): void {
  for (const [kind, at] of [
    ['pointerdown', down],
    ['click', performance.now()],
  ] as const) {
    const event = new MouseEvent(kind, { bubbles: true, cancelable: true, detail: 1 });
    Object.defineProperty(event, 'timeStamp', { value: at });
    act(() => void button().dispatchEvent(event));
  }
}

describe('a question takes a yes', () => {
  it('once it has been drawn and has stood for a while', () => {
    wait(10);
    key('Enter');
    draw();
    wait(after - 50);
    expect(button().disabled).toBe(true);
    wait(50);
    expect(button().disabled).toBe(false);
    key('Enter');
    expect(answers).toEqual(['Enter']);
  });

  it('never from a key or a pointer that went down before, and is heard of later', () => {
    const before = performance.now();
    draw();
    wait(2 * after);
    expect(button().disabled).toBe(false);
    key('Enter', before);
    key(' ', before + 30);
    click(before);
    expect(answers).toEqual([]);
    wait(after);
    click(performance.now());
    expect(answers).toEqual(['click']);
  });

  it.each(['Enter', ' ', 'k'])('not before %j has been left alone for a while', (name) => {
    draw();
    for (let press = 0; press < 20; press += 1) {
      wait(after - 1);
      key(name);
    }
    expect(answers.filter((answer) => answer !== 'k')).toEqual([]);
    expect(button().disabled).toBe(true);
    wait(after);
    key('Enter');
    expect(answers.at(-1)).toBe('Enter');
  });

  it('not before it has had the focus for a while: what is typed when it comes was meant for another program', () => {
    draw();
    wait(2 * after);
    window.dispatchEvent(new Event('focus'));
    wait(50);
    key('Enter');
    expect(answers).toEqual([]);
    wait(after);
    key('Enter');
    expect(answers).toEqual(['Enter']);
  });

  it('not as long as its window is not shown', () => {
    act(() => render(<Question onScreen={false} />, document.body));
    draw();
    wait(2 * after);
    expect(button().disabled).toBe(true);
    act(() => render(<Question onScreen />, document.body));
    draw();
    wait(after - 50);
    expect(button().disabled).toBe(true);
    wait(50);
    expect(button().disabled).toBe(false);
  });

  it('while one looks around in it', () => {
    draw();
    wait(after);
    for (const name of ['ArrowDown', 'Tab', 'Home', 'Shift']) key(name);
    expect(button().disabled).toBe(false);
  });
});
