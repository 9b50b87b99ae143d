import { Worker } from 'node:worker_threads';
import { fail, ok, type Reply } from '../../contract/failures.ts';
import { codeOf } from '../../util/code-of.ts';
import type { ReadCards } from './card.ts';
import type { Asked } from './read.ts';

/** What a hostile file might make its reader ask for ends the thread and not the program. */
const resourceLimits = { maxOldGenerationSizeMb: 512 };

export type FileRead = Omit<Extract<ReadCards, { ok: true }>, 'ok'>;

/** Milliseconds. 20,000 people are read in two seconds. */
const patience = 20_000;

/**
 * Reads a file on a thread of its own: nothing of it holds up the calls, and what takes too long or too much memory is given up.
 * `bundle`: of `directory/worker.ts`.
 */
export function createReader(bundle: string, timeLimit = patience) {
  return async (asked: Asked): Promise<Reply<FileRead>> => {
    const worker = new Worker(bundle, { resourceLimits });
    worker.unref();
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Reply<FileRead>>((done) => {
        timer = setTimeout(() => done(fail('contacts-too-long')), timeLimit);
        worker.once('message', (read: ReadCards) => done(read.ok ? ok(read) : fail(read.why)));
        worker.once('error', (error: unknown) =>
          done(
            fail(codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'contacts-too-large' : 'contacts-not-read'),
          ),
        );
        worker.once('exit', () => done(fail('contacts-not-read')));
        worker.postMessage(asked);
      });
    } finally {
      clearTimeout(timer);
      void worker.terminate();
    }
  };
}
