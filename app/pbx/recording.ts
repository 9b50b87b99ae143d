import { type Failure, fail } from '../contract/failures.ts';
import type { RecordingProblem } from '../contract/recordings.ts';
import { orAborted } from '../util/or-aborted.ts';
import type { Account } from './account.ts';
import { secretsOf } from './authentication.ts';
import type { RecordingFilter } from './client.ts';
import { defaultLimits } from './limits.ts';
import { maskSecrets } from './plain-text.ts';
import { readReply } from './replies.ts';
import { buildRequest } from './requests.ts';
import {
  failureOf,
  type Limits,
  type StreamedReply,
  type StreamingTransport,
  TransportError,
} from './transport.ts';

export interface RecordingProblemFound {
  readonly kind: 'problem';
  readonly problem: RecordingProblem;
  /** The PBX's own words. */
  readonly message?: string;
}

/** A reply to `recapi` that may be a file. */
export interface RecordingReply {
  readonly kind: 'file';
  /** From Content-Disposition; empty where the PBX names none. Tells the format and nothing else. */
  readonly name: string;
  /** `null` where the PBX does not say. */
  readonly length: number | null;
  readonly body: AsyncIterable<Uint8Array>;
  /** What the reply says if it is no file but these words. */
  readonly inWords: (bytes: Uint8Array) => Failure | null;
}

export type RecordingDownload = (
  filter: RecordingFilter,
  signal: AbortSignal,
) => Promise<RecordingReply | RecordingProblemFound | { readonly kind: 'failed'; readonly failure: Failure }>;

/** What a refusal may take; a page that is longer says nothing that is shown. */
const longestWords = 64_000;

export interface DownloadParts {
  readonly transport: StreamingTransport;
  readonly account: Account;
  /** The proxy by which the PBX is asked, for the help desk; `null` where there is none. */
  readonly through?: () => Promise<string | null>;
  readonly limits?: Partial<Limits>;
}

/** Asks the PBX for recordings. Holds the credentials: never crosses to the renderer. */
export function createDownload(parts: DownloadParts): RecordingDownload {
  const { transport, account, through = async () => null, limits = {} } = parts;
  const hide = maskSecrets(secretsOf(account));

  /** The same, with the proxy by which it came. */
  async function byItsWay(error: unknown): Promise<unknown> {
    if (!(error instanceof TransportError)) return error;
    return new TransportError(error.code, error.sent, error.details, await through());
  }

  async function* watched(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* body;
    } catch (error) {
      throw await byItsWay(error);
    }
  }

  return async (filter, signal) => {
    try {
      const request = buildRequest(
        account,
        'recapi',
        { ...filter },
        { once: false, limits: { ...defaultLimits.recording, ...limits } },
      );
      const reply = await orAborted(transport(request, signal), signal, givenUp);
      const { status, headers } = reply;
      const inWords = (body: Uint8Array) => {
        const said = readReply({ status, headers, body }, hide);
        return said.ok ? null : said.failure;
      };
      if (status < 200 || status >= 300) {
        const failure = inWords(await start(reply.body)) ?? fail('not-this-api').failure;
        if (hasNone(status, failure))
          return {
            kind: 'problem',
            problem: 'refused',
            ...(failure.message && { message: failure.message }),
          };
        const proxy = await through();
        return { kind: 'failed', failure: proxy === null ? failure : { ...failure, proxy } };
      }
      const body = watched(reply.body);
      return { kind: 'file', name: nameIn(headers), length: lengthIn(headers), body, inWords };
    } catch (error) {
      return { kind: 'failed', failure: failureOf(await byItsWay(error)) };
    }
  };
}

const givenUp = () => new TransportError('no-reply', 'maybe', 'given up');

/** There is no such file: the script says so, or the web server does. */
function hasNone(status: number, { code }: Failure): boolean {
  return code === 'refused' || (code === 'not-this-api' && (status === 404 || status === 410));
}

async function start(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    parts.push(part.subarray(0, longestWords - length));
    length += part.length;
    if (length >= longestWords) break;
  }
  return Buffer.concat(parts);
}

/** The length of what is sent, which is not the file's where it is compressed on the way. */
function lengthIn(headers: StreamedReply['headers']): number | null {
  const coding = (headers['content-encoding'] ?? '').trim().toLowerCase();
  const length = headers['content-length'] ?? '';
  return (coding === '' || coding === 'identity') && /^\d{1,15}$/.test(length) ? Number(length) : null;
}

/** RFC 6266, loosely: scripts leave quotes away or encode too little, and only the extension is looked at. */
function nameIn(headers: StreamedReply['headers']): string {
  const match = /filename\*?\s*=\s*(?:"([^"]*)"|([^;]*))/i.exec(headers['content-disposition'] ?? '');
  return (match?.[1] ?? match?.[2] ?? '').trim().slice(0, 300);
}
