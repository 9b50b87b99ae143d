import { expect, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { mostPeaks, peaksOf } from '../../../app/recordings/peaks.ts';
import { sourceOf } from './reference.ts';

const signal = new AbortController().signal;

function pcm(samples: readonly number[], channels = 1) {
  const bytes = new Uint8Array(Int16Array.from(samples).buffer);
  const layout = { kind: 'samples', codec: 'pcm-s16', sampleRate: 8_000, channels, dataOffset: 0 } as const;
  const whole = { ...layout, dataBytes: null, stillWritten: false };
  return createWavFile(sourceOf(bytes), whole, bytes.length, decodeHere());
}

test('the waveform shows the loudest of each part, whichever way it swings', async () => {
  expect(await peaksOf(pcm([0, 16_384, -32_768, 0, 100, -8_192, 0, 0]), 4, signal)).toEqual([
    0.5, 1, 0.25, 0,
  ]);
});

test('parts that do not divide the samples evenly are still as many as were asked for', async () => {
  const peaks = await peaksOf(
    pcm(Array.from({ length: 10_007 }, (_, at) => (at === 10_006 ? 32_767 : 0))),
    100,
    signal,
  );
  expect(peaks).toHaveLength(100);
  expect(peaks.indexOf(1)).toBe(99);
  expect(peaks.filter((peak) => peak > 0)).toHaveLength(1);
});

test('more parts than samples, or than anybody needs, are not made', async () => {
  expect(await peaksOf(pcm([1, 2, 3]), 500, signal)).toHaveLength(3);
  expect(await peaksOf(pcm(Array(20_000).fill(5)), 1e9, signal)).toHaveLength(mostPeaks);
  expect(await peaksOf(pcm([1, 2, 3]), Number.NaN, signal)).toHaveLength(1);
});

test('a waveform that nobody waits for is given up', async () => {
  const stop = new AbortController();
  const work = peaksOf(pcm(Array(80_000).fill(5)), 100, stop.signal);
  stop.abort();
  await expect(work).rejects.toThrow();
});
