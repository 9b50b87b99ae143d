import type { Words } from '../words/index.ts';
import { readAnyPolicyFile } from './policy-file.ts';
import { type Misfit, readParts, withoutMark } from './policy-parts.ts';

/** A line for each thing that does not fit in a policy file: its place, never its content. Reads the file and nothing else. */
export function checkPolicy(file: string, words: Words['policyCheck']): string[] {
  const found = readAnyPolicyFile(file);
  if (found.kind !== 'text') return [words.notRead(found.kind === 'none' ? 'ENOENT' : found.why)];
  const { parts, misfits } = readParts(found.text);
  if (parts === null) return [words.notJson(brokenLine(withoutMark(found.text)))];
  return misfits.map((misfit) => said(misfit, words));
}

function said({ path, why, expected }: Misfit, words: Words['policyCheck']): string {
  return `${path.join(' › ')}: ${why === 'unknown' ? words.unknown : words.misfit(expected)}`;
}

/** By what the parser says of it, of which no word is shown: it may quote the file. */
function brokenLine(text: string): number | null {
  try {
    JSON.parse(text);
    return null;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const at = /end of JSON input/.test(message)
      ? text.length
      : Number(/at position (\d+)/.exec(message)?.[1]);
    return Number.isNaN(at) ? null : text.slice(0, at).split('\n').length;
  }
}
