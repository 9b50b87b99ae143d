import { net, type Session, session } from 'electron';
import { readChromiumError } from '../pbx/chromium-errors.ts';
import {
  type HttpReply,
  type HttpRequest,
  type StreamingTransport,
  type Transport,
  TransportError,
} from '../pbx/transport.ts';
import { createStreamingTransport } from './network-stream.ts';
import { flatten, requestOf, watch } from './request.ts';

export interface Network {
  readonly transport: Transport;
  /** A request that acts in the world is about to come: closes its session's connections while its number is still looked for. */
  prepare(): void;
  /** For recordings and rows: the reply is there with its head. Of harmless requests only. */
  readonly streaming: StreamingTransport;
}

/**
 * The PBX over Chromium's network stack, for the system's proxy and the system's certificates.
 *
 * Two sessions, both in memory: no cookie, cache entry or credential is ever written. Requests that act in the world have one
 * of their own, whose connections are all closed before each: Chromium silently sends a request again, POST
 * included, when a *reused* (or an idle, spare) connection closes before the reply, and a fresh one has nothing to
 * reuse. A harmless request in the same session could leave a warm connection at the wrong moment, hence two.
 */
export function createNetwork(): Network {
  const harmless = quiet(session.fromPartition('pbx', { cache: false }));
  const once = quiet(session.fromPartition('pbx-once', { cache: false }));

  let prepared: { readonly closed: Promise<void>; readonly at: number } | null = null;
  let busyUntil = Number.NEGATIVE_INFINITY;

  return {
    async transport(request) {
      if (!request.once) return await send(request, harmless);
      // Nothing but these requests uses the session, so that what was closed for this one is closed still.
      const closed = prepared && performance.now() - prepared.at < preparedFor ? prepared.closed : null;
      prepared = null;
      await (closed ?? once.closeAllConnections());
      busyUntil = Number.POSITIVE_INFINITY;
      try {
        return await send(request, once);
      } finally {
        busyUntil = performance.now() + settling;
      }
    },
    prepare() {
      if (performance.now() < busyUntil) return;
      const closed = once.closeAllConnections();
      prepared = { closed, at: performance.now() };
      // Who waits for it is told; where nobody does, nobody need be.
      closed.catch(() => {
        prepared = null;
      });
    },
    streaming: createStreamingTransport(harmless),
  };
}

/** Milliseconds. Longer than it takes to read what is marked, and too short for anything else to happen. */
const preparedFor = 1_000;
/** The connection of a request that has just ended may still be on its way back among the idle ones. */
const settling = 1_000;

/** Nothing but our requests runs in these sessions: no permission, no download. */
function quiet(own: Session): Session {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  return own;
}

function send(request: HttpRequest, own: Session): Promise<HttpReply> {
  const { headers, body, limits } = request;
  return new Promise((resolve, reject) => {
    const asked = net.request(requestOf(request, own));
    for (const [name, value] of Object.entries(headers)) asked.setHeader(name, value);

    const timers = watch(asked, body !== undefined, limits, (details) =>
      end(new TransportError('timed-out', 'maybe', details)),
    );
    let settled = false;
    const settle = (act: () => void) => {
      if (settled) return;
      settled = true;
      timers.stop();
      act();
    };
    const end = (error: TransportError) => {
      settle(() => reject(error));
      asked.abort();
    };
    const broke = (error: Error) => {
      const { code, sent, details } = readChromiumError(error.message);
      end(new TransportError(code, sent, details));
    };

    asked.on('error', broke);
    asked.on('redirect', (status, _method, _url, responseHeaders) => {
      settle(() => resolve({ status, headers: flatten(responseHeaders), body: new Uint8Array() }));
      asked.abort();
    });
    asked.on('response', (response) => {
      timers.answered();
      const chunks: Buffer[] = [];
      let bytes = 0;
      response.on('data', (chunk) => {
        bytes += chunk.byteLength;
        if (bytes > limits.bytes)
          end(new TransportError('too-large', 'maybe', `more than ${limits.bytes} bytes`));
        else chunks.push(chunk);
      });
      response.on('error', broke);
      response.on('aborted', () => end(new TransportError('no-reply', 'maybe', 'aborted')));
      response.on('end', () =>
        settle(() =>
          resolve({
            status: response.statusCode,
            headers: flatten(response.headers),
            body: new Uint8Array(Buffer.concat(chunks)),
          }),
        ),
      );
    });
    asked.end(body);
  });
}
