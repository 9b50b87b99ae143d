import { rawFormatOf } from './formats.ts';
import { isGsm, signature } from './gsm-bits.ts';
import { isMp3 } from './mp3.ts';

/** Of the formats that have a beginning. */
const beginnings = /RIFF|RF64|FORM|\.snd|OggS|fLaC|ID3/g;
/** What it takes to tell one of them from the same letters in a text. */
const beginningBytes = 12;

const mark = String.raw`\xef\xbb\xbf`;
/** As PHP displays an error, with HTML or without. */
const message =
  String.raw`(?:<br ?/?>\s*)?(?:PHP )?(?:<b>)?(?:[A-Z][a-z]+ )*(?:Warning|Notice|Deprecated|Standards|[Ee]rror)(?:</b>)?:` +
  String.raw`[^\0-\x08\x0e-\x1f\x7f]{1,2000}? on line (?:<b>)?\d+(?:</b>)?(?:<br ?/?>)?(?:\r?\n)?`;
/** Nothing more than is certain: one byte too many, and what follows is noise. */
const beforeSamples = new RegExp(`^(?:${mark}|\\s*${message})+`);
const beforeFrames = new RegExp(`^(?:${mark}|${message}|\\s)+`);

/**
 * How many bytes stand before a recording and are none of it: a byte-order mark, an empty line of an included script, a warning of
 * PHP. `null`: these bytes do not tell yet.
 */
export function noiseBefore(head: Uint8Array, extension: string, complete: boolean): number | null {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1');
  for (const { 0: letters, index } of text.matchAll(beginnings)) {
    if (!isText(head.subarray(0, index))) break;
    if (text.length - index < beginningBytes) return complete ? 0 : null;
    // A version or the kind of a block follows, where a text has a character.
    const isOne =
      letters === 'RIFF' || letters === 'RF64' || letters === 'FORM'
        ? text.startsWith(letters === 'FORM' ? 'AIF' : 'WAVE', index + 8)
        : ((head[index + letters.length] ?? 0) & 0x7f) < 8;
    if (isOne) return index;
  }

  const frames = beforeFrames.exec(text)?.[0].length ?? 0;
  const named = rawFormatOf(extension);
  const behind = head.subarray(frames);
  if (frames > 0 && (isMp3(behind) || (!named && isGsm(behind)))) return frames;
  if (named === null) return 0;
  // It alone of them has a signature; what a newline would be among the samples of the others nobody can tell.
  if ('codec' in named && named.codec === 'gsm') return (behind[0] ?? 0) >> 4 === signature ? frames : 0;
  return beforeSamples.exec(text)?.[0].length ?? 0;
}

/** In whatever charset. No sound is free of control characters for long. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => (byte >= 0x20 && byte !== 0x7f) || (byte >= 0x09 && byte <= 0x0d));
}
