import type { Encoded, Levels } from '../../../app/contract/recordings.ts';

/** What is in a file that Chromium alone decodes. */
export interface Decoded {
  /** The loudest of each of so many equal parts of each side, 0 to 1. */
  readonly sides: number[][];
  readonly levels: Levels;
}

/** Samples that are looked at without a break: some milliseconds, in which the page draws nothing. */
const atOnce = 400_000;

/** `null`: Chromium makes nothing of it, or it is no longer wanted. */
export async function decode(
  { bytes, ...how }: Encoded,
  count: number,
  isWanted: () => boolean,
): Promise<Decoded | null> {
  try {
    // Made for nothing but its decoder: at the file's own rate, or else there would be all samples twice.
    const context = new OfflineAudioContext(1, 1, how.sampleRate);
    const decoded = await context.decodeAudioData(bytes.buffer as ArrayBuffer);
    const sides = Array.from({ length: decoded.numberOfChannels }, (_, side) => decoded.getChannelData(side));
    return await lookAt(sides, how, count, isWanted);
  } catch {
    return null;
  }
}

/** The samples of each side, 1 at full scale. */
export async function lookAt(
  samples: readonly Float32Array[],
  { sampleRate, levelSeconds }: Omit<Encoded, 'bytes'>,
  count: number,
  isWanted: () => boolean,
): Promise<Decoded | null> {
  const frames = samples[0]?.length ?? 0;
  if (frames === 0) return null;
  const window = Math.round(sampleRate * levelSeconds);
  const levels = new Float64Array(Math.ceil(frames / window));
  const bars = Math.min(count, frames);
  const sides = samples.map(() => new Array<number>(bars).fill(0));
  let peak = 0;
  let sinceBreak = 0;
  for (let at = 0; at < frames; at += window) {
    const end = Math.min(frames, at + window);
    for (const [side, own] of samples.entries()) {
      const peaks = sides[side] as number[];
      let energy = 0;
      for (let index = at; index < end; index++) {
        const sample = own[index] as number;
        const size = sample < 0 ? -sample : sample;
        const bar = Math.floor((index * bars) / frames);
        if (size > (peaks[bar] as number)) peaks[bar] = size;
        energy += sample * sample;
      }
      // On a line one side speaks at a time: the louder one's counts.
      const place = at / window;
      levels[place] = Math.max(levels[place] as number, energy / (end - at));
    }
    sinceBreak += (end - at) * samples.length;
    if (sinceBreak < atOnce) continue;
    sinceBreak = 0;
    await new Promise((go) => setTimeout(go));
    if (!isWanted()) return null;
  }
  for (const side of sides)
    for (const [bar, loudest] of side.entries()) {
      peak = Math.max(peak, loudest);
      // What a lossy file is decoded to may be louder than full scale.
      side[bar] = Math.min(1, Math.round(loudest * 1_000) / 1_000);
    }
  return { sides, levels: { levels, peak, seconds: frames / sampleRate } };
}
