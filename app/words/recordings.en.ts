import type { RecordingProblem } from '../contract/recordings.ts';

/** What is wrong with a recording: what happened, and what to do about it. */
const problem: Record<RecordingProblem, { readonly what: string; readonly todo: string }> = {
  refused: {
    what: 'The PBX has no recording of this call.',
    todo: 'Just after a call, try again in a minute. Else ask IT.',
  },
  'web-page': {
    what: 'A web page came in place of the recording.',
    todo: 'Something between you and the PBX answered. Try again, or tell IT.',
  },
  empty: {
    what: 'The recording is empty.',
    todo: 'Right after a call it may not be ready yet: try again in a minute.',
  },
  'no-audio': {
    what: 'There is nothing to hear.',
    todo: 'The call ended before anything was recorded.',
  },
  'cut-short': {
    what: 'The recording arrived incomplete.',
    todo: 'Nothing of it can be played. Try again in a minute.',
  },
  'still-written': {
    what: 'The PBX is still writing this recording.',
    todo: 'Try again when the call is over.',
  },
  'not-playable': {
    what: "This recording can't be played here.",
    todo: 'You can save it and open it with another program.',
  },
  'too-large': {
    what: 'The recording is too large.',
    todo: 'Ask IT for the file.',
  },
  'too-long': {
    what: 'The recording is too long to be played here.',
    todo: 'You can save it and open it with another program.',
  },
  'not-stored': {
    what: 'This computer has no room for the recording.',
    todo: 'Free some space on the disk and try again.',
  },
};

/** The English words of the player. */
export const recordingsEn = {
  title: 'Recordings',
  region: 'Recording',
  opening: 'Fetching the recording…',
  play: 'Play',
  pause: 'Pause',
  back: 'Back 10 seconds',
  forward: 'Forward 10 seconds',
  previous: 'Previous recording',
  next: 'Next recording',
  playDay: 'Play the day',
  turn: (number: number, of: number) => `${number} of ${of}`,
  skipSilence: 'Skip silence',
  /** What skipping does to this recording. */
  saves: (length: string) => `saves ${length}`,
  noSilence: 'nothing to skip',
  /** So all of it is played. */
  onlySilence: 'only silence',
  tooLong: 'too long for that',
  notMeasured: (format: string) => `not with ${format}`,
  addMark: 'Add mark',
  markWord: (at: string) => `Word for the mark at ${at}`,
  markHint: 'What is said here',
  keepMark: 'Save',
  noRoom: 'The note of this call is full: take something out of it first.',
  marks: 'Marks',
  /** A place that a note names. */
  goTo: (at: string) => `Play from ${at}`,
  more: 'More',
  saveDay: (count: number) => `Save the day's ${count}…`,
  saveList: (count: number) => `Save all ${count} of the list…`,
  savingAll: (done: number, of: number) => `Saving… ${done} of ${of}`,
  savedAll: (saved: number, failed: number) =>
    failed === 0 ? `${saved} saved.` : `${saved} saved. ${failed} could not be saved.`,
  notSaved: 'Not saved',
  /** Why one of them was not saved. */
  notAskedFor: 'Not tried: the others had failed.',
  andMore: (count: number) => `and ${count} more`,
  savedSome: (saved: number) => `Stopped: ${saved} saved.`,
  fileNames: 'Names of saved recordings',
  fileNamesNote: (parts: string) => `Any text, with ${parts}`,
  loopFrom: 'Loop from here',
  loopTo: 'Loop to here',
  loopEnd: 'Stop looping',
  loopLeft: 'Loop ended',
  copyMoment: (at: string) => `Copy ${at}`,
  position: 'Position',
  positionText: (at: string, length: string) => `${at} of ${length}`,
  speed: 'Speed',
  times: (speed: number) => `${speed}×`,
  volume: 'Volume',
  balance: 'Balance',
  middle: 'Both sides',
  side: (side: 'left' | 'right', percent: number) => `${percent} % to the ${side}`,
  mute: 'Mute',
  unmute: 'Unmute',
  output: 'Sound goes to',
  systemOutput: 'System default',
  outputGone: 'That device is gone. The sound goes to the system default.',
  save: 'Save as…',
  drag: 'Drag it into a mail or a folder',
  fileType: 'File type',
  types: {
    wav: 'WAV',
    original: (format: string) => `As recorded (${format})`,
  },
  saving: (percent: number | null) => (percent === null ? 'Saving…' : `Saving… ${percent} %`),
  stopSaving: 'Cancel saving',
  saved: 'Saved.',
  close: 'Close',
  again: 'Try again',
  which: 'Part',
  part: (number: number, of: number) => `Part ${number} of ${of}`,
  notPlayable: (format: string) => `It is in ${format}.`,
  warning: {
    'cut-short': 'The recording is incomplete: the end is missing.',
    'still-written': 'The PBX is still writing this recording: this is what there is so far.',
    unfinished: 'This recording was cut off while it was written: its end may be missing.',
  },
  cannotPlay: {
    what: 'The sound stopped.',
    todo: 'Try again.',
  },
  problem,
};

export type RecordingsWords = typeof recordingsEn;
