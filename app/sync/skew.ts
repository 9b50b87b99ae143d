/** How far the PBX's clock is off, from what its replies say. */
export interface Skew {
  /** The PBX's clock minus this computer's, in milliseconds. */
  value(): number;
  /** A reply that was asked for and came at these moments bore that time. `false`: nothing new. */
  heard(at: number | null, asked: number, came: number): boolean;
}

/** A `Date` tells whole seconds, and a reply is on its way for a while: less than this is no skew, and no change of one. */
const tolerance = 3_000;
/** A reply that took longer says little of when its `Date` was written. */
const longest = 10_000;

export function createSkew(): Skew {
  let skew = 0;
  return {
    value: () => skew,
    heard(at, asked, came) {
      if (at === null || came - asked > longest || came < asked) return false;
      const found = at + 500 - (asked + came) / 2;
      if (Math.abs(found - skew) < tolerance) return false;
      skew = Math.abs(found) < tolerance ? 0 : found;
      return true;
    },
  };
}
