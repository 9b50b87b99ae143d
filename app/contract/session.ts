import * as v from 'valibot';
import { Line } from './bounds.ts';
import { Failure } from './failures.ts';

export const authentications = ['header', 'body', 'query'] as const;
export const requestWays = ['post', 'get'] as const;
export type Authentication = (typeof authentications)[number];
export type RequestWay = (typeof requestWays)[number];

/**
 * The fields of the sign-in screen that are no secrets: they may be filled in beforehand, and IT may lock each of them. Bounds are
 * generous; what is too long was not typed by a person.
 */
export const SignInForm = v.strictObject({
  address: Line(2_000),
  extension: Line(40),
  agentId: Line(40),
  authentication: v.picklist(authentications),
  requests: v.picklist(requestWays),
  /** The person said that an unencrypted connection is meant. */
  allowPlainHttp: v.boolean(),
});
export type SignInForm = v.InferOutput<typeof SignInForm>;

const FormField = v.keyof(SignInForm);
export const formFields = FormField.options;

/** What the person types on the sign-in screen. */
export const SignIn = v.strictObject({
  ...SignInForm.entries,
  apiKey: Line(1_000),
  apiSecret: Line(1_000),
});
export type SignIn = v.InferOutput<typeof SignIn>;

/** Whether the PBX answered the last request; `unknown` until there was one. */
export const PbxState = v.picklist(['unknown', 'answers', 'silent']);
export type PbxState = v.InferOutput<typeof PbxState>;

export const SessionView = v.variant('state', [
  /** The keychain has been asked for the credentials and has not answered yet. */
  v.strictObject({ state: v.literal('starting') }),
  v.strictObject({
    state: v.literal('signed-out'),
    /** Why the person is not signed in although they were before (say, the keychain did not answer). */
    failure: v.nullable(Failure),
    /** What the sign-in screen begins with. The one view that names the PBX: whoever is signed in is not told where. */
    form: SignInForm,
    /** Fields that IT locked. */
    locked: v.array(FormField),
  }),
  v.strictObject({
    state: v.literal('signed-in'),
    extension: v.string(),
    agentId: v.nullable(v.string()),
    /** Where the credentials are: kept in the keychain, or in memory until the program ends. */
    kept: v.picklist(['keychain', 'this-run']),
    /** Said once after sign-in: the header was turned down and the request body worked. */
    switchedToBody: v.boolean(),
    pbx: PbxState,
  }),
]);
export type SessionView = v.InferOutput<typeof SessionView>;
