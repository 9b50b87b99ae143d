import type { PageWords } from '../../../app/words/page.en.ts';

type Labels = PageWords['contacts']['labels'];

/** In the page's language, where it is one that every language has a word for. */
export function labelIn(labels: Labels, label: string): string {
  return Object.hasOwn(labels, label) ? labels[label as keyof Labels] : label;
}

/** What was typed, by the word of the page's language. */
export function labelOf(labels: Labels, typed: string): string {
  const word = typed.trim().toLowerCase();
  const known = Object.entries(labels).find(([label, text]) => [label, text.toLowerCase()].includes(word));
  return known?.[0] ?? typed.trim();
}
