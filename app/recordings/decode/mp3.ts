import type { FrameHeader } from './frames.ts';

/**
 * Whether bytes begin with MPEG audio (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3 for the lower rates). A frame's
 * first 11 bits alone are also silence in µ-law: what counts is that a second header stands exactly where the first
 * one says.
 */
export function isMp3(head: Uint8Array): boolean {
  if (hasTag(head)) return true;
  const length = frameLength(head, 0);
  return length > 0 && frameLength(head, length) > 0;
}

/** One header is there: a second one will tell. */
export const isMp3Begun = (head: Uint8Array): boolean => frameLength(head, 0) > 0;

/** Of the first frame, behind a tag. `null` where none is there. */
export const mp3Sound = (head: Uint8Array): FrameHeader | null => mp3Frame(head, tagLength(head));

/** A header of layer III; `null` where there is none. */
export function mp3Frame(bytes: Uint8Array, at: number): FrameHeader | null {
  const isMono = (bytes[at + 3] ?? 0) >> 6 === 3;
  const sampleRate = frameLength(bytes, at) > 0 ? rateOf(bytes, at) : null;
  if (sampleRate === null) return null;
  return { sampleRate, channels: isMono ? 1 : 2, samples: isMpeg1(bytes, at) ? 1_152 : 576 };
}

const hasTag = (head: Uint8Array): boolean => String.fromCharCode(...head.subarray(0, 3)) === 'ID3';

/** Of ID3v2 (id3.org, 3.1), with its own head: seven bits of each of four bytes. 0 where there is none. */
export const tagLength = (head: Uint8Array): number =>
  hasTag(head) ? 10 + head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0) : 0;

/** kbit/s by index, layer III: MPEG-1, and MPEG-2 with 2.5. */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplings = [44_100, 48_000, 32_000];

const versionOf = (bytes: Uint8Array, at: number): number => ((bytes[at + 1] ?? 0) >> 3) & 3;
const isMpeg1 = (bytes: Uint8Array, at: number): boolean => versionOf(bytes, at) === 3;

/** Half of MPEG-1's is MPEG-2's, a quarter 2.5's. */
function rateOf(bytes: Uint8Array, at: number): number | null {
  const sampling = samplings[((bytes[at + 2] ?? 0) >> 2) & 3];
  const version = versionOf(bytes, at);
  if (version === 1 || sampling === undefined) return null;
  return sampling / (version === 3 ? 1 : version === 2 ? 2 : 4);
}

/** 0 where there is no header of layer III. */
export function frameLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return 0;
  const sampleRate = rateOf(bytes, at);
  const isFirst = isMpeg1(bytes, at);
  const rate = (isFirst ? rates1 : rates2)[third >> 4];
  if (sampleRate === null || !rate) return 0;
  return Math.floor(((isFirst ? 144_000 : 72_000) * rate) / sampleRate) + ((third >> 1) & 1);
}
