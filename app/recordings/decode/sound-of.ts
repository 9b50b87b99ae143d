import { aacFrameAt } from './aac.ts';
import { flacFrame, flacSound } from './flac.ts';
import type { AsItIs } from './formats.ts';
import { samplesInFrames } from './frames.ts';
import { mp3Frame, mp3Sound } from './mp3.ts';
import { mp4Sound } from './mp4.ts';
import { oggSound, samplesInOgg } from './ogg.ts';

/** What a file becomes when Chromium decodes it. */
export interface SoundOf {
  /** Samples of one side in a second. */
  readonly sampleRate: number;
  readonly channels: number;
}

/** Nothing that a telephone exchange writes is more; where a file does not tell, it may be. */
const most: SoundOf = { sampleRate: 48_000, channels: 2 };

/** By its head; of MPEG-4, by all of it. What it says is not to be trusted further than for the memory that an honest one takes. */
export function soundOf(format: AsItIs['format'], bytes: Uint8Array): SoundOf {
  const told = soundIn[format](bytes);
  const isLikely =
    told !== null && told.sampleRate >= 8_000 && told.sampleRate <= 96_000 && told.channels > 0;
  return isLikely ? { sampleRate: told.sampleRate, channels: told.channels } : most;
}

const soundIn: Readonly<Record<AsItIs['format'], (bytes: Uint8Array) => SoundOf | null>> = {
  mp3: mp3Sound,
  flac: flacSound,
  ogg: oggSound,
  aac: (head) => aacFrameAt(head, 0),
  m4a: mp4Sound,
};

/**
 * The most samples, of all sides together, that a whole file is decoded to at a rate, whatever its head says of its length. `null`: nobody
 * can say.
 */
export function mostSamples(
  format: AsItIs['format'],
  file: Uint8Array,
  { sampleRate }: SoundOf,
): number | null {
  if (format === 'mp3') return samplesInFrames(file, sampleRate, mp3Frame);
  if (format === 'aac') return samplesInFrames(file, sampleRate, aacFrameAt);
  if (format === 'flac') {
    const own = flacSound(file)?.sampleRate || sampleRate;
    return samplesInFrames(file, sampleRate, (bytes, at) => flacFrame(bytes, at, own));
  }
  const sound = format === 'm4a' ? mp4Sound(file) : oggSound(file);
  if (sound === null) return null;
  const samples = 'inPacket' in sound ? samplesInOgg(file, sound) : sound.samples;
  return samples * sound.channels * Math.max(1, sampleRate / sound.sampleRate);
}
