import type { Damage } from '../contract/damage.ts';

export type Damages = ReturnType<typeof gatherDamages>;

/** What could not be read at this start, until the person has been told. */
export function gatherDamages(changed: (list: Damage[]) => void) {
  let damages: readonly Damage[] = [];
  const become = (next: readonly Damage[]) => {
    damages = next;
    changed([...damages]);
  };
  return {
    found: (damage: Damage) => become([...damages.filter(({ what }) => what !== damage.what), damage]),
    list: () => [...damages],
    /** The person has read it. */
    read: () => become([]),
  };
}
