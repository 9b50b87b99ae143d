import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { app, session } from 'electron';
import type { FeedSource } from '../settings/policy-schema.ts';
import type { Trust } from '../trust/trust.ts';
import { type PackageKind, packageKind } from '../updates/package-kind.ts';
import type { Updater } from '../updates/updater.ts';
import { inTurn } from '../util/timer.ts';
import { quiet } from './network-ways.ts';

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

/** `folder`: of the profile. What it reads is read by no program whose updates are off. */
export async function openUpdates(source: FeedSource, folder: string, trust: Trust): Promise<Updater> {
  const { openUpdater, networkExecutor, sessionName } = await inTurn(() => import('../updates/updater.ts'));
  // electron-updater takes the one of this name.
  quiet(session.fromPartition(sessionName, { cache: false }), trust.judge);
  return openUpdater({
    kind: ownPackageKind(),
    source,
    version: app.getVersion(),
    config: path.join(process.resourcesPath, 'app-update.yml'),
    folder: path.join(folder, 'updates'),
    executor: networkExecutor(),
  });
}
