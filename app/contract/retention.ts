import * as v from 'valibot';
import { Natural } from './bounds.ts';
import { Settings } from './settings.ts';

/** How long things are kept, as somebody wants it from now on. */
export const KeepWish = v.partial(
  v.pick(Settings, ['keepCalls', 'keepNotes', 'keepAttempts', 'keepRecordings']),
);
export type KeepWish = v.InferOutput<typeof KeepWish>;

/** How much goes from this computer. */
export const Going = v.strictObject({
  calls: Natural,
  notes: Natural,
  attempts: Natural,
  recordings: Natural,
});
export type Going = v.InferOutput<typeof Going>;
