import type { FrameHeader } from './frames.ts';

/** STREAMINFO comes first (RFC 9639, 8.2). */
export function flacSound(head: Uint8Array): Omit<FrameHeader, 'samples'> | null {
  const [high = 0, middle = 0, low = 0] = head.subarray(18, 21);
  if (head.length < 21) return null;
  return { sampleRate: (high << 12) | (middle << 4) | (low >> 4), channels: ((low >> 1) & 7) + 1 };
}

/** A frame's header with a sum that is right (RFC 9639, 9.1); `null` where there is none. `sampleRate`: of the file. */
export function flacFrame(bytes: Uint8Array, at: number, sampleRate: number): FrameHeader | null {
  const [second = 0, third = 0, fourth = 0, fifth = 0] = bytes.subarray(at + 1, at + 5);
  if ((second & 0xfe) !== 0xf8) return null;
  const [size, rate, sides] = [third >> 4, third & 15, fourth >> 4];
  if (size === 0 || rate === 15 || sides > 10) return null;
  // The number of the frame, written as UTF-8 is; then a size and a rate, where their codes say so.
  const number = fifth < 0x80 ? 1 : Math.clz32(~(fifth << 24));
  const sizeBytes = size === 6 ? 1 : size === 7 ? 2 : 0;
  const rateBytes = rate === 12 ? 1 : rate > 12 ? 2 : 0;
  const sizeAt = at + 4 + number;
  const end = sizeAt + sizeBytes + rateBytes;
  if (crc8(bytes.subarray(at, end)) !== bytes[end]) return null;
  const [high = 0, low = 0] = bytes.subarray(sizeAt, sizeAt + 2);
  const samples =
    size === 6
      ? high + 1
      : size === 7
        ? high * 256 + low + 1
        : size === 1
          ? 192
          : size < 6
            ? 144 << size
            : 1 << size;
  return { sampleRate, channels: sides < 8 ? sides + 1 : 2, samples };
}

/** x⁸ + x² + x + 1, of a few bytes. */
function crc8(bytes: Uint8Array): number {
  let sum = 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = ((sum << 1) ^ (sum & 0x80 ? 7 : 0)) & 0xff;
  }
  return sum;
}
