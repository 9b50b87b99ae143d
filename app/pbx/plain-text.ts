import { escapeForPattern } from '../util/escape-for-pattern.ts';
import { withFewMarks } from '../util/few-marks.ts';
import { percentEncode } from './percent.ts';

/** Masks what must not come back: see `maskSecrets`. */
export type Mask = (text: string) => string;

const mask = '•••';

/** What is shorter would be masked out of ordinary words and protects nothing. */
const shortestSecret = 4;

/**
 * A PBX, or a debugging proxy before it, may echo what it was sent. What it says is shown, and pasted into tickets:
 * so each secret is masked in every spelling that a reply brings it in, in any case of letters.
 */
export function maskSecrets(secrets: readonly string[]): Mask {
  const spellings = secrets
    .flatMap((secret) => [
      secret,
      percentEncode(secret),
      percentEncode(secret).replaceAll('%20', '+'),
      plain(secret),
    ])
    .filter((spelling) => spelling.length >= shortestSecret)
    // The longest first: a key that begins like the secret must not leave the rest of the secret behind.
    .sort((a, b) => b.length - a.length);
  if (spellings.length === 0) return (text) => text;
  const pattern = new RegExp(spellings.map(escapeForPattern).join('|'), 'giu');
  return (text) => text.replace(pattern, mask);
}

/**
 * A server's words as one line of plain text: no tags, control characters or bidirectional overrides (which make
 * text read as something else than it is), white space folded, bounded.
 */
export function plainText(text: string, most: number, hide: Mask): string {
  // Masked before and after: markup may end inside a secret, or stand in the middle of it.
  return bounded(hide(plain(hide(text))), most);
}

function plain(text: string): string {
  let rest = invisible(decodeEntities(invisible(text)));
  rest = rest.replace(/<\/?(?:br|hr|p|div|li|tr|td|th|pre|h[1-6])\b[^<>]*>/gi, ' ');
  // Taking a tag out may leave another one: `<<b>b>`.
  for (let pass = 0; pass < 4; pass++) rest = rest.replace(/<[a-z/!?][^<>]*>/gi, '');
  return withFewMarks(rest)
    .replace(/<+(?=[a-z/!?])/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** An escape as it is, or as a log writes it. */
const esc = String.raw`(?:\u001b|\u241b|\\(?:e|x1b|033|u001b)|\^\[)`;
/** Escape sequences of terminals (ECMA-48), whole: without its first character the rest of one is a word. */
const escapeSequences = new RegExp(
  [
    // With parameters: colours, the cursor.
    String.raw`(?:${esc}\[|\u009b)[0-?]*[ -/]*[@-~]`,
    // With a text and its end: titles, links.
    String.raw`(?:${esc}[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c]{0,200}(?:\u0007|\u009c|${esc}\\)`,
    // With one character.
    String.raw`\u001b[ -/]*[0-~]`,
  ].join('|'),
  'gi',
);

/** Controls, formats (zero width, bidirectional, tags), halves of surrogate pairs, private and unassigned characters. */
function invisible(text: string): string {
  return text.replace(escapeSequences, '').replace(/\s+/g, ' ').replace(/\p{C}/gu, '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Those that PHP's `htmlspecialchars` writes, and numbered ones. Anything else stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/gi, (entity, decimal, hex, name) => {
    if (name !== undefined) return entities[name.toLowerCase()] ?? entity;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** Counts UTF-16 units, as the schema of a failure does, and never cuts a character in two. */
function bounded(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
