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
 * A time as people write it: `15:00`, `15.00`, `1500`, `15`, `3pm`, `3:30 p.m.`, `15.00 น.`, `๑๕.๐๐`. Without `am` or `pm` it is one of 24 hours.
 * `null`: that is no time.
 */
function timeIn(text: string): { readonly hours: number; readonly minutes: number } | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toLowerCase()
    .replace(/\s|น\.?$/g, '');
  const [, first = '', second = '0', half] =
    /^(\d{1,2})(?:[:.]?(\d\d))?(?:([ap])\.?m\.?)?$/.exec(plain) ?? [];
  if (first === '') return null;
  const [hours, minutes] = [Number(first), Number(second)];
  if (minutes > 59 || hours > 23) return null;
  if (half === undefined) return { hours, minutes };
  return hours < 1 || hours > 12 ? null : { hours: (hours % 12) + (half === 'p' ? 12 : 0), minutes };
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
