import { fold } from '../util/characters.ts';

/**
 * Patterns of numbers in the language of Asterisk's dialplan, without the `_` that marks them there
 * (docs.asterisk.org, Configuration › Dialplan › Pattern Matching):
 *
 * - `X` 0-9, `Z` 1-9, `N` 2-9, in either case; `[13-5]` one of a set; digits, `+`, `*` and `#` stand for themselves;
 * - `.` one or more characters and `!` none or more, at the end only;
 * - `-` and spaces outside a set are there for the eye only, as `-` is in Asterisk.
 *
 * One difference, on purpose: in Asterisk `.` takes anything. Here `*` and `#` are taken only by a pattern that names one of them,
 * so that a rule about numbers never touches a feature code.
 */
export interface Pattern {
  /** What may stand at each place, from the first. */
  readonly places: readonly string[];
  /** How many characters more may follow. */
  readonly rest: 'none' | 'some' | 'any';
  /** It names `*` or `#`. */
  readonly codes: boolean;
}

/** Why a text is no pattern. Each has words in `app/words/`. */
export const patternProblems = [
  'empty',
  'too-long',
  'underscore',
  'behind-the-end',
  'open-set',
  'empty-set',
  'backward-range',
  'character',
] as const;
export type PatternProblem = (typeof patternProblems)[number];

export const longestPattern = 60;

const digits = '0123456789';
const classes: Readonly<Record<string, string>> = { X: digits, Z: digits.slice(1), N: digits.slice(2) };

export function readPattern(written: string): Pattern | PatternProblem {
  if (written.length > longestPattern) return 'too-long';
  const text = plain(written);
  if (text.startsWith('_')) return 'underscore';
  const places: string[] = [];
  let rest: Pattern['rest'] = 'none';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === ' ' || character === '-') continue;
    if (rest !== 'none') return 'behind-the-end';
    const many = classes[character.toUpperCase()];
    if (many !== undefined) places.push(many);
    else if (character === '.') rest = 'some';
    else if (character === '!') rest = 'any';
    else if (character === '[') {
      const end = text.indexOf(']', at);
      if (end < 0) return 'open-set';
      const set = readSet(text.slice(at + 1, end));
      if (!Array.isArray(set)) return set;
      places.push(set.join(''));
      at = end;
    } else if (/[\d+*#]/.test(character)) places.push(character);
    else return 'character';
  }
  if (places.length === 0 && rest === 'none') return 'empty';
  return { places, rest, codes: places.some((place) => /[*#]/.test(place)) };
}

/** Thai and full-width digits are digits here too; brackets, which `fold` makes round, stay what they are. */
function plain(written: string): string {
  return Array.from(written.trim(), (character) =>
    /[[\]]/.test(character) ? character : fold(character).text,
  ).join('');
}

function readSet(inside: string): string[] | PatternProblem {
  const set: string[] = [];
  for (let at = 0; at < inside.length; at += 1) {
    const from = inside.charAt(at);
    if (!/[\d*#+]/.test(from)) return 'character';
    if (inside.charAt(at + 1) !== '-') {
      set.push(from);
      continue;
    }
    const to = inside.charAt(at + 2);
    if (!/\d/.test(from) || !/^\d$/.test(to)) return 'character';
    if (to < from) return 'backward-range';
    set.push(...digits.slice(Number(from), Number(to) + 1));
    at += 2;
  }
  return set.length === 0 ? 'empty-set' : set;
}

/** One look at each character of `number`, whatever the pattern. */
export function fits(pattern: Pattern, number: string): boolean {
  const { places, rest } = pattern;
  if (!pattern.codes && /[*#]/.test(number)) return false;
  const more = number.length - places.length;
  if (more < (rest === 'some' ? 1 : 0) || (rest === 'none' && more > 0)) return false;
  return places.every((place, at) => place.includes(number.charAt(at)));
}
