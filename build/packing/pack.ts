import { existsSync } from 'node:fs';
import { chmod, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build, type CliOptions, type Configuration, Platform } from 'electron-builder';
import type { FoundElectron } from '../electron/find.ts';
import { projectFolder } from '../project.ts';
import { CannotGoOn, say } from '../say.ts';

/** electron-builder downloads the 7-Zip it packs tar.gz with, unless it is told of one. */
async function sevenZip(): Promise<string> {
  const { path7za } = createRequire(import.meta.url)('7zip-bin') as { path7za: string };
  // The package forgot to say that it is a program.
  await chmod(path7za, 0o755);
  return path7za;
}

/** What the folder says it is: electron-builder believes whatever version it is told. */
async function versionOf(electronFolder: string): Promise<string> {
  const text = await readFile(path.join(electronFolder, 'version'), 'utf8').catch(() => undefined);
  if (text !== undefined) return text.trim().replace(/^v/, '');
  throw new CannotGoOn(
    `${electronFolder} does not say which Electron it is (its file "version" is missing).`,
  );
}

/** The official release is electron-builder's to fetch, by the pin in package.json; another one has to be named. */
async function whichElectron(electron: FoundElectron): Promise<Configuration> {
  if (electron.kind === 'official') return {};
  const folder = path.dirname(electron.executable);
  const version = await versionOf(folder);
  say(`A trial package, with Electron ${version}: not for users.`);
  return { electronDist: folder, electronVersion: version };
}

/** Packs this checkout's `out/` and gives the folder with the packed program. */
export async function pack(electron: FoundElectron, targets: readonly string[]): Promise<string> {
  process.env.ELECTRON_BUILDER_7ZIP_PATH ??= await sevenZip();
  const options: CliOptions = {
    projectDir: projectFolder,
    publish: 'never',
    targets: Platform.current().createTarget([...targets]),
    config: { extends: 'electron-builder.yml', ...(await whichElectron(electron)) },
  };
  await build(options);
  const folder = path.join(projectFolder, 'dist', unpackedFolder());
  if (!existsSync(folder)) throw new Error(`electron-builder left no ${folder}`);
  return folder;
}

function unpackedFolder(): string {
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  if (process.platform === 'darwin') return `mac${arch}`;
  return `${process.platform === 'win32' ? 'win' : 'linux'}${arch}-unpacked`;
}
