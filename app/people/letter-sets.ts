/** Which letters a text has: two sets of bits. Who lacks a letter of a word has not got the word, and that tells of nearly everybody. */
export interface LetterSet {
  readonly latin: number;
  /** Several that share a bit count as one. */
  readonly other: number;
}

export function lettersOf(text: string): LetterSet {
  let [latin, other] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) latin |= 1 << (code - 0x61);
    else if (code > 0x20) other |= 1 << (code & 31);
  }
  return { latin, other };
}

/** Whether there is no more than one letter in both sets. */
export function isOneAtMost(latin: number, other: number): boolean {
  return (latin === 0 || other === 0) && (latin & (latin - 1)) === 0 && (other & (other - 1)) === 0;
}
