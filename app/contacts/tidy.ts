import { withFewMarks } from '../util/few-marks.ts';

/**
 * A name as it is kept: one line. Control characters could break a menu's line, and the marks that turn the direction of writing
 * (Unicode TR9) could make the number beside a name read as another one.
 */
export function tidyName(typed: string): string {
  return withoutUnseen(typed.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' '))
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The same for a text that may have several lines. */
export function tidyNote(typed: string): string {
  return withoutUnseen(typed.replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n').replace(/[^\P{Cc}\n]/gu, ' '))
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/**
 * What nobody sees, but for the two joiners that some scripts and emoji are written with; letters that are drawn as a blank; and marks that
 * would be drawn over other lines.
 */
const withoutUnseen = (text: string): string =>
  withFewMarks(
    text
      .replace(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]|\u034f/gu, '')
      .replace(/[\u115f\u1160\u2800\u3164\uffa0]/gu, ' '),
  );

/** No longer than so many characters; a letter outside the plane of the first 65,536 is not halved, and no vowel or tone mark is torn off. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text;
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd();
}
