import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';
import { replaceFile } from './replace.ts';

export interface SaveParts {
  /** For the log. */
  readonly what: string;
  /** For the file that was chosen. Of what the person saw when they were asked. */
  readonly content: (file: string) => string | Uint8Array;
  /** Asks where; `null`: the person thought better of it. */
  readonly choose: () => Promise<string | null>;
  readonly log: (line: string) => void;
}

/** A file of the person's choice, readable by them alone. `false`: they chose none. */
export async function saveContent({ what, content, choose, log }: SaveParts): Promise<Reply<boolean>> {
  const file = await choose();
  if (file === null) return ok(false);
  try {
    await replaceFile(file, async (into) => await into.writeFile(content(file)));
    return ok(true);
  } catch (error) {
    const code = codeOf(error);
    log(`${what} not exported: ${code}`);
    return fail('not-saved', { details: code.slice(0, 40) });
  }
}
