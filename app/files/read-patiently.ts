import { readFile } from 'node:fs/promises';
import { setTimeout as after } from 'node:timers/promises';

/** Milliseconds before each further try. */
const pauses = [50, 200, 800] as const;

/** For what can't be read for a moment only: no further file can be opened, a share is away. Rejects as the last try does. */
export async function readPatiently(file: string): Promise<Buffer> {
  for (const pause of pauses) {
    try {
      return await readFile(file);
    } catch {
      await after(pause);
    }
  }
  return await readFile(file);
}
