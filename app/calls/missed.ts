import type { Call } from '../cdr/call.ts';

/** Minutes of the day; `from` may be later than `to`: from the evening to the morning. */
export interface QuietHours {
  readonly from: number;
  readonly to: number;
}

export function isQuiet(minute: number, hours: QuietHours | null): boolean {
  if (hours === null || hours.from === hours.to) return false;
  const { from, to } = hours;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** Missed calls that nobody has been told of. */
export interface MissedWatch {
  /** Those among calls that changed that are news now. Each is news once. */
  take(calls: readonly Call[], now: number): readonly Call[];
}

/**
 * `since`: calls that began before are no news, however late they are found: the first look after a week must not bring a
 * week of notices. Neither are those of the last hours that the person has had on the screen.
 */
export function createMissedWatch(since: number, longestNews = 12 * 3_600_000): MissedWatch {
  const told = new Set<string>();
  return {
    take(calls, now) {
      const news = calls.filter(
        ({ id, result, settled, start }) =>
          result === 'missed' && settled && start >= since && start >= now - longestNews && !told.has(id),
      );
      for (const { id } of news) told.add(id);
      return news;
    },
  };
}

/** For the tray: missed since the list was last looked at. */
export function countUnseen(calls: readonly Call[], seenUpTo: number): number {
  let count = 0;
  for (const { result, start } of calls) {
    if (start <= seenUpTo) break;
    if (result === 'missed') count += 1;
  }
  return count;
}
