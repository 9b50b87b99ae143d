import { type Beside, type DateLike, dateLike, type Grouping, isDate, isParts } from './dates.ts';
import { group as grouped, type Phone, readPhone, readWritten } from './plan.ts';
import { prefixesOf } from './prefixes.ts';

/** Digits that stand together, and whether a `+` stands before them. */
interface Group {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  readonly plus: boolean;
}

export interface Span {
  readonly start: number;
  readonly end: number;
  /** Digits, with a `+` where one was written. */
  readonly dialled: string;
  readonly phone: Phone;
  readonly date: Exclude<DateLike, 'date'>;
  /** Grouped as numbers are where it leads, or not at all. */
  readonly usual: boolean;
  /** Neither that nor its area code and short groups behind it: `0171 123 45 67` is usual, `086-4-631977` is not. */
  readonly odd: boolean;
  /** Other figures go on at either end: it may be cut out of a longer row. */
  readonly cut: boolean;
  /** In more groups than one, as they usually are. */
  readonly grouped: boolean;
}

/**
 * What may stand between two groups of one number: one mark, with single spaces around it. Two spaces, a tab, a
 * line's end, a comma, a slash (in Thailand) and words part numbers; so does a full stop with a space behind it.
 */
const joint = /^(?: | ?- ?|\.|_| ?\(| ?\) ?| ?\( ?| ?\)[-.] ?|[-.]\()$/;
/**
 * `030/1234567`, as Germany writes it: behind the slash stands what would be a number of the caller's own town. In Thailand a slash
 * parts numbers, but not a foreign one: `+49 30/1234567`.
 */
const slash = /^ ?\)? ?\/ ?$/;
/** `+66 (0) 81`: between the brackets stands the group `0`; and `+(66)81`. */
const plusBefore = /\+ ?\(?$/;

/** What a number that may be cut from what stands beside it counts for, in groups that belong to no number. */
const unlikely = 2;
const mostGroups = 7;
const mostDigits = 17;
/**
 * libphonenumber takes some 20 µs for each number it is asked about. A text that needs more than this is a table of
 * figures; what was found so far stands.
 */
const mostReadings = 1_500;

/** Where no number is written without its trunk prefix, whatever the library takes for one. */
const trunkAlways = new Set(['DE', 'AT']);

/** How Thai numbers are grouped, toll-free, official style (`0 2123 4567`) and old style (`08-1234-5678`) included. */
const thaiGroupings = new Set(
  '3-3-4 3-7 2-4-4 2-8 1-4-5 1-9 2-3-4 2-7 1-4-4 1-8 3-3-3 3-6 1-3-3-3 1-3-3-4 1-2-3-4 1-2-3-3'.split(' '),
);

export class Reader {
  #readings = 0;
  readonly #known = new Map<string, Phone | null>();
  readonly #dates = new Map<string, DateLike>();
  readonly country: string;
  readonly #trunk: string;

  constructor(country: string) {
    this.country = country;
    this.#trunk = prefixesOf(country).trunk;
  }

  get spent(): boolean {
    return this.#readings >= mostReadings;
  }

  /** A number that the plan gives out and that was written in full: with its trunk prefix, or its country. */
  read(dialled: string): Phone | null {
    if (!plausible(dialled, this.country)) return null;
    const known = this.#known.get(dialled);
    if (known !== undefined) return known;
    if (this.spent) return null;
    this.#readings += 1;
    const phone = readPhone(dialled, this.country);
    const full = phone?.valid && phone.written !== 'bare' && !this.#isLocal(dialled) ? phone : null;
    this.#known.set(dialled, full);
    return full;
  }

  /** Figures repeat in a table, and so does what stands beside them. */
  dateLike(where: Beside, grouping: Grouping): DateLike {
    const key = JSON.stringify([where, grouping]);
    const known = this.#dates.get(key);
    if (known !== undefined) return known;
    const date = dateLike(where, grouping);
    this.#dates.set(key, date);
    return date;
  }

  /** Not one, and yet long enough, and begun as one: a number that lost a digit, or has one too many. */
  looksLikeNumber(groups: readonly Group[]): boolean {
    const digits = groups.map((group) => group.digits).join('');
    const begun = groups[0]?.plus || digits.startsWith(this.#trunk);
    return begun === true && digits.length >= 7 && digits.length <= 12;
  }

  /** `1234567` in Germany: a number of the caller's own town, or any figure. */
  #isLocal(dialled: string): boolean {
    if (trunkAlways.has(this.country)) return /^(?!49|43)[1-9]/.test(dialled);
    return this.#trunk === '0' && /^[1-9]\d{0,6}$/.test(dialled);
  }
}

/** Cheaper than asking the library, and enough to turn down nearly all figures in a Thai text. */
function plausible(dialled: string, country: string): boolean {
  const length = dialled.length;
  if (length < 6 || length > mostDigits) return false;
  if (country !== 'TH' || dialled.startsWith('+')) return true;
  return (
    /^(?:00|66)/.test(dialled) || (/^(?:0[2-9]|1[89]00)/.test(dialled) && (length === 9 || length === 10))
  );
}

/** The numbers of a text; and whether there is what could have been one more. */
export function spans(
  text: string,
  reader: Reader,
): { readonly found: readonly Span[]; readonly dropped: boolean } {
  const found: Span[] = [];
  let dropped = false;
  for (const run of runs(text, reader)) {
    if (reader.spent) break;
    const { kept, rejected, left } = numbersOfRun(text, run, reader);
    found.push(...kept);
    const cut = left.some((groups) => reader.looksLikeNumber(groups) && !isDate(beside(text, groups)));
    dropped ||= rejected || cut;
  }
  return { found, dropped };
}

function* runs(text: string, reader: Reader): Generator<Group[]> {
  let run: Group[] = [];
  for (const match of text.matchAll(/\d+/g)) {
    const start = match.index;
    const lead = text.slice(Math.max(0, start - 3), start);
    // `081-234-5678 + 089-876-5432`: no country's code begins with 0, and this plus stands for "and".
    const plus = plusBefore.test(lead) && !(lead.endsWith('+ ') && match[0].startsWith('0'));
    const group = { start, end: start + match[0].length, digits: match[0], plus };
    const before = run.at(-1);
    const between = before ? text.slice(before.end, start) : '';
    const goesOn = joint.test(between) || (slash.test(between) && isAreaCode(run, reader));
    if (before && !(goesOn && !isNoCode(run, group, reader))) {
      yield run;
      run = [];
    }
    run.push(group);
  }
  if (run.length > 0) yield run;
}

/**
 * The `66` of `1-AUG-66 081-234-5678`: behind the country's code nobody writes the trunk prefix, unless in brackets; and it would be the
 * same number.
 */
function isNoCode(run: readonly Group[], next: Group, { country }: Reader): boolean {
  const { countryCode, trunk } = prefixesOf(country);
  const [only] = run;
  const isCode = run.length === 1 && !only?.plus && only?.digits === countryCode;
  return isCode && trunk !== '' && next.digits.length > trunk.length && next.digits.startsWith(trunk);
}

function isAreaCode(run: readonly Group[], { country }: Reader): boolean {
  const digits = run.map((group) => group.digits).join('');
  if (run[0]?.plus) return digits.length <= 7;
  if (digits.startsWith('00')) return digits.length <= 9;
  return country !== 'TH' && /^0\d{1,5}$/.test(digits);
}

/**
 * Parts a run among numbers so that the fewest groups belong to none and, among such partings, the most numbers
 * stand: `02 123 4567 081 234 5678` is two numbers, and a variable-length foreign one does not swallow what follows.
 */
function numbersOfRun(
  text: string,
  run: readonly Group[],
  reader: Reader,
): {
  readonly kept: readonly Span[];
  readonly rejected: boolean;
  readonly left: readonly (readonly Group[])[];
} {
  type Parting = { readonly lost: number; readonly count: number; readonly span: [Span, number] | null };
  const best: Parting[] = Array.from({ length: run.length + 1 }, () => ({ lost: 0, count: 0, span: null }));
  for (let first = run.length - 1; first >= 0; first -= 1) {
    const skipped = best[first + 1];
    let chosen: Parting = { lost: (skipped?.lost ?? 0) + 1, count: skipped?.count ?? 0, span: null };
    for (let last = first; last < Math.min(run.length, first + mostGroups); last += 1) {
      const span = spanOf(text, run.slice(first, last + 1), reader);
      const rest = best[last + 1];
      if (!span || !rest) continue;
      const count = rest.count + 1;
      const before = run[first - 1];
      const bound = before !== undefined && last > first && !parts(text.slice(before.end, run[first]?.start));
      const whole = last - first + 1 === run.length;
      const lost = rest.lost + (bound || !(span.usual || whole) ? unlikely : 0);
      if (lost < chosen.lost || (lost === chosen.lost && count > chosen.count)) {
        chosen = { lost, count, span: [span, last + 1] };
      }
    }
    best[first] = chosen;
  }

  const parted: { span: Span; first: number; next: number }[] = [];
  for (let first = 0; first < run.length; ) {
    const span = best[first]?.span;
    if (span) parted.push({ span: span[0], first, next: span[1] });
    first = span ? span[1] : first + 1;
  }
  const kept = parted.filter(({ span, first, next }, index) => {
    const taken = run.slice(first, next);
    const before = parted[index - 1]?.next === first ? undefined : run[first - 1];
    const after = parted[index + 1]?.first === next ? undefined : run[next];
    const left = before ? text.slice(before.end, taken[0]?.start) : null;
    const right = after ? text.slice(taken.at(-1)?.end, after.start) : null;
    const range =
      after === run.at(-1) && after !== undefined && after.digits.length <= 2 && right?.trim() === '-';
    return (
      (left === null || (parts(left) && usualGrouping(taken, reader))) &&
      (right === null || (range && span.grouped) || (parts(right) && usualGrouping(taken, reader)))
    );
  });
  const ends = [...kept, { first: run.length, next: run.length }];
  return {
    kept: kept.map(({ span, first, next }) => ({
      ...span,
      cut: goesOn(text, run, first - 1, kept) || goesOn(text, run, next, kept),
    })),
    rejected: kept.length < parted.length,
    left: ends.map(({ first }, index) => run.slice(ends[index - 1]?.next ?? 0, first)),
  };
}

/** The group at `at` belongs to no number, and only a blank or a mark parts it from one. A time of day, and a figure in brackets, do not count. */
function goesOn(
  text: string,
  run: readonly Group[],
  at: number,
  kept: readonly { first: number; next: number; span: Span }[],
): boolean {
  const group = run[at];
  if (!group || kept.some(({ first, next }) => at >= first && at < next)) return false;
  const behind = kept.find(({ next }) => next === at);
  const between = behind
    ? text.slice(behind.span.end, group.start)
    : text.slice(group.end, run[at + 1]?.start);
  if (/[()]/.test(between)) return false;
  // A plus begins a number, whatever stands before it.
  if (!behind)
    return !run[at + 1]?.plus && !/\d:\d\d$/.test(text.slice(Math.max(0, group.end - 5), group.end));
  // `02-123-4567-8`: an office's lines in a row.
  const lines =
    behind.span.grouped && at === run.length - 1 && group.digits.length <= 2 && between.trim() === '-';
  return !lines && !/^:\d\d/.test(text.slice(group.end, group.end + 3));
}

/** A dash or a dot alone binds: `4500-0812345678` is one thing, and it is not a telephone number. */
function parts(separator: string): boolean {
  return /[ ()]/.test(separator);
}

/** Next to other figures only a number grouped as numbers are is believed: the rest may be a longer one, cut. */
function usualGrouping(taken: readonly Group[], reader: Reader): boolean {
  const lengths = taken.map(({ digits }) => digits.length);
  if (lengths.length === 1) return true;
  const international = taken[0]?.plus || taken[0]?.digits.startsWith('00');
  if (international || reader.country !== 'TH') return lengths.length > 2;
  return thaiGroupings.has(lengths.join('-')) || taken[0]?.digits.startsWith('66') === true;
}

function spanOf(text: string, taken: readonly Group[], reader: Reader): Span | null {
  const first = taken[0];
  const last = taken.at(-1);
  if (!first || !last) return null;
  const opened = /\(\+? ?$/.test(text.slice(Math.max(0, first.start - 3), first.start));
  if (!balanced(text.slice(first.start, last.end), opened)) return null;
  const written = (first.plus ? '+' : '') + text.slice(first.start, last.end).replace(/[/_]/g, ' ');
  const { dialled, phone } = readWritten(written, reader.country, (digits) => reader.read(digits));
  if (!phone) return null;
  const usual = first.plus || groupedAsUsual(taken, dialled, reader);
  const figures = taken.map(({ digits }) => digits);
  const noDate = first.plus || (usual && !isParts(figures));
  const date = noDate ? 'no' : reader.dateLike(beside(text, taken), { usual, even: evenly(written) });
  if (date === 'date') return null;
  const lead =
    /(?:\( ?)?\+ ?\(?$|\($/.exec(text.slice(Math.max(0, first.start - 4), first.start))?.[0].length ?? 0;
  return {
    start: first.start - (first.plus || (opened && text.slice(first.end, last.end).includes(')')) ? lead : 0),
    end: last.end,
    dialled,
    phone,
    date,
    usual,
    cut: false,
    odd: isBarCode(figures, dialled) || (!usual && !beginsAsUsual(taken, dialled, reader)),
    grouped: usual && taken.length > 1,
  };
}

const mostBeside = 60;

function beside(text: string, taken: readonly Group[]): Beside {
  const start = taken[0]?.start ?? 0;
  const end = taken.at(-1)?.end ?? 0;
  return {
    groups: taken.map(({ digits }) => digits),
    before: text.slice(Math.max(0, start - mostBeside), start),
    after: text.slice(end, end + mostBeside),
  };
}

/** The same between all groups: `20-24.02.26` is days of a month, `20 24 02 26` a number. */
function evenly(written: string): boolean {
  return new Set((written.match(/\D+/g) ?? []).map((between) => between.replace(/[ ()]/g, ''))).size < 2;
}

/** Thirteen digits in a row are on nearly everything that is sold. */
const isBarCode = (figures: readonly string[], dialled: string) =>
  figures.length === 1 && /^(?!00|\+)\d{13}$/.test(dialled);

function beginsAsUsual(taken: readonly Group[], dialled: string, { country }: Reader): boolean {
  const [area, ...others] = taken.map(({ digits }) => digits.length);
  if (
    country === 'TH' ||
    !/^0[1-9]/.test(dialled) ||
    area !== grouped(dialled, country).split(' ')[0]?.length
  )
    return false;
  return others.every((length) => length >= 2 && length <= 4);
}

/** As the country groups its numbers; or the area code alone is parted; or nothing is. */
function groupedAsUsual(taken: readonly Group[], dialled: string, reader: Reader): boolean {
  const lengths = taken.map(({ digits }) => digits.length);
  if (lengths.length === 1) return true;
  if (reader.country === 'TH' && thaiGroupings.has(lengths.join('-'))) return true;
  const usual = grouped(dialled, reader.country)
    .split(' ')
    .map(({ length }) => length);
  return lengths.join() === usual.join() || (lengths.length === 2 && lengths[0] === usual[0]);
}

function balanced(text: string, opened: boolean): boolean {
  let depth = opened ? 1 : 0;
  for (const character of text) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth <= (opened ? 1 : 0);
}
