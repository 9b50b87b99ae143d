import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';

async function filesBelow(absolute: string): Promise<string[]> {
  const what = await stat(absolute).catch(() => undefined);
  if (what === undefined) return [];
  if (!what.isDirectory()) return [absolute];
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/**
 * One line that changes when any of the files does. Contents, not modification times: a checkout and a restored
 * cache set times at will, and the sources are small enough to read in a few milliseconds.
 */
export async function fingerprint(root: string, relative: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const name of relative) {
    for (const file of (await filesBelow(path.join(root, name))).sort()) {
      const content = await readFile(file);
      hash.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
    }
  }
  return `${hash.digest('hex')}\n`;
}
