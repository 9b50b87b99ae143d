import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Timer } from '../util/timer.ts';
import { saveToFile } from './save-file.ts';

/** Milliseconds in which whatever took it has copied it: a mail does when it is dropped there. */
const staysFor = 10 * 60_000;

export interface DraggedParts {
  /** Of this program alone, inside the profile. */
  readonly folder: string;
  readonly timer: Timer;
}

/**
 * Files that are dragged out of the window. The system drags nothing but files, so there is one for a while, unencrypted: readable by its
 * owner alone, and gone soon after, at the program's end, at its next start and when somebody signs out.
 */
export function createDragged({ folder, timer }: DraggedParts) {
  const remove = async (what: string) =>
    await rm(what, { recursive: true, force: true }).catch(() => undefined);
  return {
    /** Throws where the disk does not take it, or the recording does not arrive whole. */
    async write(
      name: string,
      pieces: AsyncIterator<Uint8Array, unknown>,
      signal: AbortSignal,
    ): Promise<string> {
      // One of its own: two recordings may have one name, and what is dropped is called by it.
      const own = path.join(folder, randomBytes(8).toString('hex'));
      await mkdir(own, { recursive: true, mode: 0o700 });
      const file = path.join(own, name);
      try {
        await saveToFile(file, pieces, () => undefined, signal);
      } catch (error) {
        await remove(own);
        throw error;
      }
      timer(staysFor, () => void remove(own));
      return file;
    },
    /** Whether it is still there. */
    has: (file: string): boolean => existsSync(file),
    clear: async () => await remove(folder),
  };
}
