import * as v from 'valibot';
import { Natural } from './bounds.ts';
import { Failure } from './failures.ts';

/** How a set-up is on its way: from a link, which fills the form in, or from a file, which signs in. */
export const SetUpState = v.variant('kind', [
  v.strictObject({ kind: v.literal('idle') }),
  v.strictObject({
    kind: v.literal('asking'),
    question: v.string(),
    from: v.picklist(['link', 'file']),
    extension: v.string(),
    /** With its port, where it has one. What was named by a link or a file, and not who is signed in. */
    host: v.string(),
    /** Whoever is signed in will be signed out for it. */
    signsOut: v.boolean(),
    /** Anybody on the network could read what is sent. */
    plainHttp: v.boolean(),
    /** The secret is sent in the address, which servers and proxies log. */
    inQuery: v.boolean(),
    /** The file changes settings, too. */
    settings: v.boolean(),
    /** Milliseconds in which it takes no yes. */
    armsAfter: Natural,
  }),
  v.strictObject({ kind: v.literal('working'), extension: v.string(), host: v.string() }),
  v.strictObject({ kind: v.literal('done') }),
  v.strictObject({ kind: v.literal('failed'), failure: Failure }),
]);
export type SetUpState = v.InferOutput<typeof SetUpState>;

/** Characters: of a path. */
export const longestPath = 4_000;
