import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { type FailureCode, fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';

export interface ReadChosen {
  /** For the log. */
  readonly what: string;
  /** Bytes. */
  readonly largest: number;
  readonly notRead: FailureCode;
  readonly tooLarge: FailureCode;
  readonly log: (line: string) => void;
}

/** What is in a file that the person chose. */
export async function readChosen(
  file: string,
  { what, largest, notRead, tooLarge, log }: ReadChosen,
): Promise<Reply<Uint8Array>> {
  try {
    // Windows does not wait for pipes; elsewhere one would be waited for, and read, for ever.
    const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const found = await opened.stat();
      if (!found.isFile()) return fail(notRead);
      if (found.size > largest) return fail(tooLarge);
      return ok(await opened.readFile());
    } finally {
      await opened.close();
    }
  } catch (error) {
    log(`${what} not imported: ${codeOf(error)}`);
    return fail(notRead, { details: codeOf(error).slice(0, 40) });
  }
}
