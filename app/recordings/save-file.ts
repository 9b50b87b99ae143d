import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes pieces into a file of the person's choice, readable by them alone. It has another name until all is there: what fails,
 * or is stopped, leaves neither half a file nor an older one of that name spoilt.
 */
export async function saveToFile(
  file: string,
  pieces: AsyncIterator<Uint8Array, unknown>,
  written: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const into = await open(part, 'wx', 0o600);
  try {
    let bytes = 0;
    for (;;) {
      const next = await orAborted(pieces.next(), signal);
      if (next.done) break;
      await into.writeFile(next.value);
      bytes += next.value.length;
      written(bytes);
    }
    await into.close();
    await rename(part, file);
  } catch (error) {
    await into.close();
    await rm(part, { force: true });
    throw error;
  }
}

/** Who stops does not wait for bytes that may not come for a minute. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
