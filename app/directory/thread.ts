import { X509Certificate } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { Presented } from '../trust/judge.ts';
import type { Wrong } from '../trust/leaf.ts';
import type { Colleague } from './person.ts';
import type { Answers, Message, Read, Seen, Task } from './tasks.ts';

/** What a hostile directory might make its reader ask for ends the thread and not the program. */
const resourceLimits = { maxOldGenerationSizeMb: 768 };
/** Milliseconds. 50,000 people of a slow server. */
const longest = 180_000;

export interface Thread {
  /** `null`: the thread has ended, or takes too long. */
  send<T extends Task>(task: T): Promise<Answers[T['task']] | null>;
  end(): void;
}

/** Hears of a server's certificate, and what is wrong with it. */
export type Heard = (presented: Presented, wrong: Wrong | null) => void;

/** `bundle`: of `worker.ts`. */
export function openThread(bundle: string, seen: Heard, timeLimit = longest): Thread {
  const worker = new Worker(bundle, { resourceLimits });
  worker.unref();
  const waiting = new Map<number, (answer: Answers[Task['task']] | null) => void>();
  let last = 0;
  let isOver = false;

  function end(): void {
    isOver = true;
    for (const done of waiting.values()) done(null);
    waiting.clear();
    void worker.terminate();
  }

  worker.on('message', (message: Message) => {
    if ('seen' in message) return seen(presented(message.seen), message.seen.wrong);
    waiting.get(message.id)?.(message.answer);
    waiting.delete(message.id);
  });
  worker.on('error', end);
  worker.on('exit', end);
  return {
    async send<T extends Task>(task: T) {
      if (isOver) return null;
      const id = ++last;
      const timer = setTimeout(end, timeLimit);
      try {
        const answer = new Promise<Answers[Task['task']] | null>((done) => void waiting.set(id, done));
        worker.postMessage({ id, task });
        // The thread answers each task by its kind.
        return (await answer) as Answers[T['task']] | null;
      } finally {
        clearTimeout(timer);
      }
    },
    end,
  };
}

/** The thread read the same. That nobody knows its issuer is all that can be made good. */
const presented = ({ host, chain }: Seen): Presented => ({
  host,
  chain: chain.map((one) => new X509Certificate(one)),
  chromium: 'net::ERR_CERT_AUTHORITY_INVALID',
});

/** Those whom one task brings, a thousand at a time. `text`: as they are kept. */
export async function peopleBy(
  bundle: string,
  task: Extract<Task, { task: 'file' | 'kept' | 'load' }>,
  /** What else is waiting has its turn. */
  pause: () => Promise<void>,
  seen: Heard = () => undefined,
): Promise<Reply<{ readonly people: readonly Colleague[]; readonly text: string }>> {
  const thread = openThread(bundle, seen);
  const lost = () => fail('directory-not-read', { details: 'the reader ended' });
  try {
    const read: Reply<Read> | null = await thread.send(task);
    if (read === null) return lost();
    if (!read.ok) return read;
    const people: Colleague[] = [];
    while (people.length < read.value.count) {
      const more = await thread.send({ task: 'more' });
      if (more === null || more.length === 0) return lost();
      people.push(...more);
      await pause();
    }
    return ok({ people, text: read.value.text });
  } finally {
    thread.end();
  }
}
