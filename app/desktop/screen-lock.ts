import { askBus } from './bus-question.ts';

/** Asking starts a small program. Whoever comes back is waited for more closely: their list is to be up to date at once. */
export const askEvery = { unlocked: 60_000, locked: 10_000 } as const;

/**
 * Whether this person's screen is locked, as logind has it from the desktop (`LockedHint` of org.freedesktop.login1.Session, "auto" being
 * the caller's own). Electron does not tell on Linux. `null` where nobody knows.
 */
export async function isScreenLocked(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Promise<boolean | null> {
  if (platform !== 'linux') return null;
  const answer = await askBus(
    {
      bus: 'system',
      to: 'org.freedesktop.login1',
      path: '/org/freedesktop/login1/session/auto',
      method: 'org.freedesktop.DBus.Properties.Get',
      with: ['org.freedesktop.login1.Session', 'LockedHint'],
    },
    env,
  );
  const said = /\b(?:true|false)\b/.exec(answer ?? '');
  return said === null ? null : said[0] === 'true';
}

/**
 * Tells when the screen is locked or unlocked, for as long as somebody knows: where the first questions have no answer, none is asked
 * again.
 */
export function watchScreenLock(
  ask: () => Promise<boolean | null>,
  timer: (ms: number, then: () => void) => void,
  changed: (locked: boolean) => void,
): void {
  const mostSilence = 3;
  let last = false;
  let silence = 0;
  const look = async (): Promise<void> => {
    const locked = await ask();
    silence = locked === null ? silence + 1 : 0;
    // Whoever no longer answers must not leave the program asleep.
    const now = locked ?? false;
    if (now !== last) changed(now);
    last = now;
    if (silence < mostSilence) timer(now ? askEvery.locked : askEvery.unlocked, () => void look());
  };
  void look();
}
