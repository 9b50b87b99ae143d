import * as v from 'valibot';
import { Line } from '../contract/bounds.ts';

const ask = v.boolean();

/** Characters. */
export const longest = { dial: 200, link: 2_000 } as const;

/** What a start of the program asks for. Crosses from one instance to another, so it is read there as any input is. */
export const Command = v.variant('kind', [
  /** Nothing but to be there. */
  v.strictObject({ kind: v.literal('start') }),
  v.strictObject({ kind: v.literal('show') }),
  v.strictObject({ kind: v.literal('dial'), number: Line(longest.dial), ask }),
  v.strictObject({ kind: v.literal('selection'), ask }),
  v.strictObject({ kind: v.literal('clipboard'), ask }),
  v.strictObject({ kind: v.literal('redial'), ask }),
  v.strictObject({ kind: v.literal('link'), uri: Line(longest.link) }),
]);
export type Command = v.InferOutput<typeof Command>;

/** What is answered at once, by the instance that was started for it. */
export type Printed =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'check-policy'; readonly file: string }
  | { readonly kind: 'wrong'; readonly argument: string };

/** What became of a command: a sentence for the person, and the exit status (`exitStatus`). */
export const Answer = v.strictObject({ message: Line(1_000), status: v.picklist([0, 1, 3, 4]) });
export type Answer = v.InferOutput<typeof Answer>;

/**
 * `unknown`: nothing tells whether the PBX took the call. It has a number of its own: a script must not try again then.
 */
export const exitStatus = { done: 0, failed: 1, usage: 2, cancelled: 3, unknown: 4 } as const;
