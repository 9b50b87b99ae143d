import { readPattern } from '../contract/dial-pattern.ts';
import type { DraftProblems, DraftRule } from '../contract/rules.ts';
import { fold } from '../util/characters.ts';

/** Bounds as the contract has them for a rule that is kept. */
const longestName = 60;
const longestValue = 20;

/** What keeps a rule from being kept, by field; all `null`: nothing. */
export function draftProblems({ name, match, action, value }: DraftRule): DraftProblems {
  const pattern = readPattern(match);
  return {
    name: name.trim() === '' ? 'empty' : name.trim().length > longestName ? 'too-long' : null,
    match: typeof pattern === 'string' ? pattern : null,
    value: action === 'block' ? null : valueProblem(fold(value.trim()).text),
  };
}

function valueProblem(value: string): DraftProblems['value'] {
  // Nothing in place of `9` takes the 9 away; nothing put before lets the number through as it is.
  if (value === '') return null;
  if (!/^\+?[\d*#]*$/.test(value)) return 'character';
  return value.replace('+', '').length > longestValue ? 'too-long' : null;
}
