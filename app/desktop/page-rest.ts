import type { Events } from '../events/events.ts';
import type { Timer } from '../util/timer.ts';

export interface PageRestParts {
  readonly events: Events;
  /** Milliseconds out of sight. */
  readonly after: number;
  readonly page: {
    /** Ends the page's process. */
    letGo(): void;
    load(): void;
  };
  readonly timer: Timer;
}

/**
 * A page that nobody has seen for long is let go, for the memory it takes, and made anew when it is needed. The page itself knows
 * whether it may: it does not answer while it plays, or while something was typed that is kept nowhere.
 */
export interface PageRest<State> {
  /** The window can be seen, or cannot. */
  seen(visible: boolean): void;
  /** The page's answer: it may go, and this is on it. */
  given(state: State): void;
  /** A page that starts asks what is to be on it, before all else. */
  kept(): State | null;
  /** `null`: it is there. Else what is to be on the next one. */
  resting(): { readonly state: State | null } | null;
  /** Brings it back. `null`: it is there; else until it can be shown. */
  needed(): Promise<void> | null;
  drawn(): void;
  stop(): void;
}

/** Milliseconds. A window is not shown before there is something to see, and yet a press of a key shows it. */
export const longestDrawing = 1_000;

export function createPageRest<State>({ events, after, page, timer }: PageRestParts): PageRest<State> {
  let visible = false;
  let asked = false;
  let kept: State | null = null;
  let is: 'here' | 'away' | 'coming' = 'here';
  let cancel = () => {};
  let back = () => {};
  let coming: Promise<void> | null = null;

  function wait(): void {
    cancel();
    asked = false;
    if (!visible && is === 'here') cancel = timer(after, ask);
  }

  function ask(): void {
    wait();
    asked = true;
    events.emit('page.wanted', undefined);
  }

  function needed(): Promise<void> | null {
    if (is === 'here') return null;
    if (is === 'away') {
      is = 'coming';
      coming = new Promise((resolve) => {
        const giveUp = timer(longestDrawing, resolve);
        back = () => {
          giveUp();
          resolve();
        };
      });
      page.load();
    }
    return coming;
  }

  // The next person at this desk sees nothing of the last one.
  events.on('session.changed', ({ state }) => {
    if (state !== 'signed-in') kept = null;
  });
  wait();

  return {
    seen(isVisible) {
      if (visible === isVisible) return;
      visible = isVisible;
      wait();
      if (visible) void needed();
    },
    given(state) {
      // An answer that is late: somebody looks.
      if (!asked || visible || is !== 'here') return;
      kept = state;
      is = 'away';
      wait();
      events.emit('page.left');
      page.letGo();
    },
    kept() {
      events.emit('page.asks');
      return kept;
    },
    resting: () => (is === 'away' ? { state: kept } : null),
    needed,
    drawn() {
      kept = null;
      is = 'here';
      events.emit('page.drawn');
      back();
      wait();
    },
    stop: () => cancel(),
  };
}
