import type { AsItIs } from './formats.ts';

/** What a file becomes when Chromium decodes it. */
export interface SoundOf {
  /** Samples of one side in a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** Nothing that a telephone exchange writes is more; where the file's head does not tell, it may be. */
const most: SoundOf = { sampleRate: 48_000, channels: 2 };

/** By the head of the file. What it says is not to be trusted further than for the memory that an honest one takes. */
export function soundOf(format: AsItIs['format'], head: Uint8Array): SoundOf {
  const told =
    format === 'mp3' ? mp3(head) : format === 'flac' ? flac(head) : format === 'ogg' ? ogg(head) : null;
  const isLikely =
    told !== null && told.sampleRate >= 8_000 && told.sampleRate <= 96_000 && told.channels > 0;
  return isLikely ? told : most;
}

/** Of MPEG-1; half of it is MPEG-2's, a quarter 2.5's (ISO/IEC 11172-3, 2.4.2.3). */
const samplings = [44_100, 48_000, 32_000];

function mp3(head: Uint8Array): SoundOf | null {
  const at = String.fromCharCode(...head.subarray(0, 3)) === 'ID3' ? 10 + tagBytes(head) : 0;
  const [first = 0, second = 0, third = 0, fourth = 0] = head.subarray(at, at + 4);
  const sampling = samplings[(third >> 2) & 3];
  if (first !== 0xff || (second & 0xe0) !== 0xe0 || sampling === undefined) return null;
  const version = (second >> 3) & 3;
  const isMono = fourth >> 6 === 3;
  return { sampleRate: sampling / (version === 3 ? 1 : version === 2 ? 2 : 4), channels: isMono ? 1 : 2 };
}

/** ID3v2 (id3.org, 3.1): seven bits of each of four bytes. */
const tagBytes = (head: Uint8Array): number =>
  head.subarray(6, 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);

/** STREAMINFO comes first (RFC 9639, 8.2). */
function flac(head: Uint8Array): SoundOf | null {
  const [high = 0, middle = 0, low = 0] = head.subarray(18, 21);
  if (head.length < 21) return null;
  return { sampleRate: (high << 12) | (middle << 4) | (low >> 4), channels: ((low >> 1) & 7) + 1 };
}

/** The first packet behind the first page's head: Opus (RFC 7845, 5.1) is decoded at 48 kHz; Vorbis I, 4.2.2. */
function ogg(head: Uint8Array): SoundOf | null {
  const packet = head.subarray(27 + (head[26] ?? 0));
  const begin = String.fromCharCode(...packet.subarray(0, 8));
  if (begin === 'OpusHead') return { sampleRate: 48_000, channels: packet[9] ?? 0 };
  if (!begin.startsWith('\x01vorbis') || packet.length < 16) return null;
  const { buffer, byteOffset } = packet;
  return {
    sampleRate: new DataView(buffer, byteOffset).getUint32(12, true),
    channels: packet[11] ?? 0,
  };
}
