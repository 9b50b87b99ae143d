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

/** What is kept about a number, and goes with it. */
export const AboutNumber = v.strictObject({
  display: v.string(),
  going: Going,
  /** Who has it in the phone book, empty where it has no name; `null`: nobody. */
  contact: v.nullable(v.string()),
});
export type AboutNumber = v.InferOutput<typeof AboutNumber>;

/** For how long the PBX is kept from telling of the calls again: where no keychain answers, until the program ends. */
export const forgottenFor = ['good', 'this-run'] as const;
export type ForgottenFor = (typeof forgottenFor)[number];
