import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from '../run.ts';
import { say } from '../say.ts';

/** What the official downloader of the `electron` package left, or `undefined`. */
export async function installedElectron(packageFolder: string): Promise<string | undefined> {
  const relative = await readFile(path.join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined);
  const { version } = createRequire(import.meta.url)(path.join(packageFolder, 'package.json')) as {
    version: string;
  };
  const had = await readFile(path.join(packageFolder, 'dist', 'version'), 'utf8').catch(() => undefined);
  if (relative === undefined || had?.replace(/^v/, '') !== version) return undefined;
  const executable = path.join(packageFolder, 'dist', relative);
  return existsSync(executable) ? executable : undefined;
}

/** A failed download is remembered this long: every start would wait for the network again, and on some networks long. */
const rememberedFor = 12 * 60 * 60_000;

/** Long enough for 110 MB at 3 Mbit/s. */
const downloadLimit = 5 * 60_000;

export interface OfficialOptions {
  readonly packageFolder: string;
  readonly cache: string;
  /** Try the network even where it failed a while ago. */
  readonly again: boolean;
}

/** The official executable, downloaded where it is not there yet, or `undefined` where it cannot be had. */
export async function officialElectron(options: OfficialOptions): Promise<string | undefined> {
  const there = await installedElectron(options.packageFolder);
  if (there !== undefined) return there;

  const marker = path.join(options.cache, 'official-electron-not-to-be-had');
  const failedAt = (await stat(marker).catch(() => undefined))?.mtimeMs;
  if (!options.again && failedAt !== undefined && Date.now() - failedAt < rememberedFor) return undefined;

  say('Downloading the official Electron (110 MB, once).');
  const done = await run(process.execPath, [path.join(options.packageFolder, 'install.js')], {
    limit: downloadLimit,
  });
  const executable = done.code === 0 ? await installedElectron(options.packageFolder) : undefined;
  if (executable !== undefined) {
    await rm(marker, { force: true });
    return executable;
  }
  await mkdir(options.cache, { recursive: true });
  await writeFile(marker, '');
  const why = done.timedOut
    ? 'it took too long'
    : (done.output.match(/^\w*Error:.*$/m)?.[0] ?? `exit ${done.code}`);
  say(
    `The official Electron could not be downloaded (${why}). To try again: npm run electron-path -- --again`,
  );
  return undefined;
}
