import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { installedElectron, officialElectron } from '../../build/electron/official.ts';

let folder = '';
let packageFolder = '';
let cache = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'companion-official-'));
  packageFolder = path.join(folder, 'electron');
  cache = path.join(folder, 'cache');
  await mkdir(packageFolder);
  await writeFile(path.join(packageFolder, 'package.json'), JSON.stringify({ version: '45.4.1' }));
});
afterEach(() => rm(folder, { recursive: true }));

/** A downloader that leaves a line for each time it was run. */
async function downloader(does: string): Promise<() => Promise<number>> {
  const log = path.join(folder, 'runs');
  await writeFile(
    path.join(packageFolder, 'install.js'),
    `const fs = require('fs'); fs.appendFileSync(${JSON.stringify(log)}, 'run\\n'); ${does}`,
  );
  return async () => (existsSync(log) ? (await readFile(log, 'utf8')).split('\n').length - 1 : 0);
}

const brings = (version: string) =>
  `fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/version', '${version}');
   fs.writeFileSync(__dirname + '/dist/electron', ''); fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

const find = (again = false) => officialElectron({ packageFolder, cache, again });

it('an Electron that is there is used, and nothing is downloaded', async () => {
  const runs = await downloader(brings('45.4.1'));
  const executable = path.join(packageFolder, 'dist', 'electron');
  expect(await find()).toBe(executable);
  expect(await find()).toBe(executable);
  expect(await runs()).toBe(1);
});

it('an Electron left over from another version is not taken for the pinned one', async () => {
  await downloader(brings('44.0.0'));
  expect(await find()).toBeUndefined();
  expect(await installedElectron(packageFolder)).toBeUndefined();
});

it('a download that failed is not tried at every start, but again when asked for and after a while', async () => {
  const runs = await downloader('process.exit(1)');
  expect(await find()).toBeUndefined();
  expect(await find()).toBeUndefined();
  expect(await runs()).toBe(1);

  expect(await find(true)).toBeUndefined();
  expect(await runs()).toBe(2);

  const yesterday = new Date(Date.now() - 24 * 60 * 60_000);
  await utimes(path.join(cache, 'official-electron-not-to-be-had'), yesterday, yesterday);
  await find();
  expect(await runs()).toBe(3);
});
