import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createPageHolds, type PageHolds } from '../../../app/desktop/page-holds.ts';
import type { Events, Happened } from '../../../app/events/events.ts';

function desk() {
  const told: string[] = [];
  const events: Events = new EventEmitter<Happened>();
  events.on('list.opened', (open) => told.push(open ? 'list is kept fresh' : 'list rests'));
  events.on('hotkey.rested', (resting) => told.push(resting ? 'key rests' : 'key calls'));
  return { holds: createPageHolds(events), told };
}

describe('what a page asks for that lasts', () => {
  it('is had while its window is seen and has the focus', () => {
    const { holds, told } = desk();
    holds.seen(true);
    holds.focused(true);
    holds.listOpen(true);
    holds.recordHotkey(true);
    holds.listOpen(false);
    holds.recordHotkey(false);
    expect(told).toEqual(['list is kept fresh', 'key rests', 'list rests', 'key calls']);
  });

  it('is told once, however often the page says it', () => {
    const { holds, told } = desk();
    holds.seen(true);
    for (let count = 0; count < 5; count++) holds.listOpen(true);
    expect(told).toEqual(['list is kept fresh']);
  });

  it('is not had by a page that cannot be seen, whatever it says', () => {
    const { holds, told } = desk();
    holds.listOpen(true);
    holds.recordHotkey(true);
    expect(told).toEqual([]);
  });

  it.each<[string, (holds: PageHolds) => void]>([
    ['its page ended', (holds) => holds.gone()],
    [
      'its window was hidden',
      (holds) => {
        holds.focused(false);
        holds.seen(false);
      },
    ],
  ])('is over when %s', (_what, end) => {
    const { holds, told } = desk();
    holds.seen(true);
    holds.focused(true);
    holds.listOpen(true);
    holds.recordHotkey(true);
    told.length = 0;
    end(holds);
    expect(told.toSorted()).toEqual(['key calls', 'list rests']);
  });

  it('takes the press of a key that is tried while the words that nobody is called can be read, wherever the focus is', () => {
    const { holds } = desk();
    holds.seen(true);
    holds.focused(false);
    expect(holds.takesPress()).toBe(false);
    holds.tryHotkey(true);
    expect(holds.takesPress()).toBe(true);
    // It worked, and whoever is in another program by now means to call.
    expect(holds.takesPress()).toBe(false);
    // Who still looks at it does not.
    holds.focused(true);
    expect([holds.takesPress(), holds.takesPress()]).toEqual([true, true]);
    holds.tryHotkey(false);
    expect(holds.takesPress()).toBe(false);
    holds.tryHotkey(true);
    holds.focused(false);
    holds.seen(false);
    expect(holds.takesPress()).toBe(false);
    holds.seen(true);
    expect(holds.takesPress()).toBe(true);
  });

  it('does not come back with the next page, which has not asked for it', () => {
    const { holds, told } = desk();
    holds.seen(true);
    holds.focused(true);
    holds.listOpen(true);
    holds.recordHotkey(true);
    holds.gone();
    told.length = 0;
    holds.seen(false);
    holds.seen(true);
    holds.focused(false);
    holds.focused(true);
    expect(told).toEqual([]);
  });
});
