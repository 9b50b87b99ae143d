import type { PeopleSource } from '../contract/people.ts';
import { codesOf, findIn } from './lines.ts';
import type { PeopleIndex } from './people-index.ts';

/** How well somebody fits the digits that were typed; best first. `name`, `word`: the first or another word of their name on the keys. */
export const numberRanks = ['number', 'name', 'word', 'inside'] as const;
export type NumberRank = (typeof numberRanks)[number];

/** Shorter beginnings fit too many numbers to be worth a row. A favourite, or an extension, is one of few. */
const leastOfANumber: Readonly<Record<PeopleSource, number>> = {
  favourite: 2,
  contact: 3,
  colleague: 2,
  recent: 3,
};
/** So that the last digits of a number find it. */
const leastInside = 4;

export interface ByNumber {
  /** How well somebody's number fits best. `whole`: it is theirs. `null`: not at all. */
  rank(at: number): 'whole' | 'number' | 'inside' | null;
  /** Which of their numbers fit so well. */
  which(at: number, rank: 'whole' | 'number' | 'inside'): number[];
}

const space = 0x20;

/** Whose numbers go on as one of these begins (`digitsAsked`), or hold it, or are it. */
export function findByNumber(index: PeopleIndex, asked: readonly string[]): ByNumber {
  const { codes, starts } = index.digits;
  const ways = asked.map((one) => {
    const typed = one.trimStart();
    return { typed, digits: codesOf(typed), isInsideEnough: one === typed && typed.length >= leastInside };
  });

  function rankOf({ typed, digits, isInsideEnough }: (typeof ways)[number], at: number) {
    const to = starts[at + 1] ?? 0;
    let best: 'number' | 'inside' | null = null;
    for (let from = starts[at] ?? 0; ; from += 1) {
      from = findIn(codes, digits, from, to);
      if (from < 0) return best;
      if (codes[from - 1] !== space) best ??= isInsideEnough ? 'inside' : null;
      else if (codes[from + digits.length] === space) return 'whole';
      else if (typed.length >= leastOfANumber[index.source]) best = 'number';
      else best ??= isInsideEnough ? 'inside' : null;
    }
  }

  return {
    rank(at) {
      const ranks = ways.map((one) => rankOf(one, at));
      return (['whole', 'number', 'inside'] as const).find((rank) => ranks.includes(rank)) ?? null;
    },
    which(at, rank) {
      const wanted = ways.map(
        ({ typed }) => ({ whole: ` ${typed} `, number: ` ${typed}`, inside: typed })[rank],
      );
      const lines = String.fromCharCode(...codes.subarray(starts[at], starts[at + 1])).split('\n');
      return lines.flatMap((spellings, number) =>
        wanted.some((one) => spellings.includes(one)) ? number : [],
      );
    },
  };
}
