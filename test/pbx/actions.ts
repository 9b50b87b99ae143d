import type { Answer } from './answers.ts';
import { fileAnswer, jsonAnswer, refusal } from './answers.ts';
import { type CdrRow, parseCdrQuery, type RowOrder, selectRows, withPhpIntegers } from './cdr.ts';
import { type Action, parametersOf, type ReceivedRequest, textOf } from './requests.ts';

export interface Office {
  readonly rows: readonly CdrRow[];
  readonly maxRows: number;
  readonly order: RowOrder;
  readonly columnsAs: 'strings' | 'php82';
  readonly recordings: (filename: string) => Uint8Array | null;
  readonly recordingsByHand: ReadonlyMap<string, string>;
  readonly random: () => number;
}

/** What the PBX says when nothing is wrong with it. */
export function answerTo(action: Action, request: ReceivedRequest, office: Office): Answer {
  const parameters = parametersOf(request);
  switch (action) {
    case 'dial':
      return dialled(textOf(parameters.ext), textOf(parameters.tel), 'ext');
    case 'dialqm':
      return dialled(textOf(parameters.agent), textOf(parameters.tel), 'agent');
    case 'cdrapi':
      return records(parameters, office);
    case 'recapi':
      return recording(parameters, office);
  }
}

function dialled(who: string, tel: string, field: 'ext' | 'agent'): Answer {
  if (who === '') return refusal(`Parameter ${field} is required`);
  if (tel === '') return refusal('Parameter tel is required');
  return jsonAnswer({ success: true, msg: 'Originate successfully queued' });
}

function records(parameters: Readonly<Record<string, unknown>>, office: Office): Answer {
  const query = parseCdrQuery(parameters);
  if (query === null) return refusal('Parameters numRecords, startTime, endTime are required');
  const found = selectRows(office.rows, query, office);
  // PHP code that collects rows into a variable it never set leaves null for none.
  if (found.length === 0) return jsonAnswer({ success: true, value: null });
  return jsonAnswer({
    success: true,
    value: office.columnsAs === 'php82' ? found.map(withPhpIntegers) : found,
  });
}

function recording(parameters: Readonly<Record<string, unknown>>, office: Office): Answer {
  const filename = textOf(parameters.filename);
  const uniqueid = textOf(parameters.uniqueid);
  const src = textOf(parameters.src);
  const dst = textOf(parameters.dst);
  const calldate = textOf(parameters.calldate);

  let names: string[];
  if (filename !== '') {
    names = [filename];
  } else if (uniqueid !== '') {
    names = namesOf(
      office.rows.filter((row) => row.uniqueid === uniqueid),
      office,
    );
  } else if (src !== '' && dst !== '' && calldate !== '') {
    names = namesOf(
      office.rows.filter((row) => row.src === src && row.dst === dst && row.calldate === calldate),
      office,
    );
  } else {
    return refusal('Parameter filename, or uniqueid, or src, dst and calldate, is required');
  }

  for (const name of names) {
    const bytes = office.recordings(name);
    if (bytes !== null) return fileAnswer(name, bytes);
  }
  return refusal('Recording file not found');
}

function namesOf(rows: readonly CdrRow[], office: Office): string[] {
  return rows.flatMap((row) => {
    const name = row.recordingfile || office.recordingsByHand.get(row.uniqueid ?? '');
    return name ? [name] : [];
  });
}
