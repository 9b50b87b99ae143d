import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

interface Emitter {
  on(event: string, then: (given: never) => void): unknown;
  emit(event: string, given: unknown): unknown;
}
export type CreateRequest = (
  options: { readonly path?: string | null } & Record<string, unknown>,
  answered: (reply: Emitter & { readonly statusCode?: number }) => void,
) => Emitter & { abort(): void; end(): void };

interface Wanted {
  readonly headers?: object | null;
  /** Base64. */
  readonly sha512?: string | null;
}

const coded = (code: string) => Object.assign(new Error(code), { code });

/**
 * In the place of electron-updater's, which leaves the file open where a reply breaks off: what it takes of the disk is given back when the
 * program ends, and the next try takes as much again. Resolves with `to`, once a file with that sum is there; rejects once nobody writes to
 * it any more.
 *
 * @param sizeOf of the package with this sum, in bytes, as far as the feed says it: one that goes on is not heard to its end
 */
export const downloadBy =
  (createRequest: CreateRequest, sizeOf: (sha512: string) => number | undefined) =>
  (url: URL, to: string, { headers, sha512 }: Wanted): Promise<string> =>
    new Promise((resolve, reject) => {
      let why: Error | null = null;
      let written: Promise<void> | null = null;
      const { protocol, hostname, port, pathname, search } = url;
      const request = createRequest(
        {
          ...{ protocol, hostname, path: pathname + search, redirect: 'manual' },
          ...(port === '' ? {} : { port }),
          headers: { ...headers, 'User-Agent': 'promptcall-companion', 'Cache-Control': 'no-cache' },
        },
        (reply) => {
          if (reply.statusCode !== 200) {
            request.abort();
            failed(coded(`HTTP_${reply.statusCode}`));
            return;
          }
          const whole = exactly(sha512 ?? '', sizeOf(sha512 ?? ''));
          written = pipeline(reply as unknown as Readable, whole, createWriteStream(to));
          written.then(
            () => resolve(to),
            (error: Error) => {
              request.abort();
              reject(why ?? error);
            },
          );
        },
      );
      function failed(error: Error): void {
        why ??= error;
        // Else the file is still open.
        if (written === null) reject(why);
      }
      request.on('error', failed);
      request.end();
    });

/** What it passes on has this sum, or fails; and at its first byte too many. */
const exactly = (sha512: string, size = Number.POSITIVE_INFINITY) =>
  async function* (chunks: AsyncIterable<Buffer>) {
    const sum = createHash('sha512');
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > size) break;
      sum.update(chunk);
      yield chunk;
    }
    if (sum.digest('base64') !== sha512 || bytes > size) throw coded('ERR_CHECKSUM_MISMATCH');
  };
