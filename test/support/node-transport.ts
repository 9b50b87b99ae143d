import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import * as http from 'node:http';
import * as https from 'node:https';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { neverStoodCodes, nodeCode } from '../../app/pbx/once/node-errors.ts';
import {
  type HttpRequest,
  type StreamedReply,
  type StreamingTransport,
  type Transport,
  TransportError,
} from '../../app/pbx/transport.ts';

export interface NodeTransport {
  readonly send: Transport;
  readonly stream: StreamingTransport;
  /** Ends the connections that were kept for further requests. */
  close(): void;
}

/** The transport's promise kept by plain Node: what the program does through Chromium, for tests without Electron. */
export function nodeTransport(options: { readonly trust?: string } = {}): NodeTransport {
  const trust = options.trust === undefined ? {} : { ca: options.trust };
  const warm = {
    http: new http.Agent({ keepAlive: true }),
    https: new https.Agent({ keepAlive: true, ...trust }),
  };
  return {
    async send(request) {
      const { body, ...head } = await begin(request, warm, trust);
      const pieces: Uint8Array[] = [];
      for await (const piece of body) pieces.push(piece);
      return { ...head, body: new Uint8Array(Buffer.concat(pieces)) };
    },
    stream: (request, signal) => begin(request, warm, trust, signal),
    close() {
      warm.http.destroy();
      warm.https.destroy();
    },
  };
}

type Agents = { readonly http: http.Agent; readonly https: https.Agent };

async function begin(
  request: HttpRequest,
  warm: Agents,
  trust: { ca?: string },
  signal?: AbortSignal,
): Promise<StreamedReply> {
  const { method, url, headers, body, limits } = request;
  const secure = url.startsWith('https:');
  // `agent: false` gives the request a connection of its own: one that may be given up would take a shared one along.
  const agent = request.once || signal !== undefined ? false : secure ? warm.https : warm.http;
  const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) };
  const asked = (secure ? https : http).request(url, {
    ...trust,
    method,
    headers: { ...headers, ...length },
    agent,
  });

  let stands = false;
  let late: TransportError | null = null;
  const left = () => asked.destroy(new TransportError('no-reply', 'maybe', 'given up'));
  signal?.addEventListener('abort', left);
  const giveUp = (what: string) => () => {
    late = new TransportError('timed-out', stands ? 'maybe' : 'no', what);
    asked.destroy(late);
  };
  const timers = {
    connect: setTimeout(giveUp('connecting'), limits.connect),
    firstByte: setTimeout(giveUp('waiting for the reply'), limits.firstByte),
    whole: setTimeout(giveUp('reading the reply'), limits.whole),
  };
  const standing = () => {
    stands = true;
    clearTimeout(timers.connect);
  };
  asked.on('socket', (socket) => {
    if (asked.reusedSocket || !socket.connecting) standing();
    else socket.once(secure ? 'secureConnect' : 'connect', standing);
  });

  // Late errors of a request that was given up concern nobody.
  asked.on('error', () => undefined);
  const reason = (error: unknown) =>
    late ?? (error instanceof TransportError ? error : meaning(error, stands));
  const stop = () => {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    signal?.removeEventListener('abort', left);
  };
  try {
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [http.IncomingMessage];
    clearTimeout(timers.firstByte);
    return {
      status: response.statusCode ?? 0,
      headers: flatten(response.headers),
      body: pieces(response),
    };
  } catch (error) {
    stop();
    asked.destroy();
    throw reason(error);
  }

  async function* pieces(response: http.IncomingMessage): AsyncGenerator<Uint8Array, void, undefined> {
    let bytes = 0;
    try {
      // Counted as it is unpacked: a few kilobytes of gzip may hold gigabytes.
      for await (const chunk of unpacked(response)) {
        const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
        bytes += piece.length;
        if (bytes > limits.bytes)
          throw new TransportError('too-large', 'maybe', `more than ${limits.bytes} bytes`);
        yield piece;
      }
    } catch (error) {
      throw reason(error);
    } finally {
      stop();
      if (!response.complete) asked.destroy();
    }
  }
}

function unpacked(response: http.IncomingMessage): NodeJS.ReadableStream {
  const encoding = response.headers['content-encoding'];
  const unpack =
    encoding === 'gzip'
      ? createGunzip()
      : encoding === 'deflate'
        ? createInflate()
        : encoding === 'br'
          ? createBrotliDecompress()
          : null;
  if (!unpack) return response;
  response.on('error', (error) => unpack.destroy(error));
  return response.pipe(unpack);
}

function flatten(headers: http.IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
  );
}

/** Rows of [code of Node, what it is]. Whether the request left is seen from the connection, not from the code. */
const codes: readonly (readonly [RegExp, TransportError['code']])[] = [
  ...neverStoodCodes,
  [/^CERT_HAS_EXPIRED$/, 'certificate-expired'],
  [/^CERT_NOT_YET_VALID$/, 'certificate-not-yet'],
  [/ALTNAME/, 'certificate-name'],
  [/SELF_SIGNED|UNABLE_TO_/, 'certificate-unknown'],
  [/CERT/, 'certificate'],
  [/^(?:EPROTO|ERR_SSL_\w+)$/, 'no-tls'],
  [/^HPE_HEADER_OVERFLOW$/, 'too-large'],
  [/^HPE_INVALID_EOF_STATE$|^Z_BUF_ERROR$/, 'no-reply'],
  [/^(?:HPE|Z|ERR_BROTLI|ERR__ERROR)_/, 'not-this-api'],
];

function meaning(error: unknown, stood: boolean): TransportError {
  const code = nodeCode(error);
  const known = codes.find(([pattern]) => pattern.test(code))?.[1] ?? 'no-reply';
  return new TransportError(known, stood ? 'maybe' : 'no', code);
}
