import type { RecordingMeasures } from '../contract/recordings.ts';
import { littleEndian } from './decode/decoder.ts';
import type { WavFile } from './decode/wav-file.ts';
import { wavHeaderBytes } from './decode/wav-header.ts';
import { evenGain, silencesOf, windowSeconds } from './loudness.ts';

/** More than a wide screen has pixels. */
export const mostPeaks = 4_000;

/**
 * What is in a recording: for each of `count` equal parts of each side the loudest sample, 0 to 1; where nobody speaks; and how much
 * louder it is to be played. Decodes everything once; between the steps of `WavFile.look` others have their turn. Rejects with
 * the signal's reason when it is aborted.
 */
export async function measure(wav: WavFile, count: number, signal: AbortSignal): Promise<RecordingMeasures> {
  const { channels } = wav;
  const frames = (wav.length - wavHeaderBytes) / 2 / channels;
  const buckets = Math.max(1, Math.min(Math.floor(count) || 1, mostPeaks, frames));
  const perBucket = frames / buckets;
  const perWindow = Math.round(wav.sampleRate * windowSeconds);
  const sides = Array.from({ length: channels }, () => new Float64Array(buckets));
  /** Sums of squares, by window and side. */
  const energies = Array.from({ length: channels }, () => new Float64Array(Math.ceil(frames / perWindow)));

  let frame = 0;
  for await (const bytes of wav.look()) {
    signal.throwIfAborted();
    const samples = samplesIn(bytes);
    for (let at = 0; at < samples.length; ) {
      const bucket = Math.min(buckets - 1, Math.floor(frame / perBucket));
      const window = Math.floor(frame / perWindow);
      // As far as both stay the same; at least one frame, whatever rounding makes of the border.
      const border =
        bucket === buckets - 1 ? frames : Math.max(frame + 1, Math.ceil((bucket + 1) * perBucket));
      const end = Math.min(border, (window + 1) * perWindow, frame + (samples.length - at) / channels);
      const until = at + (end - frame) * channels;
      for (let side = 0; side < channels; side++) {
        let loudest = 0;
        let energy = 0;
        for (let index = at + side; index < until; index += channels) {
          const sample = samples[index] as number;
          const size = sample < 0 ? -sample : sample;
          if (size > loudest) loudest = size;
          energy += sample * sample;
        }
        const [peaks, sums] = [sides[side] as Float64Array, energies[side] as Float64Array];
        if (loudest > (peaks[bucket] as number)) peaks[bucket] = loudest;
        sums[window] = (sums[window] as number) + energy;
      }
      frame = end;
      at = until;
    }
  }

  const levels = levelsOf(energies, frames, perWindow);
  const loudest = Math.max(0, ...sides.map((side) => side.reduce((most, peak) => Math.max(most, peak), 0)));
  return {
    sides: sides.map((side) => Array.from(side, (peak) => Math.round((peak / full) * 1_000) / 1_000)),
    silences: silencesOf(levels, wav.seconds),
    gain: evenGain(levels, loudest / full),
  };
}

const full = 32_768;

/** The mean square of each window, 1 at full scale: of the louder side, for on a line one side speaks at a time. */
function levelsOf(energies: readonly Float64Array[], frames: number, perWindow: number): Float64Array {
  const [first = new Float64Array(0)] = energies;
  return first.map((_, window) => {
    const length = Math.min(perWindow, frames - window * perWindow);
    return Math.max(...energies.map((side) => side[window] as number)) / length / (full * full);
  });
}

function samplesIn(bytes: Uint8Array): Int16Array {
  if (littleEndian && bytes.byteOffset % 2 === 0)
    return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int16Array.from({ length: bytes.byteLength / 2 }, (_, at) => view.getInt16(at * 2, true));
}
