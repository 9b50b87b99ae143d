import type { Language } from '../contract/settings.ts';
import type { PageWords } from './page.en.ts';

/** Each fetched by itself: a page speaks one. The main process has all of them at hand (`index.ts`). */
const fetched: Readonly<Record<Language, () => Promise<PageWords>>> = {
  en: async () => (await import('./page.en.ts')).pageEn,
  th: async () => (await import('./page.th.ts')).pageTh,
};

const languages = Object.keys(fetched) as Language[];

export const fetchWords = (language: Language): Promise<PageWords> => fetched[language]();

/** Each by its own name, in every language: who picked a wrong one must find the way back. */
export const ownNames = (): { value: Language; label: string }[] =>
  languages.map((value) => ({
    value,
    label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
  }));

/** Of a locale (BCP 47, POSIX); English where it is none of ours. */
export function languageOf(locale: string): Language {
  const [spoken] = locale.toLowerCase().split(/[^a-z]/);
  return languages.find((language) => language === spoken) ?? 'en';
}
