import type { Events } from '../events/events.ts';
import { deferred } from '../util/deferred.ts';

/** Milliseconds that the page may take to hand over notes. */
const patience = 800;

export interface TypedNotes {
  /** Has the page hand over what was typed a moment ago, which it may not do. */
  take(): Promise<void>;
  /** The page has none left. */
  given(): void;
}

/** Notes that are still in the page when somebody signs out or the program ends. */
export function createTypedNotes(events: Events, isSignedIn: () => boolean): TypedNotes {
  let waiting = deferred<void>();
  let hasPage = true;
  // A page that is let go has kept them before.
  events.on('page.left', () => {
    hasPage = false;
  });
  events.on('page.drawn', () => {
    hasPage = true;
  });
  return {
    async take() {
      if (!isSignedIn() || !hasPage) return;
      waiting = deferred();
      events.emit('notes.wanted', undefined);
      await Promise.race([waiting.promise, new Promise((resolve) => setTimeout(resolve, patience))]);
    },
    given: () => waiting.resolve(),
  };
}
