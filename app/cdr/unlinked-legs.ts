import { withoutPerson } from './claim.ts';
import { groupUnlinked } from './group.ts';
import type { Leg } from './leg.ts';
import { isSameRow, rowHash } from './rows.ts';

/** Legs whose rows have no `linkedid`: older Asterisks, or systems that leave the column out. */
export function createUnlinkedLegs() {
  let byHash = new Map<string, Leg[]>();

  const legs = (): Leg[] => [...byHash.values()].flat();

  /** `false`: it was there. */
  function put(leg: Leg): boolean {
    const hash = rowHash(leg.row);
    const alike = byHash.get(hash) ?? [];
    if (alike.some(({ row }) => isSameRow(row, leg.row))) return false;
    byHash.set(hash, [...alike, leg]);
    return true;
  }

  function keep(kept: readonly Leg[]): void {
    byHash = new Map();
    for (const leg of kept) put(leg);
  }

  return {
    legs,
    groups: () => groupUnlinked(legs()),
    put,
    /**
     * What is left of calls in which the user has no part goes, and who took part in the others; `clean` takes from the user's own legs
     * what those others tell to be wrong in them.
     */
    forgetOthers(clean: (group: readonly Leg[]) => readonly Leg[]) {
      if (byHash.size === 0) return;
      const own = [...groupUnlinked(legs()).values()].filter((group) =>
        group.some(({ claim }) => claim !== null),
      );
      keep(own.flatMap(clean).map((leg) => (leg.claim === null ? withoutPerson(leg) : leg)));
    },
    drop(ids: ReadonlySet<string>) {
      if (byHash.size === 0) return;
      keep([...groupUnlinked(legs())].filter(([id]) => !ids.has(id)).flatMap(([, group]) => group));
    },
  };
}
