import * as v from 'valibot';
import { Failure } from '../failures.ts';
import { recordingProblems } from './problems.ts';

/** How a recording can be saved: as the PBX has it, or as what one hears. */
export const saveAs = ['original', 'wav'] as const;
export type SaveAs = (typeof saveAs)[number];

/** It plays, and there is more to it than one hears. */
export const recordingWarnings = ['cut-short', 'still-written'] as const;

const Ready = v.strictObject({
  state: v.literal('ready'),
  /** For the person: `GSM`. */
  format: v.string(),
  /** `null` where only the player will know: MP3, Ogg, FLAC. */
  seconds: v.nullable(v.number()),
  warning: v.nullable(v.picklist(recordingWarnings)),
  /** Best first: what other programs play goes before what they do not. */
  saveAs: v.array(v.picklist(saveAs)),
});

const Problem = v.strictObject({
  state: v.literal('problem'),
  problem: v.picklist(recordingProblems),
  /** The PBX's own words, plain text, bounded. */
  message: v.nullable(v.string()),
  /** Of what cannot be played: `G.729`; empty where nobody knows. */
  format: v.nullable(v.string()),
  canSave: v.boolean(),
  tryAgain: v.boolean(),
});

const Failed = v.strictObject({ state: v.literal('failed'), failure: Failure });

/** What became of a recording that was asked for. Holds nothing that a page must not know. */
export const RecordingView = v.variant('state', [Ready, Problem, Failed]);
export type RecordingView = v.InferOutput<typeof RecordingView>;

/** The same for the page: it knows a recording by `id`, as in `recording://ID/`. */
export const OpenRecording = v.variant('state', [
  v.strictObject({ id: v.string(), ...Ready.entries }),
  v.strictObject({ id: v.string(), ...Problem.entries }),
  v.strictObject({ id: v.string(), ...Failed.entries }),
]);
export type OpenRecording = v.InferOutput<typeof OpenRecording>;

/** Bytes of the file that is being saved; `total` is `null` where only its end will tell. */
export const Saving = v.strictObject({
  id: v.string(),
  written: v.number(),
  total: v.nullable(v.number()),
});
export type Saving = v.InferOutput<typeof Saving>;

export const savingEnds = ['saved', 'stopped'] as const;
