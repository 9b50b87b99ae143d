import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRush } from '../../../renderer/screens/calls/rush.ts';

describe('a list that is scrolled', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const height = 540;
  const frame = 16;
  function scrolled(steps: readonly number[], every = frame) {
    const changed = vi.fn<(rushes: boolean) => void>();
    const rush = createRush(changed, () => Date.now());
    let top = 0;
    const states = steps.map((by) => {
      vi.advanceTimersByTime(every);
      top += by;
      return rush.moved(top, height);
    });
    return { states, changed, rush };
  }

  it('is drawn row by row at any speed that can be followed', () => {
    expect(scrolled([120, 120, -170, 170]).states).toEqual([false, false, false, false]);
  });

  it('is drawn at once after a single leap, to a day or to its end', () => {
    expect(scrolled([90_000]).states).toEqual([false]);
    expect(scrolled([90_000, -90_000], 500).states).toEqual([false, false]);
  });

  it('flies by while its bar is dragged, and is drawn when that comes to rest', () => {
    const { states, changed } = scrolled([3_000, 3_000, -3_000, 10]);
    expect(states).toEqual([false, true, true, true]);
    expect(changed).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(changed.mock.calls).toEqual([[false]]);
  });

  it('says nothing once it is gone', () => {
    const { changed, rush } = scrolled([3_000, 3_000]);
    rush.end();
    vi.advanceTimersByTime(200);
    expect(changed).not.toHaveBeenCalled();
  });
});
