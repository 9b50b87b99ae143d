import type { Readable } from 'node:stream';
import type { Session } from 'electron';
import { readChromiumError } from '../pbx/chromium-errors.ts';
import { noLogins, type ProxyLogins } from '../pbx/once/reach.ts';
import { type HttpReply, type HttpRequest, type StreamedReply, TransportError } from '../pbx/transport.ts';
import { toldApart } from './certificates.ts';
import { tellProxy } from './proxy-login.ts';
import { flatten, prepared, watch } from './request.ts';

export interface Sending {
  readonly signal?: AbortSignal;
  /** The request is on its way. */
  readonly hasLeft?: () => boolean;
  readonly logins?: ProxyLogins;
  /** Whom the proxy of its session stands before. */
  readonly proxyIs?: string;
}

/**
 * A reply whose body is read while it comes. Electron stops reading from the network while nobody reads here, so that neither a long
 * recording nor a day of everybody's calls ever piles up in memory.
 */
export function send(
  request: HttpRequest,
  own: Session,
  { signal, hasLeft, logins = noLogins, proxyIs }: Sending = {},
): Promise<StreamedReply> {
  const { body, limits } = request;
  return new Promise((resolve, reject) => {
    const asked = prepared(request, own);
    /** Why it ended, if this side ended it: Chromium's own word for that is no news. */
    let why: TransportError | null = null;
    const end = (error: TransportError) => {
      why ??= error;
      stop();
      reject(why);
      asked.abort();
    };
    const late = (details: string) => end(new TransportError('timed-out', 'maybe', details));
    // Chromium does not tell when a connection stands, but it does tell when it begins to upload a body.
    const isUploading = () => asked.getUploadProgress().started;
    const timers = watch(limits, hasLeft ?? (body === undefined ? null : isUploading), late);
    const giveUp = () => end(new TransportError('no-reply', 'maybe', 'given up'));
    const stop = () => {
      timers.stop();
      signal?.removeEventListener('abort', giveUp);
    };
    if (signal?.aborted) return giveUp();
    signal?.addEventListener('abort', giveUp);

    const leave = () => {
      stop();
      asked.abort();
    };

    tellProxy(asked, logins, proxyIs, () => {
      why ??= new TransportError('proxy-password', 'no', 'HTTP 407');
    });
    asked.on('error', (error) => {
      stop();
      reject(why ?? toldApart(lost(error), request.url, own));
    });
    asked.on('redirect', (status, _method, _url, headers) => {
      stop();
      resolve({ status, headers: flatten(headers), body: nothing() });
      asked.abort();
    });
    asked.on('response', (response) => {
      timers.answered();
      // The proxy's, which nobody could answer.
      if (why !== null) return end(why);
      // Electron's messages are streams of Node; its types say only that they emit events.
      const pieces = response as unknown as Readable;
      // A listener of its own: an error that comes while nobody reads would otherwise be nobody's, and end the program.
      pieces.on('error', () => undefined);
      resolve({
        status: response.statusCode,
        headers: flatten(response.headers),
        body: read(pieces, { limits, late, why: () => why, leave }),
      });
    });
    asked.end(body);
  });
}

/** A whole reply is a streamed one whose pieces were gathered. */
export async function gathered({ body, ...head }: StreamedReply): Promise<HttpReply> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return { ...head, body: new Uint8Array(Buffer.concat(pieces)) };
}

interface Reading {
  readonly limits: HttpRequest['limits'];
  readonly late: (details: string) => void;
  readonly why: () => TransportError | null;
  readonly leave: () => void;
}

async function* read(
  pieces: Readable,
  { limits, late, why, leave }: Reading,
): AsyncGenerator<Uint8Array, void, undefined> {
  let bytes = 0;
  // A PBX that falls silent in the middle of a file is given as long as one that does not begin.
  let silence: NodeJS.Timeout | undefined;
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(() => late('the reply stopped'), limits.firstByte);
  };
  try {
    listen();
    for await (const piece of pieces as AsyncIterable<Uint8Array>) {
      clearTimeout(silence);
      bytes += piece.length;
      if (bytes > limits.bytes)
        throw new TransportError('too-large', 'maybe', `more than ${limits.bytes} bytes`);
      yield piece;
      listen();
    }
    const ended = why();
    if (ended) throw ended;
  } catch (error) {
    throw why() ?? lost(error);
  } finally {
    clearTimeout(silence);
    leave();
  }
}

function lost(error: unknown): TransportError {
  if (error instanceof TransportError) return error;
  const { code, sent, details } = readChromiumError(error instanceof Error ? error.message : '');
  return new TransportError(code, sent, details);
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {}
