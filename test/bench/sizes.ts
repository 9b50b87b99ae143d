import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Language } from '../../app/contract/settings.ts';

/** Bytes of a folder's files, each gzipped by itself, as a page's own size is usually told. */
export function gzipped(folder: string, counts: (name: string) => boolean): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && counts(entry.name))
    .map((entry) => gzipSync(readFileSync(path.join(entry.parentPath, entry.name))).length)
    .reduce((sum, one) => sum + one, 0);
}

/** What a page loads before its first picture, but for the typeface: what stands in `index.html`, and its language's words. */
export function loadedAtStart(folder: string, language: Language): (name: string) => boolean {
  const assets = path.join(folder, 'assets');
  const words =
    readdirSync(assets).find((name) => new RegExp(`^page\\.${language}-.*\\.js$`).test(name)) ?? '';
  const read = [path.join(folder, 'index.html'), path.join(assets, words)];
  const named = read.flatMap((file) => readFileSync(file, 'utf8').match(/[\w-]+\.(?:js|css)(?=")/g) ?? []);
  const loaded = new Set(['index.html', words, ...named]);
  return (name) => loaded.has(name);
}
