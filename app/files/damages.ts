import type { Damage } from '../contract/damage.ts';

/** What could not be read at this start, until the person has been told. */
export interface Damages {
  found(damage: Damage): void;
  list(): Damage[];
  /** The person has read it. */
  read(): void;
}

export function gatherDamages(changed: (list: Damage[]) => void): Damages {
  let damages: readonly Damage[] = [];
  const become = (next: readonly Damage[]) => {
    damages = next;
    changed([...damages]);
  };
  return {
    found: (damage) => become([...damages.filter(({ what }) => what !== damage.what), damage]),
    list: () => [...damages],
    read: () => become([]),
  };
}
