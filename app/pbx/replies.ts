import { type Failure, type FailureCode, fail, ok, type Reply } from '../contract/failures.ts';
import { decode } from './charset.ts';
import { type JsonObject, jsonInNoise } from './json-in-noise.ts';
import { type Mask, plainText } from './plain-text.ts';
import type { HttpReply } from './transport.ts';
import { saysWrongKey } from './turned-down.ts';

/** What the API says in its own terms. */
export interface ApiReply {
  readonly success: boolean;
  /** Plain text, bounded, without the credentials; empty where the PBX said nothing. */
  readonly msg: string;
  readonly value: unknown;
}

/** As the schema of `Failure` bounds it. */
export const longestMessage = 300;

/**
 * What a reply to an action says: `success: true`, or the failure. The order is by what is certain: a status that a
 * web server or a proxy gives by itself counts before a body that may be its page.
 */
export function readReply({ body, ...head }: HttpReply, hide: Mask): Reply<ApiReply> {
  const text = decode(body, head.headers['content-type'] ?? '');
  return readReplyText({ ...head, bytes: body.length }, text, hide);
}

/** A reply without its body, and how long that was. */
export interface ReplyHead extends Omit<HttpReply, 'body'> {
  readonly bytes: number;
}

export function readReplyText(head: ReplyHead, text: string, hide: Mask): Reply<ApiReply> {
  const { status } = head;
  const details = helpDeskLine(head);
  if (status >= 300 && status < 400) return fail('redirected', { details });

  const api = parseReply(text, hide);
  const told: Omit<Failure, 'code'> = api?.msg ? { message: api.msg, details } : { details };
  const isOfApi = api !== null || (!text.includes('<') && saysWrongKey(text.slice(0, longestMessage)));
  const code = codeOfStatus(status, isOfApi);
  if (code) return fail(code, told);
  if (!api) return fail('not-this-api', { details });
  if (!api.success) return fail(saysWrongKey(api.msg) ? 'unauthorised' : 'refused', told);
  // A `success` under 404 or 400 is not what this API says.
  return status < 300 ? ok(api) : fail('not-this-api', { details });
}

/** What a status tells whatever the body says; `null` where the body decides. */
function codeOfStatus(status: number, isOfApi: boolean): FailureCode | null {
  if (status === 401) return 'unauthorised';
  // A firewall, or a server that lets in few, says this with a page of its own, and knows nothing of the key.
  if (status === 403) return isOfApi ? 'unauthorised' : 'forbidden';
  if (status === 407) return 'proxy';
  // "Come back later" of a busy server or a rate limit.
  if (status === 408 || status === 429 || status >= 500) return 'server-error';
  return status < 200 ? 'not-this-api' : null;
}

/** Never throws, whatever the text is. `null`: not a reply of this API. */
export function parseReply(text: string, hide: Mask): ApiReply | null {
  const json = jsonInNoise(text, isReply, (a, b) => readSuccess(a) === readSuccess(b));
  if (!json) return null;
  const success = readSuccess(json);
  if (success === null) return null;
  return {
    success,
    msg: plainText(wordsOf(json.msg ?? json.message ?? json.error), longestMessage, hide),
    value: json.value,
  };
}

function isReply(value: unknown): value is JsonObject {
  return isObject(value) && readSuccess(value) !== null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const yes: readonly unknown[] = [true, 1, 'true', '1', 'yes'];
const no: readonly unknown[] = [false, 0, 'false', '0', 'no'];

function readSuccess(json: JsonObject): boolean | null {
  const said = json.success;
  const plain = typeof said === 'string' ? said.trim().toLowerCase() : said;
  if (yes.includes(plain)) return true;
  return no.includes(plain) ? false : null;
}

/** `msg` may be a number, a list of validation errors, or an object of them. */
function wordsOf(msg: unknown): string {
  if (typeof msg === 'string') return msg;
  if (typeof msg === 'number' || typeof msg === 'boolean') return String(msg);
  if (typeof msg !== 'object' || msg === null) return '';
  return Object.values(msg)
    .slice(0, 10)
    .filter((part) => typeof part === 'string' || typeof part === 'number')
    .join('; ');
}

const mediaTypes = ['application/json', 'application/octet-stream', 'text/html', 'text/plain'];

/**
 * The line for the help desk: `HTTP 502 · text/html · 1,203 bytes`. Made of numbers and a closed list of types: a
 * header's own value may hold anything, the credentials included.
 */
export function helpDeskLine({ status, headers, bytes }: ReplyHead): string {
  const declared = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const type = declared === '' ? 'no type' : mediaTypes.includes(declared) ? declared : 'another type';
  return `HTTP ${status} · ${type} · ${bytes.toLocaleString('en-US')} bytes`;
}
