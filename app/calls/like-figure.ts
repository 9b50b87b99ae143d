import { escapeForPattern } from '../util/escape-for-pattern.ts';

const monthsIn = (language: string): string[] =>
  (['long', 'short'] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, at) =>
      new Date(Date.UTC(2026, at, 15)).toLocaleDateString(language, { month, timeZone: 'UTC' }),
    ),
  );

function dateWords(): RegExp {
  // The longer ones first: one may begin another.
  const months = [...monthsIn('en'), ...monthsIn('th')].sort((a, b) => b.length - a.length);
  const words = [...months.map(escapeForPattern), '[ap]\\.?m\\.?', '(?<=\\d)e(?=[\\d+-])'];
  return new RegExp(words.join('|'), 'giu');
}

const signs = /[\p{Nd}\p{Sc}\s.,:/+()%'-]/gu;

/** An extension, a count, or a number in groups: no spreadsheet makes anything else of it. What begins like a formula is made text of by `csv.ts`. */
const plain = /^(?!0\d*$)\d+(?: \d+)*$|^\s*[-+]/;

/**
 * A number with a zero before it, a date, a time, a price, `1e5`, in digits of any script: a spreadsheet would make something else of it, for in
 * its language these are figures. Made for each table: the names of months take a moment to be known.
 */
export function createLikeFigure(): (text: string) => boolean {
  const words = dateWords();
  return (text) =>
    /\p{Nd}/u.test(text) && !plain.test(text) && text.replace(words, '').replace(signs, '') === '';
}
