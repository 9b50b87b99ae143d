import { expect, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { measure, mostPeaks } from '../../../app/recordings/measure.ts';
import { sourceOf } from './reference.ts';

const signal = new AbortController().signal;
const rate = 8_000;

function pcm(samples: readonly number[], channels = 1) {
  const bytes = new Uint8Array(Int16Array.from(samples).buffer);
  const layout = { kind: 'samples', codec: 'pcm-s16', sampleRate: rate, channels, dataOffset: 0 } as const;
  const whole = { ...layout, dataBytes: null, stillWritten: false };
  return createWavFile(sourceOf(bytes), whole, bytes.length, decodeHere());
}

/** A tone of so many seconds; its loudness is 3 dB below its peak. */
const tone = (seconds: number, decibels: number) =>
  Array.from({ length: seconds * rate }, (_, at) =>
    Math.round(32_767 * 10 ** (decibels / 20) * Math.sin((at * 2 * Math.PI * 440) / rate)),
  );
const silence = (seconds: number) => Array<number>(seconds * rate).fill(0);
const sidesOf = async (samples: readonly number[], count: number, channels = 1) =>
  (await measure(pcm(samples, channels), count, signal)).sides;
const decibels = (gain: number) => 20 * Math.log10(gain);

test('the waveform shows the loudest of each part, whichever way it swings', async () => {
  expect(await sidesOf([0, 16_384, -32_768, 0, 100, -8_192, 0, 0], 4)).toEqual([[0.5, 1, 0.25, 0]]);
});

test('of a file with two sides each has its own waveform', async () => {
  expect(await sidesOf([16_384, 0, 0, -8_192, 0, 32_767, 8_192, 0], 2, 2)).toEqual([
    [0.5, 0.25],
    [0.25, 1],
  ]);
});

test('parts that do not divide the samples evenly are still as many as were asked for', async () => {
  const [peaks = []] = await sidesOf(
    Array.from({ length: 10_007 }, (_, at) => (at === 10_006 ? 32_767 : 0)),
    100,
  );
  expect(peaks).toHaveLength(100);
  expect(peaks.indexOf(1)).toBe(99);
  expect(peaks.filter((peak) => peak > 0)).toHaveLength(1);
});

test('more parts than samples, or than anybody needs, are not made', async () => {
  const lengthFor = async (samples: readonly number[], count: number) =>
    (await sidesOf(samples, count))[0]?.length;
  expect(await lengthFor([1, 2, 3], 500)).toBe(3);
  expect(await lengthFor(Array(20_000).fill(5), 1e9)).toBe(mostPeaks);
  expect(await lengthFor([1, 2, 3], Number.NaN)).toBe(1);
});

test('a measure that nobody waits for is given up', async () => {
  const stop = new AbortController();
  const work = measure(pcm(Array(80_000).fill(5)), 100, stop.signal);
  stop.abort();
  await expect(work).rejects.toThrow();
});

test('where nobody speaks is told, with what stays of it before and behind a word', async () => {
  const hiss = tone(4, -55);
  const samples = [...silence(2), ...tone(2, -20), ...hiss, ...tone(2, -20), ...silence(3)];
  const { silences } = await measure(pcm(samples), 1, signal);
  expect(silences).toEqual([
    [0, 1.75],
    [4.25, 7.75],
    [10.25, 13],
  ]);
});

test('a pause of speech, a soft word and one side that listens are no silence', async () => {
  const paused = [...tone(2, -20), ...silence(1), ...tone(2, -20)];
  expect((await measure(pcm(paused), 1, signal)).silences).toEqual([]);
  const soft = [...tone(2, -20), ...tone(3, -35), ...tone(2, -20)];
  expect((await measure(pcm(soft), 1, signal)).silences).toEqual([]);
  const [left, right] = [
    [...tone(3, -20), ...silence(3)],
    [...silence(3), ...tone(3, -20)],
  ];
  const both = left.flatMap((sample, at) => [sample, right[at] ?? 0]);
  expect((await measure(pcm(both, 2), 1, signal)).silences).toEqual([]);
});

test('nothing but silence is said to be silent from end to end, and is not made louder', async () => {
  expect(await measure(pcm(silence(5)), 1, signal)).toEqual({ sides: [[0]], silences: [[0, 5]], gain: 1 });
});

test.each([
  ['a quiet one', -35, 15],
  ['a loud one', -8, -12],
  ['one in between', -23, 3],
  ['one that is all but gone', -60, 20],
])('%s is brought to the loudness of the others', async (_, level, by) => {
  const { gain } = await measure(pcm([...tone(4, level), ...silence(8)]), 1, signal);
  expect(decibels(gain)).toBeCloseTo(by, 0);
});

test('no sample is ever cut off: a cough bounds how much louder a quiet recording gets', async () => {
  const cough = tone(0.05, -6);
  const { gain } = await measure(pcm([...tone(20, -45), ...cough]), 1, signal);
  expect(gain).toBeGreaterThan(1);
  expect(gain * 10 ** (-6 / 20)).toBeLessThan(0.9);
  const full = await measure(pcm([...tone(20, -45), ...Array(8).fill(32_767)]), 1, signal);
  expect(full.gain).toBe(1);
});
