import { type CodecName, codecOf } from './codecs.ts';
import type { Layout, NotPlayable } from './formats.ts';

/** What the header of a file that holds samples comes to. */
export type HeaderRead =
  | Layout
  | NotPlayable
  /** The bytes end before the header does. */
  | { readonly kind: 'more' }
  /** A finished header over no sound at all, or one that is still to be finished. */
  | { readonly kind: 'no-audio' }
  | { readonly kind: 'nothing-yet' };

/** No writer puts this many chunks in front of the sound; a hostile file could ask for endless work. */
export const mostChunks = 64;

export type Shape = Pick<Layout, 'codec' | 'sampleRate' | 'channels' | 'blockBytes'>;

/** Whether it is of a shape that is played: telephones' and a little more. */
export function isUsual({ codec, sampleRate, channels, blockBytes }: Shape): boolean {
  const { stateful, samplesPerBlock, bytesPerBlock } = codecOf(codec, channels, blockBytes);
  const most = stateful ? 1 : 2;
  const isWhole = Number.isInteger(samplesPerBlock) && samplesPerBlock > 0 && bytesPerBlock > 0;
  return isWhole && sampleRate >= 4_000 && sampleRate <= 96_000 && channels >= 1 && channels <= most;
}

/** Four letters of a file. */
export function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

const bigEndian: ReadonlyMap<number, CodecName> = new Map([
  [1, 'mu-law'],
  [2, 'pcm-s8'],
  [3, 'pcm-s16be'],
  [4, 'pcm-s24be'],
  [5, 'pcm-s32be'],
  [6, 'float-32be'],
  [7, 'float-64be'],
  [27, 'a-law'],
]);
const notGiven = 0xffff_ffff;

/** Sun's .au, which NeXT calls .snd ("audio(4)", Sun): six big-endian words, and words of the writer's up to the sound. `complete`: there are no bytes beyond these. */
export function readAu(head: Uint8Array, complete: boolean): HeaderRead {
  if (head.length < 24) return { kind: 'more' };
  const view = viewOf(head);
  const [dataOffset, size, encoding] = [view.getUint32(4), view.getUint32(8), view.getUint32(12)];
  const codec = bigEndian.get(encoding);
  if (codec === undefined || dataOffset < 24) return { kind: 'not-playable', format: 'AU' };
  const shape: Shape = { codec, sampleRate: view.getUint32(16), channels: view.getUint32(20) };
  if (!isUsual(shape)) return { kind: 'not-playable', format: 'AU' };
  const layout = { ...shape, extension: 'au', dataOffset };
  if (size === 0) return withoutSize(layout, head, complete);
  const dataBytes = size === notGiven ? null : size;
  return { kind: 'samples', ...layout, dataBytes, stillWritten: false };
}

/** Whoever writes fills the size in at the end, as Asterisk does with AU at the end of the call. */
function withoutSize(
  layout: Shape & Pick<Layout, 'extension' | 'dataOffset'>,
  { length }: Uint8Array,
  complete: boolean,
): HeaderRead {
  if (length > layout.dataOffset) return { kind: 'samples', ...layout, dataBytes: null, stillWritten: true };
  return { kind: complete ? 'no-audio' : 'more' };
}

/** Apple's AIFF ("Audio Interchange File Format 1.3", Apple 1989) and AIFF-C (draft of 1991). `complete`: there are no bytes beyond these. */
export function readAiff(head: Uint8Array, complete: boolean): HeaderRead {
  const view = viewOf(head);
  let shape: Shape | null = null;
  for (let at = 12, chunk = 0; chunk < mostChunks; chunk++) {
    if (at + 16 > head.length) return { kind: 'more' };
    const [id, size] = [letters(head, at), view.getUint32(at + 4)];
    if (id === 'COMM') {
      if (at + 8 + Math.min(size, 22) > head.length) return { kind: 'more' };
      shape = commonChunk(head, at + 8, size);
      if (shape === null || !isUsual(shape)) return { kind: 'not-playable', format: 'AIFF' };
    }
    if (id === 'SSND') {
      if (shape === null) return { kind: 'not-playable', format: 'AIFF' };
      // Two words of its own are counted in.
      if (size < 8) return withoutSize({ ...shape, extension: 'aiff', dataOffset: at + 16 }, head, complete);
      const dataOffset = at + 16 + view.getUint32(at + 8);
      const dataBytes = size - 8 - view.getUint32(at + 8);
      if (dataBytes <= 0) return { kind: 'no-audio' };
      return { kind: 'samples', ...shape, extension: 'aiff', dataOffset, dataBytes, stillWritten: false };
    }
    at += 8 + size + (size & 1);
  }
  return { kind: 'not-playable', format: 'AIFF' };
}

const aiffBits: ReadonlyMap<number, CodecName> = new Map([
  [8, 'pcm-s8'],
  [16, 'pcm-s16be'],
  [24, 'pcm-s24be'],
  [32, 'pcm-s32be'],
]);
/** `sowt`: the other way round, in both senses. */
const aiffCodecs: ReadonlyMap<string, CodecName> = new Map([
  ['sowt', 'pcm-s16'],
  ['fl32', 'float-32be'],
  ['FL32', 'float-32be'],
  ['fl64', 'float-64be'],
  ['FL64', 'float-64be'],
  ['alaw', 'a-law'],
  ['ALAW', 'a-law'],
  ['ulaw', 'mu-law'],
  ['ULAW', 'mu-law'],
]);

function commonChunk(head: Uint8Array, at: number, size: number): Shape | null {
  const view = viewOf(head);
  const kind = letters(head, 8) === 'AIFC' && size >= 22 ? letters(head, at + 18) : 'NONE';
  const bits = view.getUint16(at + 6);
  const isPlain = kind === 'NONE' || kind === 'twos';
  const codec = isPlain
    ? aiffBits.get(bits)
    : kind === 'sowt' && bits !== 16
      ? undefined
      : aiffCodecs.get(kind);
  return codec === undefined
    ? null
    : { codec, channels: view.getUint16(at), sampleRate: extended(view, at + 8) };
}

/** An 80-bit number (IEEE 754 extended): its upper 32 bits are enough for every rate. */
function extended(view: DataView, at: number): number {
  return Math.round(view.getUint32(at + 2) * 2 ** ((view.getUint16(at) & 0x7fff) - 16_383 - 31));
}
