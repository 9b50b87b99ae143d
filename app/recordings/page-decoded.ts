import type { Encoded, Heard, Levels } from '../contract/recordings.ts';
import type { AsItIs } from './decode/formats.ts';
import { mostSamples, type SoundOf, soundOf } from './decode/sound-of.ts';
import { evenGain, silencesOf, windowSeconds } from './loudness.ts';

/** Bytes of the file, and samples of four bytes that it is decoded to: the page holds both for a moment. An hour of a telephone's band, six minutes of music. */
const mostEncoded = 64 * 1024 * 1024;
const mostDecoded = 32 * 1024 * 1024;

/**
 * A file that the page may decode to look at it. `seconds`: as the player knows it, which goes by what the file says; what all its frames
 * come to counts as well. `null`: it is too long for that.
 */
export async function encodedFor(
  { format, pieces, bytes }: EncodedParts,
  seconds: number,
): Promise<Encoded | null> {
  if (bytes !== null && bytes > mostEncoded) return null;
  const isTooLong = ({ sampleRate, channels }: SoundOf) => seconds * sampleRate * channels > mostDecoded;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length > mostEncoded) return null;
    // The head of MPEG-4 may stand at its end.
    if (parts.length === 1 && format !== 'm4a' && isTooLong(soundOf(format, piece))) return null;
  }
  if (length === 0) return null;
  const file = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  const sound = soundOf(format, file);
  if (isTooLong(sound) || (mostSamples(format, file, sound) ?? mostDecoded + 1) > mostDecoded) return null;
  return { bytes: file, sampleRate: sound.sampleRate, levelSeconds: windowSeconds };
}

interface EncodedParts {
  readonly format: AsItIs['format'];
  readonly pieces: AsyncIterable<Uint8Array>;
  /** `null` while only the end of the transfer will tell. */
  readonly bytes: number | null;
}

/** What the page found when it decoded one. */
export function heardIn({ levels, peak, seconds }: Levels): Heard {
  return { silences: silencesOf(levels, seconds), gain: evenGain(levels, peak) };
}
