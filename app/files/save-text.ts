import { fail, ok, type Reply } from '../contract/failures.ts';
import { codeOf } from '../util/code-of.ts';
import { replaceFile } from './replace.ts';

export interface SaveTextParts {
  /** For the log. */
  readonly what: string;
  /** Made before the person is asked: what they saw is what they get. */
  readonly text: string;
  /** Asks where; `null`: the person thought better of it. */
  readonly choose: () => Promise<string | null>;
  readonly log: (line: string) => void;
}

/** A file of the person's choice, readable by them alone. `false`: they chose none. */
export async function saveText({ what, text, choose, log }: SaveTextParts): Promise<Reply<boolean>> {
  const file = await choose();
  if (file === null) return ok(false);
  try {
    await replaceFile(file, async (into) => await into.writeFile(text));
    return ok(true);
  } catch (error) {
    const code = codeOf(error);
    log(`${what} not exported: ${code}`);
    return fail('not-saved', { details: code.slice(0, 40) });
  }
}
