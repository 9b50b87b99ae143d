import Papa from 'papaparse';
import { type Card, type CardNumber, knownLabel } from './card.ts';
import { type Column, columnOf } from './columns.ts';

/** People in a table, as Outlook, Google, Thunderbird and spreadsheets write it; `null`: it holds no column of telephone numbers. */
export function tableIn(text: string, country: string, most: number): Iterable<Card> | null {
  const rows = rowsOf(text, most);
  const [first = []] = rows;
  const named = first.map((heading, at) => columnOf(heading, first[at - 1] ?? ''));
  const hasHeadings = named.some((column) => column?.is === 'number');
  const columns = hasHeadings ? named : guessed(rows);
  if (!columns.some((column) => column?.is === 'number')) return null;
  const isHeading = hasHeadings || !first.some((cell, at) => columns[at]?.is === 'number' && /\d/.test(cell));
  return cardsOf(isHeading ? rows.slice(1) : rows, columns, country);
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
  const { data } = Papa.parse<string[]>(body, {
    delimiter: told ?? delimiterOf(body),
    delimitersToGuess: delimiters,
    // Nobody has more, and the one too many says so.
    preview: most + 2,
    skipEmptyLines: 'greedy',
  });
  return data.map((row) => row.map((cell) => cell.slice(0, longestCell)));
}

function* cardsOf(
  rows: readonly (readonly string[])[],
  columns: readonly Column[],
  country: string,
): Generator<Card> {
  const bare = new Set(
    columns.flatMap((column, at) => (column?.is === 'number' && lostZeros(rows, at, country) ? at : [])),
  );
  for (const row of rows) {
    const of = (is: NonNullable<Column>['is']) =>
      columns
        .flatMap((column, at) => (column?.is === is ? (row[at]?.trim() ?? '') : []))
        .filter((cell) => cell !== '');
    const parts = ['before', 'given', 'more', 'family', 'behind'] as const;
    const inParts = parts.flatMap((part) => of(part)).join(' ');
    // A table has a name in parts, or as a whole, or both.
    const whole = of('name')[0] ?? '';
    const name =
      of('given').length + of('family').length > 0 && !whole.includes(inParts)
        ? nameOf(whole, inParts)
        : whole;
    const numbers = columns.flatMap((column, at): CardNumber[] => {
      if (column?.is !== 'number') return [];
      const label = column.labelled ? (row[at - 1] ?? '').trim().replace(/^\*\s*/, '') : column.label;
      return numbersIn(row[at] ?? '').map((number) => ({
        number: bare.has(at) ? withZero(number) : number,
        label: knownLabel(label) ?? label,
      }));
    });
    yield {
      name: name || of('nickname').join(' '),
      company: [...of('company'), ...of('department')].join(', '),
      note: of('note').join('\n'),
      numbers,
    };
  }
}

/** `ชื่อ` beside `นามสกุล` is a given name; `Name` beside `Given Name` is the whole. */
const nameOf = (whole: string, inParts: string): string =>
  whole === '' || inParts.includes(whole) ? inParts : `${whole} ${inParts}`;

/** Several in one cell: Google's `:::`, or what a person puts between them. */
function numbersIn(cell: string): string[] {
  return (
    cell
      // A pause, and what is keyed after it, is no number of its own; nor is what a link has behind it.
      .replace(/(?:,,+|;ext=)\s*(\d{1,6})#?(?!\d)/gi, ' ext. $1')
      .replace(/,,.*/s, '')
      .split(/:::|[,;\n|/]|หรือ/)
      .map((part) => part.trim())
      // `02-123-4567/8` is one number and the last digit of the next.
      .filter((part, at) => part.replace(/\P{Nd}/gu, '').length >= (at === 0 ? 2 : 3))
  );
}

const looksLikeNumber = (cell: string): boolean =>
  /^[+(\p{Nd}][\p{Nd}\s().-]*$/u.test(cell.trim()) && cell.replace(/\P{Nd}/gu, '').length >= 3;

/** A table without headings that are known: where half of the cells are numbers, they are; the first of the others is the name. */
function guessed(rows: readonly (readonly string[])[]): Column[] {
  const some = rows.slice(0, 200);
  const width = Math.min(50, Math.max(0, ...some.map((row) => row.length)));
  const others = ['name', 'company', 'note'] as const;
  let next = 0;
  return Array.from({ length: width }, (_, at): Column => {
    const cells = some.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '');
    const numbers = cells.filter(looksLikeNumber).length;
    if (numbers > 0 && numbers >= cells.length / 2) return { is: 'number', label: '', labelled: false };
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
