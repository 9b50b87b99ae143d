import { replaceFile } from '../files/replace.ts';

/** Writes pieces into a file of the person's choice. What is stopped leaves nothing, like what fails. */
export async function saveToFile(
  file: string,
  pieces: AsyncIterator<Uint8Array, unknown>,
  written: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  await replaceFile(file, async (into) => {
    let bytes = 0;
    for (;;) {
      const next = await orAborted(pieces.next(), signal);
      if (next.done) return;
      await into.writeFile(next.value);
      bytes += next.value.length;
      written(bytes);
    }
  });
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
