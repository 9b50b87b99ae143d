import type { Codes } from './lines.ts';

const space = 0x20;

/**
 * Where `word` stands between `from` and `to` with one slip: one letter put in, left out or changed, or two that changed places. At the
 * beginning of a word (behind a space), inside one, or nowhere (`null`). `anywhere`: inside is looked at as well.
 */
export function slippedIn(
  codes: Codes,
  from: number,
  to: number,
  word: Codes,
  anywhere: boolean,
): 'begin' | 'inside' | null {
  const [first, second] = word;
  let found: 'inside' | null = null;
  for (let at = from + 1; at <= to - word.length + 1; at += 1) {
    const begins = codes[at - 1] === space;
    if (!begins && (found !== null || !anywhere)) continue;
    // One of the first two letters is where it belongs, or a place beside it: a slip is in one place.
    if (codes[at] !== first && codes[at] !== second && codes[at + 1] !== second) continue;
    if (!standsAt(codes, at, to, word)) continue;
    if (begins) return 'begin';
    found = 'inside';
  }
  return found;
}

/** Whether the text goes on as `word` from `at` on, with one slip. */
function standsAt(codes: Codes, at: number, to: number, word: Codes): boolean {
  let same = 0;
  while (same < word.length && at + same < to && codes[at + same] === word[same]) same += 1;
  const text = at + same;
  if (word.length - same <= 1) return true;
  return (
    goesOn(codes, text + 1, to, word, same + 1) ||
    goesOn(codes, text + 1, to, word, same) ||
    goesOn(codes, text, to, word, same + 1) ||
    (codes[text] === word[same + 1] &&
      codes[text + 1] === word[same] &&
      goesOn(codes, text + 2, to, word, same + 2))
  );
}

function goesOn(codes: Codes, at: number, to: number, word: Codes, from: number): boolean {
  if (at + word.length - from > to) return false;
  for (let index = from; index < word.length; index += 1) {
    if (codes[at + index - from] !== word[index]) return false;
  }
  return true;
}
