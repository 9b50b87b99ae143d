/** Characters that join nothing and are part of nothing; none of them is left in a folded text, or means anything there. */
const blank = '\ufffc';
export const dateBlank = '\ufffb';

/**
 * What has digits and is no telephone number. Each row is blanked out before numbers are looked for, so that
 * nothing is dialled from the middle of it. Quantifiers are bounded: the text comes from anywhere.
 */
const rows: readonly { readonly what: string; readonly pattern: RegExp; readonly blank?: string }[] = [
  {
    what: 'address on the web',
    pattern: /\b(?:https?|ftp|file|wss?|mailto):[^\s<>"']{1,2000}|\bwww\.[^\s<>"']{1,2000}/gi,
  },
  { what: 'address of mail', pattern: /[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}/g },
  {
    what: 'IBAN',
    // Two letters, two check digits, then fours; letters among them (GB, NL) or not (DE).
    pattern: /\b[A-Z]{2}\d{2}(?:(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?|[A-Z0-9]{11,30})\b/g,
  },
  {
    what: 'UUID',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  },
  {
    what: 'Thai id card, and tax id, which has the same shape',
    pattern: /(?<![\d+][ -]?)\d[ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]\d(?![ -]?\d)/g,
  },
  {
    what: 'payment card: four fours, or 4-6-5',
    pattern:
      /(?<![\d+][ -]?)[2-6]\d{3}(?:[ -]\d{4}){3}(?![ -]?\d)|(?<![\d+][ -]?)3\d{3}[ -]\d{6}[ -]\d{5}(?![ -]?\d)/g,
  },
  {
    // `081-2-34567-8` has the digits of a mobile number and is somebody's account.
    what: 'Thai bank account: 3-1-5-1, 3-1-6-1 or 3-6-1',
    pattern: /(?<![\d+][ -]?)\d{3}-\d-\d{5,6}-\d(?![ -]?\d)|(?<![\d+][ -]?)\d{3}-\d{6}-\d(?![ -]?\d)/g,
  },
  {
    what: 'IPv4 address, with or without a port or a prefix length',
    pattern: /(?<![\d+.])\d{1,3}(?:\.\d{1,3}){3}(?:[:/]\d{1,5})?(?![.\d-])/g,
  },
  {
    // Years by either calendar: 1800–2199 and 2400–2699.
    what: 'date, year first',
    blank: dateBlank,
    pattern:
      /(?<![\d+][-./]?)(?:1[89]|2[01456])\d{2}([-./])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])(?![-./]?\d)/g,
  },
  {
    what: 'date, year last',
    blank: dateBlank,
    pattern:
      /(?<![\d+][-./]?)(?:0?[1-9]|[12]\d|3[01])([-./])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:1[89]|2[01456])?\d{2})(?![-./]?\d)/g,
  },
  {
    what: 'time with dots, as Thai texts write it: a span, or with น. behind',
    pattern:
      /(?<![\d+.-])(?:[01]?\d|2[0-4])\.[0-5]\d ?(?:-|~|to|ถึง) ?(?:[01]?\d|2[0-4])\.[0-5]\d(?![\d.])|(?<![\d+.-])(?:[01]?\d|2[0-4])\.[0-5]\d(?= ?น\.)/g,
  },
  {
    what: 'amount of money',
    pattern:
      /[$€£¥฿₫₹] ?\d{1,15}(?:\.\d{1,4})?|\b(?:THB|USD|EUR|GBP|JPY|Baht) ?\d{1,15}(?:\.\d{1,4})?|(?<![\d+.-])\d{1,15}(?:\.\d{1,4})?[ ]?(?:บาท|baht\b|THB\b|USD\b|EUR\b|[$€£¥฿₫₹%‰])/gi,
  },
  {
    // Without zeros before the degrees: `081.2345678, 089.8765432` are two telephones.
    what: 'coordinates',
    pattern:
      /(?<![\d+.])[+-]?(?:0|[1-9]\d{0,2})\.\d{3,15}°?(?: ?[NSEW]\b)?[,;]? ?[+-]?(?:0|[1-9]\d{0,2})\.\d{3,15}(?!\d|[-.]\d)|(?<![\d+.-])\d{1,3}\.\d{3,15} ?[NSEW]\b|(?<![\d+.-])\d{1,3}(?:\.\d{1,15})?°/g,
  },
  // `0.812345678` would be a mobile number without its dot.
  { what: 'decimal fraction', pattern: /(?<![\d+.-] ?)-?0\.\d{1,40}(?![\d.-]|[ ]\d)/g },
  // `1. 081-…`: the number of a line, not of a telephone.
  { what: 'number of a line in a list', pattern: /(?<=^ {0,20})[1-9]\d?[.)](?= ?(?:[+(]|0\d{0,2}[- (]))/gm },
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
  for (const { pattern, blank: by = blank } of rows) {
    left = left.replace(pattern, (found) => by.repeat(found.length));
  }
  return left;
}
