/**
 * How many rows the PBX gives at most, which it does not tell. What is known of it comes from replies alone: one with more rows
 * than another shows that the other was not cut.
 */
export interface Cap {
  /** A reply with so many rows, asked for so many, certainly has all that there are. */
  provesComplete(rows: number, asked: number): boolean;
  /** A reply came with so many rows. */
  saw(rows: number): void;
  /** A window's reply had so many rows, and its parts together more: it was cut there. */
  wasCut(rows: number): void;
  /** Rows that a reply can be counted on to hold. */
  room(asked: number): number;
  /** The cap, once a reply has been caught being cut. */
  known(): number | null;
  memory(): CapMemory;
}

/** What outlives a run. */
export interface CapMemory {
  readonly largest: number;
  readonly cut: number | null;
}

/** Caps are round numbers. A reply of just so many rows is looked at twice, whatever was seen before: settings change. */
const round = 50;
/** Two windows with so many rows, and just as many in both: chance, or a limit that has been lowered since. */
const remarkable = 20;

export function createCap(remembered: CapMemory = { largest: 0, cut: null }): Cap {
  let { largest, cut } = remembered;
  let last = 0;
  return {
    provesComplete(rows, asked) {
      if (rows === 0) return true;
      if (rows >= asked || rows === cut) return false;
      return rows < largest && rows % round !== 0 && !(rows === last && rows >= remarkable);
    },
    saw(rows) {
      largest = Math.max(largest, rows);
      last = rows;
      // More than was thought to be possible: the PBX has been given another limit.
      if (cut !== null && rows > cut) cut = null;
    },
    wasCut(rows) {
      cut = rows;
      // What earlier replies showed is over if the limit is lower now.
      largest = Math.min(largest, rows);
    },
    room: (asked) => Math.min(asked, cut ?? asked),
    known: () => cut,
    memory: () => ({ largest, cut }),
  };
}
