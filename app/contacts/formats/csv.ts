import Papa from 'papaparse';
import { namesExtension } from '../../numbers/context.ts';
import { withExtension } from '../../numbers/extension.ts';
import { withoutTitle } from '../../people/titles.ts';
import { type Card, type CardNumber, knownLabel } from './card.ts';
import { type Column, columnOf, isVague, placeIn } from './columns.ts';
import { safe } from './formula.ts';
import { listIn } from './list.ts';
import { joined } from './parted-zero.ts';

export interface Wanted {
  /** Where it is from, most likely. */
  readonly country: string;
  /** So many people may be in it. */
  readonly most: number;
  /** Lines of a name and a number are people too: somebody sees them before they are taken. A server's page has such lines as well. */
  readonly lists: boolean;
}

/** People in a table, as Outlook, Google, Thunderbird and spreadsheets write it; `null`: it holds no column of telephone numbers. */
export function tableIn(text: string, { country, most, lists }: Wanted): Iterable<Card> | null {
  const rows = rowsOf(text, most);
  const head = headOf(rows);
  const list = lists && (head === null || head.known < 2) ? listIn(text, most) : null;
  if (list !== null) return cardsOf(list, listColumns, country);
  if (head !== null) {
    const below = rows.slice(head.at + 1);
    return cardsOf(below, withPlaces(head.columns, rows[head.at] ?? [], below), country);
  }
  const columns = guessed(rows);
  if (!columns.some(leadsSomewhere)) return null;
  const [first = []] = rows;
  const isHeading = !first.some((cell, at) => columns[at]?.is === 'number' && /\d/.test(cell));
  return cardsOf(isHeading ? rows.slice(1) : rows, columns, country);
}

const listColumns: readonly Column[] = [
  { is: 'name' },
  { is: 'number', label: '', labelled: false },
  { is: 'note' },
];

/** With those whose heading says only where somebody is, and whose cells are numbers. */
function withPlaces(
  columns: readonly Column[],
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): Column[] {
  return columns.map((column, at) => {
    const label = column === null ? placeIn(headings[at] ?? '') : null;
    return label !== null && areNumbers(filledIn(rows.slice(0, 200), at))
      ? { is: 'number', label, labelled: false }
      : column;
  });
}

const leadsSomewhere = (column: Column): boolean => column?.is === 'number' || column?.is === 'extension';

/** People write what a table is about above its headings. */
const rowsAbove = 10;

/** The row with the most headings that are known, numbers among them. */
function headOf(
  rows: readonly (readonly string[])[],
): { at: number; columns: Column[]; known: number } | null {
  const heads = rows.slice(0, rowsAbove).map((row, at) => {
    const columns = row.map((heading, place) => columnOf(heading, row[place - 1] ?? ''));
    const isClear = columns.some((column, place) => column?.is === 'number' && !isVague(row[place] ?? ''));
    return {
      at,
      columns: columns.map((column, place) => (isClear && isVague(row[place] ?? '') ? null : column)),
      known: columns.filter((column) => column !== null).length,
    };
  });
  return heads
    .filter(({ columns }) => columns.some(leadsSomewhere))
    .reduce<(typeof heads)[number] | null>(
      (best, one) => (one.known > (best?.known ?? 0) ? one : best),
      null,
    );
}

const delimiters = [',', '\t', ';', '|'];

/** By which the first row has headings that are known; empty: by what the rows look like. What people write may hold any of them. */
function delimiterOf(text: string): string {
  const begin = text.slice(0, 50_000);
  const known = delimiters.map((delimiter) => {
    const [first = []] = Papa.parse<string[]>(begin, { delimiter, preview: 1 }).data;
    return { delimiter, count: first.filter((heading) => columnOf(heading, '') !== null).length };
  });
  const best = known.sort((a, b) => b.count - a.count)[0];
  return best !== undefined && best.count > 1 ? best.delimiter : '';
}

/** Longer ones are not written by anybody: a quote that nobody closed, or no table. */
const longestCell = 20_000;

function rowsOf(text: string, most: number): string[][] {
  // What Excel writes first so that it knows its own file: `sep=;`.
  const [, told] = /^sep=(.)\r?\n/i.exec(text) ?? [];
  const body = told === undefined ? text : text.slice(text.indexOf('\n') + 1);
  const how = {
    delimiter: told ?? delimiterOf(body),
    delimitersToGuess: delimiters,
    // Nobody has more, and the one too many says so.
    preview: most + 2,
    skipEmptyLines: 'greedy',
  } as const;
  const { data, errors } = Papa.parse<string[]>(body, how);
  if (errors.every(({ type }) => type !== 'Quotes')) return data.map((row) => row.map(written));
  // A quote that nobody closed holds all that comes after it: each line is taken by itself instead.
  const lines = Papa.parse<string[]>(body, { ...how, quoteChar: '\0' });
  return lines.data.map((row) =>
    row.map((cell) => written(cell.replace(/^"|"$/g, '').replaceAll('""', '"'))),
  );
}

/** Without the apostrophe by which what begins like a formula is text, in a spreadsheet and in our own tables (`write-csv.ts`). */
const written = (cell: string): string =>
  (safe(cell.slice(1)) === cell ? cell.slice(1) : cell).slice(0, longestCell);

function* cardsOf(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  country: string,
): Generator<Card> {
  const bare = new Set(
    columns.flatMap((column, at) => (column?.is === 'number' && lostZeros(rows, at, country) ? at : [])),
  );
  const hasJobs = columns.some((column) => column?.is === 'job');
  for (const row of rows) {
    const of = (is: NonNullable<Column>['is']) =>
      columns
        .flatMap((column, at) => (column?.is === is ? (row[at]?.trim() ?? '') : []))
        .filter((cell) => cell !== '');
    // A table has a name in parts, or as a whole, or both. `ชื่อ` beside `นามสกุล` is a given name; `Name` beside `Given Name` is the whole.
    const whole = of('name')[0] ?? '';
    const [family = ''] = of('family');
    const isGiven = of('given').length === 0 && family !== '' && !whole.includes(family);
    const parts = ['before', 'given', 'more', 'family', 'behind'] as const;
    const inParts = parts
      .flatMap((part) => {
        if (part === 'given' && isGiven) return [whole];
        return part === 'before'
          ? [...of('before'), ...of('title').filter((one) => hasJobs || isTitle(one))]
          : of(part);
      })
      .join(' ')
      .trim();
    const hasParts = of('given').length > 0 || family !== '';
    const name = hasParts && !whole.includes(inParts) ? nameOf(isGiven ? '' : whole, inParts) : whole;
    const numbers = columns.flatMap((column, at): CardNumber[] => {
      if (column?.is !== 'number') return [];
      const label = column.labelled ? (row[at - 1] ?? '').trim().replace(/^\*\s*/, '') : column.label;
      return numbersIn(joined(row[at] ?? '')).map((number) => ({
        number: bare.has(at) ? withZero(number) : number,
        label: knownLabel(label) ?? label,
      }));
    });
    const inside = columns.flatMap((column, at): CardNumber[] =>
      column?.is === 'extension' ? [{ number: joined(row[at]?.trim() ?? ''), label: column.label }] : [],
    );
    const nickname = of('nickname').join(' ');
    yield {
      name: name || nickname,
      ...(name === '' || nickname === '' || nickname === name ? {} : { nickname }),
      company: [...of('company'), ...of('department')].join(', '),
      note: of('note').join('\n'),
      numbers: inside.reduce(withInside, numbers),
    };
  }
}

const insides =
  /^(?:\p{L}[\p{L}\p{M}. ]*)?[.:#\s]*(\p{Nd}{1,6}(?:\s*(?:[,;/&|]|or|and|หรือ|และ|กับ)\s*\p{Nd}{1,6})*)$/iu;

/** Behind the first number that may have one; a mobile has none, and who has no other is called inside by it. Some have several. */
function withInside(numbers: readonly CardNumber[], { number, label }: CardNumber): CardNumber[] {
  const keyed = insides.exec(number)?.[1]?.match(/\p{Nd}+/gu) ?? [];
  if (keyed.length === 0) return [...numbers];
  const mayHave = (one: CardNumber) =>
    one.label !== 'mobile' && digitsIn(one.number) >= 7 && !/^(?:\+?66|0)[689]/.test(one.number);
  const at = numbers.findIndex(mayHave);
  return at < 0
    ? [...numbers, ...keyed.map((one) => ({ number: one, label }))]
    : numbers.flatMap((one, place) =>
        place === at
          ? keyed.map((extension) => ({ ...one, number: withExtension({ number: one.number, extension }) }))
          : one,
      );
}

/** As `Mr.` is and `Manager` is not. */
const isTitle = (cell: string): boolean => withoutTitle(`${cell} Somchai`) === 'Somchai';

const nameOf = (whole: string, inParts: string): string =>
  whole === '' || inParts.includes(whole) ? inParts : `${whole} ${inParts}`;

const dates = /(?<!\d)(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([/-])\d{1,2}\2\d{1,2})(?![\d/-])/g;
const digitsIn = (text: string): number => text.replace(/\P{Nd}/gu, '').length;

/** Several in one cell: Google's `:::`, or what a person puts between them. */
function numbersIn(cell: string): string[] {
  const parts = cell
    .replace(dates, ' ')
    // A pause, and what is keyed after it, is no number of its own; nor is what a link has behind it.
    .replace(/(?:,,+|;ext=)\s*(\d{1,6})#?(?!\d)/gi, ' ext. $1')
    .replace(/,,.*/s, '')
    .split(/(:::|[,;\n|/]|หรือ)/);
  const numbers: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const part = (parts[at] ?? '').trim();
    const before = numbers.at(-1);
    // Behind a whole number: one pause and what is keyed after it, or the end of a range (`02-123-4567/8`).
    if (before !== undefined && digitsIn(before) >= 7 && digitsIn(part) < 6) {
      const mark = parts[at - 1] ?? '';
      // One more behind `ext. 12`, as it stands: whoever reads numbers knows what it means.
      if (namesExtension(before))
        numbers[numbers.length - 1] = `${before} ${mark === ';' ? ',' : mark} ${part}`;
      else if (/^[,;]$/.test(mark) && /^\d{1,5}#?$/.test(part))
        numbers[numbers.length - 1] = `${before} ext. ${part.replace('#', '')}`;
    } else if (digitsIn(part) >= 2) numbers.push(part);
  }
  return numbers;
}

const looksLikeNumber = (cell: string): boolean =>
  /^[+(\p{Nd}][\p{Nd}\s().-]*$/u.test(cell.trim()) && digitsIn(cell) >= 3;

/** A postcode, or the number of an identity card, in Thailand. */
const isNoTelephone = (cell: string): boolean => /^(?:[1-9]\d{4}|[1-8][\d -]{12,16})$/.test(cell.trim());

const filledIn = (rows: readonly (readonly string[])[], at: number): string[] =>
  rows.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');

function areNumbers(cells: readonly string[]): boolean {
  const numbers = cells.filter(looksLikeNumber).length;
  return numbers > 0 && numbers >= cells.length / 2 && !cells.every(isNoTelephone);
}

/** A table without headings that are known: where half of the cells are numbers, they are; the first of the others is the name. */
function guessed(rows: readonly (readonly string[])[]): Column[] {
  const some = rows.slice(0, 200);
  const width = Math.min(50, Math.max(0, ...some.map((row) => row.length)));
  const others = ['name', 'company', 'note'] as const;
  let next = 0;
  return Array.from({ length: width }, (_, at): Column => {
    const cells = filledIn(some, at);
    if (areNumbers(cells)) return { is: 'number', label: '', labelled: false };
    // A running number, or a date, is no name.
    if (!cells.some((cell) => /\p{L}/u.test(cell))) return null;
    const is = others[next++];
    return is === undefined ? null : { is };
  });
}

/** Excel takes a number for a figure, and its first zero away: so did it where no cell of the column has one. */
function lostZeros(rows: readonly (readonly string[])[], at: number, country: string): boolean {
  if (country !== 'TH') return false;
  const cells = rows.map((row) => row[at]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.some((cell) => withZero(cell) !== cell) && !cells.some((cell) => /^[+0]/.test(cell));
}

/** Of Thailand: nine digits that begin like a mobile, eight that begin like a line. */
const withZero = (cell: string): string =>
  /^(?:[689]\d{8}|[2-7]\d{7})$/.test(cell.replace(/[\s-]/g, '')) ? `0${cell}` : cell;
