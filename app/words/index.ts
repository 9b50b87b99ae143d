import type { Language } from '../contract/settings.ts';
import type { Words } from './en.ts';
import { en } from './en.ts';
import { th } from './th.ts';

export type { Words } from './en.ts';
export { failureLine, failureText } from './failure-text.ts';
export type { Stage } from './failure-words.ts';

const catalogue: Record<Language, Words> = { en, th };

export function wordsFor(language: Language): Words {
  return catalogue[language];
}
