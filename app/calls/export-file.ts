import type { Call } from '../cdr/call.ts';
import type { Reply } from '../contract/failures.ts';
import { saveText } from '../files/save-text.ts';
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
export function exportToFile(parts: ExportParts): Promise<Reply<boolean>> {
  const { calls, words, zone, log } = parts;
  return saveText({
    what: 'calls',
    text: exportCalls(calls, words, zone, parts),
    choose: () => parts.choose(`${words.fileName} ${zone.write(parts.now).slice(0, 10)}.csv`),
    log,
  });
}
