/** As long as a name that can be read on a button. */
export const longestName = 60;

/**
 * A name as it is kept: one line, no longer than a name. Control characters could break a menu's line, and the marks that
 * turn the direction of writing (Unicode TR9) could make a number beside the name read as another one.
 */
export function tidyName(typed: string): string {
  const line = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...line].slice(0, longestName).join('').trim();
}
