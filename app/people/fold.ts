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
const isPlain = /^[a-z0-9 ]*$/;

/**
 * One form for all spellings of a name: letters and digits of one spelling, single spaces between words.
 */
export function fold(text: string): string {
  const one = oneSpelling(text);
  if (isPlain.test(one)) return spaced(one);
  const folded = one
    .replace(otherLetters, (letter) => letters[letter] ?? letter)
    // `O'Brien` is one word to whoever types it.
    .replace(/['\u2019]/g, '')
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
