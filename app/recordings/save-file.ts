import { replaceFile } from '../files/replace.ts';
import { orAborted } from '../util/or-aborted.ts';

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
      // Who stops does not wait for bytes that may not come for a minute.
      const next = await orAborted(pieces.next(), signal);
      if (next.done) return;
      await into.writeFile(next.value);
      bytes += next.value.length;
      written(bytes);
    }
  });
}
