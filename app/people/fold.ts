import { oneSpelling } from '../util/one-spelling.ts';

/** Latin letters that no decomposition of Unicode takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
};
const otherLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');
const initial = String.raw`(?<![\p{L}\p{M}\p{N}])\p{L}`;
/** `S.P.`, and `AT&T` or `B & B`: what stands beside an & has two letters at most. */
const initials = new RegExp(
  String.raw`${initial}(?:\.\p{L})+(?![\p{L}\p{M}\p{N}])|${initial}{1,2}(?:\s?&\s?\p{L}{1,2})+(?![\p{L}\p{M}\p{N}])`,
  'gu',
);
const isPlain = /^[a-z0-9 ]*$/;

/**
 * One form for all spellings of a name: letters and digits of one spelling, single spaces between words.
 */
export function fold(text: string): string {
  const one = oneSpelling(text);
  if (isPlain.test(one)) return spaced(one);
  const folded = one
    .replace(otherLetters, (letter) => letters[letter] ?? letter)
    // `O'Brien`, `AT&T` and `S.P. Motor` are written without them by whoever types them.
    .replace(/['\u2019]/g, '')
    .replace(initials, (name) => name.replace(/[\s.&]/g, ''))
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return spaced(folded);
}

const spaced = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

export const isThai = (text: string): boolean => /[\u0e01-\u0e4e]/.test(text);

/** As many people write a Thai name: without a space, and without the nickname that stands in brackets inside of it. */
export function inOneWord(name: string): string[] {
  const bare = name.replace(/\([^)]*\)|\[[^\]]*\]|"[^"]*"|“[^”]*”/g, ' ');
  return [name, bare]
    .map(fold)
    .filter((one) => isThai(one) && one.includes(' '))
    .map((one) => one.replaceAll(' ', ''));
}
