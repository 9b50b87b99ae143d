import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds. Chromium asks an instance that does not answer for 20 seconds; what is older was left by a start that was killed. */
const longestClaim = 30_000;
const pause = 10;

/**
 * Claims a profile while no other start does. Chromium's own claim takes several steps (a lock, then the socket that it is answered by), and
 * whoever looks between them takes the lock for one of a process that is gone and puts its own in its place: both run then, and undo what
 * the other keeps.
 *
 * Each start puts a file of its own beside the profile's, and claims once a look at the folder shows no other. Of two that see each other
 * the one with the higher number steps back. A file that was left names nobody who runs, or is old.
 */
export async function inClaimTurn<T>(folder: string, claim: () => T): Promise<T> {
  const mine = path.join(folder, `claim-${process.pid}`);
  const put = (): void => closeSync(openSync(mine, 'w', 0o600));
  try {
    put();
    for (let others = claimingIn(folder); others.length > 0; others = claimingIn(folder)) {
      const stepsBack = others.some((other) => other < process.pid);
      if (stepsBack) rmSync(mine, { force: true });
      await after(pause);
      if (stepsBack) put();
    }
  } catch {
    // A folder that takes no file: what is wrong with it is said by whoever needs it next.
  }
  try {
    return claim();
  } finally {
    rmSync(mine, { force: true });
  }
}

/** The numbers of other processes that claim it. */
const claimingIn = (folder: string): number[] =>
  readdirSync(folder)
    .map((name) => Number(/^claim-(\d+)$/.exec(name)?.[1] ?? process.pid))
    .filter((pid) => pid !== process.pid && isClaiming(pid, path.join(folder, `claim-${pid}`)));

function isClaiming(pid: number, file: string): boolean {
  try {
    if (Math.abs(Date.now() - statSync(file).mtimeMs) > longestClaim) return false;
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's runs, too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
