import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of a folder's files, each gzipped by itself, as a page's own size is usually told. */
export function gzipped(folder: string, counts: (name: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && counts(entry.name))
    .map((entry) => gzipSync(readFileSync(path.join(entry.parentPath, entry.name))).length)
    .reduce((sum, one) => sum + one, 0);
}

export const isFont = (name: string): boolean => name.endsWith('.woff2');
