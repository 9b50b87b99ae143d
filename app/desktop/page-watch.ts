import type { Timer } from '../util/timer.ts';

export interface PageWatchParts {
  /** Asks the page for a sign of life: resolves when it gives one, and never where it hangs. */
  readonly ask: () => Promise<unknown>;
  /** Ends the page's process, which may answer to nothing. `ended` is told. */
  readonly end: () => void;
  readonly load: () => void;
  readonly timer: Timer;
  /** Milliseconds of a clock that is never set. */
  readonly now: () => number;
  readonly log: (line: string) => void;
}

/**
 * Sees that the page answers. One that does not, or whose process has ended, is made anew: what it showed lies in the main
 * process, questions too, and is shown again.
 */
export interface PageWatch {
  /** The page is being loaded. */
  loading(): void;
  loaded(): void;
  /** The window can be seen, or cannot: a hidden page is asked now and then only. */
  seen(visible: boolean): void;
  /** It is about to be needed. */
  look(): void;
  /** The page is let go: its end is meant, and nothing is loaded until somebody does. */
  rest(): void;
  /** The page's process has ended. */
  ended(reason: string): void;
  stop(): void;
}

/** Milliseconds. */
export const pace = {
  visible: 3_000,
  /** Each answer has V8 tidy up after it, for longer than the program idles otherwise. It is asked when it is about to be shown, too. */
  hidden: 10 * 60_000,
  /** For one answer. Twice: a computer that slept wakes up with the time run out and the page not yet awake. */
  patience: 4_000,
  /** A computer that is just starting up takes its time. */
  loading: 30_000,
  shortestPause: 1_000,
  longestPause: 30_000,
  /** A page that lived so long does not keep dying. */
  aLife: 60_000,
} as const;

export function createPageWatch({ ask, end, load, timer, now, log }: PageWatchParts): PageWatch {
  let visible = false;
  let alive = false;
  let stopped = false;
  let resting = false;
  let cancel = () => {};
  let asking = false;
  let born = now();
  let deaths = 0;

  function after(ms: number, then: () => void): void {
    cancel();
    if (!stopped) cancel = timer(ms, then);
  }

  function rest(): void {
    asking = false;
    after(visible ? pace.visible : pace.hidden, question);
  }

  function question(): void {
    if (!alive || asking) return;
    asking = true;
    put(2);
  }

  function put(tries: number): void {
    ask().then(
      // An answer to the question before is one, too.
      () => {
        if (alive && asking) rest();
      },
      // It is gone, which is told elsewhere.
      () => undefined,
    );
    after(pace.patience, () => (tries > 1 ? put(tries - 1) : hangs()));
  }

  function hangs(): void {
    log('the page does not answer and is made anew');
    asking = false;
    alive = false;
    end();
  }

  return {
    loading() {
      resting = false;
      alive = false;
      asking = false;
      born = now();
      after(pace.loading, hangs);
    },
    loaded() {
      alive = true;
      question();
    },
    seen(isVisible) {
      if (visible === isVisible) return;
      visible = isVisible;
      if (alive && !asking) rest();
    },
    look: question,
    rest() {
      resting = true;
      alive = false;
      asking = false;
      cancel();
    },
    ended(reason) {
      if (stopped || resting) return;
      alive = false;
      asking = false;
      deaths = now() - born >= pace.aLife ? 1 : deaths + 1;
      const pause = deaths === 1 ? 0 : Math.min(pace.shortestPause * 2 ** (deaths - 2), pace.longestPause);
      log(`the page ended (${reason}) and is loaded again${pause === 0 ? '' : ` in ${pause / 1_000} s`}`);
      after(pause, load);
    },
    stop() {
      stopped = true;
      cancel();
    },
  };
}
