import { cellText, type Table } from './table.ts';

/** The byte-order mark without which Excel reads Thai as Windows-1252. */
const mark = '\ufeff';

/** How formulas begin in spreadsheets, in their full-width forms too; behind white space or quotes they are formulas in some. */
const formula = /^[\s"'\u200b]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;
/** A number of another country, in groups: no spreadsheet makes a formula of digits with blanks between them. */
const international = /^\+\d+(?: \d+)+$/;

/**
 * A table as RFC 4180 has it: CRLF, quotes doubled. A cell that a spreadsheet would run as a formula (a caller chooses their
 * own name: `=HYPERLINK(…)`) gets an apostrophe in front, which makes it text. `+66…` without a blank is such a cell too.
 */
export function toCsv(table: Table): string {
  return mark + table.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: Table[number][number]): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'object') return value.shown;
  const text = cellText(value);
  const safe = formula.test(text) && !international.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$|^'/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
