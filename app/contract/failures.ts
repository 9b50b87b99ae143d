import * as v from 'valibot';

/** On the way to the PBX: nothing answered at its address. */
export const silenceCodes = [
  'unreachable',
  'name-not-found',
  'connection-refused',
  'timed-out',
  'no-reply',
  'no-tls',
  'old-tls',
  'port-not-usable',
  'certificate',
  'certificate-expired',
  'certificate-not-yet',
  'certificate-name',
  'certificate-unknown',
  'proxy',
] as const;

/** What the PBX, or something that stands before it, answered. */
export const answerCodes = [
  'unauthorised',
  'forbidden',
  'not-this-api',
  'server-error',
  'redirected',
  'refused',
  'too-large',
] as const;

/**
 * The closed set of failures that are expected to happen. Each has one sentence and one piece of advice in
 * `app/words/`; those of a request to the PBX have them for each place where one is made. A code without words does not
 * compile. Anything else that goes wrong is a bug and throws.
 */
export const failureCodes = [
  ...silenceCodes,
  ...answerCodes,
  // a call was asked for and nothing tells whether the PBX took it
  'unknown-outcome',
  // the PBX did not take a call because of the phone that it rings first
  'phone-not-connected',
  'phone-busy',
  'phone-unknown',
  'agent-logged-out',
  // before anything was sent
  'bad-address',
  'plain-http',
  'missing-field',
  'bad-field',
  'not-a-number',
  'no-number',
  'nothing-to-redial',
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
  'keychain-kept',
  'sign-out-not-kept',
  'calls-kept',
  'settings-file',
  'too-many',
  'managed',
  'hotkey-taken',
  'hotkey-not-usable',
  'not-saved',
  // recordings
  'no-recording',
  'already-saving',
  'links',
] as const;

/** Fields of the sign-in screen in which something may stand that cannot be meant. */
export const checkedFields = ['extension', 'agentId'] as const;

export type FailureCode = (typeof failureCodes)[number];

/**
 * An expected failure, as a value.
 *
 * `cause`: behind an `unknown-outcome`, what happened to the reply.
 * `message`: the PBX's own words (`msg`), plain text, bounded.
 * `field`: which field a `bad-field` is about.
 * `phone`: whose phone it is about, the extension or the agent's id.
 * `favourite`: the id of the one that has the number already.
 * `rule`: the name of the dialling rule that stops the call, as the person or IT wrote it.
 * `details`: a line for the help desk: error codes and statuses. Never a reply's body, a header, an address or a
 * credential: a server may echo the Authorization header, and this line is made to be pasted into a ticket.
 */
export const Failure = v.strictObject({
  code: v.picklist(failureCodes),
  cause: v.optional(v.picklist(failureCodes)),
  field: v.optional(v.picklist(checkedFields)),
  phone: v.optional(v.pipe(v.string(), v.maxLength(40))),
  favourite: v.optional(v.pipe(v.string(), v.maxLength(60))),
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
