import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { languages } from '../../app/contract/settings.ts';
import { forPage } from '../../build/bundle/configs.ts';
import { projectFolder } from '../../build/project.ts';
import { gzipped, loadedAtStart } from '../bench/sizes.ts';

let out = '';
const page = () => path.join(out, 'renderer');

beforeAll(async () => {
  out = await mkdtemp(path.join(os.tmpdir(), 'companion-page-'));
  // As it is for users: Vitest's own is one for developers.
  vi.stubEnv('NODE_ENV', 'production');
  await build(forPage(projectFolder, out, 'index'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(out, { recursive: true });
});

test.each(languages)('the page is small before its first picture: at most 75 kB in %s', (language) => {
  const size = gzipped(page(), loadedAtStart(page(), language));
  // Its words alone are more than that.
  expect(size).toBeGreaterThan(20_000);
  expect(size).toBeLessThanOrEqual(75_000);
});

/** The files that a file of this page waits for, by the first part of their names. */
function awaited(name: string): string[] {
  const assets = path.join(page(), 'assets');
  const file = readdirSync(assets).find((one) => one.startsWith(`${name}-`) && one.endsWith('.js')) ?? '';
  const text = readFileSync(path.join(assets, file), 'utf8');
  return [...text.matchAll(/(?:\bfrom|\bimport)"\.\/(\w+)/g)].map(([, of = '']) => of);
}

test('the first picture waits for one script, and the form for signing in for one more', () => {
  expect(awaited('index')).toEqual([]);
  expect(awaited('frame')).toEqual(['index']);
  expect(readFileSync(path.join(page(), 'index.html'), 'utf8')).not.toContain('modulepreload');
});
