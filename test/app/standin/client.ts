import { Buffer } from 'node:buffer';
import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { Pbx } from '../../pbx/stand-in.ts';

/** A client that helps nothing along: no redirects, no decompression, no second try, a new connection unless told. */

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** What ended it: the whole reply, or an error's code after the head had come. */
  readonly ended: 'whole' | string;
}

export interface RawRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly agent?: Agent;
  readonly ca?: string;
  /** Called with what has come of the body so far; `stop` leaves. */
  readonly onData?: (bytesSoFar: number, stop: () => void) => void;
}

/** Rejects where no head of a reply came. */
export function ask(origin: string, what: RawRequest): Promise<RawReply> {
  return new Promise((resolve, reject) => {
    const send = origin.startsWith('https:') ? httpsRequest : httpRequest;
    const outgoing = send(
      origin + what.path,
      {
        method: what.method ?? 'GET',
        headers: what.headers ?? {},
        agent: what.agent ?? false,
        ...(what.ca === undefined ? {} : { ca: what.ca }),
      },
      (reply) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const end = (ended: string): void =>
          resolve({
            status: reply.statusCode ?? 0,
            headers: reply.headers,
            body: Buffer.concat(chunks),
            ended,
          });
        reply.on('data', (chunk: Buffer) => {
          chunks.push(chunk);
          length += chunk.length;
          what.onData?.(length, () => {
            outgoing.destroy();
            end('left');
          });
        });
        reply.on('end', () => end('whole'));
        reply.on('error', (error) => end(codeOf(error)));
      },
    );
    outgoing.on('error', (error) => reject(Object.assign(new Error(codeOf(error)), { code: codeOf(error) })));
    outgoing.end(what.body);
  });
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error);
}

/** The code that the request failed with before any reply; `replied` where one came. */
export async function failureOf(reply: Promise<unknown>): Promise<string> {
  try {
    await reply;
    return 'replied';
  } catch (error) {
    return codeOf(error);
  }
}

export function tokenOf(apiKey = 'demo-key', apiSecret = 'demo-secret'): string {
  return Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
}

/** A POST that gets in. */
export function post(
  pbx: Pbx,
  action: string,
  data: Readonly<Record<string, unknown>>,
  more: Partial<RawRequest> = {},
): Promise<RawReply> {
  return ask(pbx.origin, {
    method: 'POST',
    path: `/pbxws.php/${action}`,
    headers: { authorization: `Basic ${tokenOf()}`, 'content-type': 'application/json' },
    body: JSON.stringify(data),
    ...more,
  });
}

export function json(reply: RawReply): unknown {
  return JSON.parse(reply.body.toString('utf8'));
}

/** Writes bytes to the port and gives what comes back until the other side ends, or `enough` says so. */
export function rawBytes(port: number, text: string, enough: (soFar: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let soFar = Buffer.alloc(0);
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      soFar = Buffer.concat([soFar, chunk]);
      if (enough(soFar)) socket.destroy();
    });
    socket.on('close', () => resolve(soFar));
    socket.on('error', reject);
  });
}
