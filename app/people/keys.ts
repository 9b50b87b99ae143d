import { phoneKeys } from '../words/phone-keys.ts';
import type { Codes, PartOfLines } from './lines.ts';

/**
 * A name as it is pressed on a phone's keys, a character a press: `2` to `9`; `c` to `j` for a press that may be left out; `.` for a
 * letter on no key (Chinese, say); a space before each word.
 */
export type Presses = string;

const digits = new Map<string, string>(
  phoneKeys.flatMap(({ key, latin, thai }) =>
    [...latin.toLowerCase(), ...thai, key].map((letter) => [letter, key] as const),
  ),
);

/** Keys 8 and 9 of Thai: few people type them to find a name, and who does is understood too. */
const mayBeLeftOut = /[\u0e24\u0e26\u0e2f-\u0e3a\u0e40-\u0e4e]/u;
const partOfAWord = /[\p{L}\p{M}\p{N}]/u;
const accents = /[\u0300-\u036f]/gu;
const optionalOf = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + optionalBy);
const optionalBy = 'c'.charCodeAt(0) - '2'.charCodeAt(0);

function pressOf(letter: string): string {
  const thaiDigit = /[\u0e50-\u0e59]/.test(letter) ? String(letter.charCodeAt(0) - 0x0e50) : null;
  const digit = thaiDigit ?? digits.get(letter);
  if (digit === undefined) return partOfAWord.test(letter) ? '.' : '';
  return mayBeLeftOut.test(letter) ? optionalOf(digit) : digit;
}

const known = new Map<string, string>();
function press(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const now = pressOf(letter);
  // As many letters as a phone book has, and no more.
  if (known.size < 5_000) known.set(letter, now);
  return now;
}

/** Of a letter on no key: what stands behind it is found by the next word's beginning. */
export function pressesOf(name: string, wordsOf: (name: string) => readonly string[]): Presses {
  let presses = '';
  for (const word of wordsOf(name.normalize('NFD').replace(accents, '').toLowerCase())) {
    let pressed = '';
    for (const letter of word) pressed += press(letter);
    if (pressed !== '') presses += ` ${pressed}`;
  }
  return presses;
}

/** Where its words begin. */
export function beginsOf(presses: Presses): number[] {
  const begins: number[] = [];
  for (let at = presses.indexOf(' '); at >= 0; at = presses.indexOf(' ', at + 1)) begins.push(at + 1);
  return begins;
}

const mayBeLeftOutPress = (press: number | undefined): boolean =>
  press !== undefined && press >= firstOptional;
/** Whether the press at this place may be passed over by who types. */
const mayBePassed = (press: number | undefined): boolean => press === space || mayBeLeftOutPress(press);
const space = 0x20;
const firstOptional = 'c'.charCodeAt(0);

/**
 * Whether the digits are what a name begins with from `at` on. An optional press may be taken or passed over, so that several places may
 * be reached at once: all are kept, as an automaton does, and no name takes longer than its length times the digits.
 */
export function beginsAt({ codes, from, to }: PartOfLines, typed: Codes): boolean {
  // Up to the first optional press there is one way, and most names end there.
  let [start, done] = [from, 0];
  for (; done < typed.length && start < to && !mayBeLeftOutPress(codes[start]); start += 1) {
    if (codes[start] === space) continue;
    if (codes[start] !== typed[done]) return false;
    done += 1;
  }
  let reached = [start];
  for (const digit of typed.subarray(done)) {
    const next: number[] = [];
    for (const first of reached) {
      for (let at = first; at < to; at += 1) {
        const press = codes[at];
        const isPressed = press === digit || press === digit + optionalBy;
        // What an earlier start has reached already is not reached again.
        if (isPressed && (next.at(-1) ?? -1) <= at) next.push(at + 1);
        if (!mayBePassed(press)) break;
      }
    }
    if (next.length === 0) return false;
    reached = next;
  }
  return true;
}

/** The first two digits that lead into the name at `at`: by these, words are kept apart. */
export function pairsAt(presses: Presses, at: number): Set<string> {
  const pairs = new Set<string>();
  for (let first = at; first < presses.length; first += 1) {
    for (let second = first + 1; second < presses.length; second += 1) {
      pairs.add(digitOf(presses[first]) + digitOf(presses[second]));
      if (!mayBePassed(presses.charCodeAt(second))) break;
    }
    if (!mayBePassed(presses.charCodeAt(first))) break;
  }
  return pairs;
}

function digitOf(press: string | undefined): string {
  if (press === undefined) return '.';
  return press >= 'c' ? String.fromCharCode(press.charCodeAt(0) - optionalBy) : press;
}

/** Words of at least so many letters are looked up: shorter ones are one. */
const shortestOfTwo = 4;
/** Given names come again and again. */
const mostRemembered = 20_000;

/**
 * The words of a name. Thai writes none apart: a dictionary parts them (`Intl.Segmenter`, UAX #29), so that `สมชาย` is found in
 * `คุณสมชาย`. Made once, because a segmenter is dear; and what it says is remembered, because each question takes it 20 µs.
 */
export function createWords(): (name: string) => string[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  const known = new Map<string, readonly string[]>();

  function parted(word: string): readonly string[] {
    const before = known.get(word);
    if (before !== undefined) return before;
    const parts = [...segmenter.segment(word)].map(({ segment }) => segment);
    if (known.size < mostRemembered) known.set(word, parts);
    return parts;
  }

  return (name) =>
    name
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
      .flatMap((word) => (word.length >= shortestOfTwo && /\p{sc=Thai}/u.test(word) ? parted(word) : [word]));
}
