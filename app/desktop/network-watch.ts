import type { Timer } from '../util/timer.ts';

/** Milliseconds. Whoever waits for the network is to have their calls as soon as it is back; that it went is told by the next question. */
export const askEvery = { online: 10_000, offline: 1_000 } as const;

export type NetworkWatch = ReturnType<typeof watchNetwork>;

/** Tells when the network comes or goes, and at first which of the two it is: Chromium tells the main process only when it is asked. */
export function watchNetwork(isOnline: () => boolean, timer: Timer, changed: (online: boolean) => void) {
  let last: boolean | null = null;
  let cancel = (): void => undefined;
  /** Also by whom something suggests that it has come or gone. */
  function look(): void {
    cancel();
    const now = isOnline();
    cancel = timer(now ? askEvery.online : askEvery.offline, look);
    if (now === last) return;
    last = now;
    changed(now);
  }
  look();
  return { look };
}
