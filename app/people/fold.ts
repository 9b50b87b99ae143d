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
/** What people leave out or get wrong: accents; of Thai the tone marks and other signs above, which no word differs by alone for long. */
const marks = /[\u0300-\u036f\u0e3a\u0e47-\u0e4e\p{Cf}]/gu;
const isPlain = /^[a-z0-9 ]*$/;

/**
 * One form for all spellings of a name: small letters without accents or tone marks, digits as 0 to 9, single spaces between words.
 * Sara am in its two spellings is one, and so are แ and two เ.
 */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (isPlain.test(small)) return spaced(small);
  const folded = small
    .normalize('NFKD')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '\u0e33')
    .replace(marks, '')
    .replaceAll('\u0e40\u0e40', '\u0e41')
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(otherLetters, (letter) => letters[letter] ?? letter)
    // `O'Brien` is one word to whoever types it.
    .replace(/['\u2019]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  return spaced(folded.toLowerCase());
}

const spaced = (text: string): string => text.replace(/ {2,}/g, ' ').trim();

export const isThai = (text: string): boolean => /[\u0e01-\u0e4e]/.test(text);

/** What stands before a name and is written as one word with it. Who types the name leaves it out. */
const title = /^(?:คุณ|นางสาว|นส|นาง|นาย|พี|นอง|ดร|บริษัท|บจก|บมจ|หจก|ราน|ครู|อาจารย|หมอ|ชาง|ปา|ลุง) ?(?=.{2})/;

/** A folded name without its Thai title; the same where it has none. */
export const withoutTitle = (folded: string): string => folded.replace(title, '');
