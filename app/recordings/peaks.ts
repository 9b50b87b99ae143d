import type { WavFile } from './decode/wav-file.ts';
import { wavHeaderBytes } from './decode/wav-header.ts';

/** More than a wide screen has pixels. */
export const mostPeaks = 4_000;

/**
 * The waveform: for each of `count` equal parts the loudest sample of any channel, 0 to 1. Decodes everything once;
 * between the steps of `WavFile.read` others have their turn. Rejects with the signal's reason when it is aborted.
 */
export async function peaksOf(wav: WavFile, count: number, signal: AbortSignal): Promise<number[]> {
  const samples = (wav.length - wavHeaderBytes) / 2;
  const buckets = Math.max(1, Math.min(Math.floor(count) || 1, mostPeaks, samples));
  const loudest = new Float64Array(buckets);
  const perBucket = samples / buckets;
  let at = 0;
  let bucket = 0;
  let next = perBucket;
  for await (const bytes of wav.read(wavHeaderBytes, wav.length)) {
    signal.throwIfAborted();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let offset = 0; offset < bytes.length; offset += 2, at++) {
      while (at >= next && bucket < buckets - 1) next = ++bucket * perBucket + perBucket;
      const size = Math.abs(view.getInt16(offset, true));
      if (size > (loudest[bucket] as number)) loudest[bucket] = size;
    }
  }
  return Array.from(loudest, (peak) => Math.round((peak / 32_768) * 1_000) / 1_000);
}
