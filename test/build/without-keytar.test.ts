import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forNode } from '../../build/bundle/configs.ts';
import { projectFolder } from '../../build/project.ts';
import { run } from '../../build/run.ts';

let checkout = '';

/** This checkout as `npm install` leaves it where keytar cannot be compiled, as far as keytar is read: the main process alone does. */
beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), 'companion-without-keytar-'));
  for (const name of ['app', 'package.json', 'tsconfig.json'])
    await cp(path.join(projectFolder, name), path.join(checkout, name), { recursive: true });
  const installed = path.join(projectFolder, 'node_modules');
  await mkdir(path.join(checkout, 'node_modules'));
  for (const name of await readdir(installed)) {
    if (name !== 'keytar')
      await symlink(path.join(installed, name), path.join(checkout, 'node_modules', name));
  }
});
afterAll(() => rm(checkout, { recursive: true }));

it('where `npm install` could not compile keytar, the program is built', async () => {
  const out = path.join(checkout, 'out');
  const said: string[] = [];
  await build({
    ...forNode(checkout, out, 'main'),
    customLogger: {
      ...{ info() {}, clearScreen() {}, hasErrorLogged: () => false, hasWarned: false },
      warn: (text) => said.push(text),
      warnOnce: (text) => said.push(text),
      error: (text) => said.push(text),
    },
  });
  expect(said).toEqual([]);
  const bundles = (await readdir(out)).filter((name) => name.endsWith('.cjs'));
  const all = await Promise.all(bundles.map((name) => readFile(path.join(out, name), 'utf8')));
  expect(all.join('\n')).toMatch(/require\(["'`]keytar["'`]\)/);
});

it('where `npm install` could not compile keytar, the types are right', async () => {
  const config = path.join(checkout, 'keychain.json');
  await writeFile(config, JSON.stringify({ extends: './tsconfig.json', include: ['app/settings'] }));
  const tsc = path.join('node_modules', 'typescript', 'bin', 'tsc');
  const { code, output } = await run(process.execPath, [tsc, '--noEmit', '-p', config], { cwd: checkout });
  expect(output).toBe('');
  expect(code).toBe(0);
});
