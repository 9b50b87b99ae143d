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

/** Whether a word stands among the names with one slip, as the dial pad's box forgives it: in a short word it makes another one. */
export function standsBySlip(word: string, names: string): boolean {
  const folded = fold(word);
  const slips = /^\d*$/.test(folded) ? 'nowhere' : slipsOf(folded);
  if (slips === 'nowhere' || /\d/.test(folded)) return false;
  const codes = codesOf(names);
  return slippedIn(codes, 0, codes.length, codesOf(folded), slips === 'anywhere') !== null;
}
