import type { RecentNumber } from '../../../app/contract/calls.ts';
import type { Favourite } from '../../../app/contract/favourites.ts';
import { beginsAt, createWords, type Pressed, pressesOf } from './letters.ts';
import { typedIn } from './number-field.ts';

/** A number that may be meant, wherever it is known from. */
export interface Known {
  /** As it goes into the number field. */
  readonly number: string;
  readonly display: string;
  /** Empty where there is none. */
  readonly name: string;
  readonly from: 'favourite' | 'recent';
  /** Called last, in milliseconds since 1970; `null` where nobody knows. */
  readonly at: number | null;
}

/** Favourites in their order, then the numbers of the calls, newest first. */
export function knownNumbers(favourites: readonly Favourite[], recent: readonly RecentNumber[]): Known[] {
  return [
    ...favourites.map(
      ({ number, display, name }): Known => ({ number, display, name, from: 'favourite', at: null }),
    ),
    ...recent.map((one): Known => ({ ...one, from: 'recent' })),
  ];
}

/** Numbers made ready to be searched: once for a list, not at each key. */
export type Index = readonly Entry[];

interface Entry {
  readonly known: Known;
  /** Its digits in each way it is written. */
  readonly written: readonly string[];
  readonly pressed: Pressed | null;
}

/** Shorter beginnings fit too many numbers to be worth a row. A favourite is one of few. */
const leastOfANumber = { favourite: 2, recent: 3 } as const;
/** So that the last digits of a number find it. */
const leastInside = 4;
const leastOfAName = 2;
/** More are not looked through. */
export const mostMatches = 20;

/** Best first. */
const ranks = ['number', 'name', 'word', 'inside'] as const;
type Rank = (typeof ranks)[number];

/**
 * `known`: favourites in their order and recent numbers, newest first. Of one number the first is kept; a name that only a later
 * one has is taken along.
 */
export function createIndex(): (known: readonly Known[]) => Index {
  const words = createWords();
  // Names stay the same while the list of calls grows: each is parted into words once.
  let before = new Map<string, Pressed>();
  return (known) => {
    const pressed = new Map<string, Pressed>();
    const entries = new Map<string, Known>();
    for (const one of known) {
      const digits = typedIn(one.display);
      const first = entries.get(digits);
      if (!first) entries.set(digits, one);
      else entries.set(digits, { ...first, name: first.name || one.name, at: first.at ?? one.at });
    }
    const index = [...entries].map(([digits, one]) => ({
      known: one,
      written: [...new Set([digits, typedIn(one.number)])],
      pressed: one.name === '' ? null : press(one.name),
    }));
    before = pressed;
    return index;

    function press(name: string): Pressed {
      const ready = pressed.get(name) ?? before.get(name) ?? pressesOf(name, words);
      pressed.set(name, ready);
      return ready;
    }
  };
}

/**
 * Numbers that go on as `typed` begins, whose name begins so on a phone's keys, or that hold it; favourites first among
 * equals. What is typed whole already is nobody's match.
 */
export function matching(index: Index, typed: string): Known[] {
  const found: Record<Rank, Known[]> = { number: [], name: [], word: [], inside: [] };
  for (const entry of index) {
    const rank = rankOf(entry, typed);
    if (rank !== null && found[rank].length < mostMatches) found[rank].push(entry.known);
  }
  return ranks
    .flatMap((rank) => {
      const favourites = found[rank].filter(({ from }) => from === 'favourite');
      return [...favourites, ...found[rank].filter(({ from }) => from !== 'favourite')];
    })
    .slice(0, mostMatches);
}

/** Whose number it is that is typed whole, where that is known. */
export function whose(index: Index, typed: string): Known | null {
  return index.find(({ known, written }) => known.name !== '' && written.includes(typed))?.known ?? null;
}

function rankOf({ known, written, pressed }: Entry, typed: string): Rank | null {
  if (typed.length < leastOfAName || written.includes(typed)) return null;
  if (typed.length >= leastOfANumber[known.from] && written.some((digits) => digits.startsWith(typed))) {
    return 'number';
  }
  if (pressed !== null) {
    const word = pressed.begins.findIndex((at) => beginsAt(pressed, at, typed));
    if (word >= 0) return word === 0 ? 'name' : 'word';
  }
  const inside = typed.length >= leastInside && written.some((digits) => digits.includes(typed));
  return inside ? 'inside' : null;
}
