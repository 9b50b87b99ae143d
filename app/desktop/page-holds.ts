import type { Events } from '../events/events.ts';

/**
 * What a page asks for that lasts: the list is on the screen, a key is being recorded or tried. None outlives the page, nor holds while
 * its window is hidden, or, where that is enough, without the focus, whatever the page says.
 */
export interface PageHolds {
  listOpen(open: boolean): void;
  recordHotkey(on: boolean): void;
  tryHotkey(on: boolean): void;
  /**
   * The hotkey was pressed. Whether it calls nobody, for somebody tries it: the first time wherever the focus is, as the window says so and can
   * be seen, and then as long as they look at it.
   */
  takesPress(): boolean;
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
  /** Since it is tried. */
  let pressed = false;

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
    tryHotkey(on) {
      pressed = false;
      set({ trying: on });
    },
    takesPress() {
      const takes = now.trying && now.visible && (now.focused || !pressed);
      pressed ||= takes;
      return takes;
    },
    seen: (visible) => set({ visible }),
    focused: (on) => set({ focused: on }),
    gone: () => set({ listOpen: false, recording: false, trying: false }),
  };
}
