import type { Language } from '../contract/settings.ts';
import type { Words } from './en.ts';
import { en } from './en.ts';
import { th } from './th.ts';

export type { Words } from './en.ts';
export { failureLine, failureText } from './failure-text.ts';
export type { Stage } from './failure-words.ts';

const catalogue: Record<Language, Words> = { en, th };
const languages = Object.keys(catalogue) as Language[];

/** Each by its own name. */
export const ownNames = (): { value: Language; label: string }[] =>
  languages.map((value) => ({ value, label: catalogue[value].ownName }));

/** Of a locale (BCP 47, POSIX); English where it is none of ours. */
export function languageOf(locale: string): Language {
  const [spoken] = locale.toLowerCase().split(/[^a-z]/);
  return languages.find((language) => language === spoken) ?? 'en';
}

export function wordsFor(language: Language): Words {
  return catalogue[language];
}
