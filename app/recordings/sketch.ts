import type { WavFile } from './decode/wav-file.ts';

/** Looks into each part, and seconds of each look. */
const looks = 3;
const lookSeconds = 0.2;
/** Parts whose looks wait for each other: the way to the decoder and back takes longer than a look does. */
const atOnce = 32;
/** Of a look: until then a decoder that begins in the middle has not found its level. */
const settling = 1 / 3;

/**
 * The waveform of a long recording, as good as a few looks into each part tell: `measure` decodes all of it, which takes seconds of an hour
 * of GSM. For each of `count` parts of each side the loudest sample that was seen, 0 to 1. Rejects with the signal's reason when it is aborted.
 */
export async function sketch(wav: WavFile, count: number, signal: AbortSignal): Promise<number[][]> {
  const { channels, seconds } = wav;
  const sides = Array.from({ length: channels }, () => new Array<number>(count).fill(0));
  async function lookInto(part: number): Promise<void> {
    const places = Array.from({ length: looks }, (_, look) => ((part + look / looks) / count) * seconds);
    for (const samples of await Promise.all(places.map((place) => wav.glance(place, lookSeconds)))) {
      const from = Math.floor((samples.length / channels) * settling) * channels;
      for (let at = from; at < samples.length; at++) {
        const peaks = sides[at % channels] as number[];
        const size = Math.abs(samples[at] as number) / 32_768;
        if (size > (peaks[part] as number)) peaks[part] = size;
      }
    }
  }

  const parts = Array.from({ length: count }, (_, part) => part);
  for (let at = 0; at < count; at += atOnce) {
    signal.throwIfAborted();
    await Promise.all(parts.slice(at, at + atOnce).map(lookInto));
  }
  return sides.map((peaks) => peaks.map((peak) => Math.round(peak * 1_000) / 1_000));
}
