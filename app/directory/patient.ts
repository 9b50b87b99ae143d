import { fail, type Reply } from '../contract/failures.ts';
import type { Timer } from '../util/timer.ts';

export type ReadBytes = (file: string) => Promise<Reply<Uint8Array>>;

/** Milliseconds. A file of 50 MB on a slow share. */
export const longestRead = 30_000;

/**
 * A share that is gone may answer never, and nobody can take a read back: it is waited for so long. Whoever asks for the file meanwhile waits
 * for the same read, for each that stands keeps one of the few threads on which the program reads and writes.
 */
export function createPatientRead(read: ReadBytes, timer: Timer): ReadBytes {
  const standing = new Map<string, Promise<Reply<Uint8Array>>>();
  return async (file) => {
    const reading = standing.get(file) ?? read(file).finally(() => standing.delete(file));
    standing.set(file, reading);
    let stop = (): void => undefined;
    const late = new Promise<Reply<Uint8Array>>((done) => {
      stop = timer(longestRead, () => done(fail('directory-unreachable', { details: 'no answer' })));
    });
    try {
      return await Promise.race([reading, late]);
    } finally {
      stop();
    }
  };
}
