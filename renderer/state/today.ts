import { type ReadonlySignal, signal } from '@preact/signals';
import { shownAt } from '../../app/words/dates.ts';

export interface Today {
  /** Milliseconds since 1970: a moment of the day that it is. */
  readonly at: ReadonlySignal<number>;
  /** The window came to the front: it is looked at the clock anew. */
  look(): void;
}

const day = 86_400_000;
/** Each midnight is a quarter of an hour in UTC, whatever the zone; a clock may be set, and a computer sleep. */
const quarter = 900_000;

/** What day it is by the PBX's calendar, also for somebody who looks on past its midnight. `turned`: it is another day. */
export function createToday(zone: () => string | undefined, turned: () => void): Today {
  const at = signal(Date.now());
  const dayOf = (moment: number) => Math.floor(shownAt(moment, zone()) / day);

  function wait(): void {
    setTimeout(maybeMidnight, quarter - (Date.now() % quarter) + 50);
  }

  function maybeMidnight(): void {
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
