import * as v from 'valibot';
import { Line } from './bounds.ts';

/**
 * Where a failure happens:
 *
 * - `way`: on the way to the PBX, where nothing answered at its address;
 * - `pbx`: the PBX, or something that stands before it, answered;
 * - `reply`: a call was asked for, and nothing tells whether the PBX took it;
 * - `phone`: the PBX did not take a call because of the phone that it rings first;
 * - `form`: what was typed to sign in;
 * - `number`: before anything was sent, there was nothing to call;
 * - `rule`: before anything was sent, a dialling rule stopped it;
 * - `desk`: on this computer.
 */
type Place = 'way' | 'pbx' | 'reply' | 'phone' | 'form' | 'number' | 'rule' | 'desk';

/**
 * The closed set of failures that are expected to happen. Each has one sentence and one piece of advice in `app/words/`; those of `way`
 * and `pbx` have them for each screen from which the PBX is asked. A code without words does not compile. Anything else that goes
 * wrong is a bug and throws.
 */
export const failurePlaces = {
  unreachable: 'way',
  'name-not-found': 'way',
  'connection-refused': 'way',
  'timed-out': 'way',
  'no-reply': 'way',
  'no-tls': 'way',
  'old-tls': 'way',
  'port-not-usable': 'way',
  certificate: 'way',
  'certificate-expired': 'way',
  'certificate-not-yet': 'way',
  'certificate-name': 'way',
  'certificate-unknown': 'way',
  'certificate-changed': 'way',
  proxy: 'way',
  'proxy-script': 'way',
  'proxy-unreachable': 'way',
  'proxy-no-way': 'way',
  'proxy-closed': 'way',
  'proxy-another': 'way',
  'proxy-certificate': 'way',
  'proxy-login': 'way',
  'proxy-password': 'way',
  unauthorised: 'pbx',
  forbidden: 'pbx',
  'not-this-api': 'pbx',
  'server-error': 'pbx',
  redirected: 'pbx',
  refused: 'pbx',
  'too-large': 'pbx',
  'unknown-outcome': 'reply',
  'phone-not-connected': 'phone',
  'phone-busy': 'phone',
  'phone-unknown': 'phone',
  'agent-logged-out': 'phone',
  'bad-address': 'form',
  'plain-http': 'form',
  'missing-field': 'form',
  'bad-field': 'form',
  'not-a-number': 'number',
  'no-number': 'number',
  'nothing-to-redial': 'number',
  'code-not-allowed': 'number',
  'question-open': 'number',
  blocked: 'rule',
  'rule-result': 'rule',
  'favourite-exists': 'desk',
  'favourites-full': 'desk',
  'contact-without-number': 'desk',
  'contacts-full': 'desk',
  'contact-gone': 'desk',
  'contacts-not-read': 'desk',
  'contacts-packed': 'desk',
  'contacts-too-large': 'desk',
  'contacts-too-long': 'desk',
  'notes-not-read': 'desk',
  'notes-version': 'desk',
  'notes-too-large': 'desk',
  'notes-another': 'desk',
  'notes-full': 'desk',
  'directory-unreachable': 'desk',
  'directory-plain': 'desk',
  'directory-certificate': 'desk',
  'directory-certificate-expired': 'desk',
  'directory-certificate-not-yet': 'desk',
  'directory-certificate-name': 'desk',
  'directory-certificate-unknown': 'desk',
  'directory-certificate-changed': 'desk',
  'directory-password': 'desk',
  'directory-refused': 'desk',
  'directory-redirected': 'desk',
  'directory-not-read': 'desk',
  'directory-too-large': 'desk',
  'directory-half': 'desk',
  'directory-fewer': 'desk',
  'directory-empty': 'desk',
  'already-calling': 'desk',
  'question-gone': 'desk',
  'signed-out': 'desk',
  'account-managed': 'desk',
  'another-account': 'desk',
  'set-up-link': 'desk',
  'set-up-secret': 'desk',
  'set-up-file': 'desk',
  'set-up-unread': 'desk',
  'set-up-proxy': 'desk',
  /** Of a script, which signs nobody in for one run only: nothing was changed. */
  'set-up-not-kept': 'desk',
  'set-up-no-keychain': 'desk',
  'set-up-kept': 'desk',
  'set-up-settings': 'desk',
  keychain: 'desk',
  'keychain-kept': 'desk',
  'sign-out-not-kept': 'desk',
  'calls-kept': 'desk',
  'calls-held': 'desk',
  'settings-file': 'desk',
  'reminders-full': 'desk',
  'not-undone': 'desk',
  'too-many': 'desk',
  managed: 'desk',
  'hotkey-taken': 'desk',
  /** This program's other key is the same. */
  'hotkey-twice': 'desk',
  'hotkey-not-usable': 'desk',
  'not-saved': 'desk',
  'no-recording': 'desk',
  'already-saving': 'desk',
  /** The file that is to be dragged is not whole yet. */
  'not-draggable': 'desk',
  links: 'desk',
  /** There is no browser, or it was not started. */
  'open-in': 'desk',
  'open-in-nobody': 'desk',
} as const satisfies Readonly<Record<string, Place>>;

export type FailureCode = keyof typeof failurePlaces;
/** The codes of some places. */
export type FailureOf<P extends Place> = {
  [C in FailureCode]: (typeof failurePlaces)[C] extends P ? C : never;
}[FailureCode];

export const failureCodes = Object.keys(failurePlaces) as [FailureCode, ...FailureCode[]];

/** Fields of the sign-in screen in which something may stand that cannot be meant. */
export const checkedFields = ['extension', 'agentId'] as const;

/**
 * An expected failure, as a value.
 *
 * `cause`: behind an `unknown-outcome`, what happened to the reply.
 * `message`: the PBX's own words (`msg`), plain text, bounded.
 * `field`: which field a `bad-field` is about.
 * `phone`: whose phone it is about, the extension or the agent's id.
 * `favourite`: the id of the one that has the number already.
 * `rule`: the name of the dialling rule that stops the call, as the person or IT wrote it.
 * `proxy`: by which the PBX was asked, `proxy.example.com:3128`.
 * `details`: a line for the help desk: error codes and statuses. Never a reply's body, a header, an address or a
 * credential: a server may echo the Authorization header, and this line is made to be pasted into a ticket.
 */
export const Failure = v.strictObject({
  code: v.picklist(failureCodes),
  cause: v.optional(v.picklist(failureCodes)),
  field: v.optional(v.picklist(checkedFields)),
  phone: v.optional(Line(40)),
  favourite: v.optional(Line(60)),
  message: v.optional(Line(300)),
  rule: v.optional(Line(60)),
  proxy: v.optional(Line(300)),
  details: v.optional(Line(200)),
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
