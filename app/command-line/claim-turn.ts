import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { codeOf } from '../util/code-of.ts';

/** Milliseconds. What is older was left by a start that was killed. */
const longestClaim = 30_000;
/**
 * Milliseconds. A claim takes a few, but 20 seconds where the instance that runs does not answer: Chromium kills it then, and takes its
 * place. Whoever claims beside that one kills the new instance as well, in the middle of the call that it was started for.
 */
const longestWait = 25_000;
const pause = 10;

/**
 * Claims a profile while no other start does. Chromium's own claim takes several steps (a lock, then the socket that it is answered by), and
 * whoever looks between them takes the lock for one of a process that is gone and puts its own in its place: both run then, and undo what
 * the other keeps.
 *
 * Each start puts a file of its own beside the profile's, and claims once a look at the folder shows no other. Of two that see each other
 * the one with the higher number steps back. A file that was left names nobody who runs, or is old: the first kind goes with the next start.
 *
 * Nothing of it keeps a start from claiming: whatever the files say, it waits so long and no longer, and what fails here is no failure of
 * the start. It claims as it would without turns then.
 *
 * @param most milliseconds
 */
export async function inClaimTurn<T>(folder: string, claim: () => T, most = longestWait): Promise<T> {
  const mine = path.join(folder, `claim-${process.pid}`);
  const end = performance.now() + most;
  try {
    put(mine);
    for (let others = claimingIn(folder); others.length > 0; others = claimingIn(folder)) {
      if (performance.now() > end) break;
      const stepsBack = others.some((other) => other < process.pid);
      if (stepsBack) takeAway(mine);
      await after(pause);
      if (stepsBack) put(mine);
    }
  } catch {
    // A folder that takes no file: what is wrong with it is said by whoever needs it next.
  }
  try {
    return claim();
  } finally {
    takeAway(mine);
    for (const pid of claimsIn(folder)) if (!isRunning(pid)) takeAway(path.join(folder, `claim-${pid}`));
  }
}

/** Anew: what has the name already may lead elsewhere, or be a pipe that nobody reads. */
function put(file: string): void {
  takeAway(file);
  closeSync(openSync(file, 'wx', 0o600));
}

function takeAway(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It is no file, or somebody holds it: it grows old.
  }
}

/** The numbers of other processes that claim it. */
const claimingIn = (folder: string): number[] =>
  claimsIn(folder).filter((pid) => isNew(path.join(folder, `claim-${pid}`)) && isRunning(pid));

/** Of other processes that claim it, or did. None where the folder cannot be read. */
function claimsIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .map((name) => Number(/^claim-([1-9]\d*)$/.exec(name)?.[1] ?? process.pid))
      .filter((pid) => pid !== process.pid);
  } catch {
    return [];
  }
}

function isNew(file: string): boolean {
  try {
    return Math.abs(Date.now() - statSync(file).mtimeMs) <= longestClaim;
  } catch {
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's runs, too.
    return codeOf(error) === 'EPERM';
  }
}
