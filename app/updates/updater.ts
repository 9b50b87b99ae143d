import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { UpdateInfo } from 'electron-updater';
import type { AppAdapter } from 'electron-updater/out/AppAdapter.js';
import { AppImageUpdater } from 'electron-updater/out/AppImageUpdater.js';
import { AppUpdater } from 'electron-updater/out/AppUpdater.js';
import { DownloadedUpdateHelper } from 'electron-updater/out/DownloadedUpdateHelper.js';
import { ElectronHttpExecutor } from 'electron-updater/out/electronHttpExecutor.js';
import { NsisUpdater } from 'electron-updater/out/NsisUpdater.js';
import type { UpdateFailure } from '../contract/updates.ts';
import type { FeedSource } from '../settings/policy-schema.ts';
import { bounded, type Limits, usualLimits } from './bounded.ts';
import type { PackageKind } from './package-kind.ts';
import { SignedFeed, type SignedFeedOptions } from './signed-feed.ts';
import { UpdateError, updateCode } from './update-error.ts';

export interface UpdaterParts {
  readonly kind: PackageKind;
  readonly source: FeedSource;
  readonly version: string;
  /** What electron-builder put beside the program: on Windows it names the publisher that has to have signed the installer. */
  readonly config: string;
  /** For what is fetched. */
  readonly folder: string;
  /** Sends requests: `networkExecutor`. */
  readonly executor: object;
  readonly limits?: Limits;
}

/** Each rejects with an `UpdateError`. */
export interface Updater {
  /** `null`: there is nothing newer. */
  look(): Promise<{ readonly version: string } | null>;
  /** What was found last. */
  fetch(): Promise<void>;
  /** Breaks off what is asked and fetched. Resolves once nobody writes to it any more. */
  stop(): Promise<void>;
  /** In the place of this one. `startAgain`: Windows' installer starts it when it is done. */
  install(startAgain: boolean): void;
}

/** electron-updater's removes the program first, and puts nothing in its place where the disk is full. */
class WholeAppImage extends AppImageUpdater {
  protected override doInstall(): boolean {
    const [from, to] = [this.installerPath, process.env.APPIMAGE];
    if (!from || !to) return false;
    const beside = `${to}.new`;
    try {
      copyFileSync(from, beside);
      chmodSync(beside, 0o755);
      const file = openSync(beside, 'r+');
      fsyncSync(file);
      closeSync(file);
      renameSync(beside, to);
    } catch (error) {
      // A part of it, perhaps, on a disk that is full.
      rmSync(beside, { force: true });
      throw error;
    }
    return true;
  }
}

/** Where the package is somebody else's to install. */
class OnlyLooking extends AppUpdater {
  constructor(options: null, app: AppAdapter) {
    super(options, app);
  }
  protected override doDownloadUpdate(): Promise<never> {
    return Promise.reject(new UpdateError('install', 'told only'));
  }
  override quitAndInstall(): void {}
}

type Made = (request: ReturnType<ElectronHttpExecutor['createRequest']>) => void;

/** electron-updater's requests over Chromium's network, by a session of this program's and not by one of its own. */
class NetworkExecutor extends ElectronHttpExecutor {
  readonly #made: Made;

  /** `made`: hears of each request before it leaves. */
  constructor(made: Made) {
    super();
    this.#made = made;
  }

  /** For the requests from now on. There has to be one before the first. */
  use(session: object): void {
    // Where electron-updater keeps the one that it would open.
    Object.assign(this, { cachedSession: session });
  }

  override createRequest(...asked: Parameters<ElectronHttpExecutor['createRequest']>) {
    const request = super.createRequest(...asked);
    this.#made(request);
    return request;
  }
}

export const networkExecutor = (made: Made) => new NetworkExecutor(made);

const kinds = { appimage: WholeAppImage, nsis: NsisUpdater, told: OnlyLooking };

/** electron-updater, with the feed that IT signed in the place of its own. A module of its own: it is read where IT turned it on. */
export function openUpdater(parts: UpdaterParts): Updater {
  const app: AppAdapter = {
    version: parts.version,
    name: 'promptcall-companion',
    isPackaged: true,
    appUpdateConfigPath: parts.config,
    userDataPath: parts.folder,
    baseCachePath: parts.folder,
    whenReady: () => Promise.resolve(),
    relaunch() {},
    quit() {},
    onQuit() {},
  };
  const updater = new kinds[parts.kind](null, app);
  const underWay = new Set<() => void>();
  let fetching: Promise<void> = Promise.resolve();
  const sizes = new Map<string, number>();
  const kept = new DownloadedUpdateHelper(parts.folder);
  Object.assign(updater, {
    httpExecutor: bounded(
      parts.executor,
      (sha512) => sizes.get(sha512),
      parts.limits ?? usualLimits,
      underWay,
    ),
    downloadedUpdateHelper: kept,
  });
  updater.logger = null;
  updater.autoDownload = false;
  updater.autoInstallOnAppQuit = false;
  updater.allowDowngrade = false;
  // Parts of two packages put together are worth it on slow lines. A feed of IT's is in the house.
  updater.disableDifferentialDownload = true;
  updater.disableWebInstaller = true;
  const feed: SignedFeedOptions = { source: parts.source, sized: (sum, bytes) => void sizes.set(sum, bytes) };
  updater.setFeedURL({ provider: 'custom', updateProvider: SignedFeed as never, ...feed });

  let lastError: unknown = null;
  updater.on('error', (error) => {
    lastError = error;
  });

  return {
    async look() {
      const found = await said('unreachable', () => updater.checkForUpdates());
      if (found?.isUpdateAvailable) {
        const { version } = found.updateInfo as UpdateInfo;
        if (!isPreRelease(version) || isPreRelease(parts.version)) return { version };
      }
      // electron-updater keeps the package that runs by now. What cannot be removed now is removed the next time.
      await kept.clear();
      await rm(kept.cacheDirForPendingUpdate, { recursive: true, force: true }).catch(() => undefined);
      return null;
    },
    async fetch() {
      const mine = said('download', () => updater.downloadUpdate()).then(() => undefined);
      fetching = mine.catch(() => undefined);
      await mine;
    },
    async stop() {
      for (const giveUp of underWay) giveUp();
      await fetching;
    },
    install(startAgain) {
      lastError = null;
      if ('install' in updater && updater.install(true, startAgain)) return;
      // Else it would not try again.
      Object.assign(updater, { quitAndInstallCalled: false });
      const code = updateCode(lastError);
      throw new UpdateError(isFull.test(code) ? 'room' : 'install', code);
    },
  };
}

const isPreRelease = (version: string): boolean => version.includes('-');

/** What a disk says that takes no more, or a quota, or a limit on the size of files. */
const isFull = /^(?:ENOSPC|EDQUOT|EFBIG)$/;

async function said<T>(otherwise: UpdateFailure, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof UpdateError) throw error;
    const code = updateCode(error);
    if (isFull.test(code)) throw new UpdateError('room', code);
    if (code === 'ERR_CHECKSUM_MISMATCH') throw new UpdateError('checksum', code);
    const isMisfit = /^ERR_UPDATER_(?!INVALID_SIGNATURE)/.test(code);
    const why = code === 'ERR_UPDATER_INVALID_SIGNATURE' ? 'signature' : isMisfit ? 'misfit' : otherwise;
    throw new UpdateError(why, code);
  }
}
