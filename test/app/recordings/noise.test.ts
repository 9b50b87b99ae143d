import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { headBytes, sniffReply } from '../../../app/recordings/decode/sniff.ts';
import { sampleRecording, sampleRecordingNames } from '../../pbx/samples.ts';
import { fc } from '../../support/property.ts';
import { ffmpegMake } from './programs.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { folder, gathered, sniffFile } from './reference.ts';

const warning =
  '<br />\n<b>Warning</b>:  Undefined array key "a" in <b>/var/www/html/pbxws.php</b> on line <b>112</b><br />\n';
const marks: readonly (readonly [string, string])[] = [
  ['a byte-order mark', '\ufeff'],
  ['a warning of PHP', warning],
  ['two, behind a byte-order mark', `\ufeff${warning}${warning}`],
  ['one without HTML', 'PHP Notice:  Undefined index: {ext} in /x.php on line 3\n'],
  ['one in Thai', `Warning: fopen(/บันทึก/ID3/RIFF/OggS/fLaC.wav): failed in /x.php on line 7\n`],
  ['a fatal error that was none', 'Fatal error: x in /x.php on line 9\r\n'],
];
const blanks: readonly (readonly [string, string])[] = [
  ['a newline', '\n'],
  ['blank lines', '\r\n\r\n \t'],
  ['a newline and a warning', `\n${warning}`],
  ['a warning and a newline', `${warning}\n`],
];

const extensionOf = (name: string) => name.split('.').at(-1) ?? '';
/** The shortest with sound in it, of each format. */
const withSound = [
  ...new Map(
    sampleRecordingNames()
      .map((name) => ({ name, bytes: sampleRecording(name)?.length ?? 0 }))
      .filter(({ bytes }) => bytes > 1_000)
      .sort((a, b) => b.bytes - a.bytes)
      .map(({ name }) => [extensionOf(name), name]),
  ).values(),
];
/** Samples without a header and a signature: a newline is a sample like any other there. */
const isSamplesAlone = (name: string) => /\.(?:ulaw|alaw|sln\d*|g722|raw|g729)$/.test(name);

/** The same sound as Chromium plays it without us. */
function madeOf(extension: string): { readonly name: string; readonly bytes: Buffer } {
  const from = path.join(folder(), 'from.wav');
  const to = path.join(path.dirname(from), `made.${extension}`);
  ffmpegMake(
    'test/pbx/samples/recordings/external-101-0812345678-20261123-134406-1795416246.121.wav',
    to,
    [],
  );
  return { name: `made.${extension}`, bytes: readFileSync(to) };
}

async function heard(name: string, file: Uint8Array, noise: string, kind: 'named' | 'unnamed' = 'named') {
  const bytes = Buffer.concat([Buffer.from(noise), file]);
  const { recordings } = await underTest({ pbx: { recordings: () => bytes } });
  const id = recordings.id(ref(kind === 'named' ? { filename: name } : { filename: 'x' }));
  const view = await recordings.open(id);
  const answer = await recordings.respond(id, null);
  const whole = answer.stream ? await gathered(answer.stream as AsyncIterable<Uint8Array>) : null;
  const part = await recordings.respond(id, 'bytes=100-199');
  const saved = await recordings.save(id, 'original');
  const original = saved ? await gathered(saved.pieces) : null;
  await saved?.done();
  return {
    view,
    length: answer.headers['Content-Length'],
    whole,
    part: part.headers['Content-Range'],
    original,
  };
}

describe.each(withSound)('%s', (name) => {
  const file = sampleRecording(name) ?? new Uint8Array(0);
  let clean: Awaited<ReturnType<typeof heard>> | undefined;
  test.each(isSamplesAlone(name) ? marks : [...marks, ...blanks])(
    'is the same behind %s: heard, measured and saved',
    async (_what, noise) => {
      clean ??= await heard(name, file, '');
      const noisy = await heard(name, file, noise);
      expect(noisy).toEqual(clean);
      expect(noisy.view).toMatchObject({ saveAs: expect.arrayContaining(['original']) });
      expect(noisy.original?.equals(Buffer.from(file))).toBe(true);
    },
  );
});

describe.each(['mp3', 'ogg', 'flac'])('a file that Chromium plays itself, %s,', (extension) => {
  test('is the same behind noise', async () => {
    const { name, bytes } = madeOf(extension);
    const clean = await heard(name, bytes, '');
    for (const [, noise] of [...marks, ...blanks]) {
      const noisy = await heard(name, bytes, noise);
      expect(noisy).toEqual(clean);
      expect(noisy.whole?.equals(bytes)).toBe(true);
    }
  });
});

test('wherever the network cuts it, noise is told from sound', () => {
  const wav = withSound.find((name) => name.endsWith('.wav')) ?? '';
  const file = Buffer.from(sampleRecording(wav) ?? []);
  for (const [, noise] of [...marks, ...blanks]) {
    const before = Buffer.from(noise);
    const reply = Buffer.concat([before, file]);
    for (let end = 1; end <= before.length + 60; end++) {
      const { format, skip } = sniffReply(reply.subarray(0, end), 'wav', false);
      if (format.kind !== 'more') expect([end, skip]).toEqual([end, before.length]);
    }
    expect(sniffReply(reply, 'wav', true)).toEqual({ format: sniffFile(file, wav), skip: before.length });
  }
});

test('nothing is taken from a recording without noise before it', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 50, maxLength: 500 }),
      fc.constantFrom('ulaw', 'alaw', 'sln', 'sln16', 'g722', 'wav', ''),
      (bytes, extension) => {
        fc.pre(bytes[0] !== 0xef);
        expect(sniffReply(bytes, extension, true).skip).toBe(0);
      },
    ),
    { numRuns: 3_000 },
  );
  for (const name of withSound) {
    const file = sampleRecording(name) ?? new Uint8Array(0);
    expect(sniffReply(file, extensionOf(name), true).skip).toBe(0);
  }
});

test('a warning of more than is looked at is none', () => {
  const file = sampleRecording(withSound[0] ?? '') ?? new Uint8Array(0);
  const reply = Buffer.concat([Buffer.alloc(headBytes + 1, 'x'), file]);
  expect(sniffReply(reply, 'wav', true).format).toMatchObject({ kind: 'problem' });
});
