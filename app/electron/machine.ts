import os from 'node:os';
import { net, powerMonitor } from 'electron';
import type { MachineState } from '../calls/recent-calls.ts';
import { watchClock } from '../desktop/clock-watch.ts';
import { type NetworkWatch, watchNetwork } from '../desktop/network-watch.ts';
import { isScreenLocked, watchScreenLock } from '../desktop/screen-lock.ts';
import { timer } from '../util/timer.ts';

/**
 * Tells when the computer sleeps, is locked, or has no network, and when its clock was set. On Linux sleep is told through logind, and locking not at
 * all: there logind is asked.
 */
export function watchMachine(
  changed: (state: Partial<MachineState>) => void,
  clockSet: () => void,
): NetworkWatch {
  const network = watchNetwork(
    () => net.isOnline(),
    timer,
    (online) => changed({ online }),
  );
  powerMonitor.on('suspend', () => changed({ awake: false }));
  powerMonitor.on('resume', () => {
    network.look();
    changed({ awake: true });
  });
  powerMonitor.on('lock-screen', () => changed({ unlocked: false }));
  powerMonitor.on('unlock-screen', () => changed({ unlocked: true }));
  if (process.platform === 'linux') {
    watchScreenLock(
      () => isScreenLocked(process.platform, process.env),
      (ms, then) => setTimeout(then, ms).unref(),
      (locked) => changed({ unlocked: !locked }),
    );
  }
  watchClock({ now: () => Date.now(), uptime: () => os.uptime() * 1_000, timer, set: clockSet });
  return network;
}
