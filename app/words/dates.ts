import type { PageWords } from './page.en.ts';

/*
 * `zone`: whose clocks and calendar are meant, by its IANA name (`Asia/Bangkok`); left out: this computer's.
 */

const minute = 60_000;
const day = 86_400_000;

const parts: Intl.DateTimeFormatOptions = {
  ...{ calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23' },
  ...({ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const),
};

/** What the clocks show, as a number: the moment at which UTC would show it, in whole minutes. Each day has 24 hours there. */
export function shownAt(at: number, zone?: string): number {
  // Formatters are kept, and a person may travel meanwhile.
  if (zone === undefined) return Math.floor(at / minute - new Date(at).getTimezoneOffset()) * minute;
  const of: Record<string, number> = {};
  for (const { type, value } of formatter('en-US', { ...parts, timeZone: zone }).formatToParts(at))
    of[type] = Number(value);
  const { year = 0, month = 1, day: date = 1, hour = 0, minute: after = 0 } = of;
  return Date.UTC(year, month - 1, date, hour, after);
}

/** Days since 1970 on the calendar. */
const dayNumber = (at: number, zone?: string): number => Math.floor(shownAt(at, zone) / day);

/** Days between two moments as a calendar counts them: 0 today, 1 yesterday. */
const daysAgo = (at: number, now: number, zone?: string): number =>
  dayNumber(now, zone) - dayNumber(at, zone);

/** When a day of the calendar (`yyyy-mm-dd`) begins. */
export function beginOfDay(date: string, zone?: string): number {
  const wanted = Date.parse(`${date}T00:00:00Z`);
  // The offset where it is midnight in UTC, then where it is midnight there: clocks may be moved between the two.
  const near = wanted - (shownAt(wanted, zone) - wanted);
  return near + (wanted - shownAt(near, zone));
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

/**
 * In words. This computer's own zone is read at every time, as whoever travels has it changed: a formatter that is kept would go on with the one
 * in which it was made.
 */
const written = (words: PageWords, form: Intl.DateTimeFormatOptions, at: number, zone?: string): string =>
  formatter(words.locale, { ...form, timeZone: zone ?? 'UTC' }).format(zone === undefined ? shownAt(at) : at);

export const timeOf = (words: PageWords, at: number, zone?: string): string =>
  written(words, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, at, zone);

/** A day as a heading: `Today`, `Yesterday`, `Monday 2 November`, with the year where it is another one. */
export function dayOf(words: PageWords, at: number, now: number, timeZone?: string): string {
  const ago = daysAgo(at, now, timeZone);
  if (ago === 0) return words.calls.today;
  if (ago === 1) return words.calls.yesterday;
  const yearOf = (moment: number) => new Date(shownAt(moment, timeZone)).getUTCFullYear();
  const year = yearOf(at) === yearOf(now) ? {} : ({ year: 'numeric' } as const);
  return written(words, { weekday: 'long', day: 'numeric', month: 'long', ...year }, at, timeZone);
}

/** The same within a sentence: `today`, `yesterday`, `Monday 2 November`. */
export function dayIn(words: PageWords, at: number, now: number, zone?: string): string {
  const ago = daysAgo(at, now, zone);
  if (ago === 0) return words.calls.todayInSentence;
  return ago === 1 ? words.calls.yesterdayInSentence : dayOf(words, at, now, zone);
}

/** A moment in a sentence: `14:05` today, `yesterday 14:05`, `2 Nov` before. */
export function whenIn(words: PageWords, at: number, now: number, timeZone?: string): string {
  const ago = daysAgo(at, now, timeZone);
  if (ago === 0) return timeOf(words, at, timeZone);
  if (ago === 1) return `${words.calls.yesterdayInSentence} ${timeOf(words, at, timeZone)}`;
  return written(words, { day: 'numeric', month: 'short' }, at, timeZone);
}

/** A moment to come, or that came, in a row: `15:00` today, `2 Nov 09:00` on another day. */
export function dueIn(words: PageWords, at: number, now: number): string {
  const time = timeOf(words, at);
  if (daysAgo(at, now) === 0) return time;
  return `${written(words, { day: 'numeric', month: 'short' }, at)} ${time}`;
}

/** From when on something is whole, in a sentence: a day only where it is whole from its beginning on. */
export function sinceIn(words: PageWords, at: number, now: number, zone?: string): string {
  const begin = dayNumber(at - 1, zone);
  if (begin < dayNumber(at, zone)) return dayIn(words, at, now, zone);
  if (daysAgo(at, now, zone) <= 1) return whenIn(words, at, now, zone);
  return dayIn(words, momentOfDay(dateAt((begin + 1) * day), zone), now, zone);
}

/** A moment in full: `Tuesday 24 November 2026, 14:05`, `วันอังคารที่ 24 พฤศจิกายน 2569 เวลา 14:05 น.` */
export const momentOf = (words: PageWords, at: number, timeZone?: string): string =>
  words.calls.moment(fullDateOf(words, at, timeZone), timeOf(words, at, timeZone));

/** The day of it: `Tuesday 24 November 2026`. */
export const fullDateOf = (words: PageWords, at: number, timeZone?: string): string =>
  written(words, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, at, timeZone);

/** A day alone: `24 Nov 2026`. */
export const dateOf = (words: PageWords, at: number, timeZone?: string): string =>
  written(words, { day: 'numeric', month: 'short', year: 'numeric' }, at, timeZone);

/** A month as a heading: `November 2026`, `พฤศจิกายน 2569`. */
export const monthOf = (words: PageWords, at: number, timeZone: string): string =>
  written(words, { month: 'long', year: 'numeric' }, at, timeZone);

/** A day of the week above its column: `Mon`, `จ.` */
export const weekdayOf = (words: PageWords, at: number, timeZone: string): string =>
  written(words, { weekday: 'short' }, at, timeZone);

/** A day of the calendar (`yyyy-mm-dd`) as a moment within it. */
export const momentOfDay = (date: string, zone?: string): number => beginOfDay(date, zone) + day / 2;

/** `yyyy-mm-dd` of what `shownAt` gives. */
export const dateAt = (shown: number): string => new Date(shown).toISOString().slice(0, 10);
