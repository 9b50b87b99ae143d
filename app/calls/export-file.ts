import path from 'node:path';
import type { Call } from '../cdr/call.ts';
import type { Reply } from '../contract/failures.ts';
import { saveContent } from '../files/save-content.ts';
import { grouped } from '../util/grouped.ts';
import type { Zone } from '../util/zone.ts';
import type { Words } from '../words/index.ts';
import { toCsv } from './csv.ts';
import { exportCalls } from './export.ts';
import { createLikeFigure } from './like-figure.ts';
import type { Cell, Table } from './table.ts';
import type { Viewing } from './view.ts';
import { toXlsx } from './xlsx.ts';

export interface ExportParts extends Pick<Viewing, 'numberOf' | 'nameOf' | 'whoIs' | 'noteOf' | 'skew'> {
  readonly calls: readonly Call[];
  readonly words: Words;
  /** The PBX's, as in the list. */
  readonly zone: Zone;
  readonly now: number;
  /** Asks where; `null`: the person thought better of it. */
  readonly choose: (name: string) => Promise<string | null>;
  readonly log: (line: string) => void;
}

/** What is shown, as a table in a file of the person's choice, readable by them alone. `false`: they chose none. */
export function exportToFile(parts: ExportParts): Promise<Reply<boolean>> {
  const { calls, words, zone, log } = parts;
  const { fileName } = words.calls.export;
  // Made before the person is asked: what they saw is what they get.
  const table = exportCalls(calls, words, zone, parts);
  return saveContent({
    what: 'calls',
    // The name tells which of the two was chosen; whoever writes another one gets what opens everywhere.
    content: (file) =>
      path.extname(file).toLowerCase() === '.xlsx'
        ? toXlsx(table, { sheet: fileName })
        : toCsv(asTexts(table)),
    choose: () => parts.choose(`${fileName} ${zone.write(parts.now).slice(0, 10)}.csv`),
    log,
  });
}

/**
 * Digits alone would be a number to a spreadsheet, and lose their zero, wherever somebody wrote them: in a note, say. A sign that is not
 * seen, behind what looks like a number, makes text of it.
 */
function asTexts(table: Table): Table {
  const isLikeFigure = createLikeFigure();
  const asText = (cell: Cell): Cell => {
    if (typeof cell !== 'string') return cell;
    const text = grouped(cell);
    return isLikeFigure(text) ? `${text}\u200b` : text;
  };
  return table.map((row) => row.map(asText));
}
