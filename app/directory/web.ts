import { largestContactsFile } from '../contract/contacts.ts';
import type { DirectoryChoice } from '../contract/directory.ts';
import { type FailureCode, fail, ok, type Reply } from '../contract/failures.ts';
import { isLoopback } from '../pbx/endpoint.ts';
import { type HttpReply, type HttpRequest, TransportError } from '../pbx/transport.ts';
import type { Wrong } from '../trust/leaf.ts';

export type WebChoice = Extract<DirectoryChoice, { from: 'web' }>;

/** `null`: it is as it was. `tag`: by which that is asked the next time (RFC 9110 §8.8.3); `null`: the server has none. */
export type Fetched = { readonly bytes: Uint8Array; readonly tag: string | null } | null;

/** By Chromium, and so by the system's proxy. Rejects with a `TransportError` and nothing else. */
export type Elsewhere = (request: HttpRequest) => Promise<HttpReply>;

const limits = { connect: 15_000, firstByte: 60_000, whole: 300_000, bytes: largestContactsFile };
/** What may be said back in a header: a server may write anything, and what cannot be sent would keep each later question from leaving. */
const tagged = /^[\x21-\x7e](?:[\x20-\x7e]{0,198}[\x21-\x7e])?$/;

/** Fetches a file, if it is another one than that of `tag`. A redirect is not followed: where it leads, IT did not say. */
export async function fetchFile(
  { address, allowPlain }: WebChoice,
  tag: string | null,
  elsewhere: Elsewhere,
): Promise<Reply<Fetched>> {
  const { protocol, hostname } = new URL(address);
  if (protocol === 'http:' && allowPlain !== true && !isLoopback(hostname)) return fail('directory-plain');
  const headers = { accept: 'text/vcard, text/csv, */*', ...(tag === null ? {} : { 'if-none-match': tag }) };
  try {
    const reply = await elsewhere({ method: 'GET', url: address, headers, once: false, limits });
    const { status, body } = reply;
    if (status === 304 && tag !== null) return ok(null);
    if (status !== 200) return fail(codeFor(status), { details: `HTTP ${status}` });
    const told = reply.headers.etag ?? '';
    return ok({ bytes: body, tag: tagged.test(told) ? told : null });
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return fail(codeOfWay(error), { details: error.details.slice(0, 100) });
  }
}

/** A 304 that was not asked for leads nowhere. */
const redirects = new Set([301, 302, 303, 307, 308]);

function codeFor(status: number): FailureCode {
  if (redirects.has(status)) return 'directory-redirected';
  if (status === 401 || status === 403) return 'directory-password';
  // It has no time now (408, 425, 429), and may have later.
  return status >= 500 || [408, 425, 429].includes(status) ? 'directory-unreachable' : 'directory-not-read';
}

function codeOfWay({ code, details }: TransportError): FailureCode {
  if (isOfCertificate(code)) return `directory-${code}`;
  if (code === 'too-large') return 'directory-too-large';
  // It said how long it is, and was not.
  if (/CONTENT_LENGTH_MISMATCH|INCOMPLETE_CHUNKED|the reply stopped/.test(details)) return 'directory-half';
  return 'directory-unreachable';
}

const isOfCertificate = (code: FailureCode): code is Wrong => code.startsWith('certificate');
