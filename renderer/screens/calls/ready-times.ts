import { timeIn } from '../../ui/time-in.ts';

const minute = 60_000;

/** A moment on this computer's calendar, so many days from now: a day on which clocks are moved has 23 or 25 hours. */
function onDay(now: number, days: number, hours: number, minutes: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, hours, minutes).getTime();
}

/** Moments that are chosen by one press. */
export function readyTimes(now: number): Readonly<Record<'quarter' | 'hour' | 'morning', number>> {
  return { quarter: now + 15 * minute, hour: now + 60 * minute, morning: onDay(now, 1, 9, 0) };
}

/**
 * When the clock next shows a time (`15:00`): today, or tomorrow where it is over; `null`: that is no time. Where clocks are put forward past
 * it, as much later; where they show it twice, the first.
 */
export function nextAt(time: string, now: number): number | null {
  const read = timeIn(time);
  if (read === null) return null;
  const today = onDay(now, 0, read.hours, read.minutes);
  return today > now ? today : onDay(now, 1, read.hours, read.minutes);
}
