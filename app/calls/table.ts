/** A moment as the clocks showed it, `yyyy-mm-dd hh:mm:ss`, which a spreadsheet is to know as one. */
export interface Moment {
  readonly shown: string;
}

export type Cell = string | number | Moment;
/** Its first row is the headings. */
export type Table = readonly (readonly Cell[])[];

/** No XML holds these, escaped or not, and a terminal may obey them: of a cell they are no text. */
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;
/** Of Excel: a longer one is "damaged" in a workbook, and goes on in the next row of a CSV. */
const longestCell = 32_767;

/** Text as a cell can have it; one that had to be cut ends with `…`. */
export function cellText(text: string): string {
  const plain = text.replace(forbidden, '');
  return plain.length <= longestCell
    ? plain
    : `${plain.slice(0, longestCell - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
