import type { Prefixes } from '../numbers/prefixes.ts';
import { digitsText } from '../numbers/spellings.ts';
import { fold, inOneWord, isThai } from './fold.ts';
import { type Presses, pressesOf } from './keys.ts';
import type { Person } from './person.ts';
import { withoutTitle } from './titles.ts';

/** Somebody made ready to be searched. */
export interface Entry {
  /** What letters find: names, then all else, each behind a space. */
  readonly text: string;
  /** Where in it the name ends. */
  readonly nameEnds: number;
  /** The spellings of each number, each between spaces; a line for each number. */
  readonly digits: string;
  readonly presses: Presses;
}

export function entryOf(
  person: Person,
  prefixes: Prefixes,
  wordsOf: (name: string) => readonly string[],
): Entry {
  const name = fold(person.name);
  const names = [name];
  if (isThai(name)) {
    const bare = withoutTitle(person.name);
    if (bare !== person.name) names.push(fold(bare));
    names.push(...inOneWord(person.name));
  }
  if (person.nickname !== undefined) names.push(fold(person.nickname));
  const called = lined(names);
  return {
    text: called + lined([fold(person.company), fold(person.also)]),
    nameEnds: called.length,
    digits: person.numbers.map(({ number }) => digitsText(number, prefixes)).join('\n'),
    presses: person.name === '' ? '' : pressesOf(person.name, wordsOf),
  };
}

function lined(parts: readonly string[]): string {
  const seen = new Set(parts);
  seen.delete('');
  let text = '';
  for (const part of seen) text += ` ${part}\n`;
  return text;
}
