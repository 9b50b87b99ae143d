import { expect, test } from 'vitest';
import type { Layout } from '../../../app/recordings/decode/formats.ts';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { measure } from '../../../app/recordings/measure.ts';
import { heardIn } from '../../../app/recordings/page-decoded.ts';
import { lookAt } from '../../../renderer/screens/recordings/decode.ts';

const rate = 8_000;
const how = { sampleRate: rate, levelSeconds: 0.05 };

/** A word, a pause, and a word of the other side; as a decoder gives it, and as the file that this program decodes itself. */
function spoken(sides: number, seconds = 5.03) {
  const samples = new Int16Array(Math.round(seconds * rate) * sides);
  for (const [at] of samples.entries()) {
    const [frame, side] = [Math.floor(at / sides), at % sides];
    const speaks = side === 0 ? frame < rate : frame > 4 * rate;
    samples[at] = speaks ? Math.round(6_000 * Math.sin((frame * 2 * Math.PI * 300) / rate)) : 0;
  }
  const apart = Array.from({ length: sides }, (_, side) =>
    Float32Array.from(
      { length: samples.length / sides },
      (_, frame) => (samples[frame * sides + side] ?? 0) / 32_768,
    ),
  );
  const bytes = new Uint8Array(samples.buffer);
  const layout: Layout = {
    kind: 'samples',
    codec: 'pcm-s16',
    sampleRate: rate,
    channels: sides,
    dataOffset: 0,
    dataBytes: bytes.length,
    stillWritten: false,
  };
  const source = { read: async (at: number, length: number) => bytes.subarray(at, at + length) };
  return { apart, wav: createWavFile(source, layout, bytes.length, decodeHere()) };
}

test.each([1, 2])(
  'what the page decodes looks and is skipped as what is decoded here: %d side(s)',
  async (sides) => {
    const { apart, wav } = spoken(sides);
    const found = await lookAt(apart, how, 109, () => true);
    if (found === null) throw new Error('nothing');
    const there = await measure(wav, 109, new AbortController().signal);
    const here = { sides: found.sides, ...heardIn(found.levels) };
    expect(here.silences).toEqual(there.silences);
    expect(here.silences).toHaveLength(1);
    expect(here.gain).toBeCloseTo(there.gain, 5);
    expect(here.sides.map((side) => side.length)).toEqual(there.sides.map((side) => side.length));
    for (const [side, bars] of here.sides.entries())
      for (const [bar, loudest] of bars.entries())
        expect(loudest).toBeCloseTo(there.sides[side]?.[bar] ?? -1, 1);
  },
);

test('what is no longer wanted is not looked at to its end, and nothing at all is nothing', async () => {
  const { apart } = spoken(1, 120);
  expect(await lookAt(apart, how, 109, () => false)).toBeNull();
  expect(await lookAt([new Float32Array(0)], how, 109, () => true)).toBeNull();
  expect(await lookAt([], how, 109, () => true)).toBeNull();
});

test('fewer samples than bars, and louder ones than there can be, are drawn as far as they go', async () => {
  const found = await lookAt([Float32Array.from([0.5, -1.2])], how, 109, () => true);
  expect(found?.sides).toEqual([[0.5, 1]]);
  expect(found?.levels.peak).toBeCloseTo(1.2);
});
