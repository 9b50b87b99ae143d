import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

export const actions = ['dial', 'dialqm', 'cdrapi', 'recapi'] as const;
export type Action = (typeof actions)[number];
export type AuthWay = 'header' | 'body' | 'query';

/** One request that arrived whole. */
export interface ReceivedRequest {
  /** Milliseconds since 1970, when the last byte was in. */
  readonly at: number;
  /** The number of the TCP connection, from 1. */
  readonly connection: number;
  /** 1 for the first request of its connection: above 1 the client used it again. */
  readonly nthOnConnection: number;
  readonly method: string;
  /** What the path names after `/pbxws.php/`, known or not; null where the path is another. */
  readonly action: string | null;
  readonly path: string;
  /** Decoded; the last of several values of one name, as PHP keeps it. */
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The parsed JSON; the text where it is none; null where there was no body. */
  readonly body: unknown;
  /** Every way in which the request carried a token, right or wrong, accepted here or not. */
  readonly authWays: readonly AuthWay[];
  /** The way that let it in; otherwise the first of `authWays`, or null. */
  readonly authWay: AuthWay | null;
  readonly authenticated: boolean;
}

export const longestRequestBody = 64 * 1024;

/**
 * The body of a request, or null where it is longer than the stand-in takes. What is too long is read to its end and
 * dropped: a client that is still sending would not read the answer.
 */
export async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length <= longestRequestBody) chunks.push(bytes);
  }
  return length > longestRequestBody ? null : Buffer.concat(chunks);
}

export interface Credentials {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly accepts: readonly AuthWay[];
}

export function parseRequest(
  request: IncomingMessage,
  bytes: Buffer,
  connection: { readonly number: number; readonly nth: number },
  credentials: Credentials,
): ReceivedRequest {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  // Like PHP, URLSearchParams reads a bare `+` as a space: a token that was not percent-encoded does not get in.
  const query = Object.fromEntries(new URLSearchParams(mark < 0 ? '' : url.slice(mark)));
  const body = parseBody(bytes);

  const tokens: Record<AuthWay, string | undefined> = {
    header: /^Basic +(.*)$/i.exec(request.headers.authorization ?? '')?.[1],
    body: request.method === 'POST' ? stringOf(fieldsOf(body).token) : undefined,
    query: query.token,
  };
  const right = Buffer.from(`${credentials.apiKey}:${credentials.apiSecret}`).toString('base64');
  const authWays = (['header', 'body', 'query'] as const).filter((way) => tokens[way] !== undefined);
  const letIn = authWays.find((way) => credentials.accepts.includes(way) && tokens[way] === right);

  return {
    at: Date.now(),
    connection: connection.number,
    nthOnConnection: connection.nth,
    method: request.method ?? '',
    action: path.startsWith('/pbxws.php/') ? path.slice('/pbxws.php/'.length) : null,
    path,
    query,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : (value ?? ''),
      ]),
    ),
    body,
    authWays,
    authWay: letIn ?? authWays[0] ?? null,
    authenticated: letIn !== undefined,
  };
}

/** What an action works on. A GET's body counts for nothing: the API documents bodies for POST alone. */
export function parametersOf(request: ReceivedRequest): Readonly<Record<string, unknown>> {
  return request.method === 'POST' ? { ...request.query, ...fieldsOf(request.body) } : request.query;
}

/** A phone number may come as a JSON number from a careless client; PHP would not mind. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? { ...body } : {};
}

function parseBody(bytes: Buffer): unknown {
  if (bytes.length === 0) return null;
  const text = bytes.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
