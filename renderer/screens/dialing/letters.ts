import { phoneKeys } from '../../../app/words/phone-keys.ts';

const digits = new Map<string, string>(
  phoneKeys.flatMap(({ key, latin, thai }) =>
    [...latin.toLowerCase(), ...thai, key].map((letter) => [letter, key] as const),
  ),
);

/** Keys 8 and 9 of Thai: few people type them to find a name, and who does is understood too. */
const mayBeLeftOut = /[\u0e24\u0e26\u0e2f-\u0e3a\u0e40-\u0e4e]/u;
const partOfAWord = /[\p{L}\p{M}\p{N}]/u;
const accents = /[\u0300-\u036f]/gu;

/** A letter as a key: the digit it is on, and whether typing may pass over it. */
export interface Press {
  readonly digit: string;
  readonly optional: boolean;
}

/** A name as presses, and where in them its words begin. */
export interface Pressed {
  readonly presses: readonly Press[];
  readonly begins: readonly number[];
}

/**
 * A name as it is pressed on a phone's keys. A letter that is on no key (Chinese, say) is nobody's to press: what stands behind it is
 * found by the next word's beginning.
 */
export function pressesOf(name: string, wordsOf: (name: string) => readonly string[]): Pressed {
  const presses: Press[] = [];
  const begins: number[] = [];
  for (const word of wordsOf(name.normalize('NFD').replace(accents, '').toLowerCase())) {
    begins.push(presses.length);
    for (const letter of word) {
      const thaiDigit = /[\u0e50-\u0e59]/.test(letter) ? String(letter.charCodeAt(0) - 0x0e50) : null;
      const digit = thaiDigit ?? digits.get(letter);
      if (digit !== undefined) presses.push({ digit, optional: mayBeLeftOut.test(letter) });
      else if (partOfAWord.test(letter)) presses.push({ digit: '', optional: false });
    }
  }
  return { presses, begins: begins.filter((at, index) => at < presses.length && at !== begins[index - 1]) };
}

/**
 * Whether the digits are what a name begins with from `at` on. An optional press may be taken or passed over, so that several places may
 * be reached at once: all are kept, as an automaton does, and no name takes longer than its length times the digits.
 */
export function beginsAt({ presses }: Pressed, at: number, typed: string): boolean {
  let reached = new Set([at]);
  for (const digit of typed) {
    const next = new Set<number>();
    for (const start of reached) {
      for (let position = start; position < presses.length; position += 1) {
        const press = presses[position];
        if (press?.digit === digit) next.add(position + 1);
        if (press?.optional !== true) break;
      }
    }
    if (next.size === 0) return false;
    reached = next;
  }
  return true;
}

/**
 * The words of a name. Thai writes none apart: a dictionary parts them (`Intl.Segmenter`, UAX #29), so that `สมชาย` is found in
 * `คุณสมชาย`. Made once, because a segmenter is dear.
 */
export function createWords(): (name: string) => string[] {
  const segmenter = new Intl.Segmenter('th', { granularity: 'word' });
  return (name) =>
    name
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== '')
      .flatMap((word) =>
        /\p{sc=Thai}/u.test(word) ? [...segmenter.segment(word)].map(({ segment }) => segment) : [word],
      );
}
