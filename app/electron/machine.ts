import { net, powerMonitor } from 'electron';
import type { MachineState } from '../calls/recent-calls.ts';

/** Chromium tells pages when the network comes or goes, and the main process only when it asks. */
const askEvery = 10_000;

/**
 * Tells when the computer sleeps, is locked, or has no network. On Linux sleep is told through logind, and locking not at
 * all.
 */
export function watchMachine(changed: (state: Partial<MachineState>) => void): void {
  powerMonitor.on('suspend', () => changed({ awake: false }));
  powerMonitor.on('resume', () => changed({ awake: true, online: net.isOnline() }));
  powerMonitor.on('lock-screen', () => changed({ unlocked: false }));
  powerMonitor.on('unlock-screen', () => changed({ unlocked: true }));

  let online = net.isOnline();
  changed({ online });
  setInterval(() => {
    const now = net.isOnline();
    if (now === online) return;
    online = now;
    changed({ online });
  }, askEvery).unref();
}
