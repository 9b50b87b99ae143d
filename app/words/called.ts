import type { Words } from './en.ts';

/** A number with the extension that stood behind it: `02 123 4567 ext. 12`. */
export function called(
  { display, extension }: { readonly display: string; readonly extension: string | null },
  words: Words,
): string {
  return extension === null ? display : `${display} ${words.dial.extension(extension)}`;
}
