import type { Call } from '../cdr/call.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import { replaceFile } from '../files/replace.ts';
import { codeOf } from '../util/code-of.ts';
import type { Zone } from '../util/zone.ts';
import { type ExportWords, exportCalls } from './export.ts';

export interface ExportParts {
  readonly calls: readonly Call[];
  readonly nameOf: (call: Call) => string | null;
  readonly noteOf: (call: Call) => string;
  /** The PBX's clock minus this computer's, in milliseconds. */
  readonly skew: number;
  readonly words: ExportWords;
  /** The person's. */
  readonly zone: Zone;
  readonly now: number;
  /** Asks where; `null`: the person thought better of it. */
  readonly choose: (name: string) => Promise<string | null>;
  readonly log: (line: string) => void;
}

/** What is shown, as a table in a file of the person's choice, readable by them alone. `false`: they chose none. */
export async function exportToFile(parts: ExportParts): Promise<Reply<boolean>> {
  const { calls, words, zone } = parts;
  // Made before the person is asked: what they saw is what they get.
  const table = exportCalls(calls, words, zone, parts);
  const file = await parts.choose(`${words.fileName} ${zone.write(parts.now).slice(0, 10)}.csv`);
  if (file === null) return ok(false);
  try {
    await replaceFile(file, async (into) => await into.writeFile(table));
    return ok(true);
  } catch (error) {
    const code = codeOf(error);
    parts.log(`calls not exported: ${code}`);
    return fail('not-saved', { details: code.slice(0, 40) });
  }
}
