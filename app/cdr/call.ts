import * as v from 'valibot';
import { directions, results, ways } from '../contract/calls.ts';
import { Failure } from '../contract/failures.ts';

/**
 * A call as its user is shown it. The schemas are the contract's: what crosses to the renderer is exactly this, and no row
 * of the CDR table ever does.
 */

/**
 * Why a call is somebody's: where their extension was found.
 * `channel`, `dstchannel`: their phone, calling and called. `agent`: their agent id. `src`, `dst`, `cnum`: their number, where
 * no channel says otherwise. `mailbox`: a caller was put through to their voicemail. `dialled-here`: asked for on this computer.
 */
export const reasons = [
  'channel',
  'dstchannel',
  'agent',
  'src',
  'dst',
  'cnum',
  'mailbox',
  'dialled-here',
] as const;

export type Reason = (typeof reasons)[number];

/** What `recapi` can be asked for, in the order in which it should be. */
export const Recording = v.strictObject({
  /** Empty where no row names a file: see `Call.maybeRecorded`. */
  file: v.string(),
  uniqueId: v.string(),
  src: v.string(),
  dst: v.string(),
  /** The PBX's local time, as the row has it. */
  calldate: v.string(),
});
export type Recording = v.InferOutput<typeof Recording>;

export const Party = v.strictObject({
  /** As the PBX wrote it, `anonymous` included. `null`: the rows do not tell. */
  number: v.nullable(v.string()),
  name: v.nullable(v.string()),
});
export type Party = v.InferOutput<typeof Party>;

export const Call = v.strictObject({
  /** The same for as long as the program runs, whatever rows are still to come. */
  id: v.string(),
  /**
   * All that the call is known by: a try on this computer gets a row, and two rows turn out to be one call. The first is what the next
   * run knows it by as well.
   */
  ids: v.array(v.string()),
  direction: v.picklist(directions),
  party: Party,
  /** Milliseconds since 1970. */
  start: v.number(),
  /** `null`: not known. */
  ringSeconds: v.nullable(v.number()),
  /**
   * From the far end's answer to the end. `null`: not known. A click-to-call is one of those: the PBX counts from the moment
   * the user's own phone answered.
   */
  talkSeconds: v.nullable(v.number()),
  /** Where `talkSeconds` is not known, the most that it can have been: ringing and waiting are counted in. */
  lineSeconds: v.nullable(v.number()),
  result: v.picklist(results),
  recordings: v.array(Recording),
  /** Answered, and no row names a file: one that was started by hand is found by its unique id alone. */
  maybeRecorded: v.nullable(Recording),
  why: v.array(v.picklist(reasons)),
  via: v.array(v.picklist(ways)),
  clickToCall: v.boolean(),
  /** `false`: another row of this call is certainly still to come, and may change the result. */
  settled: v.boolean(),
  /** The try on this computer that this call came from, with why it failed if it did. */
  attempt: v.nullable(
    v.strictObject({
      id: v.string(),
      outcome: v.picklist(['placed', 'failed', 'unknown', 'interrupted']),
      failure: v.nullable(Failure),
      message: v.string(),
      /** The PBX has a row for it. */
      recorded: v.boolean(),
    }),
  ),
});
export type Call = v.InferOutput<typeof Call>;
