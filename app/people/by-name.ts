import { fold, isThai } from './fold.ts';
import { isOneAtMost, type LetterSet, lettersOf } from './letter-sets.ts';
import { type Codes, codesOf, findIn } from './lines.ts';
import type { PeopleIndex } from './people-index.ts';
import { slippedIn } from './slip.ts';

/** How well somebody fits what was typed; best first. `elsewhere`: the company, or what else they are known by. */
export const nameRanks = ['whole', 'first', 'begin', 'elsewhere', 'inside', 'slip', 'slip-inside'] as const;
export type NameRank = (typeof nameRanks)[number];

export interface Asked {
  readonly phrase: Codes;
  readonly words: readonly Word[];
  readonly letters: LetterSet;
}

interface Word {
  readonly codes: Codes;
  /** May be a part of a number as well. */
  readonly isDigits: boolean;
  readonly slips: 'nowhere' | 'begin' | 'anywhere';
}

/** `null`: there is no letter in it. */
export function askedOf(typed: string): Asked | null {
  const phrase = fold(typed);
  if (!/\p{L}/u.test(phrase)) return null;
  const texts = phrase.split(' ');
  const words = texts.map((text): Word => {
    const isDigits = /^\d+$/.test(text);
    return { codes: codesOf(text), isDigits, slips: isDigits ? 'nowhere' : slipsOf(text) };
  });
  const letters = lettersOf(texts.filter((_, index) => words[index]?.isDigits === false).join(''));
  return { phrase: codesOf(` ${phrase}`), words, letters };
}

/** In a short word a slip makes another word, and one in the middle of a name is anybody's. Thai leaves no space before its words. */
export function slipsOf(word: string): Word['slips'] {
  if (isThai(word)) return word.length < 3 ? 'nowhere' : 'anywhere';
  return word.length < 4 ? 'nowhere' : 'begin';
}

const [space, lineEnd] = [0x20, 0x0a];

/** How well each fits who has all the words, in any order. */
export function rankByName(
  index: PeopleIndex,
  { phrase, words, letters }: Asked,
): (at: number) => NameRank | null {
  const { latin, other, nameEnds } = index;
  const { codes, starts } = index.texts;

  /** `null`: nowhere. */
  function placeOf(word: Word, at: number): 'begin' | 'elsewhere' | 'inside' | null {
    const to = starts[at + 1] ?? 0;
    let found: 'inside' | null = null;
    for (let from = starts[at] ?? 0; ; ) {
      const place = findIn(codes, word.codes, from, to);
      if (place < 0)
        return found ?? (word.isDigits && isInNumbers(index, word.codes, at) ? 'elsewhere' : null);
      if (codes[place - 1] === space) return place < (nameEnds[at] ?? 0) ? 'begin' : 'elsewhere';
      found = 'inside';
      from = place + 1;
    }
  }

  return (at) => {
    if ((letters.latin & ~(latin[at] ?? 0)) !== 0 || (letters.other & ~(other[at] ?? 0)) !== 0) return null;
    let worst: 'begin' | 'elsewhere' | 'inside' = 'begin';
    for (const word of words) {
      const place = placeOf(word, at);
      if (place === null) return null;
      if (place === 'inside' || worst === 'begin') worst = place;
    }
    const from = starts[at] ?? 0;
    if (worst !== 'begin' || findIn(codes, phrase, from, from + phrase.length) < 0) return worst;
    return codes[from + phrase.length] === lineEnd ? 'whole' : 'first';
  };
}

/** The same with one slip in one of the words. Who has all of them as they are may be among them. */
export function rankBySlip(index: PeopleIndex, { words, letters }: Asked): (at: number) => NameRank | null {
  const { latin, other } = index;
  const { codes, starts } = index.texts;
  const [only, another] = words;

  /** The one that is not there; `undefined`: none, or more than one. */
  function missing(at: number, from: number, to: number): Word | undefined {
    if (another === undefined) return only;
    const away = words.filter(
      (word) =>
        findIn(codes, word.codes, from, to) < 0 && !(word.isDigits && isInNumbers(index, word.codes, at)),
    );
    return away.length === 1 ? away[0] : undefined;
  }

  return (at) => {
    if (!isOneAtMost(letters.latin & ~(latin[at] ?? 0), letters.other & ~(other[at] ?? 0))) return null;
    const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
    const word = missing(at, from, to);
    if (word === undefined || word.slips === 'nowhere') return null;
    const where = slippedIn(codes, from, to, word.codes, word.slips === 'anywhere');
    return where && (where === 'begin' ? 'slip' : 'slip-inside');
  };
}

function isInNumbers({ digits }: PeopleIndex, word: Codes, at: number): boolean {
  return findIn(digits.codes, word, digits.starts[at] ?? 0, digits.starts[at + 1] ?? 0) >= 0;
}
