/** What people leave out or get wrong: accents; of Thai the tone marks and other signs above, which no word differs by alone for long. */
const marks = /[\u0300-\u036f\u0e3a\u0e47-\u0e4e\p{Cf}]/gu;
const isPlain = /^[\n -~]*$/;

/**
 * One form for all spellings of a word: small letters without accents or tone marks, digits as 0 to 9. Sara am in its two spellings is
 * one, with its tone mark before or behind, and so are แ and two เ. Katakana is hiragana, which the keys write.
 */
export function oneSpelling(text: string): string {
  const small = text.toLowerCase();
  if (isPlain.test(small)) return small;
  return small
    .normalize('NFKD')
    .replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, '\u0e33')
    .replace(marks, '')
    .replaceAll('\u0e40\u0e40', '\u0e41')
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .toLowerCase();
}
