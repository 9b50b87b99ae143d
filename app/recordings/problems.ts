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

export interface RecordingProblemFound {
  readonly kind: 'problem';
  readonly problem: RecordingProblem;
  /** The PBX's own words. */
  readonly message?: string;
}

/** Whether the same request may well bring something else soon. */
export const worthTryingAgain: Readonly<Record<RecordingProblem, boolean>> = {
  // Many PBXes convert a recording after the call and have no file until that is done.
  refused: true,
  'web-page': true,
  empty: true,
  'no-audio': false,
  'cut-short': true,
  'still-written': true,
  'not-playable': false,
  'too-large': false,
  'too-long': false,
  'not-stored': true,
};
