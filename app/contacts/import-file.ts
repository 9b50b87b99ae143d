import { open } from 'node:fs/promises';
import { largestContactsFile } from '../contract/contacts.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';

/** What is in a file that the person chose. */
export async function bytesOf(file: string, log: (line: string) => void): Promise<Reply<Uint8Array>> {
  try {
    const opened = await open(file);
    try {
      const found = await opened.stat();
      // A pipe would be read for ever.
      if (!found.isFile()) return fail('contacts-not-read');
      if (found.size > largestContactsFile) return fail('contacts-too-large');
      return ok(await opened.readFile());
    } finally {
      await opened.close();
    }
  } catch (error) {
    log(`contacts not imported: ${codeOf(error)}`);
    return fail('contacts-not-read', { details: codeOf(error).slice(0, 40) });
  }
}
