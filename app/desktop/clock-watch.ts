import type { Timer } from '../util/timer.ts';

/** Milliseconds. Whatever waits for a moment that a clock set back has put far ahead waits no longer than this. */
export const lookEvery = 30_000;
/** Clocks are pulled right by seconds all the time; nothing waits so exactly. */
export const tolerance = 60_000;

export interface ClockWatchParts {
  /** The computer's clock. */
  readonly now: () => number;
  /** One that nobody sets, and that goes on while the computer sleeps. */
  readonly uptime: () => number;
  readonly timer: Timer;
  /** The computer's clock was set, forward or back. */
  readonly set: () => void;
}

/** No system tells programs that its clock was set: it is seen by a clock that was not. */
export function watchClock({ now, uptime, timer, set }: ClockWatchParts): void {
  let last = { now: now(), uptime: uptime() };
  function look(): void {
    timer(lookEvery, look);
    const before = last;
    last = { now: now(), uptime: uptime() };
    const moved = last.now - before.now - (last.uptime - before.uptime);
    if (Math.abs(moved) >= tolerance) set();
  }
  timer(lookEvery, look);
}
