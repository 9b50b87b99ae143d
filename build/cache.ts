import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Where downloads and the headless keyring are kept. Outside the checkout: a new clone finds them, and nothing of
 * them can be committed. The XDG specification says to ignore a path that is not absolute.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const xdg = env.XDG_CACHE_HOME;
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : path.join(os.homedir(), '.cache');
  return path.join(base, 'promptcall-companion');
}

/**
 * A folder that is made once and then only read. It appears whole or not at all: two runs at once, or one that is cut
 * off, leave no half-filled folder that the next run would trust.
 */
export async function madeOnce(folder: string, make: (empty: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(path.dirname(folder), { recursive: true });
  const making = await mkdtemp(`${folder}.making-`);
  try {
    await make(making);
    await rename(making, folder).catch((error: unknown) => {
      // Another run was quicker; its folder is as good as this one.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return folder;
}
