import type { PeopleSource } from '../contract/people.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { type Entry, entryOf } from './entry.ts';
import { beginsOf, createWords, pairsAt } from './keys.ts';
import { lettersOf } from './letter-sets.ts';
import { type Lines, linesOf } from './lines.ts';
import type { Person } from './person.ts';

/** A list of people made ready to be searched. */
export interface PeopleIndex {
  readonly source: PeopleSource;
  readonly people: readonly Person[];
  readonly texts: Lines;
  /** Where in `texts` each one's name ends. */
  readonly nameEnds: Int32Array;
  /** Which letters each text has (`letter-sets.ts`). */
  readonly latin: Int32Array;
  readonly other: Int32Array;
  readonly digits: Lines;
  readonly presses: Lines;
  /** By the first two digits of a word on the keys: whose words begin so. */
  readonly pressed: ReadonlyMap<string, readonly PressedWord[]>;
}

/** Two small numbers in one: whose word, and where it begins in their presses. */
export type PressedWord = number;
const mostAt = 256;
export const ownerOf = (word: PressedWord): number => Math.floor(word / mostAt);
export const beginOf = (word: PressedWord): number => word % mostAt;

/** Milliseconds in one piece. The first moment of a key press is longer. */
const longestPiece = 4;
/** Between looks at the clock. */
const step = 16;

/** `null`: another list has come meanwhile. */
export type MakeIndex = (
  source: PeopleSource,
  people: readonly Person[],
  /** What else is waiting has its turn. */
  pause: () => Promise<void>,
  isOver: () => boolean,
) => Promise<PeopleIndex | null>;

/** Who was made ready once is not made ready again, as long as they are the same object and numbers are read as before. */
export function createIndexing(prefixes: () => Prefixes): MakeIndex {
  const wordsOf = createWords();
  let ready = new WeakMap<Person, Entry>();
  let madeBy = prefixes();

  return async (source, people, pause, isOver) => {
    const now = prefixes();
    if (now !== madeBy) ready = new WeakMap();
    madeBy = now;
    const entries: Entry[] = [];
    let since = performance.now();
    for (const person of people) {
      const entry = ready.get(person) ?? entryOf(person, now, wordsOf);
      ready.set(person, entry);
      entries.push(entry);
      if (entries.length % step !== 0 || performance.now() - since < longestPiece) continue;
      await pause();
      if (isOver()) return null;
      since = performance.now();
    }
    return put(source, people, entries);
  };
}

function put(source: PeopleSource, people: readonly Person[], entries: readonly Entry[]): PeopleIndex {
  const texts = linesOf(entries.map(({ text }) => text));
  const letters = entries.map(({ text }) => lettersOf(text));
  const pressed = new Map<string, PressedWord[]>();
  for (let owner = 0; owner < entries.length; owner += 1) {
    const presses = entries[owner]?.presses ?? '';
    for (const begin of beginsOf(presses)) {
      if (begin >= mostAt) break;
      for (const pair of pairsAt(presses, begin)) {
        const same = pressed.get(pair);
        if (same === undefined) pressed.set(pair, [owner * mostAt + begin]);
        else same.push(owner * mostAt + begin);
      }
    }
  }
  return {
    source,
    people,
    texts,
    nameEnds: Int32Array.from(entries, ({ nameEnds }, index) => (texts.starts[index] ?? 0) + nameEnds),
    latin: Int32Array.from(letters, ({ latin }) => latin),
    other: Int32Array.from(letters, ({ other }) => other),
    digits: linesOf(entries.map(({ digits }) => digits)),
    presses: linesOf(entries.map(({ presses }) => presses)),
    pressed,
  };
}
