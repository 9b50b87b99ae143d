import type { FrameHeader } from './frames.ts';

/**
 * Whether bytes begin with AAC as it is streamed (ADTS; ISO/IEC 13818-7, 6.2). Twelve bits alone are also silence in µ-law: what counts is that a
 * second header stands exactly where the first one says.
 */
export function isAdts(head: Uint8Array): boolean {
  const length = frameLength(head, 0);
  return length > 0 && frameLength(head, length) > 0;
}

/** One header is there: a second one will tell. */
export const isAdtsBegun = (head: Uint8Array): boolean => frameLength(head, 0) > 0;

/** ISO/IEC 14496-3, table 1.18. */
export const aacRates = [
  ...[96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000],
  ...[22_050, 16_000, 12_000, 11_025, 8_000, 7_350],
];
/** Table 1.19; where it stands in the sound, it may be any number. */
export const aacChannels = [8, 1, 2, 3, 4, 5, 6, 8];
/** Samples of one side in a frame. */
export const aacFrame = 1_024;

/**
 * What it is decoded to at most where nothing says that it is plain: a low rate may be half of one with SBR, and one side both with PS, of
 * which only the sound itself tells (ISO/IEC 14496-3, 1.6.5).
 */
export function atMost<T extends Omit<FrameHeader, 'samples'>>(plain: T): T {
  if (plain.sampleRate > 24_000) return plain;
  return { ...plain, sampleRate: plain.sampleRate * 2, channels: Math.max(2, plain.channels) };
}

/** A header of ADTS; `null` where there is none. */
export function aacFrameAt(bytes: Uint8Array, at: number): FrameHeader | null {
  const [third = 0, fourth = 0] = bytes.subarray(at + 2, at + 4);
  const sampleRate = frameLength(bytes, at) > 0 ? aacRates[(third >> 2) & 15] : undefined;
  if (sampleRate === undefined) return null;
  const channels = aacChannels[((third & 1) << 2) | (fourth >> 6)] ?? 8;
  const blocks = ((bytes[at + 6] ?? 0) & 3) + 1;
  const most = atMost({ sampleRate, channels });
  return { ...most, samples: (blocks * aacFrame * most.sampleRate) / sampleRate };
}

/** 0 where there is no header. */
export function frameLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 6);
  const isHeader = first === 0xff && (second & 0xf6) === 0xf0 && ((third >> 2) & 15) < 13;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  return isHeader && length > 7 ? length : 0;
}
