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
  return {
    async take() {
      if (!isSignedIn()) return;
      waiting = deferred();
      events.emit('notes.wanted', undefined);
      await Promise.race([waiting.promise, new Promise((resolve) => setTimeout(resolve, patience))]);
    },
    given: () => waiting.resolve(),
  };
}
