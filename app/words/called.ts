import { beside } from './beside.ts';
import type { Words } from './en.ts';

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
  words: Words,
): string {
  const number = extension === null ? display : `${display} ${words.dial.extension(extension)}`;
  return name === '' ? number : `${beside(name)} · ${number}`;
}
