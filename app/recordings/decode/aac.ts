/**
 * Whether bytes begin with AAC as it is streamed (ADTS; ISO/IEC 13818-7, 6.2). Twelve bits alone are also silence in µ-law: what counts is that a
 * second header stands exactly where the first one says.
 */
export function isAdts(head: Uint8Array): boolean {
  const length = frameLength(head, 0);
  return length > 0 && frameLength(head, length) > 0;
}

/** 0 where there is no header. */
function frameLength(bytes: Uint8Array, at: number): number {
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0] = bytes.subarray(at, at + 6);
  const isHeader = first === 0xff && (second & 0xf6) === 0xf0 && ((third >> 2) & 15) < 13;
  const length = ((fourth & 3) << 11) | (fifth << 3) | (sixth >> 5);
  return isHeader && length > 7 ? length : 0;
}

/** An MPEG-4 file (ISO/IEC 14496-12): a box of its kind comes first. */
export function isMp4(head: Uint8Array): boolean {
  return head[0] === 0 && head[1] === 0 && String.fromCharCode(...head.subarray(4, 8)) === 'ftyp';
}
