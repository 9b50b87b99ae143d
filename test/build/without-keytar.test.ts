import { cp, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectFolder } from '../../build/project.ts';
import { run } from '../../build/run.ts';

let checkout = '';

/** This checkout as `npm install` leaves it where keytar cannot be compiled. */
beforeAll(async () => {
  checkout = await mkdtemp(path.join(os.tmpdir(), 'companion-without-keytar-'));
  for (const name of [
    'app',
    'renderer',
    'build',
    'docs',
    'test',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    await cp(path.join(projectFolder, name), path.join(checkout, name), { recursive: true });
  const installed = path.join(projectFolder, 'node_modules');
  await mkdir(path.join(checkout, 'node_modules'));
  for (const name of await readdir(installed)) {
    if (name !== 'keytar')
      await symlink(path.join(installed, name), path.join(checkout, 'node_modules', name));
  }
});
afterAll(() => rm(checkout, { recursive: true }));

const node = (...args: string[]) => run(process.execPath, args, { cwd: checkout });

describe.concurrent('where `npm install` could not compile keytar', () => {
  it('the program is built', async () => {
    const { code, output } = await node('--import', 'tsx', 'build/bundle.ts', '--force');
    expect(output).toBe('Built into out/.\n');
    expect(code).toBe(0);
  });

  it('the types are right', async () => {
    const { code, output } = await node('node_modules/typescript/bin/tsc', '--noEmit');
    expect(output).toBe('');
    expect(code).toBe(0);
  });
});
