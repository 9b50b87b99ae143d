import type { Attempt, Favourite } from '../../../app/contract.ts';
import { spells } from './letters.ts';
import { typedIn } from './number-field.ts';

/** A number that is known here: a favourite, or one called before. */
export interface Known {
  /** What goes into the number field. */
  readonly number: string;
  readonly display: string;
  /** Empty where there is none. */
  readonly name: string;
  /** When it was called; `null` for a favourite. */
  readonly at: number | null;
}

/** Shorter beginnings fit too many numbers, or names, to be worth a row. */
const beginsToMatch = { number: 3, name: 2 } as const;
/** More are not looked through: another digit is quicker. */
const most = 20;

/** Favourites in their order, then the calls, newest first. */
export function knownNumbers(favourites: readonly Favourite[], attempts: readonly Attempt[]): Known[] {
  return [
    ...favourites.map(({ number, display, name }) => ({ number, display, name, at: null })),
    ...attempts.map(({ number, display, at }) => ({ number, display, name: '', at })),
  ];
}

/**
 * Those whose number, as written or as shown, begins with what was typed, or whose name is spelled by it on the keys. Each
 * number once, and none that is in the field already.
 */
export function matching(known: readonly Known[], typed: string): Known[] {
  const byNumber = typed.length >= beginsToMatch.number;
  const byName = typed.length >= beginsToMatch.name;
  if (!byNumber && !byName) return [];
  const found: Known[] = [];
  const seen = new Set<string>();
  for (const one of known) {
    const forms = [typedIn(one.number), typedIn(one.display)];
    if (forms.includes(typed) || seen.has(one.display)) continue;
    const fits =
      (byNumber && forms.some((form) => form.startsWith(typed))) || (byName && spells(typed, one.name));
    if (!fits) continue;
    seen.add(one.display);
    found.push(one);
    if (found.length === most) break;
  }
  return found;
}
