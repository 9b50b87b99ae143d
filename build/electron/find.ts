import { existsSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../cache.ts';
import { projectFolder } from '../project.ts';
import { CannotGoOn, say } from '../say.ts';
import { officialElectron } from './official.ts';
import { standInElectron, standInVersion } from './stand-in.ts';

export interface FoundElectron {
  readonly executable: string;
  /** `stand-in`: an older release, good for running and testing from a checkout, never for what users get. */
  readonly kind: 'override' | 'official' | 'stand-in';
}

const inItsFolder: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Finds the Electron to run this checkout with, fetching it if need be. */
export async function findElectron({ again = false } = {}): Promise<FoundElectron> {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') {
    const executable = path.join(path.resolve(override), inItsFolder[process.platform] ?? 'electron');
    if (existsSync(executable)) return { executable, kind: 'override' };
    throw new CannotGoOn(
      `ELECTRON_OVERRIDE_DIST_PATH names a folder without an Electron: ${executable} is not there.`,
    );
  }

  const cache = cacheFolder();
  const packageFolder = path.join(projectFolder, 'node_modules', 'electron');
  const official = await officialElectron({ packageFolder, cache, again });
  if (official !== undefined) return { executable: official, kind: 'official' };

  if (process.platform === 'linux' && process.arch === 'x64') {
    const executable = await standInElectron(cache);
    say(`Using the stand-in Electron ${standInVersion}: for running and testing from a checkout only.`);
    return { executable, kind: 'stand-in' };
  }
  throw new CannotGoOn(
    'There is no Electron here: its official download failed, and a stand-in exists for Linux on x64 only. ' +
      'Set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one, or try again with: npm run electron-path -- --again',
  );
}
