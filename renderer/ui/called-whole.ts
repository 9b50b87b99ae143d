import { called } from '../../app/words/called.ts';
import type { Words } from '../../app/words/en.ts';

/** Who was called, as a part of a sentence: where the line ends, the name may be parted, and the number beside it is not. */
export function calledWhole(who: Parameters<typeof called>[0], words: Words): string {
  const number = called({ ...who, name: '' }, words);
  return who.name ? called({ display: number.replaceAll(' ', '\u00a0'), name: who.name }, words) : number;
}
