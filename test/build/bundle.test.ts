import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../build/bundle.ts';
import { projectFolder } from '../../build/project.ts';

let root = '';
const file = (...names: string[]) => path.join(root, ...names);

/** A project of a few lines: what is bundled and how, not what the app does. */
beforeAll(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'companion-bundle-'));
  await symlink(path.join(projectFolder, 'node_modules'), file('node_modules'));
  await cp(path.join(projectFolder, 'build', 'icons'), file('build', 'icons'), { recursive: true });
  await cp(path.join(projectFolder, 'build', 'help'), file('build', 'help'), { recursive: true });
  await cp(path.join(projectFolder, 'docs'), file('docs'), { recursive: true });
  await cp(path.join(projectFolder, 'package.json'), file('package.json'));
  await mkdir(file('app'));
  await mkdir(file('renderer'));
  await writeFile(
    file('app', 'main.ts'),
    `import { app } from 'electron';
     import Store from 'electron-store';
     const secrets = () => import('keytar');
     export function aNameInTheStackTrace() { return [app, Store, secrets]; }
     aNameInTheStackTrace();`,
  );
  await writeFile(
    file('app', 'preload.ts'),
    `import { contextBridge } from 'electron'; contextBridge.exposeInMainWorld('a', 1);`,
  );
  for (const thread of [['recordings', 'decode'], ['directory']]) {
    await mkdir(file('app', ...thread), { recursive: true });
    await writeFile(
      file('app', ...thread, 'worker.ts'),
      `import { parentPort } from 'node:worker_threads'; parentPort?.postMessage('done');`,
    );
  }
  for (const page of ['index', 'question'])
    await writeFile(
      file('renderer', `${page}.html`),
      '<!doctype html><script type="module" src="./main.tsx"></script>',
    );
  await writeFile(file('renderer', 'main.tsx'), `import './look.css'; document.body.textContent = 'first';`);
  await writeFile(file('renderer', 'look.css'), `body { background: url('./dot.svg'); }`);
  await writeFile(file('renderer', 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
});
afterAll(() => rm(root, { recursive: true }));

async function page(): Promise<{ html: string; script: string; style: string }> {
  const html = await readFile(file('out', 'renderer', 'index.html'), 'utf8');
  const linked = (pattern: RegExp) =>
    readFile(file('out', 'renderer', pattern.exec(html)?.[1] ?? 'none'), 'utf8');
  return { html, script: await linked(/src="\.\/([^"]+)"/), style: await linked(/href="\.\/([^"]+)"/) };
}

it('the program is bundled so that the package can load it, names kept for stack traces', async () => {
  expect(await bundle(root)).toBe(true);
  const main = await readFile(file('out', 'main.cjs'), 'utf8');
  expect(main).toContain('function aNameInTheStackTrace');
  // In a package `import()` looks beside the archive and finds nothing.
  expect(main).toMatch(/require\(["'`]keytar["'`]\)/);
  expect(main).not.toMatch(/import\(["'`]/);
  expect(main).not.toMatch(/require\(["'`]electron-store["'`]\)/);
  expect(await readFile(file('out', 'decoder.cjs'), 'utf8')).toMatch(
    /require\(["'`]node:worker_threads["'`]\)/,
  );
});

it('the page consists of files of its own: nothing in it needs an exception in the Content-Security-Policy', async () => {
  await bundle(root);
  const { html, style } = await page();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=|data:/);
  expect(style).not.toContain('data:');
  expect(style).toMatch(/url\(["']?\.?\/?[^)]*dot[^)]*\.svg/);
});

it('a start with nothing changed builds nothing; a changed source, or a lost result, is built again', async () => {
  await bundle(root);
  expect(await bundle(root)).toBe(false);
  expect(await bundle(root, { force: true })).toBe(true);

  await writeFile(file('renderer', 'main.tsx'), `import './look.css'; document.body.textContent = 'second';`);
  expect(await bundle(root)).toBe(true);
  expect((await page()).script).toContain('second');

  await rm(file('out', 'preload.cjs'));
  expect(await bundle(root)).toBe(true);
});

it('a source that does not build leaves the last good build in place', async () => {
  await bundle(root);
  const before = await readFile(file('out', 'main.cjs'), 'utf8');
  await writeFile(file('renderer', 'main.tsx'), 'this is no program');
  await expect(bundle(root)).rejects.toThrow();
  expect(await readFile(file('out', 'main.cjs'), 'utf8')).toBe(before);
  expect((await page()).script).toContain('second');
});
