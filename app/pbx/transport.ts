import type { Failure, FailureOf } from '../contract/failures.ts';

/** Milliseconds. `connect`: until the connection stands; `firstByte`: until the reply's head; `whole`: all of it. */
export interface Limits {
  readonly connect: number;
  readonly firstByte: number;
  readonly whole: number;
  /** Most bytes of a reply's body. */
  readonly bytes: number;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** Absolute. Holds the credentials in the query way: never log it, never put it in an error. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * The request acts in the world and must arrive once. It gets a connection that carried nothing before, and is the only one on it: HTTP
   * stacks silently send a request again, POST included, when a *reused* connection closes before the reply, and for more
   * reasons (RFC 9110 §9.2.2 allows it for idempotent methods only; Chromium does it for all).
   */
  readonly once: boolean;
  readonly limits: Limits;
}

/** A whole reply. Redirects are never followed: a 3xx arrives here as it is. */
export interface HttpReply {
  readonly status: number;
  /** Lower-case names; several values of one name joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/**
 * No whole reply came. `sent: 'no'` only where the request certainly did not leave (refused, no such name, a
 * certificate turned down); everything else is `'maybe'`.
 */
export class TransportError extends Error {
  override readonly name = 'TransportError';
  constructor(
    /** `not-this-api`: what came is no HTTP, or not packed as it says. */
    readonly code: FailureOf<'way'> | 'too-large' | 'not-this-api',
    readonly sent: 'no' | 'maybe',
    /** The stack's own code (`net::ERR_CONNECTION_REFUSED`, `ECONNREFUSED`). Holds no address. */
    readonly details: string,
    /** By which it was asked, where somebody looked: `proxy.example.com:3128`. */
    readonly proxy: string | null = null,
  ) {
    super(`${code} (${details})`);
  }
}

/** Anything but a `TransportError` is a bug, and is thrown on. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof TransportError)) throw error;
  const { code, details, proxy } = error;
  return { code, details: details.slice(0, 200), ...(proxy === null ? {} : { proxy: proxy.slice(0, 300) }) };
}

/** Sends one request. Rejects with a `TransportError` and nothing else. */
export type Transport = (request: HttpRequest) => Promise<HttpReply>;

/**
 * A reply whose body is still on its way. `body` throws a `TransportError` where it ends too early (fewer bytes than
 * Content-Length said), comes too slowly or grows beyond the limit; leaving its loop ends the transfer.
 */
export interface StreamedReply extends Omit<HttpReply, 'body'> {
  readonly body: AsyncIterable<Uint8Array>;
}

/** As `Transport`, but the reply is there with its head. Rejects with a `TransportError` and nothing else. */
export type StreamingTransport = (request: HttpRequest, signal: AbortSignal) => Promise<StreamedReply>;
