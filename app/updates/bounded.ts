/** Milliseconds without a byte. Electron's requests have no limit of their own. */
const longestStill = 60_000;
/** Bytes. The files of a feed are small; of a package it is known only that it is none of those. */
const most = { feed: 100_000, package: 1_000_000_000 } as const;

interface Emitter {
  on(event: string, then: (given: never) => void): unknown;
  emit(event: string, given: unknown): unknown;
}
interface Executor {
  createRequest(
    options: { readonly path?: string | null },
    answered: (reply: Emitter) => void,
  ): Emitter & { abort(): void };
}

/**
 * electron-updater's requests: those that stand still end, those that never end do, too, and no redirect is followed. What lies elsewhere
 * is nothing that IT named.
 */
export function bounded<E extends object>(executor: E): E {
  const { createRequest } = executor as unknown as Executor;
  const bound: Executor['createRequest'] = (options, answered) => {
    const left = /\.(?:yml|sig)$/.test(options.path ?? '') ? most.feed : most.package;
    let bytes = 0;
    const end = (code: string) => {
      request.abort();
      request.emit('error', Object.assign(new Error(code), { code }));
    };
    const still = setTimeout(() => end('ERR_TIMED_OUT'), longestStill);
    const stop = () => clearTimeout(still);
    const request = createRequest.call(executor, options, (reply) => {
      reply.on('data', (chunk: { readonly length: number }) => {
        still.refresh();
        bytes += chunk.length;
        if (bytes > left) end('ERR_TOO_LONG');
      });
      for (const over of ['end', 'error', 'aborted']) reply.on(over, stop);
      answered(reply);
    });
    for (const over of ['error', 'abort', 'close']) request.on(over, stop);
    return request;
  };
  return Object.assign(executor, { createRequest: bound, maxRedirects: -1 });
}
