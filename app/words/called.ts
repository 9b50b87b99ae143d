import { beside } from './beside.ts';
import type { PageWords } from './page.en.ts';

/** Who was called, and at which number, with the extension that stood behind it: `Somchai · 02 123 4567 ext. 12`. */
export function called(
  {
    display,
    name = '',
    extension = null,
  }: {
    readonly display: string;
    readonly name?: string | undefined;
    readonly extension?: string | null | undefined;
  },
  words: PageWords,
): string {
  const number = extension === null ? display : `${display} ${words.dial.extension(extension)}`;
  return name === '' ? number : `${beside(name)} · ${number}`;
}
