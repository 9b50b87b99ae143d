import type { PeopleSource } from '../contract/people.ts';
import type { Prefixes } from '../numbers/prefixes.ts';
import { type Entry, entryOf } from './entry.ts';
import { beginsOf, createWords, pairsAt } from './keys.ts';
import { lettersOf } from './letter-sets.ts';
import { type Lines, linesInPieces } from './lines.ts';
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
/** People, or texts, between looks at the clock. */
const step = 16;
/** Characters of a name or a number are copied much faster. */
const copyStep = 512;

/** `null`: another list has come meanwhile. */
export type MakeIndex = (
  source: PeopleSource,
  people: Iterable<Person>,
  /** What else is waiting has its turn. */
  pause: () => Promise<void>,
  isOver: () => boolean,
) => Promise<PeopleIndex | null>;

/** Who was made ready once is not made ready again, as long as they are the same object and numbers are read as before. */
export function createIndexing(prefixes: () => Prefixes): MakeIndex {
  const wordsOf = createWords();
  let ready = new WeakMap<Person, Entry>();
  let madeBy = prefixes();

  function entryFor(person: Person): Entry {
    const before = ready.get(person);
    if (before !== undefined) return before;
    const entry = entryOf(person, madeBy, wordsOf);
    ready.set(person, entry);
    return entry;
  }

  return async (source, people, pause, isOver) => {
    const now = prefixes();
    if (now !== madeBy) ready = new WeakMap();
    madeBy = now;
    return await inPieces(making(source, people, entryFor), pause, isOver);
  };
}

/** Goes on to the next `yield` until its time is over, and then lets others have their turn. */
async function inPieces<T>(
  work: Generator<undefined, T>,
  pause: () => Promise<void>,
  isOver: () => boolean,
): Promise<T | null> {
  for (let since = performance.now(); ; ) {
    const next = work.next();
    if (next.done === true) return next.value;
    if (performance.now() - since < longestPiece) continue;
    await pause();
    if (isOver()) return null;
    since = performance.now();
  }
}

function* making(
  source: PeopleSource,
  everybody: Iterable<Person>,
  entryFor: (person: Person) => Entry,
): Generator<undefined, PeopleIndex> {
  const [texts, digits, presses]: [string[], string[], string[]] = [[], [], []];
  const people: Person[] = [];
  const nameEnds: number[] = [];
  const letters = { latin: [] as number[], other: [] as number[] };
  const pressed = new Map<string, PressedWord[]>();
  let length = 0;
  for (const person of everybody) {
    const owner = people.length;
    if (owner % step === 0) yield;
    people.push(person);
    const entry = entryFor(person);
    texts.push(entry.text);
    digits.push(entry.digits);
    presses.push(entry.presses);
    nameEnds.push(length + entry.nameEnds);
    length += entry.text.length;
    const { latin, other } = lettersOf(entry.text);
    letters.latin.push(latin);
    letters.other.push(other);
    putWords(pressed, entry.presses, owner);
  }
  return {
    ...{ source, people, pressed },
    nameEnds: Int32Array.from(nameEnds),
    latin: Int32Array.from(letters.latin),
    other: Int32Array.from(letters.other),
    texts: yield* linesInPieces(texts, copyStep),
    digits: yield* linesInPieces(digits, copyStep),
    presses: yield* linesInPieces(presses, copyStep),
  };
}

function putWords(pressed: Map<string, PressedWord[]>, presses: string, owner: number): void {
  for (const begin of beginsOf(presses)) {
    if (begin >= mostAt) break;
    for (const pair of pairsAt(presses, begin)) {
      const same = pressed.get(pair);
      if (same === undefined) pressed.set(pair, [owner * mostAt + begin]);
      else same.push(owner * mostAt + begin);
    }
  }
}
