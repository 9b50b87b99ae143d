import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';
import { longestPath } from '../contract/setup.ts';

const ask = v.boolean();

/** Characters. */
export const longest = { dial: 200, link: 2_000, file: 2_000 } as const;

/** What a start of the program asks for. Crosses from one instance to another, so it is read there as any input is. */
export const Command = v.variant('kind', [
  /** Nothing but to be there. */
  v.strictObject({ kind: v.literal('start') }),
  v.strictObject({ kind: v.literal('show') }),
  v.strictObject({ kind: v.literal('dial'), number: Line(longest.dial), ask }),
  v.strictObject({ kind: v.literal('selection'), ask }),
  v.strictObject({ kind: v.literal('clipboard'), ask }),
  v.strictObject({ kind: v.literal('redial'), ask }),
  /** An absolute path. */
  v.strictObject({ kind: v.literal('diagnostics'), file: Line(longest.file) }),
  v.strictObject({ kind: v.literal('link'), uri: Line(longest.link) }),
  v.strictObject({ kind: v.literal('set-up'), file: Line(longestPath) }),
]);
export type Command = v.InferOutput<typeof Command>;

/** What is answered at once, by the instance that was started for it. */
export type Printed =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check-policy'; readonly file: string }
  | { readonly kind: 'wrong'; readonly argument: string };

/** What became of a command: a sentence for the person, and the exit status (`exitStatus`). */
export const longestMessage = 1_000;
export const Answer = v.strictObject({
  message: Line(longestMessage),
  status: v.picklist([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
});
export type Answer = v.InferOutput<typeof Answer>;

/** Of `--set-up`, beside `done` and, where the file does not fit, `usage`. */
export const setUpStatus = {
  /** The PBX turned it down, or could not be asked: nothing has changed. */
  notTaken: 5,
  anotherAccount: 6,
  managed: 7,
  /** No keychain keeps the credentials; the file is still there. */
  notKept: 8,
  /** Signed in, but the file could not be removed, or not all settings kept. */
  notAll: 9,
} as const;

/**
 * `unknown`: nothing tells whether the PBX took the call. It has a number of its own: a script must not try again then.
 */
export const exitStatus = { done: 0, failed: 1, usage: 2, cancelled: 3, unknown: 4 } as const;
