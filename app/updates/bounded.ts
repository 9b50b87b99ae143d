import { type CreateRequest, downloadBy } from './download.ts';

/** Electron's requests have no limit of their own. */
export interface Limits {
  /** Milliseconds without a byte. */
  readonly still: number;
  /** Milliseconds for all of a file of the feed, and for a package: 100 MB in three hours is 10 kB a second. */
  readonly feed: number;
  readonly package: number;
}
export const usualLimits: Limits = { still: 60_000, feed: 60_000, package: 3 * 60 * 60_000 };

/** Bytes. The files of a feed are small; a package may be as long as its feed says, which not every feed does. */
const most = { feed: 100_000, package: 1_000_000_000 } as const;

/**
 * electron-updater's requests: those that stand still end, those that never end do, too, and no redirect is followed. What lies elsewhere
 * is nothing that IT named.
 *
 * @param underWay gets what ends a request, for as long as it lasts
 */
export function bounded<E extends object>(
  executor: E,
  sizeOf: (sha512: string) => number | undefined,
  limits: Limits,
  underWay: Set<() => void>,
): E {
  const { createRequest } = executor as unknown as { createRequest: CreateRequest };
  const bound: CreateRequest = (options, answered) => {
    const kind = /\.(?:yml|sig)$/.test(options.path ?? '') ? 'feed' : 'package';
    let bytes = 0;
    const end = (code: string) => {
      request.abort();
      request.emit('error', Object.assign(new Error(code), { code }));
    };
    const still = setTimeout(() => end('ERR_TIMED_OUT'), limits.still);
    const whole = setTimeout(() => end('ERR_TOO_SLOW'), limits[kind]);
    const giveUp = () => end('ERR_STOPPED');
    const stop = () => {
      underWay.delete(giveUp);
      clearTimeout(still);
      clearTimeout(whole);
    };
    const request = createRequest.call(executor, options, (reply) => {
      reply.on('data', (chunk: { readonly length: number }) => {
        still.refresh();
        bytes += chunk.length;
        if (bytes > most[kind]) end('ERR_TOO_LONG');
      });
      for (const over of ['end', 'error', 'aborted']) reply.on(over, stop);
      answered(reply);
    });
    underWay.add(giveUp);
    // Not its 'close': Electron says that at once, when all of the request is sent.
    for (const over of ['error', 'abort']) request.on(over, stop);
    request.on('redirect', () => end('ERR_REDIRECTED'));
    return request;
  };
  return Object.assign(executor, {
    createRequest: bound,
    download: downloadBy(bound, sizeOf),
    maxRedirects: -1,
  });
}
