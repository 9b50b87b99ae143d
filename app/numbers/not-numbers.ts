/** Characters that join nothing and are part of nothing; none of them is left in a folded text, or means anything there. */
const blank = '\ufffc';
export const dateBlank = '\ufffb';

/**
 * What has digits and is no telephone number. Each row is blanked out before numbers are looked for, so that
 * nothing is dialled from the middle of it. Quantifiers are bounded: the text comes from anywhere.
 */
const rows: readonly (readonly [pattern: RegExp, by?: string])[] = [
  // Address on the web.
  [/\b(?:https?|ftp|file|wss?|mailto):[^\s<>"']{1,2000}|\bwww\.[^\s<>"']{1,2000}/gi],
  // Address of mail.
  [/[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/g],
  // IBAN. Two letters, two check digits, then fours; letters among them (GB, NL) or not (DE).
  [/\b[A-Z]{2}\d{2}(?:(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?|[A-Z0-9]{11,30})\b/g],
  // UUID.
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi],
  // Thai id card, and tax id, which has the same shape.
  [/(?<![\d+][ -]?)\d[ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]\d(?![ -]?\d)/g],
  // Payment card: four fours, or 4-6-5.
  [
    /(?<![\d+][ -]?)[2-6]\d{3}(?:[ -]\d{4}){3}(?![ -]?\d)|(?<![\d+][ -]?)3\d{3}[ -]\d{6}[ -]\d{5}(?![ -]?\d)/g,
  ],
  // Thai bank account: 3-1-5-1, 3-1-6-1 or 3-6-1. `081-2-34567-8` has the digits of a mobile number and is somebody's account.
  [/(?<![\d+][ -]?)\d{3}-\d-\d{5,6}-\d(?![ -]?\d)|(?<![\d+][ -]?)\d{3}-\d{6}-\d(?![ -]?\d)/g],
  // IPv4 address, with or without a port or a prefix length.
  [/(?<![\d+.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?(?![.\d-])/g],
  // Date, year first. Years by either calendar: 1800–2199 and 2400–2699.
  [
    /(?<![\d+][-./]?)(?:1[89]|2[01456])\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![-./]?\d)/g,
    dateBlank,
  ],
  // Date, year last.
  [
    /(?<![\d+][-./]?)(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:1[89]|2[01456])?\d{2})(?![-./]?\d)/g,
    dateBlank,
  ],
  // Time with dots, as Thai texts write it: a span, or with น. behind.
  [
    /(?<![\d+.-])(?:[01]?\d|2[0-4])\.[0-5]\d ?(?:-|~|to|ถึง) ?(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.])|(?<![\d+.-])(?:[01]?\d|2[0-4])\.[0-5]\d(?= ?น\.)/g,
  ],
  // Amount of money.
  [
    /[$€£¥฿₫₹] ?\d{1,15}(?:\.\d{1,4})?|\b(?:THB|USD|EUR|GBP|JPY|Baht) ?\d{1,15}(?:\.\d{1,4})?|(?<![\d+.-])\d{1,15}(?:\.\d{1,4})?[ ]?(?:บาท|baht\b|THB\b|USD\b|EUR\b|[$€£¥฿₫₹%‰])/gi,
  ],
  // Coordinates. Without zeros before the degrees: `081.2345678, 089.8765432` are two telephones.
  [
    /(?<![\d+.])[+-]?(?:0|[1-9]\d{0,2})\.\d{3,15}°?(?: ?[NSEW]\b)?[,;]? ?[+-]?(?:0|[1-9]\d{0,2})\.\d{3,15}(?!\d|[-.]\d)|(?<![\d+.-])\d{1,3}\.\d{3,15} ?[NSEW]\b|(?<![\d+.-])\d{1,3}(?:\.\d{1,15})?°/g,
  ],
  // Decimal fraction. `0.812345678` would be a mobile number without its dot.
  [/(?<![\d+.-] ?)-?0\.\d{1,40}(?![\d.-]|[ ]\d)/g],
  // Number of a line in a list. `1. 081-…`: the number of a line, not of a telephone.
  [/(?<=^ {0,20})[1-9]\d?[.)](?= ?(?:[+(]|0\d{0,2}[- (]))/gm],
];

/** `text` with blanks where the ranges are, which must be in order. */
export function blankRanges(text: string, ranges: readonly { start: number; end: number }[]): string {
  let done = 0;
  const pieces: string[] = [];
  for (const { start, end } of ranges) {
    pieces.push(text.slice(done, start), blank.repeat(end - start));
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

export function blankOut(text: string): string {
  let left = text;
  for (const [pattern, by = blank] of rows) left = left.replace(pattern, (found) => by.repeat(found.length));
  return left;
}
