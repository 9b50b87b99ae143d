import type { Words } from '../words/index.ts';
import { contradictionsIn, missingIn, rulesWithoutValue } from './contradictions.ts';
import { brokenLine, type Misfit, readObject, withoutMark } from './fitting.ts';
import { readAnyPolicyFile } from './policy-file.ts';
import { readParts } from './policy-parts.ts';

/** A line for each thing that does not fit in a policy file: its place, never its content. Reads the file and nothing else. */
export function checkPolicy(file: string, words: Words['policyCheck']): string[] {
  const found = readAnyPolicyFile(file);
  if (found.kind !== 'text') return [words.notRead(found.kind === 'none' ? 'ENOENT' : found.why)];
  const { parts, misfits } = readParts(found.text);
  const lost = found.whole ? [] : [words.notUtf8];
  if (parts === null) return [...lost, words.notJson(brokenLine(withoutMark(found.text)))];
  return [
    ...lost,
    ...misfits.map((misfit) => misfitLine(misfit, words)),
    ...contradictionsIn(parts).map(([one, other]) => `${one}: ${words.contradicts(other)}`),
    ...missingIn(parts).map(([one, other]) => `${one}: ${words.needs(other)}`),
    ...rulesWithoutValue(readObject(found.text)).map(
      (rule) => `${rule.join(' › ')}: ${words.needs('value')}`,
    ),
  ];
}

export function misfitLine({ path, why, expected }: Misfit, words: Words['policyCheck']): string {
  const place = path.join(' › ');
  if (why === 'misfit') return `${place}: ${words.misfit(expected)}`;
  return `${place}: ${why === 'contradicts' ? words.contradicts(expected ?? '') : words[why]}`;
}
