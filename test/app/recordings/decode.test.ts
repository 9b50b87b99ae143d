import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { sampleRecordingNames } from '../../pbx/samples.ts';
import { ffmpegDecode, ffmpegMake, reference, soxDecode, soxMake } from './programs.ts';
import { folder, furthest, gathered, layoutOf, samplesOf, sourceOf, wavOf } from './reference.ts';

const samples = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../pbx/samples/recordings');
const header = 44;

const withSound = sampleRecordingNames().filter(
  (name) => readFileSync(path.join(samples, name)).length > header,
);

test.each(withSound)(
  '%s, written by Asterisk, decodes to exactly what the reference makes of it',
  async (name) => {
    const file = path.join(samples, name);
    const expected = reference(file);
    const wav = wavOf(readFileSync(file), name);
    const decoded = await samplesOf(wav);
    expect(decoded.length).toBe(expected.length);
    expect(decoded.equals(expected)).toBe(true);
    expect(wav.length).toBe(header + expected.length);
  },
);

describe('a WAV file decodes to exactly what the reference makes of it', () => {
  const encodings = [
    ['8-bit', ['-e', 'unsigned', '-b', '8'], 0],
    ['16-bit', ['-e', 'signed', '-b', '16'], 0],
    ['24-bit (extensible header)', ['-e', 'signed', '-b', '24'], 0],
    ['32-bit', ['-e', 'signed', '-b', '32'], 0],
    // The reference goes by way of 32-bit integers, and rounds twice.
    ['32-bit float', ['-e', 'float', '-b', '32'], 1],
    ['64-bit float', ['-e', 'float', '-b', '64'], 1],
    ['A-law', ['-e', 'a-law'], 0],
    ['µ-law', ['-e', 'mu-law'], 0],
  ] as const;
  const shapes = [
    [1, 8_000],
    [2, 8_000],
    [1, 16_000],
    [2, 48_000],
    [1, 44_100],
  ] as const;
  const all = encodings.flatMap(([name, how, within]) =>
    shapes.map(([channels, rate]) => ({ name, how, within, channels, rate })),
  );

  test.each(all)('$name, $channels channel(s), $rate Hz', async ({ how, within, channels, rate }) => {
    const file = path.join(folder(), 'made.wav');
    soxMake(file, [...how, '-c', String(channels), '-r', String(rate)], 2);
    const expected = soxDecode(file);
    const wav = wavOf(readFileSync(file), 'made.wav');
    expect([wav.channels, wav.sampleRate]).toEqual([channels, rate]);
    const decoded = await samplesOf(wav);
    expect(decoded.length).toBe(expected.length);
    expect(furthest(decoded, expected)).toBeLessThanOrEqual(within);
  });

  test('GSM in WAV ("wav49"), loud enough that every sum saturates', async () => {
    const file = path.join(folder(), 'made.wav');
    soxMake(file, ['-e', 'gsm-full-rate', '-r', '8000', '-c', '1'], 20);
    const expected = soxDecode(file);
    const decoded = await samplesOf(wavOf(readFileSync(file), 'made.WAV'));
    // A writer pads its last block; the reference stops at the sample count of the header.
    expect(decoded.subarray(0, expected.length).equals(expected)).toBe(true);
    expect(decoded.length - expected.length).toBeLessThan(2 * 320);
  });
});

/** Files that are no plain WAV, by the programs that write them. */
describe('decodes to exactly what the reference makes of it:', () => {
  const signed = (bits: number): readonly string[] => ['-e', 'signed', '-b', String(bits)];
  const made = [
    ['au', 'made.au', signed(16)],
    ['AU, 8 bits', 'made.au', signed(8)],
    ['AU, 24 bits', 'made.au', signed(24)],
    ['AU, 32 bits', 'made.au', signed(32)],
    ['AU, A-law', 'made.au', ['-e', 'a-law']],
    ['AU, µ-law', 'made.au', ['-e', 'mu-law']],
    ['AIFF', 'made.aiff', signed(16)],
    ['AIFF, 8 bits', 'made.aiff', signed(8)],
    ['AIFF, 24 bits', 'made.aiff', signed(24)],
    ['AIFF-C', 'made.aifc', signed(16)],
    ['Wave64', 'made.w64', signed(16)],
    ['Wave64, 24 bits', 'made.w64', signed(24)],
    ['IMA ADPCM in WAV', 'made.wav', ['-e', 'ima-adpcm']],
    ['MS ADPCM in WAV', 'made.wav', ['-e', 'ms-adpcm']],
  ] as const;
  const all = made.flatMap(([title, name, how]) =>
    [[1, 8_000] as const, [2, 16_000] as const].map(([channels, rate]) => ({
      title,
      name,
      how,
      channels,
      rate,
    })),
  );
  test.each(all)('$title, $channels channel(s)', async ({ name, how, channels, rate }) => {
    const file = path.join(folder(), name);
    soxMake(file, [...how, '-c', String(channels), '-r', String(rate)], 3);
    const bytes = readFileSync(file);
    const expected = soxDecode(file);
    const wav = wavOf(bytes, 'call');
    expect([wav.channels, wav.sampleRate]).toEqual([channels, rate]);
    const decoded = await samplesOf(wav);
    // What is in blocks is filled up to the end of the last one; the reference goes by a count of samples.
    const least = Math.min(decoded.length, expected.length);
    expect(decoded.subarray(0, least).equals(expected.subarray(0, least))).toBe(true);
    const block = layoutOf(bytes, 'call').blockBytes ?? 0;
    expect(Math.abs(decoded.length - expected.length)).toBeLessThanOrEqual(4 * block);
  });

  const byFfmpeg = [
    ['IMA ADPCM in WAV', 'made.wav', ['-c:a', 'adpcm_ima_wav']],
    ['MS ADPCM in WAV', 'made.wav', ['-c:a', 'adpcm_ms']],
    ['RF64', 'made.wav', ['-rf64', 'always']],
    ['RF64, A-law', 'made.wav', ['-rf64', 'always', '-c:a', 'pcm_alaw']],
    ['Wave64', 'made.w64', []],
    ['AIFF, little-endian', 'made.aiff', ['-c:a', 'pcm_s16le']],
    ['AIFF-C, float', 'made.aiff', ['-c:a', 'pcm_f32be']],
    ['AIFF-C, double', 'made.aiff', ['-c:a', 'pcm_f64be']],
    ['AIFF-C, A-law', 'made.aiff', ['-c:a', 'pcm_alaw']],
    ['AU, float', 'made.au', ['-c:a', 'pcm_f32be']],
    ['AU, double', 'made.au', ['-c:a', 'pcm_f64be']],
  ] as const;
  test.each(byFfmpeg)('%s, by another writer', async (_title, name, how) => {
    const where = folder();
    const [from, to] = [path.join(where, 'from.wav'), path.join(where, name)];
    soxMake(from, ['-r', '8000', '-c', '2', '-b', '16'], 3);
    ffmpegMake(from, to, how);
    const expected = how.some((one) => one.startsWith('adpcm')) ? soxDecode(to) : ffmpegDecode(to);
    const decoded = await samplesOf(wavOf(readFileSync(to), 'call'));
    const least = Math.min(decoded.length, expected.length);
    expect(least).toBeGreaterThan(90_000);
    expect(furthest(decoded.subarray(0, least), expected.subarray(0, least))).toBeLessThanOrEqual(1);
  });

  test('random codes in ADPCM, which no encoder makes', async () => {
    for (const encoding of ['ima-adpcm', 'ms-adpcm']) {
      const file = path.join(folder(), 'noise.wav');
      soxMake(file, ['-e', encoding, '-r', '8000', '-c', '1'], 3);
      const bytes = readFileSync(file);
      const { dataOffset, blockBytes = 1 } = layoutOf(bytes, 'noise.wav');
      const random = pseudoRandom(5);
      // Of each block the head stays: which of seven pairs it goes by is no code.
      for (let at = dataOffset; at < bytes.length; at++)
        if ((at - dataOffset) % blockBytes > 7) bytes[at] = random();
      writeFileSync(file, bytes);
      const [decoded, expected] = [await samplesOf(wavOf(bytes, 'noise.wav')), soxDecode(file)];
      const least = Math.min(decoded.length, expected.length);
      expect(decoded.subarray(0, least).equals(expected.subarray(0, least)), encoding).toBe(true);
    }
  });
});

test.each([
  ['made.gsm', ['-t', 'gsm', '-r', '8000']],
  ['made.ulaw', ['-t', 'ul', '-r', '8000']],
  ['made.alaw', ['-t', 'al', '-r', '8000']],
  ['made.sln', ['-t', 's16', '-r', '8000']],
  ['made.sln16', ['-t', 's16', '-r', '16000']],
  ['made.sln48', ['-t', 's16', '-r', '48000']],
])('a headerless %s decodes to exactly what the reference makes of it', async (name, how) => {
  const file = path.join(folder(), name);
  soxMake(file, [...how, '-c', '1'], 20);
  expect((await samplesOf(wavOf(readFileSync(file), name))).equals(reference(file))).toBe(true);
});

test.each([
  ['a-law', ['-t', 'al', '-r', '8000', '-c', '1'], 'all.alaw'],
  ['µ-law', ['-t', 'ul', '-r', '8000', '-c', '1'], 'all.ulaw'],
])('each of the 256 codes of %s is right', async (_law, how, name) => {
  const file = path.join(folder(), name);
  const codes = Uint8Array.from({ length: 256 }, (_, code) => code);
  writeFileSync(file, codes);
  expect((await samplesOf(wavOf(codes, name))).equals(soxDecode(file, how))).toBe(true);
});

/** Any bytes are sound to these codecs: saturation, lags out of bounds and overflows that no encoder makes. */
test.each(['noise.gsm', 'noise.g722'])(
  'random bits in %s decode as the reference decodes them',
  async (name) => {
    const bytes = Uint8Array.from({ length: 33 * 2_000 }, pseudoRandom(7));
    if (name === 'noise.gsm')
      for (let at = 0; at < bytes.length; at += 33) bytes[at] = 0xd0 | ((bytes[at] as number) & 15);
    const file = path.join(folder(), name);
    writeFileSync(file, bytes);
    expect((await samplesOf(wavOf(bytes, name))).equals(reference(file))).toBe(true);
  },
);

test('G.722 made by another encoder, loud and wide, decodes as the reference decodes it', async () => {
  const where = folder();
  const [from, to] = [path.join(where, 'from.wav'), path.join(where, 'made.g722')];
  soxMake(from, ['-r', '16000', '-c', '1', '-b', '16'], 20);
  ffmpegMake(from, to, ['-c:a', 'g722', '-f', 'g722']);
  const wav = wavOf(readFileSync(to), 'made.g722');
  expect(wav.sampleRate).toBe(16_000);
  expect((await samplesOf(wav)).equals(reference(to))).toBe(true);
});

describe('seeking', () => {
  const long = (name: string, seconds: number): Buffer => {
    const from = withSound.find((sample) => sample.endsWith(name)) ?? '';
    const once = readFileSync(path.join(samples, from));
    const perSecond = name === '.gsm' ? 1_650 : 8_000;
    return Buffer.concat(Array(Math.ceil((seconds * perSecond) / once.length)).fill(once));
  };

  /** Sound that never lets a decoder forget: random frames whose pitch filter passes on all that was. */
  const unforgettable = (seconds: number): Buffer => {
    const random = pseudoRandom(11);
    const bytes = Buffer.from(Uint8Array.from({ length: seconds * 50 * 33 }, random));
    for (let at = 0; at < bytes.length; at += 33) {
      bytes[at] = 0xd0 | ((bytes[at] as number) & 15);
      for (const sub of [5, 12, 19, 26]) bytes[at + sub] = (bytes[at + sub] as number) | 1;
      for (const sub of [6, 13, 20, 27]) bytes[at + sub] = ((bytes[at + sub] as number) & 0x60) | 0x80;
    }
    return bytes;
  };

  test.each(['.gsm', '.g722', '.ulaw', '.sln', 'random.gsm'])(
    'anywhere in the first minute of %s gives exactly the samples of playing from the start',
    async (name) => {
      const bytes = name === 'random.gsm' ? unforgettable(50) : long(name, 50);
      const whole = await gathered(wavOf(bytes, name).read(0, Number.POSITIVE_INFINITY));
      const random = pseudoRandom(3);
      for (let turn = 0; turn < 12; turn++) {
        const cold = wavOf(bytes, name);
        const from = Math.floor(((random() * 256 + random()) / 65_536) * whole.length);
        const to = Math.min(whole.length, from + 1 + random() * 300);
        expect((await gathered(cold.read(from, to))).equals(whole.subarray(from, to))).toBe(true);
      }
    },
  );

  test.each(['.gsm', '.g722', 'random.gsm'])(
    'far into %s is exact after it was played through once',
    async (name) => {
      const wav = wavOf(name === 'random.gsm' ? unforgettable(200) : long(name, 200), name);
      const whole = await gathered(wav.read(0, wav.length));
      for (const from of [wav.length - 5_001, Math.floor(wav.length / 2) + 1, 45, 0])
        expect(
          (await gathered(wav.read(from, from + 5_000))).equals(whole.subarray(from, from + 5_000)),
        ).toBe(true);
    },
  );

  test.each(['.gsm', '.g722'])('far into %s at once is right to what nobody hears', async (name) => {
    const bytes = long(name, 200);
    const whole = await gathered(wavOf(bytes, name).read(0, Number.POSITIVE_INFINITY));
    for (const part of [0.4, 0.55, 0.71, 0.9, 0.99]) {
      const from = 44 + 2 * Math.floor((part * (whole.length - 44)) / 2);
      const there = await gathered(wavOf(bytes, name).read(from, from + 20_000));
      expect(furthest(there, whole.subarray(from, from + 20_000))).toBeLessThanOrEqual(16);
    }
  });
});

test('where a file ends before its header said, silence takes the place of what is missing', async () => {
  const name = withSound.find((sample) => sample.endsWith('.gsm')) ?? '';
  const bytes = readFileSync(path.join(samples, name));
  const wav = createWavFile(sourceOf(bytes), layoutOf(bytes, name), bytes.length + 330, decodeHere());
  const all = await gathered(wav.read(0, wav.length));
  expect(all.length).toBe(wav.length);
  expect(all.subarray(-3_200).every((byte) => byte === 0)).toBe(true);
});

function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  };
}
