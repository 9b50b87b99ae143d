/** What has a `#` of its own: a web address with or without its scheme, and a mail address. */
const addresses =
  /(?:[a-z][a-z\d+.-]*:\/\/|www\.)\S*|[\p{L}\p{M}\p{N}-]+\.[\p{L}\p{M}]{2,}\/\S*|[\p{L}\p{M}\p{N}._%+#-]+@[\p{L}\p{M}\p{N}-]+\.\S*/giu;

/** A longer one is a sentence without blanks, and would be cut. */
const word = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]{0,59}(?![\p{L}\p{M}\p{N}_-])`;
/** Scripts that write no blank between words. */
const unspaced = String.raw`\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}`;
/** What a tag may stand behind. */
const before = String.raw`(?:^|[\s${unspaced}()[\]{}<>,;:.!?|"'“”‘’«»+…–—•·]|(?<=[\p{L}\p{M}\p{N}])-)`;

/**
 * As people write them: `#` before a word of letters and digits of any script, not in the middle of another word but where that script
 * writes no blanks, or behind another tag. Digits alone are an order's number and no tag.
 */
const tag = new RegExp(String.raw`(?<=${before}(?:#${word})*)#(?=[\p{N}_-]*\p{L})(${word})`, 'gmu');

/** The words of a note that begin with `#`, each once, without the sign; no two differ by their case alone. */
export function tagsOf(note: string): string[] {
  if (!note.includes('#')) return [];
  const found = new Map<string, string>();
  for (const [, word = ''] of note.replace(addresses, 'x').matchAll(tag)) {
    const key = word.toLowerCase();
    if (!found.has(key)) found.set(key, word);
  }
  return [...found.values()];
}

/** Those of all notes, each by its tags; the ones that are on most of them first. */
export function tagsIn(notes: Iterable<readonly string[]>, most: number): string[] {
  const counted = new Map<string, { readonly word: string; count: number }>();
  for (const note of notes)
    for (const word of note) {
      const known = counted.get(word.toLowerCase());
      if (known) known.count += 1;
      else counted.set(word.toLowerCase(), { word, count: 1 });
    }
  return [...counted.values()]
    .sort((a, b) => b.count - a.count || a.word.localeCompare(b.word))
    .slice(0, most)
    .map(({ word }) => word);
}
