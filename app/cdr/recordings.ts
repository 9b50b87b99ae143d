import type { Recording } from './call.ts';
import type { Row } from './rows.ts';

/**
 * The recordings of the legs in which the user was heard. A leg that nobody answered names a file too, which is only a header;
 * several legs may name the same one.
 */
export function recordingsOf(answered: readonly { readonly row: Row }[]): {
  readonly named: Recording[];
  readonly unnamed: Recording | null;
} {
  const files = new Map<string, Recording>();
  for (const { row } of answered) {
    if (row.recordingfile !== '' && !files.has(row.recordingfile)) files.set(row.recordingfile, handle(row));
  }
  const first = answered[0]?.row;
  const unnamed = files.size === 0 && first !== undefined && first.uniqueid !== '' ? handle(first) : null;
  return { named: [...files.values()], unnamed };
}

function handle(row: Row): Recording {
  return {
    file: row.recordingfile,
    uniqueId: row.uniqueid,
    src: row.src,
    dst: row.dst,
    calldate: row.calldate,
  };
}
