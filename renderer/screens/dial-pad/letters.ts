/**
 * The letters on a telephone's keys. Latin by ITU-T E.161. For Thai there is no standard: makers put the consonants on the keys
 * 1 to 9 in the order of the alphabet and part them differently, so that a letter at an edge counts on both its keys.
 * Vowels and tone marks are on no key: names are found by their consonants, as Thai lists are sorted.
 */
const latin = { 2: 'abc', 3: 'def', 4: 'ghi', 5: 'jkl', 6: 'mno', 7: 'pqrs', 8: 'tuv', 9: 'wxyz' };
const thai = {
  1: 'กขฃคฅฆ',
  2: 'ฆงจฉ',
  3: 'ชซฌญ',
  4: 'ฎฏฐฑฒณ',
  5: 'ดตถทธน',
  6: 'นบปผฝพฟ',
  7: 'พฟภมยร',
  8: 'รลวศษส',
  9: 'สหฬอฮ',
};

const keysOf = new Map<string, string>();
for (const layout of [latin, thai]) {
  for (const [key, letters] of Object.entries(layout)) {
    for (const letter of letters) keysOf.set(letter, (keysOf.get(letter) ?? '') + key);
  }
}
for (const digit of '0123456789') keysOf.set(digit, digit);

interface Spelled {
  /** For each letter the keys that it is on. */
  readonly keys: readonly string[];
  /** Where words begin. */
  readonly starts: readonly number[];
}

/** Accents off (`é` is on the key of `e`), one case. */
function spell(name: string): Spelled {
  const keys: string[] = [];
  const starts: number[] = [];
  let inWord = false;
  for (const letter of name.normalize('NFD').toLowerCase()) {
    const on = keysOf.get(letter);
    if (on !== undefined) {
      if (!inWord) starts.push(keys.length);
      inWord = true;
      keys.push(on);
      // A mark belongs to the word; so do Thai vowels (U+0E30 … U+0E4E), which stand between its consonants.
    } else if (!/[\p{M}\u0e2f-\u0e4e]/u.test(letter)) inWord = false;
  }
  return { keys, starts };
}

const spelled = new Map<string, Spelled>();
/** Names that are remembered: a screen of contacts and a long list of calls. */
const most = 5_000;

function remembered(name: string): Spelled {
  const known = spelled.get(name);
  if (known) return known;
  if (spelled.size >= most) spelled.clear();
  const fresh = spell(name);
  spelled.set(name, fresh);
  return fresh;
}

/** Whether the digits spell the beginning of a word of the name, going on into the next words. */
export function spells(digits: string, name: string): boolean {
  if (name === '' || !/^\d+$/.test(digits)) return false;
  const { keys, starts } = remembered(name);
  return starts.some(
    (start) =>
      start + digits.length <= keys.length &&
      [...digits].every((digit, index) => keys[start + index]?.includes(digit)),
  );
}
