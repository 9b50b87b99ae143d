import type { Events } from '../events/events.ts';

/**
 * What a page asks for that lasts: the list is on the screen, a key is being recorded. Neither outlives the page, nor holds while
 * its window is hidden or without the focus, whatever the page says.
 */
export interface PageHolds {
  listOpen(open: boolean): void;
  recordHotkey(on: boolean): void;
  tryHotkey(on: boolean): void;
  /** The hotkey calls nobody: somebody tries it. */
  isTried(): boolean;
  /** The window can be seen. */
  seen(visible: boolean): void;
  focused(on: boolean): void;
  /** The page has ended, or is loaded anew. */
  gone(): void;
}

export function createPageHolds(events: Pick<Events, 'emit'>): PageHolds {
  const now = { listOpen: false, recording: false, trying: false, visible: false, focused: false };
  let listOpen = false;
  let resting = false;

  function set(part: Partial<typeof now>): void {
    Object.assign(now, part);
    const [opens, rests] = [now.listOpen && now.visible, now.recording && now.focused];
    if (opens !== listOpen) {
      listOpen = opens;
      events.emit('list.opened', opens);
    }
    if (rests !== resting) {
      resting = rests;
      events.emit('hotkey.rested', rests);
    }
  }

  return {
    listOpen: (open) => set({ listOpen: open }),
    recordHotkey: (on) => set({ recording: on }),
    tryHotkey: (on) => set({ trying: on }),
    isTried: () => now.trying && now.focused,
    seen: (visible) => set({ visible }),
    focused: (on) => set({ focused: on }),
    gone: () => set({ listOpen: false, recording: false, trying: false }),
  };
}
