import { type ReadonlySignal, signal } from '@preact/signals';

export interface Today {
  /** Milliseconds since 1970: a moment of the day that it is. */
  readonly at: ReadonlySignal<number>;
  /** The window came to the front: it is looked at the clock anew. */
  look(): void;
}

/** A clock may be set, and a computer sleep. */
const longestWait = 3_600_000;

/** What day it is, also for somebody who looks on past midnight. `turned`: it is another day. */
export function createToday(turned: () => void): Today {
  const at = signal(Date.now());
  const dayOf = (moment: number) => new Date(moment).toDateString();

  function wait(): void {
    const now = Date.now();
    const untilMidnight = new Date(now).setHours(24, 0, 0, 0) - now;
    setTimeout(midnight, Math.min(untilMidnight + 50, longestWait));
  }

  function midnight(): void {
    const isAnother = dayOf(Date.now()) !== dayOf(at.peek());
    wait();
    if (!isAnother) return;
    at.value = Date.now();
    turned();
  }

  wait();
  return {
    at,
    look() {
      at.value = Date.now();
    },
  };
}
