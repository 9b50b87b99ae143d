import type { Call, Recording } from '../cdr/call.ts';
import type { CdrStore } from '../cdr/cdr-store.ts';

/** What is kept about a number: calls, their notes and recordings, and how the PBX wrote it. */
export interface AboutNumber {
  readonly calls: readonly Call[];
  readonly notes: number;
  readonly recordings: readonly Recording[];
  readonly spellings: readonly string[];
}

interface Known {
  readonly cdr: Pick<CdrStore, 'callsOf'>;
  readonly all: () => readonly Call[];
  readonly noteOf: (call: Call) => string;
}

export function aboutNumber(fits: (number: string) => boolean, { cdr, all, noteOf }: Known): AboutNumber {
  const inRows = cdr.callsOf(fits);
  const ids = new Set(inRows.flatMap((call) => call.ids));
  const calls = all().filter((call) => fits(call.party.number ?? '') || call.ids.some((id) => ids.has(id)));
  const recordings = calls.flatMap((call) => [
    ...call.recordings,
    ...(call.maybeRecorded === null ? [] : [call.maybeRecorded]),
  ]);
  const written = [...inRows, ...calls].flatMap(({ party }) => party.number ?? []);
  const rowNumbers = recordings.flatMap(({ src, dst }) => [src, dst]);
  return {
    calls,
    notes: calls.filter((call) => noteOf(call) !== '').length,
    recordings,
    spellings: [...new Set([...written, ...rowNumbers])].filter(fits),
  };
}
