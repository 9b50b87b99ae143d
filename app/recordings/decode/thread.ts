import { Worker } from 'node:worker_threads';
import { codecOf } from './codecs.ts';
import { type Decoded, decodeHere, type Step } from './step.ts';

/**
 * A decoder needs little memory: what a hostile file might make it ask for ends the thread and not the program, and what it has
 * thrown away is collected soon.
 */
const resourceLimits = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 };

/** `bundle`: of `worker.ts`. */
export function startDecoder(bundle: string): Worker {
  return new Worker(bundle, { resourceLimits });
}

/** What a decoder keeps in memory is not worth keeping for a person who listens once a day. */
const restAfter = 30_000;

/**
 * Decoding off the main thread, where it is work: what is a table or no decoding at all takes less time than the way to the thread and back,
 * and a thread is memory. The thread is started with the first step, ends when nothing was decoded for a while, and
 * is started anew if it ever dies: the steps that it had are rejected, and the player is told that the sound ended.
 */
export function createDecodingThread(start: () => Worker) {
  const here = decodeHere();
  const waiting = new Map<number, { done: (decoded: Decoded) => void; failed: (error: Error) => void }>();
  let worker: Worker | null = null;
  let rest: NodeJS.Timeout | undefined;
  let next = 0;

  function begin(): Worker {
    const made = start();
    // Neither a thread at work nor one at rest keeps a program alive that is to end.
    made.unref();
    made.on('message', ({ number, samples, state }: Decoded & { readonly number: number }) => {
      const asked = waiting.get(number);
      waiting.delete(number);
      asked?.done({ samples, state });
    });
    made.on('error', (error) => gone(made, error instanceof Error ? error : new Error(String(error))));
    made.on('exit', () => gone(made, new Error('the decoding thread ended')));
    return made;
  }

  function gone(which: Worker, error: Error): void {
    if (worker !== which) return;
    worker = null;
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  }

  /** Steps that are under way are given up. */
  async function end(): Promise<void> {
    clearTimeout(rest);
    const ending = worker;
    if (ending === null) return;
    gone(ending, new Error('the decoding thread was ended'));
    await ending.terminate();
  }

  function awake(): Worker {
    worker ??= begin();
    clearTimeout(rest);
    rest = setTimeout(() => void (waiting.size === 0 && end()), restAfter).unref();
    return worker;
  }

  return {
    /** Starts it for a step that may come soon. */
    warm: () => void awake(),
    decode(work: Step): Promise<Decoded> {
      if (!codecOf(work.codec, work.channels, work.blockBytes).stateful) return here(work);
      const at = awake();
      const number = next++;
      const asked = new Promise<Decoded>((done, failed) => waiting.set(number, { done, failed }));
      // A copy is handed over: the bytes may be a view of the block that is remembered for the next read.
      const encoded = Uint8Array.from(work.encoded);
      const handed = [encoded.buffer, ...(work.into ? [work.into.buffer as ArrayBuffer] : [])];
      at.postMessage({ number, work: { ...work, encoded } }, handed);
      return asked;
    },
    end,
  };
}
