/** What the keys of the digits' row would have written, where they were taken for digits. */
export interface Written {
  readonly digits: string;
  readonly letters: string;
}

/**
 * On a Thai keyboard the row of digits writes letters: `คุณ` begins with the keys of 8 and 6. They are digits as long as nothing else is
 * typed, for that is how people type numbers there; with the first other letter all of them are the letters that stand on them.
 */
export function pressedAs(
  before: Written | null,
  typed: string,
  digit: string,
  letter: string,
): Written | null {
  if (letter === digit) return null;
  if (typed === '') return { digits: digit, letters: letter };
  if (before?.digits !== typed) return null;
  return { digits: typed + digit, letters: before.letters + letter };
}

/** After another change of what is typed: what was taken away at the end is taken away from both. */
export function leftOf(before: Written | null, typed: string): Written | null {
  if (before === null || typed === '' || !before.digits.startsWith(typed)) return null;
  return { digits: typed, letters: before.letters.slice(0, typed.length) };
}
