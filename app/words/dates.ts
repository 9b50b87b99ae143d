import type { Words } from './en.ts';

/** Days between two moments as a calendar counts them, in this computer's zone: 0 today, 1 yesterday. */
function daysAgo(at: number, now: number): number {
  const midnight = (moment: number) => {
    const date = new Date(moment);
    // In UTC, where each day has 24 hours: a day on which clocks change has 23 or 25 here.
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  };
  return Math.round((midnight(now) - midnight(at)) / 86_400_000);
}

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * Made once for each form: a formatter costs a hundred times what formatting does, in memory that the page's own
 * bookkeeping does not see, and a list that makes one for each row brings the page down on a busy day.
 */
function formatter(locale: string, form: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, form]);
  const known = made.get(key);
  if (known) return known;
  const fresh = new Intl.DateTimeFormat(locale, form);
  made.set(key, fresh);
  return fresh;
}

export function timeOf(words: Words, at: number): string {
  return formatter(words.locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}

/** A day as a heading: `Today`, `Yesterday`, `Monday 2 November`, with the year where it is another one. */
export function dayOf(words: Words, at: number, now: number): string {
  const ago = daysAgo(at, now);
  if (ago === 0) return words.calls.today;
  if (ago === 1) return words.calls.yesterday;
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return formatter(words.locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** The same within a sentence: `today`, `yesterday`, `Monday 2 November`. */
export function dayIn(words: Words, at: number, now: number): string {
  const ago = daysAgo(at, now);
  if (ago === 0) return words.calls.todayInSentence;
  return ago === 1 ? words.calls.yesterdayInSentence : dayOf(words, at, now);
}

/** A moment in a sentence: `14:05` today, `yesterday 14:05`, `2 Nov` before. */
export function whenIn(words: Words, at: number, now: number): string {
  const ago = daysAgo(at, now);
  if (ago === 0) return timeOf(words, at);
  if (ago === 1) return `${words.calls.yesterdayInSentence} ${timeOf(words, at)}`;
  return formatter(words.locale, { day: 'numeric', month: 'short' }).format(at);
}

/** A moment to come, or that came, in a row: `15:00` today, `2 Nov 09:00` on another day. */
export function dueIn(words: Words, at: number, now: number): string {
  const time = timeOf(words, at);
  if (daysAgo(at, now) === 0) return time;
  return `${formatter(words.locale, { day: 'numeric', month: 'short' }).format(at)} ${time}`;
}

/** From when on something is whole, in a sentence: a day only where it is whole from its beginning on. */
export function sinceIn(words: Words, at: number, now: number): string {
  const midnight = new Date(at).setHours(0, 0, 0, 0);
  if (at === midnight) return dayIn(words, at, now);
  if (daysAgo(at, now) <= 1) return whenIn(words, at, now);
  const next = new Date(midnight);
  next.setDate(next.getDate() + 1);
  return dayIn(words, next.getTime(), now);
}

/** A moment in full: `Tuesday 24 November 2026, 14:05`, `วันอังคารที่ 24 พฤศจิกายน 2569 เวลา 14:05 น.` */
export function momentOf(words: Words, at: number): string {
  const date = formatter(words.locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return words.calls.moment(date.format(at), timeOf(words, at));
}

/** A day alone: `24 Nov 2026`. */
export const dateOf = (words: Words, at: number): string =>
  formatter(words.locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(at);

/** A day of the calendar (`yyyy-mm-dd`) as a moment within it. */
export function momentOfDay(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12).getTime();
}
