/**
 * Whether bytes begin with MPEG audio (ISO/IEC 11172-3, 2.4.1.3; ISO/IEC 13818-3 for the lower rates). A frame's
 * first 11 bits alone are also silence in µ-law: what counts is that a second header stands exactly where the first
 * one says.
 */
export function isMp3(head: Uint8Array): boolean {
  if (head[0] === 0x49 && head[1] === 0x44 && head[2] === 0x33) return true; // "ID3"
  const length = frameLength(head, 0);
  return length > 0 && frameLength(head, length) > 0;
}

/** kbit/s by index, layer III: MPEG-1, and MPEG-2 with 2.5. */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const samplings = [44_100, 48_000, 32_000];

/** 0 where there is no header of layer III. */
function frameLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
  if (first !== 0xff || (second & 0xe6) !== 0xe2) return 0;
  const version = (second >> 3) & 3;
  const sampling = samplings[(third >> 2) & 3];
  const isFirst = version === 3;
  const rate = (isFirst ? rates1 : rates2)[third >> 4];
  if (version === 1 || sampling === undefined || !rate) return 0;
  const divided = sampling / (isFirst ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((isFirst ? 144_000 : 72_000) * rate) / divided) + ((third >> 1) & 1);
}
