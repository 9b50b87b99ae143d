import { accessSync, constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { app } from 'electron';
import type { FeedSource } from '../settings/policy-schema.ts';
import { type PackageKind, packageKind } from '../updates/package-kind.ts';
import type { Updater } from '../updates/updater.ts';
import { inTurn } from '../util/timer.ts';
import type { WiredNetwork } from './network-wire.ts';
import { tellProxy } from './proxy-login.ts';

function canWrite(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export const ownPackageKind = (): PackageKind =>
  packageKind({ platform: process.platform, env: process.env, executable: process.execPath, canWrite });

const folderIn = (profile: string): string => path.join(profile, 'updates');

/** Where electron-updater puts what it fetches; it is not read for that. `folder`: of the profile. */
export const clearUpdates = (folder: string): Promise<void> =>
  rm(path.join(folderIn(folder), 'pending'), { recursive: true, force: true });

/**
 * By the way that the settings choose, as everything that is not the PBX: its proxy, who that one is told that asks, and who is trusted.
 * `folder`: of the profile. What it reads is read by no program whose updates are off.
 */
export async function openUpdates(
  source: FeedSource,
  folder: string,
  { sessionElsewhere, proxyPasswords }: Pick<WiredNetwork, 'sessionElsewhere' | 'proxyPasswords'>,
): Promise<Updater> {
  const { openUpdater, networkExecutor } = await inTurn(() => import('../updates/updater.ts'));
  const executor = networkExecutor((request) =>
    // What nobody answers ends as the proxy's page does: the feed is not to be reached.
    tellProxy(request, proxyPasswords, undefined, () => undefined),
  );
  const updater = openUpdater({
    kind: ownPackageKind(),
    source,
    version: app.getVersion(),
    config: path.join(process.resourcesPath, 'app-update.yml'),
    folder: folderIn(folder),
    executor,
  });
  // The setting may have changed since the last time.
  const byTheWayOfNow = async () => executor.use(await sessionElsewhere());
  return {
    ...updater,
    look: () => byTheWayOfNow().then(updater.look),
    fetch: () => byTheWayOfNow().then(updater.fetch),
  };
}
