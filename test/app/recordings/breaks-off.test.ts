import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { breaksOff } from '../../../app/recordings/breaks-off.ts';
import { ffmpegMake, soxMake } from './programs.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { folder, gathered, sourceOf } from './reference.ts';

/** A file as a real encoder writes it. */
function made(name: string, how: readonly string[] = []): Buffer {
  const where = folder();
  const from = path.join(where, 'from.wav');
  soxMake(from, ['-r', '8000', '-c', '1', '-b', '16'], 12);
  ffmpegMake(from, path.join(where, name), how);
  return readFileSync(path.join(where, name));
}

const files = [
  ['mp3', 'a.mp3', []],
  ['mp3', 'a.mp3', ['-q:a', '4', '-write_xing', '0', '-id3v2_version', '0']],
  ['mp3', 'a.mp3', ['-metadata', 'title=A call', '-write_id3v1', '1']],
  ['aac', 'a.aac', []],
  ['ogg', 'a.ogg', ['-c:a', 'libvorbis']],
  ['ogg', 'a.ogg', ['-c:a', 'libopus']],
  ['m4a', 'a.m4a', []],
  ['m4a', 'a.m4a', ['-movflags', '+faststart']],
] as const;

test.each(files)(
  'half of a file, and one a few bytes short, is told from the whole: %s, %s %j',
  async (format, name, how) => {
    const whole = made(name, how);
    const isCut = (bytes: Uint8Array) => breaksOff(format, bytes.length, sourceOf(bytes));
    expect(await isCut(whole)).toBe(false);
    expect(await isCut(Buffer.concat([whole, Buffer.from('what a writer puts behind it')]))).toBe(false);
    const isTagged = how.includes('-write_id3v1' as never);
    const sound = isTagged ? whole.subarray(0, -128) : whole;
    for (const less of [2, 7, 100]) expect(await isCut(sound.subarray(0, -less)), `${less} less`).toBe(true);
    expect(await isCut(whole.subarray(0, (whole.length / 2) | 0))).toBe(true);
  },
);

test('MPEG-4 whose writer never came to the box that tells of the sound is cut, however whole it looks', async () => {
  const box = (name: string, inside: number) => {
    const bytes = Buffer.alloc(8 + inside);
    bytes.writeUInt32BE(bytes.length);
    bytes.write(name, 4, 'latin1');
    return bytes;
  };
  const open = box('mdat', 100);
  open.writeUInt32BE(0);
  const long = Buffer.concat([
    Buffer.from([0, 0, 0, 1]),
    Buffer.from('mdat'),
    Buffer.from([0, 0, 0, 1, 0, 0, 0, 0]),
  ]);
  for (const [rest, isCut] of [
    [[box('mdat', 100)], true],
    [[box('mdat', 100), box('moov', 8)], false],
    [[open], true],
    [[box('moov', 8), open], false],
    [[box('moov', 8), long], true],
    [[box('moov', 8), Buffer.alloc(4)], false],
  ] as const) {
    const bytes = Buffer.concat([box('ftyp', 8), ...rest]);
    expect(await breaksOff('m4a', bytes.length, sourceOf(bytes))).toBe(isCut);
  }
});

test('no file keeps it busy for ever, and FLAC does not tell', async () => {
  const small = Buffer.alloc(8 * 3_000_000);
  for (let at = 0; at < small.length; at += 8) small.write('\0\0\0\x08free', at, 'latin1');
  expect(await breaksOff('m4a', small.length, sourceOf(small))).toBe(false);
  const flac = made('a.flac');
  expect(await breaksOff('flac', flac.length / 2, sourceOf(flac.subarray(0, flac.length / 2)))).toBe(false);
});

test('half an MP3 is heard, says that its end is missing, and is not kept', async () => {
  const whole = made('a.mp3');
  let bytes = whole.subarray(0, whole.length / 2);
  const { recordings } = await underTest({ pbx: { recordings: () => bytes } });
  const id = recordings.id(ref({ filename: 'call.mp3' }));
  const heard = async () =>
    gathered((await recordings.respond(id, null)).stream as unknown as AsyncIterable<Uint8Array>);
  expect(await recordings.open(id)).toMatchObject({ state: 'ready' });
  expect((await heard()).length).toBe(bytes.length);
  await expect.poll(() => recordings.view(id)).toMatchObject({ warning: 'cut-short' });
  await recordings.close(id);
  bytes = whole;
  await recordings.open(id);
  expect((await heard()).length).toBe(whole.length);
  await recordings.close(id);
  expect(await recordings.open(id)).toMatchObject({ state: 'ready', warning: null });
});
