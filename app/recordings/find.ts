import type { Failure } from '../contract/failures.ts';
import type { RecordingProblem } from '../contract/recordings.ts';
import type { RecordingFilter } from '../pbx/client.ts';
import type { RecordingDownload, RecordingProblemFound, RecordingReply } from '../pbx/recording.ts';
import { failureOf } from '../pbx/transport.ts';
import { saysNoRight } from '../pbx/turned-down.ts';
import { type AsItIs, extensionOf, type Layout, type NotPlayable } from './decode/formats.ts';
import { headBytes, sniffReply } from './decode/sniff.ts';

/** A recording as a CDR row tells of it. Only rows of the user's own calls become one. */
export interface RecordingRef {
  /** The same in each run, for the kept copy: the row's unique id and sequence, say. Never a path, never shown. */
  readonly key: string;
  readonly filename: string | null;
  readonly uniqueid: string | null;
  readonly src: string | null;
  readonly dst: string | null;
  /** `yyyy-mm-dd hh:mm:ss`, as the row has it. */
  readonly calldate: string | null;
}

export type Way = 'filename' | 'uniqueid' | 'call';

export interface FoundRecording {
  readonly kind: 'found';
  readonly way: Way;
  readonly format: Layout | AsItIs | NotPlayable;
  /** Lower case; empty where neither the row nor the reply has a name. */
  readonly extension: string;
  /** Of the file alone, whatever stood before it in the reply; `null` where the PBX does not say. */
  readonly length: number | null;
  readonly body: AsyncIterable<Uint8Array>;
}

export type Found =
  | FoundRecording
  | RecordingProblemFound
  | { readonly kind: 'failed'; readonly failure: Failure };

/** Failures of one request, which say nothing of the next: a script that stumbles over one of the three filters. */
const ofThisRequest: readonly Failure['code'][] = ['server-error', 'forbidden', 'not-this-api', 'redirected'];

/** What tells the person most, when the three ways end differently. */
const byWeight: readonly RecordingProblem[] = [
  'still-written',
  'cut-short',
  'no-audio',
  'empty',
  'refused',
  'web-page',
];

/**
 * By file name, then by unique id, then by the call itself: none of them works on every PBX or for every recording.
 * `first` is the way that worked for this recording before.
 */
export async function findRecording(
  ref: RecordingRef,
  download: RecordingDownload,
  signal: AbortSignal,
  first: Way | null = null,
): Promise<Found> {
  const ways = filtersOf(ref).sort((a, b) => Number(b.way === first) - Number(a.way === first));
  let best: RecordingProblemFound | null = null;
  let failed: Failure | null = null;
  for (const { way, filter } of ways) {
    const reply = await download(filter, signal);
    const found = told(reply.kind === 'file' ? await examine(reply, way, ref) : reply);
    if (found.kind === 'found') return found;
    if (found.kind === 'problem') {
      if (best === null || weight(found) < weight(best)) best = found;
    } else {
      if (!ofThisRequest.includes(found.failure.code)) return found;
      failed ??= found.failure;
    }
  }
  if (best) return best;
  return failed ? { kind: 'failed', failure: failed } : { kind: 'problem', problem: 'refused' };
}

/** Who may not have it is not told that there is none. */
function told(found: Found): Found {
  if (found.kind !== 'problem' || found.problem !== 'refused' || !saysNoRight(found.message ?? ''))
    return found;
  return { kind: 'failed', failure: { code: 'refused', ...(found.message && { message: found.message }) } };
}

function weight({ problem }: RecordingProblemFound): number {
  const at = byWeight.indexOf(problem);
  return at < 0 ? byWeight.length : at;
}

function filtersOf(ref: RecordingRef): { readonly way: Way; readonly filter: RecordingFilter }[] {
  const { filename, uniqueid, src, dst, calldate } = ref;
  return [
    ...(filename ? [{ way: 'filename' as const, filter: { filename } }] : []),
    ...(uniqueid ? [{ way: 'uniqueid' as const, filter: { uniqueid } }] : []),
    ...(src && dst && calldate ? [{ way: 'call' as const, filter: { src, dst, calldate } }] : []),
  ];
}

async function examine(reply: RecordingReply, way: Way, ref: RecordingRef): Promise<Found> {
  const extension = extensionOf(reply.name) || extensionOf(ref.filename ?? '');
  const pieces = reply.body[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  try {
    for (;;) {
      const next = await pieces.next();
      if (!next.done) head = head.length === 0 ? next.value : Buffer.concat([head, next.value]);
      const { format, skip } = sniffReply(head, extension, next.done === true);
      if (format.kind === 'more') continue;
      if (format.kind !== 'problem') {
        const length = reply.length === null ? null : reply.length - skip;
        const body = rejoin(head.subarray(skip), pieces);
        return { kind: 'found', way, format, extension, length, body };
      }
      await pieces.return?.();
      const words = format.problem === 'refused' ? reply.inWords(head.subarray(0, headBytes)) : null;
      if (words?.code === 'unauthorised') return { kind: 'failed', failure: words };
      return { kind: 'problem', problem: format.problem, ...(words?.message && { message: words.message }) };
    }
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

async function* rejoin(
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield head;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
