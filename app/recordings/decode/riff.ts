import { msCoefficients } from './adpcm.ts';
import type { CodecName } from './codecs.ts';
import { codecOf } from './codecs.ts';
import { type HeaderRead, isUsual, letters, mostChunks, type Shape, viewOf } from './container.ts';
import type { NotPlayable } from './formats.ts';

/**
 * RIFF/WAVE headers ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991;
 * "New Multimedia Data Types and Data Techniques", Microsoft 1994; WAVE_FORMAT_EXTENSIBLE, Microsoft 2001), RF64 and BW64 (EBU Tech 3306, ITU-R
 * BS.2088: a size of 64 bits in a chunk of its own), and Wave64 (Sonic Foundry): the same with GUIDs for names.
 */

const formatTags: ReadonlyMap<number, string> = new Map([
  [0x0002, 'MS ADPCM'],
  [0x0011, 'IMA ADPCM'],
  [0x0014, 'G.723'],
  [0x0028, 'LPC'],
  [0x0040, 'G.721 ADPCM'],
  [0x0042, 'G.723.1'],
  [0x0045, 'G.726'],
  [0x0055, 'MP3 in WAV'],
  [0x0083, 'G.729'],
  [0x0133, 'G.729'],
]);

/** How chunks are written. */
interface Writing {
  /** Bytes before the first one, and of the head of each. */
  readonly start: number;
  readonly head: number;
  /** Chunks begin at multiples of it. */
  readonly align: number;
  readonly sizeOf: (view: DataView, at: number) => number;
  /** What the file is not, or is without: for the person. */
  readonly title: string;
  readonly extension?: string;
}

const riff: Writing = {
  start: 12,
  head: 8,
  align: 2,
  sizeOf: (view, at) => view.getUint32(at + 4, true),
  title: 'WAV',
};
const wave64: Writing = {
  start: 40,
  head: 24,
  align: 8,
  // Its own head is counted in.
  sizeOf: (view, at) => Number(view.getBigUint64(at + 16, true)) - 24,
  title: 'W64',
  extension: 'w64',
};

/** `complete`: there are no bytes beyond these. */
export function readRiff(head: Uint8Array, complete: boolean): HeaderRead {
  if (head.length < 12) return { kind: 'more' };
  if (letters(head, 8) !== 'WAVE') return { kind: 'not-playable', format: 'RIFF without WAVE' };
  return readChunks(head, complete, riff);
}

/** The rest of the names of its chunks, behind four letters: of the file and its kind. */
const tails = { riff: '2e91cf11a5d628db04c10000', other: 'f3acd3118cd100c04f8edb8a' } as const;
const tailOf = (head: Uint8Array, at: number): string =>
  Buffer.from(head.subarray(at + 4, at + 16)).toString('hex');

export function isWave64(head: Uint8Array): boolean {
  return letters(head, 0) === 'riff' && tails.riff.startsWith(tailOf(head, 0).slice(0, 16));
}

export function readWave64(head: Uint8Array, complete: boolean): HeaderRead {
  if (head.length < wave64.start) return { kind: 'more' };
  const isWave = letters(head, 24) === 'wave' && tailOf(head, 24) === tails.other;
  if (!isWave || tailOf(head, 0) !== tails.riff) return { kind: 'not-playable', format: 'W64' };
  return readChunks(head, complete, wave64);
}

function readChunks(head: Uint8Array, complete: boolean, writing: Writing): HeaderRead {
  const view = viewOf(head);
  const { title } = writing;
  let format: Shape | null = null;
  /** Of RF64. */
  let longSize: number | null = null;
  let at = writing.start;
  for (let chunk = 0; chunk < mostChunks; chunk++) {
    if (at + writing.head > head.length) return { kind: 'more' };
    const id = letters(head, at);
    const told = writing.sizeOf(view, at);
    // Of Wave64, 0 is less than its own head.
    const size = id === 'data' ? Math.max(0, told) : told;
    const inside = at + writing.head;
    if (size < 0) return { kind: 'not-playable', format: title };
    if (id === 'data') {
      if (format === null) return { kind: 'not-playable', format: 'WAV without a format' };
      const riffSize = view.getUint32(4, true);
      const data = { riffSize, size: longSize ?? size, offset: inside, length: head.length, complete };
      const read = dataChunk(format, data);
      return read.kind === 'samples' && writing.extension ? { ...read, extension: writing.extension } : read;
    }
    if (id === 'ds64') {
      if (inside + 16 > head.length) return { kind: 'more' };
      longSize = Number(view.getBigUint64(inside + 8, true));
    }
    if (id === 'fmt ') {
      if (inside + Math.min(size, 64) > head.length) return { kind: 'more' };
      const read = readFormat(view, inside, size);
      if ('kind' in read) return read;
      format = read;
    }
    at = inside + size + ((writing.align - ((inside + size) % writing.align)) % writing.align);
  }
  return { kind: 'not-playable', format: title };
}

function readFormat(view: DataView, at: number, size: number): Shape | NotPlayable {
  if (size < 14) return { kind: 'not-playable', format: 'WAV' };
  const declared = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const align = view.getUint16(at + 12, true);
  const bits = size >= 16 ? view.getUint16(at + 14, true) : 0;
  const tag = declared === 0xfffe ? extensibleTag(view, at, size) : declared;

  const codec = codecFor(tag, bits);
  if (codec === null) return { kind: 'not-playable', format: formatTags.get(tag) ?? 'WAV' };
  const isAdpcm = codec === 'ima-adpcm' || codec === 'ms-adpcm';
  const shape: Shape = { codec, sampleRate, channels, ...(isAdpcm && { blockBytes: align }) };
  const fits = align === codecOf(codec, channels, align).bytesPerBlock;
  if (!fits || !isUsual(shape) || (codec === 'ms-adpcm' && !hasUsualCoefficients(view, at, size)))
    return { kind: 'not-playable', format: isAdpcm ? (formatTags.get(tag) ?? 'WAV') : 'WAV' };
  return shape;
}

function hasUsualCoefficients(view: DataView, at: number, size: number): boolean {
  if (size < 22 + 4 * msCoefficients.length) return false;
  return msCoefficients.every(([first, second], index) => {
    const pair = at + 22 + 4 * index;
    return view.getInt16(pair, true) === first && view.getInt16(pair + 2, true) === second;
  });
}

/** A sub-format GUID whose first 16 bits are a tag: {0000tag-0000-0010-8000-00AA00389B71}, in its order on disk. */
const guidTail = [0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71];

function extensibleTag(view: DataView, at: number, size: number): number {
  if (size < 40) return 0xfffe;
  const isTag = guidTail.every((byte, index) => view.getUint8(at + 26 + index) === byte);
  return isTag ? view.getUint16(at + 24, true) : 0xfffe;
}

function codecFor(tag: number, bits: number): CodecName | null {
  if (tag === 1 && bits === 8) return 'pcm-u8';
  if (tag === 1 && (bits === 16 || bits === 24 || bits === 32)) return `pcm-s${bits}`;
  if (tag === 3 && (bits === 32 || bits === 64)) return `float-${bits}`;
  if (tag === 6) return 'a-law';
  if (tag === 7) return 'mu-law';
  if (tag === 0x02 && bits === 4) return 'ms-adpcm';
  if (tag === 0x11 && bits === 4) return 'ima-adpcm';
  return tag === 0x31 ? 'gsm-wav49' : null;
}

interface Data {
  readonly riffSize: number;
  readonly size: number;
  readonly offset: number;
  /** Of the head that is at hand. */
  readonly length: number;
  readonly complete: boolean;
}

/** What no recording is: a size that a writer into a pipe left as it was. */
const notGiven = 0x7fff_f000;

function dataChunk(format: Shape, { riffSize, size, offset, length, complete }: Data): HeaderRead {
  const layout = { kind: 'samples', ...format, dataOffset: offset } as const;
  // A program that writes into a pipe cannot go back to fill the size in; the file is whole nevertheless.
  if (size >= notGiven) return { ...layout, dataBytes: null, stillWritten: false };
  if (size > 0) return { ...layout, dataBytes: size, stillWritten: false };
  if (length > offset) return { ...layout, dataBytes: null, stillWritten: true };
  if (!complete) return { kind: 'more' };
  // Asterisk writes both sizes as 0 at the start of a call and fills both in at its end.
  return { kind: riffSize === 0 ? 'nothing-yet' : 'no-audio' };
}
