import * as v from 'valibot';
import { Failure } from './failures.ts';

/**
 * The closed set of what can be wrong with a recording that the PBX was asked for. What can go wrong on the way to the
 * PBX is a `Failure` like any other. Each has a sentence and, where it makes sense, "try again".
 */
export const recordingProblems = [
  /** The PBX says that there is none, or that it cannot read it. */
  'refused',
  /** A page in place of a file: a proxy, a log-in form, an error of the web server. */
  'web-page',
  /** A reply, or a file, of 0 bytes. */
  'empty',
  /** A finished file that holds a header and no sound: the call ended before anything was recorded. */
  'no-audio',
  /** The header promises more sound than there is. What is there can be heard. */
  'cut-short',
  /** The header's sizes are not filled in yet: the call goes on. What is there can be heard. */
  'still-written',
  /** Sound in a format that neither Chromium nor this program plays. It can be saved. */
  'not-playable',
  'too-large',
  'too-long',
  /** This computer could not put the recording down to play it: a full disk, say. */
  'not-stored',
] as const;
export type RecordingProblem = (typeof recordingProblems)[number];

/** How a recording can be saved: as the PBX has it, or as what one hears. */
export const saveAs = ['original', 'wav'] as const;
export type SaveAs = (typeof saveAs)[number];

/** It plays, and there is more to it than one hears. */
export const recordingWarnings = [
  'cut-short',
  'still-written',
  /** Its end may be missing: the header tells of less than there is, or the file ends in the middle of a sample. */
  'unfinished',
] as const;

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

/** What is made of how loud a recording is. */
export const Heard = v.strictObject({
  /** Where nobody speaks, in seconds from the start: what can be skipped. */
  silences: v.array(v.tuple([v.number(), v.number()])),
  /** What it is multiplied by to be as loud as the others. */
  gain: v.number(),
});
export type Heard = v.InferOutput<typeof Heard>;

/** What is in a recording. */
export const RecordingMeasures = v.strictObject({
  /** The waveform of each side: the loudest of each of so many equal parts, 0 to 1. */
  sides: v.array(v.array(v.number())),
  ...Heard.entries,
});
export type RecordingMeasures = v.InferOutput<typeof RecordingMeasures>;

/** A file that Chromium alone decodes, for the page to look at. */
export const Encoded = v.strictObject({
  bytes: v.instance(Uint8Array),
  /** Its own, so that nothing has to be made of its samples. */
  sampleRate: v.number(),
  /** How long a window is whose level is measured. */
  levelSeconds: v.number(),
});
export type Encoded = v.InferOutput<typeof Encoded>;

/** Twenty a second, of the longest recording that plays. */
const mostLevels = 6 * 60 * 60 * 20;

const Unit = v.pipe(v.number(), v.finite(), v.minValue(0));

/** What the page found in one. */
export const Levels = v.strictObject({
  /** Mean squares of windows of the louder side, 1 at full scale. */
  levels: v.pipe(
    v.instance(Float64Array),
    v.maxLength(mostLevels),
    v.check((all) => all.every((one) => one >= 0 && Number.isFinite(one))),
  ),
  /** The loudest sample; 1 at full scale. */
  peak: Unit,
  seconds: Unit,
});
export type Levels = v.InferOutput<typeof Levels>;

/** Bytes of the file that is being saved; `total` is `null` where only its end will tell. */
export const Saving = v.strictObject({
  id: v.string(),
  written: v.number(),
  total: v.nullable(v.number()),
});
export type Saving = v.InferOutput<typeof Saving>;

/** A file is made when a finger goes down, and taken along when it moves. */
export const dragSteps = ['make', 'go'] as const;

/** Of many recordings, how many are done with. */
export const SavingAll = v.strictObject({ done: v.number(), total: v.number() });
export type SavingAll = v.InferOutput<typeof SavingAll>;

/** One of many that was not saved. */
const NotSaved = v.strictObject({
  /** Of its file, as it would have been. */
  name: v.string(),
  /** Why; neither: the others had failed, and this one was not asked for. */
  problem: v.nullable(v.picklist(recordingProblems)),
  failure: v.nullable(Failure),
});
export type NotSaved = v.InferOutput<typeof NotSaved>;

/** As many are named; of more there is a number. */
export const mostNamed = 20;

export const SavedAll = v.strictObject({
  saved: v.number(),
  /** The others, for whatever reason. */
  failed: v.number(),
  /** Which those are, the first of them. They can be tried again. */
  left: v.pipe(v.array(NotSaved), v.maxLength(mostNamed)),
  /** By the person. */
  stopped: v.boolean(),
  /** Why the last one failed, where that was not the recording's own. */
  failure: v.nullable(Failure),
});
export type SavedAll = v.InferOutput<typeof SavedAll>;

/** Which recordings: all of the list that is looked at, or those of a call's day among them. */
export const savedTogether = ['list', 'day'] as const;

export const savingEnds = ['saved', 'stopped'] as const;
