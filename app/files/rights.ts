import { chmodSync, fchmodSync, fstatSync, statSync } from 'node:fs';

/** Another program, or a copy from elsewhere, may have opened a file or a folder of ours to everybody. Open, or by its name. */
export function closeToOthers(what: number | string): void {
  if (process.platform === 'win32') return;
  try {
    const found = typeof what === 'number' ? fstatSync(what) : statSync(what);
    if ((found.mode & 0o077) === 0) return;
    const own = found.isDirectory() ? 0o700 : 0o600;
    if (typeof what === 'number') fchmodSync(what, own);
    else chmodSync(what, own);
  } catch {
    // Not there, somebody else's, or a disk without rights: what is written next is a file of our own.
  }
}
