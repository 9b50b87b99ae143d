/** A moment as the clocks showed it, `yyyy-mm-dd hh:mm:ss`, which a spreadsheet is to know as one. */
export interface Moment {
  readonly shown: string;
}

export type Cell = string | number | Moment;
/** Its first row is the headings. */
export type Table = readonly (readonly Cell[])[];
