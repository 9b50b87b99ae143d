import path from 'node:path';

/** What becomes of a newer version here. `told`: whoever installed this package installs the next one, too. */
export type PackageKind = 'appimage' | 'nsis' | 'told';

export interface Installed {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Of the program. */
  readonly executable: string;
  /** The person may write there, without an administrator. */
  readonly canWrite: (folder: string) => boolean;
}

/**
 * Packages that belong to the person take the place of themselves. A `.deb` and an `.rpm` are the package manager's and root's, a folder
 * out of a `.tar.gz` has no known owner, and a program for all users of a Windows computer is an administrator's: electron-updater would
 * ask for a password that nobody at a desk has. On macOS it needs a signed program and a second package, which nobody could try.
 */
export function packageKind({ platform, env, executable, canWrite }: Installed): PackageKind {
  if (platform === 'win32') {
    const own = env.LOCALAPPDATA;
    return own && isBelow(path.win32, own, executable) ? 'nsis' : 'told';
  }
  const image = platform === 'linux' ? appImageOf(env, executable) : null;
  return image !== null && canWrite(path.dirname(image)) ? 'appimage' : 'told';
}

/** The AppImage that the program runs from. Another one that it was started from, a terminal say, leaves its variables to it. */
export function appImageOf(
  { APPIMAGE: file, APPDIR: mounted }: Installed['env'],
  executable: string,
): string | null {
  if (!file || !mounted || !path.isAbsolute(file)) return null;
  return isBelow(path, mounted, executable) ? file : null;
}

function isBelow(paths: path.PlatformPath, folder: string, file: string): boolean {
  const way = paths.relative(folder, file);
  return way !== '' && !way.startsWith('..') && !paths.isAbsolute(way);
}
