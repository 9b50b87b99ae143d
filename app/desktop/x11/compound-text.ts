import { type Decode, decodedBy } from './decode.ts';

/**
 * Compound Text (X Consortium standard, "Compound Text Encoding"): ISO 2022 with few designations, as old X programs give
 * away what they hold. Each run of bytes is decoded by the set that was designated before it.
 */

/** The right half (0xA0 to 0xFF), by the last letter of its designation. */
const rightSets: Readonly<Record<string, string>> = {
  A: 'iso-8859-1',
  B: 'iso-8859-2',
  C: 'iso-8859-3',
  D: 'iso-8859-4',
  F: 'iso-8859-7',
  G: 'iso-8859-6',
  H: 'iso-8859-8',
  L: 'iso-8859-5',
  M: 'iso-8859-9',
  T: 'windows-874',
  V: 'iso-8859-10',
  Y: 'iso-8859-13',
  _: 'iso-8859-14',
  b: 'iso-8859-15',
};

/** Of two bytes a character, in either half: as the same bytes with the high bit are read. */
const wideSets: Readonly<Record<string, string>> = { A: 'gb18030', B: 'euc-jp', C: 'euc-kr' };

const escapeByte = 0x1b;
const directionByte = 0x9b;

interface Sets {
  /** `null`: ASCII. */
  left: string | null;
  right: string;
  isUtf8: boolean;
}

/** `null` where it says that it is in a set that nobody here reads: half of a text is another text. */
export const compoundText: Decode = (bytes) => {
  const sets: Sets = { left: null, right: 'iso-8859-1', isUtf8: false };
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    if (bytes[at] === directionByte) {
      // Which way the text runs: `CSI 1 ]`, `CSI 2 ]`, `CSI ]`.
      const end = bytes.indexOf(']', at);
      if (end < 0) break;
      at = end + 1;
    } else if (bytes[at] === escapeByte) {
      const length = designate(bytes.subarray(at), sets);
      if (length === null) return null;
      at += length;
    } else {
      const end = endOfRun(bytes, at, sets);
      const run = decodeRun(bytes.subarray(at, end), sets);
      if (run === null) return null;
      text += run;
      at = end;
    }
  }
  return text;
};

/** What an escape sequence sets up; its length, or `null` where it is not known. */
function designate(bytes: Buffer, sets: Sets): number | null {
  const sequence = bytes.toString('latin1', 1, 4);
  const utf8 = /^%([G@])/.exec(sequence);
  const ascii = /^\((?:B|J)/.exec(sequence);
  const right = /^-(.)/.exec(sequence);
  const wide = /^\$([()])(.)/.exec(sequence);
  if (utf8) {
    sets.isUtf8 = utf8[1] === 'G';
    return 3;
  }
  if (ascii) {
    sets.left = null;
    return 3;
  }
  if (right) {
    const set = rightSets[right[1] ?? ''];
    if (set === undefined) return null;
    sets.right = set;
    return 3;
  }
  if (!wide) return null;
  const set = wideSets[wide[2] ?? ''];
  if (set === undefined) return null;
  if (wide[1] === '(') sets.left = set;
  else sets.right = set;
  return 4;
}

/** Bytes that one set decodes: up to an escape, and within one half. */
function endOfRun(bytes: Buffer, from: number, { isUtf8 }: Sets): number {
  const half = (bytes[from] ?? 0) & 0x80;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === escapeByte || (!isUtf8 && (byte === directionByte || (byte & 0x80) !== half))) return at;
  }
  return bytes.length;
}

function decodeRun(run: Buffer, { left, right, isUtf8 }: Sets): string | null {
  if (isUtf8) return decodedBy('utf-8')(run);
  if (((run[0] ?? 0) & 0x80) !== 0) return decodedBy(right)(run);
  if (left === null) return run.toString('latin1');
  // Control characters and blanks stand between such characters as they are.
  return decodedBy(left)(Buffer.from(run.map((byte) => (byte > 0x20 ? byte | 0x80 : byte))));
}
