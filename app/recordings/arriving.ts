import { type Failure, fail } from '../contract/failures.ts';
import { failureOf } from '../pbx/transport.ts';
import type { ByteSource } from './decode/wav-file.ts';
import { type Intake, NotStored, RecordingGone } from './stored.ts';

export type Arrival =
  | { readonly kind: 'whole'; readonly bytes: number }
  | { readonly kind: 'problem'; readonly problem: 'too-large' | 'not-stored' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Nobody wants it any more. */
  | { readonly kind: 'given-up' };

/** A recording that is being fetched: read while it comes. A read waits for its bytes. */
export interface Arriving extends ByteSource {
  received(): number;
  readonly done: Promise<Arrival>;
}

export interface ArrivingParts {
  readonly into: Intake;
  readonly body: AsyncIterable<Uint8Array>;
  /** As the PBX announced it; `null` where it did not. */
  readonly length: number | null;
  readonly mostBytes: number;
  readonly signal: AbortSignal;
}

export function receive({ into, body, length, mostBytes, signal }: ArrivingParts): Arriving {
  let ended: Arrival | null = null;
  const waiting = new Set<{ readonly until: number; readonly go: () => void }>();

  function wake(): void {
    for (const reader of waiting) {
      if (ended === null && reader.until > into.length) continue;
      waiting.delete(reader);
      reader.go();
    }
  }

  async function take(): Promise<Arrival> {
    try {
      for await (const bytes of body) {
        if (signal.aborted) return { kind: 'given-up' };
        if (into.length + bytes.length > mostBytes) return { kind: 'problem', problem: 'too-large' };
        await into.append(bytes);
        wake();
      }
    } catch (error) {
      if (signal.aborted || error instanceof RecordingGone) return { kind: 'given-up' };
      if (error instanceof NotStored) return { kind: 'problem', problem: error.reason };
      return { kind: 'failed', failure: failureOf(error) };
    }
    if (signal.aborted) return { kind: 'given-up' };
    // The transport should have noticed; a copy that is not whole must never pass for whole.
    if (length !== null && into.length !== length)
      return { kind: 'failed', failure: fail('no-reply', { details: 'the reply ended too early' }).failure };
    return { kind: 'whole', bytes: into.length };
  }

  // Closing a recording must not wait for a transport that is slow to heed the signal.
  const givenUp = new Promise<Arrival>((go) => {
    const stop = () => go({ kind: 'given-up' });
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });

  const done = Promise.race([take(), givenUp]).then((arrival) => {
    ended = arrival;
    wake();
    return arrival;
  });

  return {
    received: () => into.length,
    done,
    async read(offset, count) {
      if (into.length < offset + count && ended === null)
        await new Promise<void>((go) => waiting.add({ until: offset + count, go }));
      // What came before the end of a transfer that failed is good, and is played.
      if (ended !== null && ended.kind !== 'whole' && into.length < offset + count) throw new RecordingGone();
      return await into.read(offset, count);
    },
  };
}
