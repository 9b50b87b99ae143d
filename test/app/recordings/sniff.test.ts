import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { sampleRecording, sampleRecordingNames } from '../../pbx/samples.ts';
import { ffmpegMake, soxMake } from './programs.ts';
import { folder, sniffFile, sourceOf } from './reference.ts';

const text = (words: string): Uint8Array => new TextEncoder().encode(words);

function sample(ending: string): Uint8Array {
  const name = sampleRecordingNames().find(
    (one) => one.endsWith(ending) && (sampleRecording(one)?.length ?? 0) > 100,
  );
  return Buffer.from(sampleRecording(name ?? '') ?? []);
}

function wav(tag: number, bits: number, align: number, dataSize: number, data = 4): Buffer {
  const bytes = Buffer.alloc(44 + data, 7);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + dataSize, 4);
  bytes.write('WAVEfmt ', 8);
  for (const [at, value] of [
    [16, 16],
    [24, 8_000],
    [28, 8_000 * align],
    [40, dataSize],
  ] as const)
    bytes.writeUInt32LE(value, at);
  for (const [at, value] of [
    [20, tag],
    [22, 1],
    [32, align],
    [34, bits],
  ] as const)
    bytes.writeUInt16LE(value, at);
  bytes.write('data', 36);
  return bytes;
}

/** By a program that others wrote. */
function made(name: string): Buffer {
  const at = mkdtempSync(path.join(tmpdir(), 'made-'));
  try {
    soxMake(path.join(at, name), ['-r', '8000', '-c', '1', '-b', '16'], 0.05);
    return readFileSync(path.join(at, name));
  } finally {
    rmSync(at, { recursive: true });
  }
}

function adpcm(codec: string): Buffer {
  const at = mkdtempSync(path.join(tmpdir(), 'made-'));
  try {
    soxMake(path.join(at, 'made.wav'), ['-r', '8000', '-c', '1', '-e', codec], 0.05);
    return readFileSync(path.join(at, 'made.wav'));
  } finally {
    rmSync(at, { recursive: true });
  }
}

function changed(bytes: Buffer, letters: string, to: string): Buffer {
  bytes.write(to, bytes.indexOf(letters));
  return bytes;
}

describe('what is no recording is told apart', () => {
  test.each([
    ['a refusal of the PBX', text('{"success":false,"msg":"Recording file not found"}'), 'refused'],
    [
      'a refusal after a byte-order mark and a PHP warning',
      text('\uFEFF<br />\n<b>Warning</b>: no\n{"success":false}'),
      'refused',
    ],
    ['plain words', text('File not found.'), 'refused'],
    ['a page to log in on', text('<!DOCTYPE html><html><body>Sign in</body></html>'), 'web-page'],
    ['a page in Thai', text('<html><body>ไม่พบไฟล์</body></html>'), 'web-page'],
    ['a page of more than is looked at', text(`<html>${'ไ'.repeat(60_000)}</html>`), 'web-page'],
    ['nothing', new Uint8Array(0), 'empty'],
    ['white space', text('\r\n \n'), 'empty'],
    [
      'a finished WAV header without sound',
      sampleRecording('internal-101-101-20261123-133754-1795415874.27.wav') ?? text(''),
      'no-audio',
    ],
    ['a finished header of wav49 without sound', sample('.WAV').slice(0, 60).fill(0, 56, 60), 'no-audio'],
    ['a WAV header whose sizes are still 0', wav(1, 16, 2, 0, 0).fill(0, 4, 8), 'still-written'],
    ['a WAV that ends in its header', sample('.wav').slice(0, 30), 'cut-short'],
  ])('%s', (_what, bytes, problem) => {
    expect(sniffFile(bytes, 'call.wav')).toEqual({ kind: 'problem', problem });
  });

  test.each([
    ['raw G.729', Uint8Array.from({ length: 200 }, (_, at) => (at * 73) & 255), 'call.g729', 'G.729'],
    ['G.729 in WAV', wav(0x133, 0, 10, 4), 'call.wav', 'G.729'],
    ['IMA ADPCM whose blocks hold nothing', wav(0x11, 4, 4, 4).fill(0, 32, 34), 'call.wav', 'IMA ADPCM'],
    ['MS ADPCM that goes by numbers of its own', wav(0x02, 4, 256, 4), 'call.wav', 'MS ADPCM'],
    ['AU in a codec of its time', Buffer.concat([made('made.au').fill(23, 15, 16)]), 'call.au', 'AU'],
    ['AIFF-C in a codec of its time', changed(made('made.aifc'), 'NONE', 'MAC3'), 'call.aifc', 'AIFF'],
    ['Wave64 that is none', made('made.w64').fill(1, 24, 40), 'call.w64', 'W64'],
    ['six channels', wav(1, 16, 12, 4).fill(6, 22, 23), 'call.wav', 'WAV'],
    ['an archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0), 'call.zip', ''],
    ['a .gsm that is none', Uint8Array.from({ length: 99 }, () => 0x11), 'call.gsm', ''],
  ])('%s cannot be played', (_what, bytes, name, format) => {
    expect(sniffFile(bytes, name)).toEqual({ kind: 'not-playable', format });
  });
});

describe('a recording is known by its content', () => {
  test.each([
    ['.wav', 'call.gsm', 'pcm-s16'],
    ['.WAV', 'call.wav', 'gsm-wav49'],
    ['.WAV', '', 'gsm-wav49'],
    ['.gsm', '', 'gsm'],
    ['.gsm', 'call.bin', 'gsm'],
  ])('a sample %s under the name "%s" is %s', (ending, name, codec) => {
    expect(sniffFile(sample(ending), name)).toMatchObject({ kind: 'samples', codec });
  });

  test.each([
    ['/somewhere/call.sln16', 'pcm-s16', 16_000],
    ['CALL.ULAW', 'mu-law', 8_000],
    ['call.wav.alaw', 'a-law', 8_000],
    ['call.g722', 'g722', 16_000],
  ])('only a headerless one by its name: %s', (name, codec, sampleRate) => {
    expect(
      sniffFile(
        Uint8Array.from({ length: 400 }, (_, at) => (at * 31) & 255),
        name,
      ),
    ).toMatchObject({ codec, sampleRate });
  });

  test('a call that goes on is told by its empty sizes and plays as far as it is', () => {
    const bytes = Buffer.from(sample('.wav'));
    bytes.writeUInt32LE(0, 4);
    bytes.writeUInt32LE(0, 40);
    expect(sniffFile(bytes, 'call.wav')).toMatchObject({
      codec: 'pcm-s16',
      stillWritten: true,
      dataBytes: null,
    });
  });

  test.each([
    ['AU', 'made.au', 8, 4],
    ['AIFF', 'made.aiff', -1, 4],
    ['AIFF-C', 'made.aifc', -1, 4],
    ['Wave64', 'made.w64', -1, 8],
  ])('so is one of %s', (_what, name, at, size) => {
    const bytes = Buffer.from(made(name));
    const place =
      at >= 0 ? at : bytes.indexOf(name.endsWith('w64') ? 'data' : 'SSND') + (size === 8 ? 16 : 4);
    expect(sniffFile(bytes, name)).toMatchObject({ kind: 'samples', stillWritten: false });
    bytes.fill(0, place, place + size);
    expect(sniffFile(bytes, name)).toMatchObject({ kind: 'samples', stillWritten: true, dataBytes: null });
    const { dataOffset } = sniffFile(bytes, name) as { readonly dataOffset: number };
    expect(sniffFile(bytes.subarray(0, dataOffset), name)).toMatchObject({ problem: 'no-audio' });
  });

  test('silence in A-law without a name is not taken for GSM', () => {
    expect(sniffFile(new Uint8Array(4_000).fill(0xd5), '')).toEqual({ kind: 'not-playable', format: '' });
  });

  test('chunks before the sound are skipped, the odd ones with their padding', () => {
    const bytes = sample('.wav');
    const extra = Buffer.from('LIST\x05\0\0\0INFOx\0', 'latin1');
    const longer = Buffer.concat([bytes.subarray(0, 12), extra, bytes.subarray(12)]);
    expect(sniffFile(longer, '')).toMatchObject({ codec: 'pcm-s16', dataOffset: 44 + extra.length });
  });

  test.each([
    ['mp3', 'made.mp3', ['-c:a', 'libmp3lame', '-write_xing', '0', '-id3v2_version', '0'], 'audio/mpeg'],
    ['mp3 with a tag', 'made.mp3', ['-c:a', 'libmp3lame', '-metadata', 'title=x'], 'audio/mpeg'],
    ['Ogg Vorbis', 'made.ogg', ['-c:a', 'libvorbis'], 'audio/ogg'],
    ['Opus', 'made.opus', ['-c:a', 'libopus'], 'audio/ogg'],
    ['FLAC', 'made.flac', ['-c:a', 'flac'], 'audio/flac'],
    ['AAC', 'made.aac', ['-c:a', 'aac'], 'audio/aac'],
    ['AAC in MPEG-4', 'made.m4a', ['-c:a', 'aac'], 'audio/mp4'],
    ['AAC in MPEG-4, its index first', 'made.m4a', ['-c:a', 'aac', '-movflags', '+faststart'], 'audio/mp4'],
  ])('%s goes to the player as it is', (_what, name, how, mime) => {
    const where = folder();
    soxMake(path.join(where, 'from.wav'), ['-r', '16000', '-c', '1', '-b', '16'], 2);
    ffmpegMake(path.join(where, 'from.wav'), path.join(where, name), how);
    const bytes = readFileSync(path.join(where, name));
    // By whatever name: as the samples that it says, it would be noise.
    for (const called of ['', 'call.wav', 'call.gsm', 'call.ulaw', 'call.sln16', 'call.g722', 'call.g729'])
      expect(sniffFile(bytes, called)).toMatchObject({ kind: 'as-it-is', mime });
  });
});

/** A voice in each headerless format, by programs that others wrote. */
const voices = (): Readonly<Record<string, Buffer>> => {
  const at = mkdtempSync(path.join(tmpdir(), 'voices-'));
  const from = path.join(at, 'from.wav');
  writeFileSync(from, sample('134406-1795416246.121.wav'));
  const as = (name: string, ...how: string[]) => {
    ffmpegMake(from, path.join(at, name), how);
    return readFileSync(path.join(at, name));
  };
  const made = {
    gsm: Buffer.from(sample('.gsm')),
    ulaw: as('a.ul', '-f', 'mulaw'),
    alaw: as('a.al', '-f', 'alaw'),
    sln: as('a.sln', '-f', 's16le', '-c:a', 'pcm_s16le'),
    g722: as('a.g722', '-ar', '16000'),
  };
  rmSync(at, { recursive: true });
  return made;
};

describe('a headerless recording under a name that is not its own', () => {
  const all = voices();
  const named = ['gsm', 'ulaw', 'alaw', 'sln', 'g722', 'g729', ''];

  test.each(named)('GSM plays, whatever it is called: %s', (extension) => {
    expect(sniffFile(all.gsm as Buffer, `call.${extension}`)).toMatchObject({ codec: 'gsm' });
  });

  test.each([
    ...['ulaw', 'alaw', 'sln', 'g722'].map((is) => [is, 'gsm']),
    ...['ulaw', 'alaw', 'g722'].map((name) => ['sln', name]),
    ...['ulaw', 'alaw'].flatMap((is) => ['sln', 'g722'].map((name) => [is, name])),
  ] as [string, string][])('%s that is called .%s is told, and not played as noise', (is, name) => {
    const bytes = all[is] as Buffer;
    for (const length of [8_192, 20_000, bytes.length])
      expect(sniffFile(bytes.subarray(0, length), `call.${name}`)).toEqual({
        kind: 'not-playable',
        format: '',
      });
  });

  test('nobody is told so of what is called as it is, however quiet, loud or odd it sounds', () => {
    const sounds = [
      ['synth', '3', 'whitenoise', 'vol', '0.3'],
      ['synth', '3', 'whitenoise', 'vol', '0.0005'],
      ['synth', '3', 'pinknoise', 'vol', '0.1'],
      ['synth', '3', 'brownnoise'],
      ['synth', '3', 'sine', '3300'],
      ['synth', '3', 'sine', '440', 'vol', '0'],
      ['synth', '3', 'square', '400', 'vol', '0.9'],
      ['synth', '3', 'sine', '941', 'sine', '1336', 'remix', '-'],
      // A line that lies a little beside its middle.
      ['synth', '3', 'whitenoise', 'vol', '0.001', 'dcshift', '0.002'],
      ['synth', '3', 'sine', '300-3400', 'dcshift', '0.1', 'vol', '0.8'],
    ];
    const at = folder();
    for (const sound of sounds) {
      const from = path.join(at, 'from.wav');
      execFileSync('sox', ['-q', '-n', '-r', '8000', '-c', '1', '-b', '16', from, ...sound], {
        stdio: 'ignore',
      });
      for (const [extension, codec, ...how] of [
        ['ulaw', 'mu-law', '-f', 'mulaw'],
        ['alaw', 'a-law', '-f', 'alaw'],
        ['sln', 'pcm-s16', '-f', 's16le', '-c:a', 'pcm_s16le'],
        ['g722', 'g722', '-ar', '16000', '-f', 'g722'],
      ] as const) {
        const file = path.join(at, `made.${extension}`);
        ffmpegMake(from, file, how);
        for (const length of [3_000, 8_192, 100_000])
          expect(
            sniffFile(readFileSync(file).subarray(0, length), `call.${extension}`),
            sound.join(' '),
          ).toMatchObject({ codec });
      }
    }
  });
});

describe('damaged files', () => {
  /** Opens a file as the program does and reads its start, its end and the places between. */
  async function survive(bytes: Uint8Array, name: string): Promise<void> {
    const found = sniffFile(bytes, name);
    expect(found.kind).not.toBe('more');
    if (found.kind !== 'samples') return;
    const there = Math.max(0, bytes.length - found.dataOffset);
    const file = createWavFile(
      sourceOf(bytes),
      found,
      Math.min(found.dataBytes ?? there, there),
      decodeHere(),
    );
    expect(file.length).toBeLessThanOrEqual(44 + bytes.length * 10);
    let read = 0;
    for (const from of [0, Math.floor(file.length / 2), file.length - 5])
      for await (const piece of file.read(Math.max(0, from), Math.min(file.length, from + 2_000))) {
        expect(piece.length).toBeLessThanOrEqual(256 * 1024);
        read += piece.length;
      }
    expect(read).toBeLessThanOrEqual(3 * 2_000);
  }

  const small = [
    ...['.wav', '.WAV', '.gsm', '.ulaw', '.g722', '.sln'].map((ending) => [ending, sample(ending)] as const),
    ...['.au', '.aiff', '.aifc', '.w64'].map((ending) => [ending, made(`made${ending}`)] as const),
    ...['ima-adpcm', 'ms-adpcm'].map((codec) => [codec, adpcm(codec)] as const),
    ['.rf64', changed(made('made.wav'), 'RIFF', 'RF64')] as const,
  ].map(([ending, bytes]) => [ending, bytes.subarray(0, 560)] as const);

  test.each(small)('%s cut off after any of its bytes ends in an answer', async (ending, bytes) => {
    for (let length = 0; length <= bytes.length; length++)
      await survive(bytes.subarray(0, length), `call${ending}`);
  });

  test.each(small)('%s with any bit of its start turned over ends in an answer', async (ending, bytes) => {
    for (let bit = 0; bit < 8 * 96; bit++) {
      const turned = Buffer.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] as number) ^ (1 << (bit & 7));
      await survive(turned, `call${ending}`);
    }
  });

  test('headers of random numbers end in an answer', async () => {
    let state = 99;
    const random = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    };
    const edges = [0, 1, 2, 0x31, 0x7f, 0x80, 0xfe, 0xff];
    for (let turn = 0; turn < 3_000; turn++) {
      const bytes = wav(1, 16, 2, 400, 400);
      for (let changes = 0; changes < 6; changes++)
        bytes[4 + (random() % 60)] = edges[random() & 7] ?? random();
      await survive(bytes, 'call.wav');
    }
  });

  test('a header of endless chunks is given up', () => {
    const bytes = Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WAVE', 'latin1'),
      Buffer.from('junk\0\0\0\0'.repeat(20_000), 'latin1'),
    ]);
    expect(sniffFile(bytes, '')).toEqual({ kind: 'not-playable', format: 'WAV' });
  });
});
