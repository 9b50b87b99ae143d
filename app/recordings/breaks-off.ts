import * as aac from './decode/aac.ts';
import { letters, viewOf } from './decode/container.ts';
import type { AsItIs } from './decode/formats.ts';
import * as mp3 from './decode/mp3.ts';
import type { ByteSource } from './decode/wav-file.ts';

/** The length of what begins with these bytes; 0: it is none of its kind. */
type LengthOf = (head: Uint8Array) => number;

/** An hour of MP3 is 150,000 frames; a hostile file may have no end of them. */
const mostParts = 1_000_000;
const windowBytes = 64 * 1024;
/** More than the head of a page of Ogg. */
const headBytes = 512;

/**
 * Whether a file that Chromium decodes ends within a frame, a page or a box, or never came to the one that tells of the sound: who wrote it
 * or sent it was cut off. Only what is sure: a file that goes on as something else may be whole. `bytes`: of all of it, which is there.
 */
export async function breaksOff(
  format: AsItIs['format'],
  bytes: number,
  source: ByteSource,
): Promise<boolean> {
  let isTold = format !== 'm4a';
  const lengths: Readonly<Record<AsItIs['format'], LengthOf>> = {
    mp3: (head) => mp3.frameLength(head, 0),
    aac: (head) => aac.frameLength(head, 0),
    ogg: pageLength,
    m4a(head) {
      isTold ||= letters(head, 4) === 'moov';
      return boxLength(head);
    },
    // Its frames do not say how long they are.
    flac: () => 0,
  };
  let [window, from] = [await source.read(0, windowBytes), 0];
  let at = format === 'mp3' ? mp3.tagLength(window) : 0;
  for (let part = 0; at < bytes; part++) {
    if (part === mostParts) return false;
    if (at < from || at + headBytes > from + window.length) {
      [window, from] = [await source.read(at, windowBytes), at];
    }
    const length = lengths[format](window.subarray(at - from, at - from + headBytes));
    // What reaches to the end, as long as that is.
    if (length === Number.POSITIVE_INFINITY) return !isTold;
    if (length === 0) return false;
    at += length;
  }
  return at > bytes || !isTold;
}

/** RFC 3533, 6. */
function pageLength(head: Uint8Array): number {
  const segments = head.subarray(27, 27 + (head[26] ?? 0));
  if (letters(head, 0) !== 'OggS') return 0;
  return segments.reduce((sum, length) => sum + length, 27 + (head[26] ?? 0));
}

/** Those of a file's first level. Behind the last of them may stand anything. */
const boxes: ReadonlySet<string> = new Set(
  'ftyp styp moov moof mfra mdat sidx free skip wide meta udta uuid'.split(' '),
);

/** ISO/IEC 14496-12, 4.2: a size of 1 stands for one of 64 bits behind the name, and 0 for all that is left. */
function boxLength(head: Uint8Array): number {
  if (!boxes.has(letters(head, 4))) return 0;
  const size = viewOf(head).getUint32(0);
  if (size === 0) return Number.POSITIVE_INFINITY;
  const whole = size === 1 && head.length >= 16 ? Number(viewOf(head).getBigUint64(8)) : size;
  return whole >= 8 && Number.isSafeInteger(whole) ? whole : 0;
}
