/**
 * A name as it is kept: one line. Control characters could break a menu's line, and the marks that turn the direction of writing
 * (Unicode TR9) could make the number beside a name read as another one.
 */
export function tidyName(typed: string): string {
  return typed
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Cs}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
