/**
 * Characters as people write them, folded to the few that the rest of this folder knows: ASCII digits and
 * punctuation, one dash, one space, one newline.
 */

/** Zeros of the decimal digits in use in Thailand, around it, and on the keyboards found there. */
const zeros = [
  0x0e50, // Thai
  0x0ed0, // Lao
  0x17e0, // Khmer
  0x1040, // Myanmar
  0x0660, // Arabic-Indic
  0x06f0, // Persian, Urdu
  0x0966, // Devanagari
  0x09e6, // Bengali
  0x0be6, // Tamil
];

/**
 * What is there and cannot be seen: zero-width spaces and joiners, the direction marks that address books put
 * around a number (U+202A … U+202E), soft hyphens, byte-order marks, and the two halves of a keycap emoji.
 */
const invisible = /\p{Cf}|\u034f|[\ufe00-\ufe0f]|\u20e3/u;
const dash = /[\p{Pd}\u2212\u2043\u30fc]/u;
const dot = /[\u00b7\u2022\u2024\u2027\u2219\u22c5\u30fb\u3002\uff61]/;
/** The blanks of Unicode; and what Braille and Hangul have for one, which are no blanks there. */
const space = /[\p{Zs}\u2800\u3164\u115f\u1160\uffa0]/u;
const newline = /[\n\r\v\f\u0085\u2028\u2029]/;
const openBracket = /[[\u3010\u3014\uff3b]/;
const closeBracket = /[\]\u3011\u3015\uff3d]/;

/** What pages write between digits when their source is copied: `02&nbsp;123&#160;4567`. */
const entity =
  /&(?:(nbsp|(?:en|em|thin|hair|num|punc|thick)sp|emsp1[34]|shy|zwn?j|lrm|rlm|ndash|mdash|minus|hyphen|dash|plus|lpar|rpar|period|sol|quot|apos|lt|gt)|#(\d{2,6})|#x([\da-f]{2,5}))(?:;|(?<=&nbsp)(?![a-z]))/iy;
const named: Readonly<Record<string, string>> = {
  ...{ shy: '', zwj: '', zwnj: '', lrm: '', rlm: '' },
  ...{ ndash: '-', mdash: '-', minus: '-', hyphen: '-', dash: '-' },
  ...{ plus: '+', lpar: '(', rpar: ')', period: '.', sol: '/' },
  ...{ quot: '"', apos: "'", lt: '<', gt: '>' },
};

/** The entity that stands there, and what it stands for; letters are left alone. */
function entityAt(text: string, index: number): { readonly length: number; readonly folded: string } | null {
  entity.lastIndex = index;
  const [all, name, decimal, hex] = entity.exec(text) ?? [];
  if (all === undefined) return null;
  if (name !== undefined) return { length: all.length, folded: named[name.toLowerCase()] ?? ' ' };
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const folded = foldUnusual(String.fromCodePoint(code));
  return /\p{L}/u.test(folded) ? null : { length: all.length, folded };
}

function foldUnusual(character: string): string {
  const code = character.charCodeAt(0);
  for (const zero of zeros) if (code >= zero && code <= zero + 9) return String(code - zero);
  if (invisible.test(character)) return '';
  if (openBracket.test(character)) return '(';
  if (closeBracket.test(character)) return ')';
  if (newline.test(character)) return '\n';
  if (space.test(character)) return ' ';
  if (dash.test(character)) return '-';
  if (dot.test(character)) return '.';
  if (character === '\u3001' || character === '\uff64') return ',';
  if (character === '\u2217') return '*';
  // Full-width forms are ASCII, shifted.
  if (code >= 0xff01 && code <= 0xff5e) return foldUnusual(String.fromCharCode(code - 0xfee0));
  return character;
}

export interface Folded {
  readonly text: string;
  /** `at[i]`: where the character `text[i]` stands in the original; one more entry marks the end. */
  readonly at: readonly number[];
}

export function fold(original: string): Folded {
  const at: number[] = [];
  const pieces: string[] = [];
  for (let index = 0; index < original.length; index += 1) {
    const character = original.charAt(index);
    const written = character === '&' ? entityAt(original, index) : null;
    const folded = written?.folded ?? (/[ !-Z\\^-~]/.test(character) ? character : foldUnusual(character));
    if (folded !== '') {
      pieces.push(folded);
      at.push(index);
    }
    if (written) index += written.length - 1;
  }
  at.push(original.length);
  return { text: pieces.join(''), at };
}

/** What stands between digits for the eye only (RFC 3966 §3 `visual-separator`, and the space). */
const separators = /[ .()-]/g;

/**
 * `+66 (0) 81…`: the zero in brackets is there for who dials inside the country, and leads nowhere behind a
 * country code. Only ever dropped with its brackets, behind a code.
 */
const bracketedTrunk = /^([ (]*(?:\+|00|[1-9])[\d ().-]{0,8}?)\( ?0 ?\)/;

/** Folded text without what is there for the eye only. */
export function withoutSeparators(folded: string): string {
  return folded.replace(separators, '');
}

/** Folded text as it would be dialled. Anything that is neither a digit nor a separator is still there. */
export function dialCharacters(folded: string): string {
  return withoutSeparators(folded.replace(bracketedTrunk, '$1'));
}
