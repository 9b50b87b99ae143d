import type { Limit } from '../policies/limits.ts';

export interface Limiter<N extends string> {
  /** False: too many. Else it counts, and is over with `done`. */
  begin(name: N): boolean;
  done(name: N): void;
}

const minute = 60_000;

/** Counts requests by a table. `now`: milliseconds of a clock that is never set. */
export function createLimiter<N extends string>(
  limits: Readonly<Record<N, Limit>>,
  now: () => number,
): Limiter<N> {
  /** When the last of each began, oldest first, as many as may in a minute. */
  const begun = new Map<N, number[]>();
  const running = new Map<N, number>();

  return {
    begin(name) {
      const { perMinute, atOnce = Number.POSITIVE_INFINITY } = limits[name];
      const at = now();
      const times = begun.get(name) ?? [];
      begun.set(name, times);
      while (times[0] !== undefined && at - times[0] >= minute) times.shift();
      const count = running.get(name) ?? 0;
      if (times.length >= perMinute || count >= atOnce) return false;
      times.push(at);
      running.set(name, count + 1);
      return true;
    },
    done: (name) => void running.set(name, (running.get(name) ?? 1) - 1),
  };
}
