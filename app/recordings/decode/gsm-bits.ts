/**
 * The 76 parameters of one frame (EN 300 961, clause 1.7 and table 1.1): how many bits each has, in the order of the
 * packed formats: eight log area ratios, then for each of four sub-frames the LTP lag, its gain, the grid position,
 * the block's maximum and thirteen pulses.
 */
const subFrame = [7, 2, 2, 6, ...Array<number>(13).fill(3)];
const widths = Uint8Array.from([
  ...[6, 6, 5, 5, 4, 4, 3, 3],
  ...subFrame,
  ...subFrame,
  ...subFrame,
  ...subFrame,
]);

export const parameterCount = widths.length;

/** A frame of `.gsm` files and of RTP (RFC 3551, 4.5.8.1): a signature of four bits, then 260 bits, highest first. */
export const rawFrameBytes = 33;
/** Two frames of Microsoft's GSM in WAV (format 0x31): 520 bits, lowest first, without a signature. */
export const wav49BlockBytes = 65;

/** The upper half of a raw frame's first byte. */
export const signature = 0xd;

const isSigned = (byte: number): boolean => byte >> 4 === signature;

/** How many frames there are, and how many of them begin with the signature. */
function signedIn(head: Uint8Array): readonly [frames: number, signed: number] {
  const frames = Math.floor(head.length / rawFrameBytes);
  let signed = 0;
  for (let frame = 0; frame < frames; frame++)
    if (isSigned(head[frame * rawFrameBytes] as number)) signed += 1;
  return [frames, signed];
}

/** Every frame's signature, and bytes between that begin in any way: what is quiet in A-law is nothing but bytes that begin alike. */
export function isGsm(head: Uint8Array): boolean {
  const [frames, signed] = signedIn(head);
  if (frames < 4 || signed < frames) return false;
  const some = head.subarray(0, 4 * rawFrameBytes);
  const alike = some.filter((byte) => isSigned(byte) || byte === 0x55).length;
  return alike < some.length / 2;
}

/** One sample of sixteen begins like a frame. Where bytes are missing in the middle, so does no frame behind it. */
export function isNoGsm(head: Uint8Array): boolean {
  const [frames, signed] = signedIn(head);
  return frames === 0
    ? !isSigned(head[0] ?? 0)
    : !isSigned(head[0] as number) || (frames >= 4 && signed < frames / 4);
}

export function unpackRaw(bytes: Uint8Array, from: number, into: Uint8Array): void {
  let at = from + 1;
  let pending = (bytes[from] as number) & 0x0f;
  let bits = 4;
  for (let index = 0; index < parameterCount; index++) {
    const width = widths[index] as number;
    if (bits < width) {
      pending = ((pending << 8) | (bytes[at++] as number)) & 0xffff;
      bits += 8;
    }
    bits -= width;
    into[index] = (pending >> bits) & ((1 << width) - 1);
  }
}

/** One half of a block. The second frame begins in the middle of the 33rd byte. */
export const unpackWav49 = (half: 0 | 1) => (bytes: Uint8Array, from: number, into: Uint8Array) => {
  let at = from + half * 32;
  let bits = half * 4;
  let pending = half === 1 ? (bytes[at++] as number) >> 4 : 0;
  for (let index = 0; index < parameterCount; index++) {
    const width = widths[index] as number;
    if (bits < width) {
      pending |= (bytes[at++] as number) << bits;
      bits += 8;
    }
    into[index] = pending & ((1 << width) - 1);
    pending >>= width;
    bits -= width;
  }
};
