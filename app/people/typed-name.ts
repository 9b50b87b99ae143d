import { slipsOf } from './by-name.ts';
import { fold, inOneWord } from './fold.ts';
import { codesOf } from './lines.ts';
import { slippedIn } from './slip.ts';
import { withoutTitle } from './titles.ts';

/** What somebody is found by, by whoever searches a list: each name behind a blank, a Thai one as one word as well. */
export function namesText(names: readonly string[]): string {
  const folded = names.map(fold).filter((name) => name !== '');
  return [...new Set([...folded, ...names.flatMap(inOneWord)])].map((name) => ` ${name}\n`).join('');
}

/** The words of what is typed, and those without the title before it, where it has one. */
export const waysTyped = (typed: string): readonly (readonly string[])[] =>
  [...new Set([typed, withoutTitle(typed)])].map((one) => one.split(/\s+/).filter((word) => word !== ''));

/** Tells whether a word stands among some names with one slip, as the dial pad's box forgives it: in a short word it makes another one. */
export function slipOf(word: string): (names: string) => boolean {
  const folded = fold(word);
  const slips = /\d/.test(folded) ? 'nowhere' : slipsOf(folded);
  if (slips === 'nowhere') return () => false;
  const typed = codesOf(folded);
  return (names) => {
    const codes = codesOf(names);
    return slippedIn(codes, 0, codes.length, typed, slips === 'anywhere') !== null;
  };
}

/** All words of a way of typing are there but one, and that one with a slip. */
export const butForOne = <T>(
  ways: readonly (readonly T[])[],
  has: (word: T) => boolean,
  isSlipped: (word: T) => boolean,
): boolean =>
  ways.some((words) => {
    const [away, another] = words.filter((word) => !has(word));
    return away !== undefined && another === undefined && isSlipped(away);
  });
