import type { Language } from '../contract/settings.ts';
import type { Words } from './en.ts';
import { en } from './en.ts';
import { th } from './th.ts';

export type { Words } from './en.ts';
export { failureLine, failureText } from './failure-text.ts';

/** All at hand: for the main process, which says something in each at any moment. The page loads one (`languages.ts`). */
const catalogue: Record<Language, Words> = { en, th };

/** In every language, for what somebody may ask in another one than is shown: a colleague reads the same list. */
export const allWords: readonly Words[] = Object.values(catalogue);

export function wordsFor(language: Language): Words {
  return catalogue[language];
}
