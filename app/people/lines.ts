/** Character codes (UTF-16). */
export type Codes = Uint16Array;

/**
 * Many short texts in one piece of memory. A question walks through all of them, and in 50,000 strings of their own it would wait for
 * memory and for calls into the engine, each of which costs more than to look through the text.
 */
export interface Lines {
  readonly codes: Codes;
  /** Where each begins; one more entry marks the end. */
  readonly starts: Int32Array;
}

/** One of them, or a part of one. */
export interface PartOfLines {
  readonly codes: Codes;
  readonly from: number;
  readonly to: number;
}

/** In pieces of so many texts: who makes them may do something else in between. */
export function* linesInPieces(texts: readonly string[], atOnce: number): Generator<undefined, Lines> {
  const starts = new Int32Array(texts.length + 1);
  let length = 0;
  for (let index = 0; index < texts.length; index += 1) {
    length += texts[index]?.length ?? 0;
    starts[index + 1] = length;
  }
  const codes = new Uint16Array(length);
  for (let index = 0; index < texts.length; index += 1) {
    if (index % atOnce === 0) yield;
    put(texts[index] ?? '', codes, starts[index] ?? 0);
  }
  return { codes, starts };
}

export function codesOf(text: string): Codes {
  const codes = new Uint16Array(text.length);
  put(text, codes, 0);
  return codes;
}

function put(text: string, codes: Codes, from: number): void {
  for (let index = 0; index < text.length; index += 1) codes[from + index] = text.charCodeAt(index);
}

/** Where `word` stands in `codes`, from `from` on and before `to`; or -1. */
export function findIn(codes: Codes, word: Codes, from: number, to: number): number {
  const first = word[0];
  const last = to - word.length;
  for (let at = from; at <= last; at += 1) {
    if (codes[at] !== first) continue;
    let same = 1;
    while (same < word.length && codes[at + same] === word[same]) same += 1;
    if (same === word.length) return at;
  }
  return -1;
}
