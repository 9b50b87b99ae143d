import { net, powerMonitor } from 'electron';
import type { MachineState } from '../calls/recent-calls.ts';
import { isScreenLocked, watchScreenLock } from '../desktop/screen-lock.ts';

/** Chromium tells pages when the network comes or goes, and the main process only when it asks. */
const askEvery = 10_000;

/**
 * Tells when the computer sleeps, is locked, or has no network. On Linux sleep is told through logind, and locking not at
 * all: there logind is asked.
 */
export function watchMachine(changed: (state: Partial<MachineState>) => void): void {
  powerMonitor.on('suspend', () => changed({ awake: false }));
  powerMonitor.on('resume', () => changed({ awake: true, online: net.isOnline() }));
  powerMonitor.on('lock-screen', () => changed({ unlocked: false }));
  powerMonitor.on('unlock-screen', () => changed({ unlocked: true }));
  if (process.platform === 'linux') {
    watchScreenLock(
      () => isScreenLocked(process.platform, process.env),
      (ms, then) => setTimeout(then, ms).unref(),
      (locked) => changed({ unlocked: !locked }),
    );
  }

  let online = net.isOnline();
  changed({ online });
  setInterval(() => {
    const now = net.isOnline();
    if (now === online) return;
    online = now;
    changed({ online });
  }, askEvery).unref();
}
