import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { CdrRow } from './cdr.ts';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), 'samples');

/** `a|b` means either; `null`, not known from the rows. */
const Seen = v.strictObject({
  direction: v.string(),
  party: v.nullable(v.string()),
  result: v.string(),
  recordings: v.union([v.number(), v.string()]),
});

const SampleCall = v.strictObject({
  id: v.string(),
  text: v.string(),
  rows: v.array(v.record(v.string(), v.nullable(v.string()))),
  /** By extension: what its user should be shown of this call. */
  sees: v.record(v.string(), Seen),
});
export type SampleCall = v.InferOutput<typeof SampleCall>;

/** Calls made by a real Asterisk; `samples/README.md` says how. Read anew each time: a caller may change them. */
export function sampleCalls(): SampleCall[] {
  const text = readFileSync(path.join(folder, 'calls.json'), 'utf8');
  return v.parse(v.array(SampleCall), JSON.parse(text));
}

const MoreCall = v.strictObject({
  id: v.string(),
  text: v.string(),
  /** `by Asterisk`, or the id of the call whose rows were changed by hand. */
  made: v.string(),
  /** By extension: what its user should be shown, oldest first. */
  sees: v.record(v.string(), v.array(v.string())),
  rows: v.array(v.record(v.string(), v.string())),
});
export type MoreCall = v.InferOutput<typeof MoreCall>;

/** Calls of rarer shapes; `samples/README.md` says how they were made. Columns that are left out were empty. */
export function moreCalls(): MoreCall[] {
  return v.parse(v.array(MoreCall), JSON.parse(readFileSync(path.join(folder, 'more-calls.json'), 'utf8')));
}

const WhoTookIt = v.strictObject({
  id: v.string(),
  text: v.string(),
  /** What the queue wrote down itself of how long the caller waited: `Sales CONNECT 10`. */
  waited: v.optional(v.array(v.string()), []),
  rows: v.array(v.record(v.string(), v.string())),
});
export type WhoTookIt = v.InferOutput<typeof WhoTookIt>;

/** Calls through menus, queues and parking lots; `samples/README.md` says how they were made. Columns that are left out were empty. */
export function whoTookIt(): WhoTookIt[] {
  return v.parse(v.array(WhoTookIt), JSON.parse(readFileSync(path.join(folder, 'who-took-it.json'), 'utf8')));
}

export function sampleRows(): CdrRow[] {
  return sampleCalls().flatMap((call) => call.rows);
}

export function sampleRecordingNames(): string[] {
  return readdirSync(path.join(folder, 'recordings')).sort();
}

/** The bytes of a recording, or null. The name comes from a request, so it is looked up and never made a path. */
export function sampleRecording(name: string): Uint8Array | null {
  if (!sampleRecordingNames().includes(name)) return null;
  return readFileSync(path.join(folder, 'recordings', name));
}

/**
 * Recordings that were started by hand, by unique id: their rows have an empty `recordingfile`, and only the unique
 * id, or the src, dst and calldate, find them.
 */
export const sampleRecordingsByHand: ReadonlyMap<string, string> = new Map([
  ['1795415964.53', 'ondemand-101-c24.wav'],
]);
