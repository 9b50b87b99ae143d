import type { RecordingProblem, RecordingView, SaveAs } from '../contract/recordings.ts';
import type { RecordingDownload } from '../pbx/recording.ts';
import { type Arrival, receive } from './arriving.ts';
import { breaksOff } from './breaks-off.ts';
import type { Copies } from './cache.ts';
import { type AsItIs, formatName, type Layout, type NotPlayable, rawFormatOf } from './decode/formats.ts';
import { movHeader } from './decode/mov-header.ts';
import { headBytes, sniff } from './decode/sniff.ts';
import type { Decode } from './decode/step.ts';
import { type ByteSource, createWavFile, type WavFile } from './decode/wav-file.ts';
import { wavHeaderBytes } from './decode/wav-header.ts';
import { type FoundRecording, findRecording, type RecordingRef, type Way } from './find.ts';
import { endsInBlock, goesOn, mostBehind } from './unfinished.ts';

/** Whether the same request may well bring something else soon. */
const worthTryingAgain: Readonly<Record<RecordingProblem, boolean>> = {
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

/** Bytes of a known length, for a player. */
export interface Playable {
  readonly length: number;
  readonly mime: string;
  read(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined>;
}

export interface Original {
  readonly extension: string;
  /** `null` while only the end of the transfer will tell. */
  length(): number | null;
  read(): AsyncGenerator<Uint8Array, void, undefined>;
}

export interface OpenedRecording {
  /** Changes when a transfer ends otherwise than it promised. */
  view(): RecordingView;
  readonly playable: Playable | null;
  readonly wav: WavFile | null;
  readonly original: Original | null;
  /** Chromium alone decodes it. */
  readonly playsAsItIs?: AsItIs['format'];
  /** Bytes of the file so far, and all of them where that is known. */
  progress(): { readonly received: number; readonly total: number | null };
  readonly fromCopy: boolean;
  close(): Promise<void>;
}

export interface RecordingLimits {
  readonly bytes: number;
  readonly seconds: number;
}

export interface OpenParts {
  readonly copies: Copies;
  readonly download: RecordingDownload;
  readonly limits: RecordingLimits;
  readonly decode: Decode;
  /** The way that found it before. */
  readonly way: Way | null;
  readonly found: (way: Way) => void;
  /** The transfer ended, and the view may be another one than it was. */
  readonly ended: () => void;
  /** Ends what is under way, a request without an answer included. */
  readonly giveUp: AbortController;
}

export async function openRecording(ref: RecordingRef, parts: OpenParts): Promise<OpenedRecording> {
  return (await fromCopy(ref, parts)) ?? (await fromPbx(ref, parts));
}

interface Contents {
  readonly source: ByteSource;
  readonly format: Layout | AsItIs | NotPlayable;
  readonly extension: string;
  readonly total: () => number | null;
  readonly done: Promise<Arrival>;
}

async function fromCopy(
  ref: RecordingRef,
  { copies, limits, decode }: OpenParts,
): Promise<OpenedRecording | null> {
  const copy = await copies.find(ref.key);
  if (copy === null) return null;
  try {
    const { extension } = copy.label;
    const format = sniff(await copy.read(0, headBytes), extension, copy.length <= headBytes);
    if (format.kind !== 'problem' && format.kind !== 'more') {
      const done = Promise.resolve({ kind: 'whole', bytes: copy.length } as const);
      const contents = { source: copy, format, extension, total: () => copy.length, done };
      const { view, ...rest } = await present(contents, limits, decode);
      const progress = () => ({ received: copy.length, total: copy.length });
      return { view: () => view, ...rest, progress, fromCopy: true, close: () => copy.close() };
    }
  } catch {
    // Damaged in the middle: fetched again.
  }
  await copy.close();
  await copies.drop(ref.key);
  return null;
}

async function fromPbx(ref: RecordingRef, parts: OpenParts): Promise<OpenedRecording> {
  const { copies, download, limits, decode, way, giveUp } = parts;
  const found = await findRecording(ref, download, giveUp.signal, way);
  if (found.kind === 'failed') return nothing({ state: 'failed', failure: found.failure });
  if (found.kind === 'problem')
    return nothing(problemView(found.problem, { message: found.message ?? null }));
  parts.found(found.way);
  if (found.length !== null && found.length > limits.bytes) {
    giveUp.abort();
    return nothing(problemView('too-large'));
  }

  const into = await copies.create(ref.key, rawFormatOf(found.extension) ? found.extension : '');
  const { body, length, format, extension } = found;
  const arriving = receive({ into, body, length, mostBytes: limits.bytes, signal: giveUp.signal });
  const { done } = arriving;
  let ended: Arrival | null = null;
  let lack: Lack = null;
  const total = () => length ?? (ended?.kind === 'whole' ? ended.bytes : null);
  const settled = done.then(async (arrival) => {
    // Known together: whoever looks between the two would take what was cut off for whole, and is told nothing else.
    if (arrival.kind === 'whole') lack = await lackOf(format, arrival.bytes, arriving);
    ended = arrival;
    if (arrival.kind !== 'whole') return;
    if (lack === null && isSound(found, arrival.bytes)) await into.keep();
  });
  const contents = { source: arriving, format, extension, total, done };
  const presented = await present(contents, limits, decode);
  void settled.then(parts.ended);

  return {
    ...presented,
    view: () => (ended === null ? presented.view : afterEnd(presented.view, ended, format, lack)),
    progress: () => ({ received: arriving.received(), total: total() }),
    fromCopy: false,
    async close() {
      // All is there: a player that is closed at its last second leaves a copy, and that takes a moment more.
      const isThere = length !== null && arriving.received() === length;
      if (!isThere) giveUp.abort();
      await settled;
      await into.close();
    },
  };
}

/** Only what is whole and finished is kept: the rest may be better the next time. */
function isSound({ format }: FoundRecording, bytes: number): boolean {
  if (format.kind !== 'samples') return true;
  return !format.stillWritten && (format.dataBytes ?? 0) <= bytes - format.dataOffset;
}

/** What a file that is there lacks, for all that its bytes tell. */
type Lack = 'cut-short' | 'unfinished' | null;

async function lackOf(format: FoundRecording['format'], bytes: number, source: ByteSource): Promise<Lack> {
  if (format.kind === 'as-it-is') return (await breaksOff(format.format, bytes, source)) ? 'cut-short' : null;
  if (format.kind !== 'samples') return null;
  return endsInBlock(format, bytes) || (await goesOn(format, bytes, source)) ? 'unfinished' : null;
}

type Presented = Pick<OpenedRecording, 'playable' | 'wav' | 'original' | 'playsAsItIs'> & {
  readonly view: RecordingView;
};

async function present(contents: Contents, limits: RecordingLimits, decode: Decode): Promise<Presented> {
  const { source, format, total, done } = contents;
  const original = originalOf(contents);
  if (format.kind === 'not-playable') {
    const view = problemView('not-playable', { format: format.format, canSave: true });
    return { view, playable: null, wav: null, original };
  }
  const bytes = total();
  // Where nothing tells the length, a player could neither show it nor seek: it waits for the end.
  const needed = bytes === null && (format.kind === 'as-it-is' || format.dataBytes === null);
  const arrival = needed ? await done : null;
  if (arrival !== null && arrival.kind !== 'whole') return { ...unplayable(endView(arrival)) };
  const length = arrival?.bytes ?? bytes;

  if (format.kind === 'as-it-is') {
    const playable = { length: length ?? 0, mime: format.mime, read: inPieces(source) };
    return { view: ready(format, null, null), playable, wav: null, original, playsAsItIs: format.format };
  }
  const there = length === null ? Number.POSITIVE_INFINITY : Math.max(0, length - format.dataOffset);
  // A header that tells of so much less is wrong: what is there is heard.
  const isBeyond = Number.isFinite(there) && there - (format.dataBytes ?? there) > mostBehind;
  const dataBytes = isBeyond ? there : Math.min(format.dataBytes ?? there, there);
  const isCut = (format.dataBytes ?? 0) > there;
  const wav = createWavFile(source, format, dataBytes, decode);
  if (wav.seconds === 0) return unplayable(problemView(isCut ? 'cut-short' : 'no-audio'));
  if (wav.seconds > limits.seconds)
    return { view: problemView('too-long', { canSave: true }), playable: null, wav: null, original };
  const bytesAfterHeader = wav.length - wavHeaderBytes;
  const quick = wav.under(movHeader(wav.sampleRate, wav.channels, bytesAfterHeader));
  const playable = { ...quick, mime: 'audio/mp4' };
  const isUnfinished = isBeyond || (length !== null && endsInBlock(format, length));
  const warning = isCut
    ? 'cut-short'
    : format.stillWritten
      ? 'still-written'
      : isUnfinished
        ? 'unfinished'
        : null;
  return { view: ready(format, wav.seconds, warning), playable, wav, original };
}

function ready(
  format: Layout | AsItIs,
  seconds: number | null,
  warning: Extract<RecordingView, { state: 'ready' }>['warning'],
): RecordingView {
  return {
    state: 'ready',
    format: formatName(format),
    seconds,
    warning,
    saveAs: waysToSave(format, warning),
  };
}

/** A WAV of our own goes first where other programs play the original badly or not at all. */
function waysToSave(format: Layout | AsItIs, warning: string | null): SaveAs[] {
  if (format.kind === 'as-it-is') return ['original'];
  const { codec, dataOffset, extension, blockBytes } = format;
  const isRare = codec === 'gsm-wav49' || extension !== undefined || blockBytes !== undefined;
  const isOrdinary = dataOffset > 0 && !isRare && warning === null;
  if (isOrdinary && codec === 'pcm-s16') return ['original'];
  return isOrdinary ? ['original', 'wav'] : ['wav', 'original'];
}

/** What was said at the start, and how it came out. */
function afterEnd(
  view: RecordingView,
  arrival: Arrival,
  format: FoundRecording['format'],
  lack: Lack,
): RecordingView {
  if (arrival.kind !== 'whole') return endView(arrival);
  const isCut = format.kind === 'samples' && (format.dataBytes ?? 0) > arrival.bytes - format.dataOffset;
  if (view.state !== 'ready') return view;
  if (isCut) return { ...view, warning: 'cut-short' };
  return lack === null ? view : { ...view, warning: view.warning ?? lack };
}

function endView(arrival: Exclude<Arrival, { kind: 'whole' }>): RecordingView {
  if (arrival.kind === 'failed') return { state: 'failed', failure: arrival.failure };
  return problemView(arrival.kind === 'problem' ? arrival.problem : 'not-stored');
}

function problemView(
  problem: RecordingProblem,
  more: Partial<Pick<Extract<RecordingView, { state: 'problem' }>, 'message' | 'format' | 'canSave'>> = {},
): RecordingView {
  const tryAgain = worthTryingAgain[problem];
  return { state: 'problem', problem, message: null, format: null, canSave: false, tryAgain, ...more };
}

function unplayable(view: RecordingView): Presented {
  return { view, playable: null, wav: null, original: null };
}

function nothing(view: RecordingView): OpenedRecording {
  return {
    ...unplayable(view),
    view: () => view,
    progress: () => ({ received: 0, total: null }),
    fromCopy: false,
    close: async () => undefined,
  };
}

const piece = 64 * 1024;

function inPieces(source: ByteSource): Playable['read'] {
  return async function* (from, to) {
    for (let at = from; at < to; at += piece) yield await source.read(at, Math.min(piece, to - at));
  };
}

function originalOf({ source, format, extension, total, done }: Contents): Original {
  return {
    extension: extensionFor(format, extension),
    length: total,
    async *read() {
      if (total() === null) await done;
      yield* inPieces(source)(0, total() ?? 0);
      // A transfer that failed at its very end must not leave a file that looks whole.
      const arrival = await done;
      if (arrival.kind !== 'whole') throw new Error('the recording did not arrive whole');
    },
  };
}

function extensionFor(format: Contents['format'], named: string): string {
  if (format.kind === 'as-it-is') return format.format;
  if (rawFormatOf(named)) return named;
  if (format.kind === 'samples') return format.extension ?? (format.codec === 'gsm' ? 'gsm' : 'wav');
  return named === 'wav' ? 'wav' : 'bin';
}
