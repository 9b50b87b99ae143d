import type { PageWords } from './page.en.ts';

/** Countries by their names in the language, in its order; the codes come from the main process. */
export function countriesIn(words: PageWords, codes: readonly string[]): { value: string; label: string }[] {
  const names = new Intl.DisplayNames(words.locale, { type: 'region' });
  const order = new Intl.Collator(words.locale);
  return codes
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .sort((one, other) => order.compare(one.label, other.label));
}
