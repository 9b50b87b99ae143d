import { once } from 'node:events';
import * as http from 'node:http';
import { type StreamingTransport, type Transport, TransportError } from '../../../app/pbx/transport.ts';

/** The streaming transport's promise kept by plain Node, for tests without Electron. */
export const nodeStream: StreamingTransport = async ({ method, url, headers, body, limits }, signal) => {
  const lost = (error: unknown): TransportError =>
    error instanceof TransportError
      ? error
      : new TransportError(isRefused(error) ? 'connection-refused' : 'no-reply', 'maybe', 'lost');
  const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
  const asked = http.request(url, { method, headers: { ...headers, ...length }, agent: false });
  const leave = () => asked.destroy(new TransportError('no-reply', 'maybe', 'given up'));
  signal.addEventListener('abort', leave);
  asked.on('error', () => undefined);
  try {
    asked.end(body);
    const [response] = (await once(asked, 'response')) as [http.IncomingMessage];
    return {
      status: response.statusCode ?? 0,
      headers: Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
      ),
      body: pieces(response),
    };
  } catch (error) {
    throw lost(error);
  }

  async function* pieces(response: http.IncomingMessage): AsyncGenerator<Uint8Array, void, undefined> {
    let bytes = 0;
    try {
      for await (const piece of response) {
        bytes += piece.length;
        if (bytes > limits.bytes) throw new TransportError('too-large', 'maybe', 'too large');
        yield piece;
      }
    } catch (error) {
      throw lost(error);
    } finally {
      signal.removeEventListener('abort', leave);
      asked.destroy();
    }
  }
};

function isRefused(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';
}

/** The whole reply, as one piece, of a transport that heeds no signal. */
export function streamWhole(transport: Transport): StreamingTransport {
  return async (request) => {
    const { body, ...head } = await transport(request);
    return {
      ...head,
      body: (async function* () {
        yield body;
      })(),
    };
  };
}
