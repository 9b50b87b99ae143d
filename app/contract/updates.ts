import * as v from 'valibot';
import { Line } from './bounds.ts';

export const updateModes = ['off', 'tell', 'install'] as const;
export type UpdateMode = (typeof updateModes)[number];

/**
 * Why there is no update. `unreachable`: the feed does not answer. `signature`: what it says is not signed by the key that IT named.
 * `misfit`: it is signed, and is about something else. `download`: the package did not arrive whole. `checksum`: it is another one than
 * the feed says. `room`: it does not fit on the disk. `install`: it could not be put in the place of this one.
 */
export const updateFailures = [
  'unreachable',
  'signature',
  'misfit',
  'download',
  'checksum',
  'room',
  'install',
] as const;
export type UpdateFailure = (typeof updateFailures)[number];

const version = Line(40);

/** Beside the setting: what is known of a newer version. */
export const UpdatesView = v.strictObject({
  /** IT named a place where to look. Where not, nobody is asked anything. */
  offered: v.boolean(),
  /** This package can take the place of itself without an administrator. */
  installs: v.boolean(),
  now: v.variant('state', [
    v.strictObject({ state: v.literal('unknown') }),
    /** Somebody asked. */
    v.strictObject({ state: v.literal('looking') }),
    v.strictObject({ state: v.literal('newest') }),
    v.strictObject({ state: v.literal('found'), version }),
    /** It is here, and is installed when nobody is at work, or when the program ends. */
    v.strictObject({ state: v.literal('ready'), version }),
    v.strictObject({ state: v.literal('failed'), why: v.picklist(updateFailures) }),
  ]),
});
export type UpdatesView = v.InferOutput<typeof UpdatesView>;
