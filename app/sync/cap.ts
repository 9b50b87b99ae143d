/** What outlives a run. */
export interface CapMemory {
  readonly largest: number;
  readonly cut: number | null;
}

export type Cap = ReturnType<typeof createCap>;

/** Caps are round numbers. A reply of just so many rows is looked at twice, whatever was seen before today: settings change. */
const isRound = (rows: number): boolean => rows % (rows < 300 ? 50 : 100) === 0;
/** Two buckets with so many rows, and just as many in both: chance, or a limit that has been lowered since. */
const remarkable = 20;

/** How many rows the PBX gives at most, which it does not tell: a reply with more rows than another shows that the other was not cut. */
export function createCap({ largest, cut }: CapMemory = { largest: 0, cut: null }) {
  return {
    /** A reply with so many rows, asked for so many, certainly has all that there are. `lately`: another had so many just now. */
    provesComplete(rows: number, asked: number, lately: number): boolean {
      if (rows === 0) return true;
      if (rows >= asked || rows === cut) return false;
      const isRemarkable = isRound(rows) || (rows === lately && rows >= remarkable);
      return rows < lately || (rows < largest && !isRemarkable);
    },
    /** A reply came with so many rows. */
    saw(rows: number): void {
      largest = Math.max(largest, rows);
      // More than was thought to be possible: the PBX has been given another limit.
      if (cut !== null && rows > cut) cut = null;
    },
    /** A bucket's reply had so many rows, and its parts together more. What earlier replies showed is over if the limit is lower now. */
    wasCut(rows: number): void {
      cut = rows;
      largest = Math.min(largest, rows);
    },
    /** The cap, once a reply has been caught being cut. */
    known: () => cut,
    memory: (): CapMemory => ({ largest, cut }),
  };
}
