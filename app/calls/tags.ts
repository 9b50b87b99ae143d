/** As people write them: `#` before a word of letters and digits of any script, at the beginning of the text or after a blank. */
const tag = /(?<![^\s(])#([\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,39})/gu;

/** The words of a note that begin with `#`, each once, without the sign; no two differ by their case alone. */
export function tagsOf(note: string): string[] {
  const found = new Map<string, string>();
  for (const [, word = ''] of note.matchAll(tag)) {
    const key = word.toLowerCase();
    if (!found.has(key)) found.set(key, word);
  }
  return [...found.values()];
}

/** Those of all notes, the ones that are on most of them first. */
export function tagsIn(notes: Iterable<string>, most: number): string[] {
  const counted = new Map<string, { readonly word: string; count: number }>();
  for (const note of notes)
    for (const word of tagsOf(note)) {
      const known = counted.get(word.toLowerCase());
      if (known) known.count += 1;
      else counted.set(word.toLowerCase(), { word, count: 1 });
    }
  return [...counted.values()]
    .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word))
    .slice(0, most)
    .map(({ word }) => word);
}
