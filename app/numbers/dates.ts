/**
 * Dates that have the digits of a number: `08-12.06.2026` would be a Thai mobile. What could be a date is taken for one, in any
 * order, with ranges, and with a time behind it. Only the country's own way to group a number speaks against it.
 */

import { dateBlank } from './not-numbers.ts';

const datesBlanked = new RegExp(`${dateBlank}+`, 'g');
const anyOf = (...some: readonly string[]) => `(?:${some.join('|')})`;

/** By either calendar: 1800–2199 and 2400–2699. */
const year = '(?:1[89]|2[01456])\\d\\d';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
/** Stands for a word, which may be the name of a month. */
const word = 'M';
const month = `(?:0?[1-9]|1[0-2]|${word})`;
const day2 = '(?:0[1-9]|[12]\\d|3[01])';
const month2 = '(?:0[1-9]|1[0-2])';
const time = '(?:[01]\\d|2[0-4])[0-5]\\d(?:[0-5]\\d)?';
const clock = '(?:[01]?\\d|2[0-4]) [0-5]\\d(?: [0-5]\\d)?';

const dayAndMonth = anyOf(day2 + month2, month2 + day2);
/** A date without a blank in it: `20240131`. */
const solid = anyOf(dayAndMonth + year, year + dayAndMonth);
const part = anyOf('[1-9]|\\d\\d', year, dayAndMonth, solid, month2 + year, year + month2, time);
/** Nothing but parts of dates and times. A blank stands for whatever parts them. */
const onlyParts = new RegExp(`^${part}(?: ${part})*$`);
const fullYear = new RegExp(`(?:^| )${anyOf(year, solid, month2 + year, year + month2)}(?= |$)`);
const fullDate = new RegExp(
  `(?:^| )${anyOf(`${day} ${month} ${year}`, `${month} ${day} ${year}`, `${year} ${month} ${day}`, `${year} ${day} ${month}`)}(?= |$)`,
);

/** With a year of two digits, which may be any two digits: only as dates are put together. */
const short = '\\d\\d';
const oneDate = anyOf(
  `${day} ${month} ${short}`,
  `${month} ${day} ${short}`,
  `${short} ${month} ${day}`,
  `${short} ${day} ${month}`,
  dayAndMonth + short,
  short + dayAndMonth,
);
const range = anyOf(
  `${day} ${day} ${month} ${short}`,
  `${month} ${day} ${day} ${short}`,
  `${short} ${month} ${day} ${day}`,
  `${short} ${day} ${day} ${month}`,
  `${day} ${month} ${day} ${month} ${short}`,
);
const dates = anyOf(range, oneDate);
const shortDate = new RegExp(`^${dates}(?: ${dates})?(?: ${anyOf(time, clock)}){0,2}$`);

/**
 * - `date`: that, and no number;
 * - `solid-date`: eight digits that are a date, and a number where numbers have eight digits;
 * - `either`: grouped as numbers are in the country, and yet a date.
 */
export type DateLike = 'no' | 'date' | 'solid-date' | 'either';

/** Groups of digits, and the line around them. */
export interface Beside {
  readonly groups: readonly string[];
  readonly before: string;
  readonly after: string;
}

const nearBefore = /[^\d\n+]{0,16}(?:\d{1,8}[^\d\n+]{1,16})*$/;
const nearAfter = /^(?:[^\d\n+]{1,16}\d{1,8}(?!\d))*(?:[^\d\n+]{1,16}$)?/;
const mostNear = 5;

const digitsOf = (text: string) => text.match(/\d+/g) ?? [];
const noMonth = /เวลา|ถึง|(?<!\p{L})(?:at|to|from|till|until|um|bis|von|à|t|h)(?!\p{L})/giu;
const digitsAndWordsOf = (text: string) =>
  text
    .replace(noMonth, ' ')
    .replace(/\p{L}[\p{L}\p{M}.]*/gu, word)
    .match(/\d+|M/g) ?? [];

/** What is no more than a word away, before and behind. A date that was blanked out is a year. */
function near({ before, after }: Beside): readonly [string, string] {
  const dated = (text: string) => text.replace(datesBlanked, '2000');
  return [nearBefore.exec(dated(before))?.[0] ?? '', nearAfter.exec(dated(after))?.[0] ?? ''];
}

/** The groups, alone and with more and more of what is near. */
function* around(beside: Beside): Generator<string> {
  const [left, right] = near(beside);
  const readings = /\p{L}/u.test(left + right) ? [digitsOf, digitsAndWordsOf] : [digitsOf];
  for (const read of readings) {
    const [lefts, rights] = [read(left).slice(-mostNear), read(right).slice(0, mostNear)];
    for (let from = lefts.length; from >= 0; from -= 1) {
      for (let to = 0; to <= rights.length; to += 1) {
        yield [...lefts.slice(from), ...beside.groups, ...rights.slice(0, to)].join(' ');
      }
    }
  }
}

/** A date among the groups, or one that begins or ends in them. */
function reachesIn(beside: Beside): boolean {
  const [left, right] = near(beside).map(digitsOf);
  return fullDate.test([...(left ?? []).slice(-2), ...beside.groups, ...(right ?? []).slice(0, 2)].join(' '));
}

/** How digits are grouped: as the country does it; with one separator throughout. */
export interface Grouping {
  readonly usual: boolean;
  readonly even: boolean;
}

/** Days, months, years and times, and nothing else. */
export const isParts = (groups: readonly string[]): boolean => onlyParts.test(groups.join(' '));

/** Whether groups of digits are a date, or stand within one. */
export function dateLike(beside: Beside, { usual, even }: Grouping): DateLike {
  const text = beside.groups.join(' ');
  if (!isParts(beside.groups)) return reachesIn(beside) && !usual ? 'date' : 'no';
  if (!isDated(beside)) return even || usual ? 'no' : 'date';
  if (!usual || !even) return 'date';
  return beside.groups.length === 1 && fullYear.test(text) ? 'solid-date' : 'either';
}

/** Parts of dates and no more, with a year among them or near. */
export function isDate(beside: Beside): boolean {
  return isParts(beside.groups) && isDated(beside);
}

function isDated(beside: Beside): boolean {
  for (const line of around(beside)) if (fullYear.test(line) || shortDate.test(line)) return true;
  return false;
}
