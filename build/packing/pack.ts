import { existsSync } from 'node:fs';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import * as v from 'valibot';
import type { FoundElectron } from '../electron/find.ts';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { CannotGoOn, say } from '../say.ts';

/** electron-builder downloads the 7-Zip it packs tar.gz with, unless it is told of one. */
async function sevenZip(): Promise<string> {
  const { path7za } = createRequire(import.meta.url)('7zip-bin') as { path7za: string };
  // The package forgot to say that it is a program.
  await chmod(path7za, 0o755);
  return path7za;
}

/** Asked of the executable itself: electron-builder believes whatever version it is told. */
async function versionOf(executable: string): Promise<string> {
  const asked = await run(executable, ['-p', 'process.versions.electron'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    keep: 'stdout',
  });
  const version = asked.output.trim();
  if (/^\d+\.\d+\.\d+/.test(version)) return version;
  throw new CannotGoOn(`${executable} does not say which Electron it is, so nothing can be packed with it.`);
}

/**
 * The official release is electron-builder's to fetch, by the pin in package.json; another one has to be named. A package with that one
 * says everywhere that it is a trial: in its file's name, its version, what the system shows of it, and its About.
 */
async function electronSettings(electron: FoundElectron): Promise<string[]> {
  if (electron.kind === 'official') return [];
  const version = await versionOf(electron.executable);
  say(`A trial package, with Electron ${version}: not for users.`);
  return [
    `--config.electronDist=${path.dirname(electron.executable)}`,
    `--config.electronVersion=${version}`,
    `--config.extraMetadata.version=${await packedVersion(electron)}`,
    `--config.linux.synopsis=Trial package with Electron ${version}, not for users`,
  ];
}

export async function packedVersion({ kind }: FoundElectron): Promise<string> {
  return `${await ownVersion()}${kind === 'official' ? '' : '-trial'}`;
}

async function ownVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(path.join(projectFolder, 'package.json'), 'utf8'));
  return v.parse(v.object({ version: v.string() }), manifest).version;
}

/** Debian Policy 4.4: each package has one, in this form. What changed for people stands in CHANGELOG.md. */
async function writeDebianChangelog(): Promise<void> {
  const date = new Date().toUTCString().replace('GMT', '+0000');
  const entry = [
    `promptcall-companion (${await ownVersion()}) unstable; urgency=medium`,
    '  * https://promptcall.com/companion says what changed.',
    ` -- promptCall Companion developers <companion@promptcall.com>  ${date}`,
  ];
  const to = path.join(projectFolder, 'out', 'changelog.gz');
  await writeFile(to, gzipSync(`${entry.join('\n\n')}\n`, { level: 9 }));
}

/** A workflow gives a secret that there is not as an empty text, and electron-builder takes that for a file by such a name (macOS). */
export const withoutEmptyLink = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== '' || !name.endsWith('CSC_LINK')),
  );

const platformSwitch: Partial<Record<NodeJS.Platform, string>> = { win32: '--win', darwin: '--mac' };

/**
 * Packs this checkout's `out/` and gives the folder with the packed program. In a process of its own: electron-builder
 * hooks into the end of the process it is loaded into, and makes of every exit code a zero.
 *
 * @param printed gets what it prints, in place of the terminal
 */
export async function pack(
  electron: FoundElectron,
  targets: readonly string[],
  printed?: (text: string) => void,
): Promise<string> {
  await writeDebianChangelog();
  const args = [
    ...['--import', 'tsx', path.join(projectFolder, 'node_modules/electron-builder/cli.js')],
    ...[platformSwitch[process.platform] ?? '--linux', ...targets, '--publish', 'never'],
    ...(await electronSettings(electron)),
  ];
  const done = await run(process.execPath, args, {
    cwd: projectFolder,
    env: {
      ...withoutEmptyLink(process.env),
      CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm.cjs'),
      ELECTRON_BUILDER_7ZIP_PATH: process.env.ELECTRON_BUILDER_7ZIP_PATH ?? (await sevenZip()),
    },
    keep: printed ? 'both' : 'shown',
  });
  printed?.(done.output);
  const folder = path.join(projectFolder, 'dist', unpackedFolder());
  if (done.code === 0 && existsSync(folder)) return folder;
  throw new CannotGoOn('electron-builder could not pack the program; why, it says above.');
}

/** Below the folder with the packed program. */
export const resourcesFolder =
  process.platform === 'darwin' ? 'promptcall-companion.app/Contents/Resources' : 'resources';

function unpackedFolder(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `mac${arch}`;
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`;
}
