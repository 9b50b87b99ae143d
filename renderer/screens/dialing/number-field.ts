/**
 * The number field: what was typed, shown in groups. Pure, so that the caret can be reasoned about: it belongs to
 * the characters that count, and the spaces between groups come and go around it.
 */
export interface Field {
  /** As it stands in the text box, groups and all. */
  readonly shown: string;
  /** The selection in `shown`; equal where it is a caret. */
  readonly start: number;
  readonly end: number;
}

export const emptyField: Field = { shown: '', start: 0, end: 0 };

/** The contract's bound on a number; what the box would not take by hand is not put in by a key either. */
export const longest = 80;

const separators = /[\s\u00a0\u2010-\u2015().\-/]/gu;

function isSeparator(character: string | undefined): boolean {
  return character !== undefined && character.replace(separators, '') === '';
}

/** Thai (U+0E50) and full-width (U+FF10) digits are digits: keyboards and copied text have them. */
function plainDigits(text: string): string {
  return text.replace(/[\u0e50-\u0e59\uff10-\uff19]/g, (digit) =>
    String((digit.charCodeAt(0) - (digit < '\uff10' ? 0x0e50 : 0xff10)) % 10),
  );
}

/** What was typed: without the groups' separators, its digits as 0 to 9. */
export function typedIn(shown: string): string {
  return plainDigits(shown).replace(separators, '');
}

/** A name, or what is to be done (`> settings`): there is a letter in it. */
export const isName = (shown: string): boolean => /[\p{L}>\uff1e]/u.test(shown);

/** Where the caret goes that stood behind `count` characters that count. */
export function positionAfter(shown: string, count: number): number {
  if (count === 0) return 0;
  let seen = 0;
  for (let position = 0; position < shown.length; position += 1) {
    if (!isSeparator(shown[position])) seen += 1;
    if (seen === count) return position + 1;
  }
  return shown.length;
}

/** Shows the number in other groups. Where the groups would change what was typed, it stays as it was typed. */
export function regrouped(field: Field, display: string): Field {
  if (typedIn(display) !== typedIn(field.shown) || typedIn(display) === '') return field;
  const move = (position: number) => positionAfter(display, typedIn(field.shown.slice(0, position)).length);
  return { shown: display, start: move(field.start), end: move(field.end) };
}

/** Puts `text` where the caret or the selection is. */
export function inserted(field: Field, text: string): Field {
  const shown = field.shown.slice(0, field.start) + text + field.shown.slice(field.end);
  if (shown.length > longest) return field;
  const caret = field.start + text.length;
  return { shown, start: caret, end: caret };
}

/** Takes the selection away, or the one character before the caret; between digits, separators count for nothing. */
export function deleted(field: Field): Field {
  if (field.start !== field.end) return inserted(field, '');
  const caret = caretForDeleting(field);
  if (caret === 0) return field;
  return {
    shown: field.shown.slice(0, caret - 1) + field.shown.slice(caret),
    start: caret - 1,
    end: caret - 1,
  };
}

/** Backspace behind a separator would delete the separator alone, and grouping would put it back for ever. */
export function caretForDeleting({ shown, start }: Field): number {
  if (isName(shown)) return start;
  let caret = start;
  while (caret > 0 && isSeparator(shown[caret - 1])) caret -= 1;
  return caret;
}

/** The same for the key that deletes forwards. */
export function caretForDeletingForward({ shown, start }: Field): number {
  if (isName(shown)) return start;
  let caret = start;
  while (caret < shown.length && isSeparator(shown[caret])) caret += 1;
  return caret;
}

/** A whole number in the field, the caret behind it. */
export function filled(number: string): Field {
  return { shown: number, start: number.length, end: number.length };
}

/** May go in as it is; anything else that is pasted is searched for numbers first. */
export function isPlainNumber(text: string): boolean {
  return text.length <= 40 && /^\+?[\d*#]+$/.test(typedIn(text.trim()));
}

/**
 * The digit that a key means here although its layout says otherwise: the digit row of a Thai keyboard types letters
 * (and that of a French one needs Shift). `code` names the place of the key, whatever is printed on it.
 */
export function digitMeant(event: Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>): string | null {
  if (event.shiftKey) return null;
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit === undefined || event.key.length !== 1 || /\d/.test(event.key)) return null;
  return digit;
}
