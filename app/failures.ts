import * as v from 'valibot';

/** On the way to the PBX: nothing answered at its address. */
export const silenceCodes = [
  'unreachable',
  'name-not-found',
  'connection-refused',
  'timed-out',
  'no-reply',
  'certificate',
  'proxy',
] as const;

/**
 * The closed set of failures that are expected to happen. Each has one sentence and one piece of advice in
 * `renderer/words/`; a code without words does not compile. Anything else that goes wrong is a bug and throws.
 */
export const failureCodes = [
  ...silenceCodes,
  // what the PBX, or something that stands before it, answered
  'unauthorised',
  'not-this-api',
  'server-error',
  'redirected',
  'refused',
  'too-large',
  // a call was asked for and nothing tells whether the PBX took it
  'unknown-outcome',
  // before anything was sent
  'bad-address',
  'plain-http',
  'missing-field',
  'not-a-number',
  'no-number',
  'code-not-allowed',
  'blocked',
  'rule-result',
  'question-open',
  'favourite-exists',
  'favourites-full',
  'already-calling',
  'question-gone',
  'signed-out',
  // on this computer
  'keychain',
  'settings-file',
  'managed',
  'hotkey-taken',
  'hotkey-not-usable',
  'not-saved',
  // recordings
  'no-recording',
  'already-saving',
  'links',
] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * An expected failure, as a value.
 *
 * `cause`: behind an `unknown-outcome`, what happened to the reply.
 * `message`: the PBX's own words (`msg`), plain text, bounded.
 * `rule`: the name of the dialling rule that stops the call, as the person or IT wrote it.
 * `details`: a line for the help desk: error codes and statuses. Never a reply's body, a header, an address or a
 * credential: a server may echo the Authorization header, and this line is made to be pasted into a ticket.
 */
export const Failure = v.strictObject({
  code: v.picklist(failureCodes),
  cause: v.optional(v.picklist(failureCodes)),
  message: v.optional(v.pipe(v.string(), v.maxLength(300))),
  rule: v.optional(v.pipe(v.string(), v.maxLength(60))),
  details: v.optional(v.pipe(v.string(), v.maxLength(200))),
});
export type Failure = v.InferOutput<typeof Failure>;

/** What every fallible step returns: its value, or the failure that kept it from one. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Reply<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, more: Omit<Failure, 'code'> = {}): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, ...more } };
}
