import { readdirSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { codeOf } from '../util/code-of.ts';

/**
 * Removes files of a folder that nobody has written to since a moment: all that such a file holds is older still, also where nobody can
 * read it.
 */
export function removeOlder(
  folder: string,
  named: RegExp,
  before: number,
  log: (line: string) => void,
): void {
  for (const name of namesIn(folder).filter((one) => named.test(one))) {
    const file = path.join(folder, name);
    try {
      if (statSync(file).mtimeMs < before) unlinkSync(file);
    } catch (error) {
      log(`an old file not removed: ${codeOf(error)}`);
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
