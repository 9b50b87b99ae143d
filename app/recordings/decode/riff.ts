import { type CodecName, codecOf } from './codecs.ts';
import type { Layout, NotPlayable } from './formats.ts';

/**
 * RIFF/WAVE headers ("Multimedia Programming Interface and Data Specifications 1.0", IBM and Microsoft 1991;
 * "New Multimedia Data Types and Data Techniques", Microsoft 1994; WAVE_FORMAT_EXTENSIBLE, Microsoft 2001).
 */

export type RiffResult =
  | Layout
  | NotPlayable
  /** The bytes end before the header does. */
  | { readonly kind: 'more' }
  /** A finished header over no sound at all, or one that is still to be finished. */
  | { readonly kind: 'no-audio' }
  | { readonly kind: 'nothing-yet' };

/** No writer puts this many chunks in front of the sound; a hostile file could ask for endless work. */
const mostChunks = 64;

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

/** `complete`: there are no bytes beyond these. */
export function readRiff(head: Uint8Array, complete: boolean): RiffResult {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length < 12) return { kind: 'more' };
  if (text(head, 8) !== 'WAVE') return { kind: 'not-playable', format: 'RIFF without WAVE' };
  const riffSize = view.getUint32(4, true);

  let format: Format | null = null;
  let at = 12;
  for (let chunk = 0; chunk < mostChunks; chunk++) {
    if (at + 8 > head.length) return { kind: 'more' };
    const id = text(head, at);
    const size = view.getUint32(at + 4, true);
    if (id === 'data') {
      if (format === null) return { kind: 'not-playable', format: 'WAV without a format' };
      return dataChunk(format, { riffSize, size, offset: at + 8, length: head.length, complete });
    }
    if (id === 'fmt ') {
      if (at + 8 + Math.min(size, 40) > head.length) return { kind: 'more' };
      const read = readFormat(view, at + 8, size);
      if ('kind' in read) return read;
      format = read;
    }
    // Chunks begin at even places.
    at += 8 + size + (size & 1);
  }
  return { kind: 'not-playable', format: 'WAV' };
}

type Format = Pick<Layout, 'codec' | 'sampleRate' | 'channels'>;

function readFormat(view: DataView, at: number, size: number): Format | NotPlayable {
  if (size < 14) return { kind: 'not-playable', format: 'WAV' };
  const declared = view.getUint16(at, true);
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const align = view.getUint16(at + 12, true);
  const bits = size >= 16 ? view.getUint16(at + 14, true) : 0;
  const tag = declared === 0xfffe ? extensibleTag(view, at, size) : declared;

  const codec = codecFor(tag, bits);
  if (codec === null) return { kind: 'not-playable', format: formatTags.get(tag) ?? 'WAV' };
  const { bytesPerBlock, stateful } = codecOf(codec, channels);
  const isUsual = sampleRate >= 4_000 && sampleRate <= 96_000;
  if (align !== bytesPerBlock || !isUsual || channels < 1 || channels > (stateful ? 1 : 2))
    return { kind: 'not-playable', format: 'WAV' };
  return { codec, sampleRate, channels };
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

function dataChunk(format: Format, { riffSize, size, offset, length, complete }: Data): RiffResult {
  const layout = { kind: 'samples', ...format, dataOffset: offset } as const;
  // A program that writes into a pipe cannot go back to fill the size in; the file is whole nevertheless.
  if (size >= 0x7fff_f000) return { ...layout, dataBytes: null, stillWritten: false };
  if (size > 0) return { ...layout, dataBytes: size, stillWritten: false };
  if (length > offset) return { ...layout, dataBytes: null, stillWritten: true };
  if (!complete) return { kind: 'more' };
  // Asterisk writes both sizes as 0 at the start of a call and fills both in at its end.
  return { kind: riffSize === 0 ? 'nothing-yet' : 'no-audio' };
}

function text(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}
