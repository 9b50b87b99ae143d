import { called } from '../../app/words/called.ts';
import type { PageWords } from '../../app/words/page.en.ts';

/** Of a name in a sentence: what stands behind is the number, which is to be seen. */
const longestName = 40;

/** Who was called, as a part of a sentence: where the line ends, the name may be parted or cut off, and the number beside it is not. */
export function calledWhole(who: Parameters<typeof called>[0], words: PageWords): string {
  const number = called({ ...who, name: '' }, words);
  if (!who.name) return number;
  // A vowel of Thai that is written before its consonant says nothing without it.
  const letters = [...new Intl.Segmenter().segment(who.name)];
  const name =
    letters.length <= longestName
      ? who.name
      : `${letters
          .slice(0, longestName - 1)
          .map(({ segment }) => segment)
          .join('')
          .replace(/[\s\u0e40-\u0e44]+$/, '')}…`;
  // The point stays with the name: no line begins with it.
  return called({ display: number.replaceAll(' ', '\u00a0'), name }, words).replace(' · ', '\u00a0· ');
}
