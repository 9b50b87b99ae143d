import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { Levels } from '../../../app/contract/recordings.ts';
import { mostSamples, soundOf } from '../../../app/recordings/decode/sound-of.ts';
import { encodedFor } from '../../../app/recordings/page-decoded.ts';
import { ffmpegMake, soxMake } from './programs.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { folder } from './reference.ts';

/** A file as a real encoder writes it. */
function made(name: string, how: readonly string[], seconds = 1): Uint8Array {
  const where = folder();
  const from = path.join(where, 'from.wav');
  soxMake(from, ['-r', '8000', '-c', '1', '-b', '16'], seconds);
  ffmpegMake(from, path.join(where, name), [...how]);
  return readFileSync(path.join(where, name));
}

const most = { sampleRate: 48_000, channels: 2 };

test.each([
  ['mp3', 'a.mp3', ['-ar', '8000', '-ac', '1'], { sampleRate: 8_000, channels: 1 }],
  ['mp3', 'a.mp3', ['-ar', '22050', '-ac', '2', '-id3v2_version', '0'], { sampleRate: 22_050, channels: 2 }],
  [
    'mp3',
    'a.mp3',
    ['-ar', '44100', '-ac', '1', '-metadata', 'title=A call'],
    { sampleRate: 44_100, channels: 1 },
  ],
  ['flac', 'a.flac', ['-ar', '16000', '-ac', '2'], { sampleRate: 16_000, channels: 2 }],
  ['ogg', 'a.ogg', ['-c:a', 'libvorbis', '-ar', '8000', '-ac', '1'], { sampleRate: 8_000, channels: 1 }],
  ['ogg', 'a.ogg', ['-c:a', 'libopus', '-ar', '48000', '-ac', '1'], { sampleRate: 48_000, channels: 1 }],
  ['m4a', 'a.m4a', ['-ar', '8000', '-ac', '1'], { sampleRate: 8_000, channels: 1 }],
  [
    'm4a',
    'a.m4a',
    ['-ar', '16000', '-ac', '2', '-movflags', '+faststart'],
    { sampleRate: 16_000, channels: 2 },
  ],
  ['m4a', 'a.m4a', ['-ar', '44100', '-ac', '1'], { sampleRate: 44_100, channels: 1 }],
  // Its low rate may be half of one, and its side both: nothing says.
  ['aac', 'a.aac', ['-ar', '8000', '-ac', '1'], { sampleRate: 16_000, channels: 2 }],
  ['aac', 'a.aac', ['-ar', '44100', '-ac', '1'], { sampleRate: 44_100, channels: 1 }],
  ['m4a', 'a.m4a', ['-c:a', 'alac', '-ar', '8000', '-ac', '1'], most],
  ['m4a', 'a.m4a', ['-ar', '8000', '-ac', '1', '-movflags', '+frag_keyframe+empty_moov'], most],
] as const)('a file says what it is decoded to: %s, %s %j', (format, name, how, sound) => {
  expect(soundOf(format, made(name, how))).toEqual(sound);
});

test.each(['mp3', 'flac', 'ogg', 'm4a', 'aac'] as const)(
  'a head that says nothing, or nonsense, counts as the most: %s',
  (format) => {
    for (const head of [
      new Uint8Array(0),
      new Uint8Array(3),
      new Uint8Array(64),
      new Uint8Array(64).fill(255),
    ])
      expect(soundOf(format, head)).toEqual(most);
  },
);

const asMost: readonly (readonly ['mp3' | 'flac' | 'ogg' | 'm4a' | 'aac', string, readonly string[]])[] = [
  ['mp3', 'a.mp3', ['-ar', '8000', '-ac', '1']],
  ['mp3', 'a.mp3', ['-ar', '16000', '-ac', '2', '-q:a', '5']],
  ['mp3', 'a.mp3', ['-ar', '44100', '-ac', '2', '-b:a', '320k']],
  ['flac', 'a.flac', ['-ar', '8000', '-ac', '1']],
  ['flac', 'a.flac', ['-ar', '48000', '-ac', '2', '-frame_size', '1234']],
  ['ogg', 'a.ogg', ['-c:a', 'libopus', '-ar', '48000', '-ac', '1']],
  ['ogg', 'a.ogg', ['-c:a', 'libopus', '-ar', '48000', '-ac', '2', '-frame_duration', '60']],
  ['ogg', 'a.ogg', ['-c:a', 'libvorbis', '-ar', '8000', '-ac', '1']],
  ['ogg', 'a.ogg', ['-c:a', 'libvorbis', '-ar', '44100', '-ac', '2']],
  ['m4a', 'a.m4a', ['-ar', '8000', '-ac', '1']],
  ['m4a', 'a.m4a', ['-ar', '16000', '-ac', '2', '-movflags', '+faststart']],
  ['aac', 'a.aac', ['-ar', '8000', '-ac', '1']],
  ['aac', 'a.aac', ['-ar', '44100', '-ac', '2']],
];

test.each(asMost)(
  'all frames of a file come to its sound, and to little more: %s, %s %j',
  (format, name, how) => {
    const file = made(name, how, 20);
    const { sampleRate, channels } = soundOf(format, file);
    const sound = 20 * sampleRate * channels;
    const found = mostSamples(format, file, { sampleRate, channels }) ?? 0;
    expect(found).toBeGreaterThanOrEqual(sound);
    expect(found).toBeLessThan(sound * 1.6 + 10_000);
    // Whatever its head says of its length: what is joined to it counts as well.
    const twice =
      mostSamples(format, Buffer.concat([file, file]), { sampleRate, channels }) ?? Number.POSITIVE_INFINITY;
    expect(twice).toBeGreaterThanOrEqual(found * 2);
  },
);

test.each(asMost)(
  'a file that was changed anywhere is counted, and not run through for ever: %s, %s %j',
  (format, name, how) => {
    const file = Buffer.from(made(name, how));
    for (let at = 0; at < 400; at++) {
      const changed = Buffer.from(file);
      for (const place of [at, (at * 7_919) % file.length]) changed[place] = (at * 131) & 0xff;
      const cut = changed.subarray(0, at % 3 === 0 ? (at * 97) % file.length : file.length);
      expect(mostSamples(format, cut, soundOf(format, cut))).not.toBeNaN();
    }
  },
);

async function* pieces(count: number, bytes: Uint8Array) {
  for (let at = 0; at < count; at++) yield bytes;
}

test('the page gets what it can hold: an hour of a telephone, minutes of more, and no file without end', async () => {
  const telephone = made('a.mp3', ['-ar', '8000', '-ac', '1']);
  const of = (seconds: number, file = telephone, count = 1, bytes: number | null = null) =>
    encodedFor({ format: 'mp3', pieces: pieces(count, file), bytes }, seconds);
  expect((await of(3_600))?.bytes).toEqual(new Uint8Array(telephone));
  expect(await of(5_000)).toBeNull();
  const music = made('a.mp3', ['-ar', '44100', '-ac', '2']);
  expect(await of(300, music)).toMatchObject({ sampleRate: 44_100 });
  // A file may say that it is shorter than all that stands in it.
  expect(await of(1, telephone, 3_000)).not.toBeNull();
  expect(await of(1, telephone, 5_000)).toBeNull();
  expect(await of(600, music)).toBeNull();
  expect(await of(1, new Uint8Array(1_000_000), 100)).toBeNull();
  expect(await of(1, telephone, 1, 100_000_000)).toBeNull();
  expect(await of(1, telephone, 0)).toBeNull();
});

test('what is open, and whole, is handed over to be looked at; what is decoded here, closed or broken off is not', async () => {
  const mp3 = made('a.mp3', ['-ar', '8000', '-ac', '1']);
  const { recordings, standIn } = await underTest({
    pbx: { recordings: (name: string) => (name.endsWith('.mp3') ? mp3 : new Uint8Array(16_000).fill(1)) },
  });
  const opened = async (filename: string) => {
    const id = recordings.id(ref({ filename }));
    await recordings.open(id);
    return id;
  };
  const id = await opened('call.mp3');
  expect((await recordings.encoded(id, 1))?.bytes).toEqual(new Uint8Array(mp3));
  expect(await recordings.encoded(await opened('call.ulaw'), 1)).toBeNull();
  expect(await recordings.encoded(id, 1)).toBeNull();
  expect(await recordings.encoded('nobody', 1)).toBeNull();
  standIn.fault('recapi', { kind: 'close-mid-reply' });
  expect(await recordings.encoded(await opened('cut.mp3'), 1)).toBeNull();
});

test.each([
  { levels: new Float64Array([Number.NaN]) },
  { levels: new Float64Array([-1]) },
  { levels: new Float64Array([Number.POSITIVE_INFINITY]) },
  { levels: new Float64Array(432_001) },
  { levels: [0.1] },
  { peak: -1 },
  { seconds: Number.NaN },
])('what a page says that it found is looked at: %o', (part) => {
  const good = { levels: new Float64Array(3), peak: 0.5, seconds: 1 };
  expect(v.is(Levels, good)).toBe(true);
  expect(v.is(Levels, { ...good, ...part })).toBe(false);
});
