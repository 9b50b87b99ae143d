import { type ClientRequest, net, type Session, session } from 'electron';
import { readChromiumError } from '../pbx/chromium-errors.ts';
import { type HttpReply, type HttpRequest, type Transport, TransportError } from '../pbx/transport.ts';

/**
 * The PBX over Chromium's network stack, for the system's proxy and the system's certificates.
 *
 * Two sessions, both in memory: no cookie, cache entry or credential is ever written. Requests that act in the world have one
 * of their own, whose connections are all closed before each: Chromium silently sends a request again, POST
 * included, when a *reused* (or an idle, spare) connection closes before the reply, and a fresh one has nothing to
 * reuse. A harmless request in the same session could leave a warm connection at the wrong moment, hence two.
 */
export function createTransport(): Transport {
  const harmless = quiet(session.fromPartition('pbx', { cache: false }));
  const once = quiet(session.fromPartition('pbx-once', { cache: false }));

  return async (request) => {
    if (!request.once) return await send(request, harmless);
    await once.closeAllConnections();
    return await send(request, once);
  };
}

/** Nothing but our requests runs in these sessions: no permission, no download. */
function quiet(own: Session): Session {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.on('will-download', (event) => event.preventDefault());
  return own;
}

function send(request: HttpRequest, own: Session): Promise<HttpReply> {
  const { method, url, headers, body, limits } = request;
  return new Promise((resolve, reject) => {
    const asked = net.request({
      method,
      url,
      session: own,
      // A redirect is an answer like any other here; nothing, and no credential, goes where it points.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
    } as Parameters<typeof net.request>[0]);
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

/**
 * The three time limits. Chromium does not tell when a connection stands, but it does tell when it begins to upload a
 * body: a POST whose upload has not begun is still connecting. A GET has no body, so its connect limit is part of
 * the limit of the first byte.
 */
function watch(
  asked: ClientRequest,
  hasBody: boolean,
  limits: HttpRequest['limits'],
  late: (details: string) => void,
) {
  const connect = hasBody
    ? setTimeout(() => asked.getUploadProgress().started || late('connecting'), limits.connect)
    : undefined;
  const firstByte = setTimeout(() => late('waiting for the reply'), limits.firstByte);
  const whole = setTimeout(() => late('reading the reply'), limits.whole);
  const answered = () => {
    clearTimeout(connect);
    clearTimeout(firstByte);
  };
  return {
    answered,
    stop() {
      answered();
      clearTimeout(whole);
    },
  };
}

function flatten(headers: Record<string, string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]),
  );
}
