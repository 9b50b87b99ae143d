import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/**
 * Writes pieces into a file of the person's choice, readable by them alone. It has another name until all is there: what fails,
 * or is stopped, leaves neither half a file nor an older one of that name spoilt.
 */
export async function saveToFile(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  written: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const part = `${file}.${randomBytes(4).toString('hex')}.part`;
  const into = await open(part, 'wx', 0o600);
  try {
    let bytes = 0;
    for await (const piece of pieces) {
      signal.throwIfAborted();
      await into.writeFile(piece);
      bytes += piece.length;
      written(bytes);
    }
    signal.throwIfAborted();
    await into.close();
    await rename(part, file);
  } catch (error) {
    await into.close();
    await rm(part, { force: true });
    throw error;
  }
}
