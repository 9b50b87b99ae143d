import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { RecordingAnswer, Recordings } from '../../../app/recordings/recordings.ts';
import { sampleRecording, sampleRecordingNames } from '../../pbx/samples.ts';
import { transportsForTest } from '../pbx/pbx-under-test.ts';
import { ffmpegDecode } from './programs.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { gathered, samplesOf, wavOf } from './reference.ts';

const wav = 'external-101-0812345678-20261123-134406-1795416246.121.wav';
const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';
const ulaw = 'out-021234567-101-20261123-133653-1795415812.14.ulaw';
const withSound = sampleRecordingNames().filter((name) => (sampleRecording(name)?.length ?? 0) > 60);

async function opened(recordings: Recordings, filename: string): Promise<string> {
  const id = recordings.id(ref({ filename }));
  await recordings.open(id);
  return id;
}

async function bytesOf({ stream }: RecordingAnswer): Promise<Buffer> {
  return stream ? await gathered(stream as AsyncIterable<Uint8Array>) : Buffer.alloc(0);
}

test.each(withSound)(
  '%s is served as a WAV file: as long as announced, from the PBX and from its copy',
  async (name) => {
    const { recordings, standIn } = await underTest();
    const id = recordings.id(ref({ filename: name }));
    const expected = await samplesOf(wavOf(sampleRecording(name) ?? new Uint8Array(0), name));
    for (const requests of [1, 1]) {
      const view = await recordings.open(id);
      expect(view).toMatchObject({ state: 'ready', warning: null });
      const answer = await recordings.respond(id, null, 'wav');
      expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': 'audio/wav' } });
      const bytes = await bytesOf(answer);
      expect(answer.headers['Content-Length']).toBe(String(bytes.length));
      expect(bytes.subarray(44).equals(expected)).toBe(true);
      expect(standIn.received).toHaveLength(requests);
      await recordings.close(id);
    }
  },
);

test.each(withSound)('%s is served in a form that starts sooner, with the same samples', async (name) => {
  const { recordings, where } = await underTest();
  const id = await opened(recordings, name);
  const answer = await recordings.respond(id, null);
  expect(answer).toMatchObject({ status: 200, headers: { 'Content-Type': 'audio/mp4' } });
  const bytes = await bytesOf(answer);
  expect(answer.headers['Content-Length']).toBe(String(bytes.length));
  const file = path.join(path.dirname(where), 'served.mov');
  writeFileSync(file, bytes);
  const expected = await samplesOf(wavOf(sampleRecording(name) ?? new Uint8Array(0), name));
  expect(ffmpegDecode(file).equals(expected)).toBe(true);
});

test.each(['quick', 'wav'] as const)(
  'a player that goes to another place while it is given bytes (%s) leaves the copy as it is, and plays on',
  async (as) => {
    const { recordings, standIn, where } = await underTest();
    const id = await opened(recordings, wav);
    await bytesOf(await recordings.respond(id, null, as));
    await recordings.close(id);
    const kept = readdirSync(where);
    await recordings.open(id);
    for (const range of ['bytes=0-', 'bytes=44-', 'bytes=50000-']) {
      const { stream } = await recordings.respond(id, range, as);
      await (stream as ReadableStream).cancel();
    }
    await after(200);
    expect(recordings.view(id)).toMatchObject({ state: 'ready' });
    expect((await recordings.respond(id, 'bytes=50000-', as)).status).toBe(206);
    expect(readdirSync(where)).toEqual(kept);
    expect(standIn.received).toHaveLength(1);
  },
);

test('a player seeks by ranges and gets the same bytes as from the whole', async () => {
  const { recordings } = await underTest();
  const id = await opened(recordings, gsm);
  const whole = await bytesOf(await recordings.respond(id, null, 'wav'));
  for (const [from, to] of [
    [0, 1],
    [40, 50],
    [12_345, 23_456],
    [whole.length - 7, whole.length],
  ] as const) {
    const answer = await recordings.respond(id, `bytes=${from}-${to - 1}`, 'wav');
    expect(answer.status).toBe(206);
    expect(answer.headers['Content-Range']).toBe(`bytes ${from}-${to - 1}/${whole.length}`);
    expect(await bytesOf(answer)).toEqual(whole.subarray(from, to));
  }
  expect(await recordings.respond(id, `bytes=${whole.length}-`, 'wav')).toMatchObject({
    status: 416,
    stream: null,
  });
});

test('the first sound comes while the rest is still on its way', async () => {
  const { recordings, standIn } = await underTest();
  standIn.fault('recapi', { kind: 'stall-mid-reply' });
  const id = recordings.id(ref({ filename: wav }));
  expect(await recordings.open(id)).toMatchObject({ state: 'ready', seconds: 7, warning: null });
  const answer = await recordings.respond(id, 'bytes=0-19999', 'wav');
  expect((await bytesOf(answer)).equals(Buffer.from(sampleRecording(wav) ?? []).subarray(0, 20_000))).toBe(
    true,
  );
  const { received, total } = recordings.progress(id) ?? {};
  expect(total).toBe(112_044);
  expect(received).toBeLessThan(112_044);
});

describe('what nobody was given an id for is not served', () => {
  test.each(['', 'r0', '../../etc/passwd', wav, '1795415765.0'])('"%s"', async (id) => {
    const { recordings, standIn } = await underTest();
    recordings.id(ref({ filename: wav }));
    expect(await recordings.respond(id, null, 'wav')).toMatchObject({ status: 404, stream: null });
    expect(await recordings.open(id)).toBeNull();
    expect(await recordings.save(id, 'original')).toBeNull();
    expect(standIn.received).toHaveLength(0);
  });

  test('ids are of one run, the same for the same recording, and no number to a URL', async () => {
    const [one, other] = [await underTest(), await underTest()];
    const id = one.recordings.id(ref({ filename: wav }));
    expect(one.recordings.id(ref({ filename: wav }))).toBe(id);
    expect(one.recordings.id(ref({ filename: gsm }))).not.toBe(id);
    expect(other.recordings.id(ref({ filename: wav }))).not.toBe(id);
    expect(id).toMatch(/^r[0-9a-f]{32}$/);
  });

  test('an id of before the sign-out is none after it, and the copies are gone', async () => {
    const { recordings, where, entries } = await underTest();
    const id = await opened(recordings, wav);
    await bytesOf(await recordings.respond(id, null, 'wav'));
    expect(readdirSync(where)).toHaveLength(1);
    await recordings.forget();
    expect(await recordings.respond(id, null, 'wav')).toMatchObject({ status: 404 });
    expect(() => readdirSync(where)).toThrow();
    expect(entries?.size).toBe(0);
  });
});

describe('what is wrong is told in the closed set, and whether to try again', () => {
  test.each([
    [{ kind: 'refuse', msg: 'Recording file not found' }, 'refused', true],
    [{ kind: 'html' }, 'web-page', true],
    [{ kind: 'empty' }, 'empty', true],
    [{ kind: 'header-only' }, 'no-audio', false],
  ] as const)('%o', async (fault, problem, tryAgain) => {
    const { recordings, standIn, where } = await underTest();
    standIn.fault('recapi', fault, 1);
    const id = recordings.id(ref({ filename: wav }));
    expect(await recordings.open(id)).toMatchObject({ state: 'problem', problem, tryAgain, canSave: false });
    expect(await recordings.respond(id, null, 'wav')).toMatchObject({ status: 404 });
    expect(() => readdirSync(where)).toThrow();
    expect(await recordings.open(id, { again: true })).toMatchObject({ state: 'ready' });
  });

  test.each([
    ['cut-file', 'cut-short'],
    ['still-written', 'still-written'],
  ] as const)('of a %s one hears what is there, is told so, and no copy is kept', async (kind, warning) => {
    const { recordings, standIn, where } = await underTest();
    standIn.fault('recapi', { kind }, 1);
    const id = recordings.id(ref({ filename: wav }));
    expect(await recordings.open(id)).toMatchObject({ state: 'ready', seconds: 3.498625, warning });
    expect((await bytesOf(await recordings.respond(id, null, 'wav'))).length).toBe(112_044 / 2);
    await recordings.close(id);
    expect(readdirSync(where)).toEqual([]);
    expect(await recordings.open(id)).toMatchObject({ state: 'ready', seconds: 7, warning: null });
  });

  test.each([
    [
      'a header that was never brought up to date',
      (bytes: Buffer) => bytes.fill(0, 42, 44).fill(0x40, 41, 42),
      wav,
      7,
    ],
    [
      'a header that is a little too small',
      (bytes: Buffer) => withSize(bytes, bytes.length - 44 - 20_000),
      wav,
      5.75,
    ],
    ['GSM that ends in the middle of a frame', (bytes: Buffer) => bytes.subarray(0, 33 * 100 + 7), gsm, 2],
    [
      'linear sound that ends in the middle of a sample',
      (bytes: Buffer) => bytes.subarray(0, 16_001),
      'call.sln',
      1,
    ],
  ] as const)(
    '%s says that its end may be missing, plays, and is not kept',
    async (_what, cut, name, seconds) => {
      const whole = Buffer.from(sampleRecording(name === 'call.sln' ? wav : name) ?? []);
      const bytes = cut(name === 'call.sln' ? whole.subarray(44) : whole);
      const { recordings, where } = await underTest({ pbx: { recordings: () => bytes } });
      const id = recordings.id(ref({ filename: name }));
      expect(await recordings.open(id)).toMatchObject({ state: 'ready', seconds });
      await bytesOf(await recordings.respond(id, null, 'wav'));
      await expect.poll(() => recordings.view(id)).toMatchObject({ warning: 'unfinished' });
      await recordings.close(id);
      expect(readdirSync(where)).toEqual([]);
    },
  );

  test('what a writer puts behind the sound is no end that is missing', async () => {
    const bytes = Buffer.concat([
      Buffer.from(sampleRecording(wav) ?? []),
      Buffer.from('LIST\x04\0\0\0INFO', 'latin1'),
    ]);
    const { recordings } = await underTest({ pbx: { recordings: () => bytes } });
    const id = await opened(recordings, wav);
    await bytesOf(await recordings.respond(id, null, 'wav'));
    await recordings.close(id);
    expect(await recordings.open(id)).toMatchObject({ warning: null, seconds: 7 });
  });

  test('a transfer that breaks off is a failure, its copy is not kept, and trying again works', async () => {
    const { recordings, standIn, where } = await underTest();
    standIn.fault('recapi', { kind: 'close-mid-reply' }, 1);
    const id = recordings.id(ref({ filename: wav }));
    await recordings.open(id);
    await expect(recordings.respond(id, null, 'wav').then(bytesOf)).rejects.toThrow();
    expect(recordings.view(id)).toMatchObject({ state: 'failed', failure: { code: 'no-reply' } });
    await recordings.close(id);
    expect(readdirSync(where)).toEqual([]);
    await recordings.open(id);
    expect((await bytesOf(await recordings.respond(id, null, 'wav'))).length).toBe(112_044);
  });

  test('G.729 cannot be played and can be saved as it is', async () => {
    const bytes = Uint8Array.from({ length: 500 }, (_, at) => (at * 37 + 11) & 255);
    const { recordings } = await underTest({ pbx: { recordings: () => bytes } });
    const id = recordings.id(ref({ filename: 'call.g729' }));
    expect(await recordings.open(id)).toMatchObject({
      problem: 'not-playable',
      format: 'G.729',
      canSave: true,
    });
    expect(await recordings.respond(id, null, 'wav')).toMatchObject({ status: 404 });
    expect(await recordings.save(id, 'wav')).toBeNull();
    const saved = await recordings.save(id, 'original');
    expect(saved?.extension).toBe('g729');
    expect(await gathered(saved?.pieces ?? empty())).toEqual(Buffer.from(bytes));
  });

  test('too large, by what the PBX announces and by what it sends', async () => {
    const { recordings, standIn, where } = await underTest({ limits: { bytes: 100_000 } });
    expect(await recordings.open(recordings.id(ref({ filename: wav })))).toMatchObject({
      problem: 'too-large',
    });
    standIn.fault('recapi', { kind: 'endless' });
    // What follows its beginning is no GSM.
    const endless = recordings.id(ref({ filename: ulaw }));
    expect(await recordings.open(endless)).toMatchObject({ problem: 'too-large', tryAgain: false });
    await recordings.close(endless);
    expect(readdirSync(where)).toEqual([]);
  });

  test('too long', async () => {
    const { recordings } = await underTest({ limits: { seconds: 5 } });
    expect(await recordings.open(recordings.id(ref({ filename: wav })))).toMatchObject({
      problem: 'too-long',
    });
  });
});

test('without a keychain it plays and seeks the same, with nothing on disk', async () => {
  const { recordings, where } = await underTest({ keychain: 'silent' });
  const id = await opened(recordings, gsm);
  const bytes = await bytesOf(await recordings.respond(id, null, 'wav'));
  const expected = await samplesOf(wavOf(sampleRecording(gsm) ?? new Uint8Array(0), gsm));
  expect(bytes.subarray(44).equals(expected)).toBe(true);
  expect(await bytesOf(await recordings.respond(id, 'bytes=-1000', 'wav'))).toEqual(bytes.subarray(-1_000));
  expect(() => readdirSync(where)).toThrow();
});

test('a player closed at its last second leaves a copy, though the transfer has not quite ended', async () => {
  const { streaming } = transportsForTest();
  const { recordings, standIn } = await underTest({
    async transport(request, signal) {
      const reply = await streaming(request, signal);
      async function* body() {
        yield* reply.body;
        await after(50);
      }
      return { ...reply, body: body() };
    },
  });
  const id = await opened(recordings, gsm);
  await bytesOf(await recordings.respond(id, null, 'wav'));
  await recordings.close(id);
  expect(await recordings.open(id)).toMatchObject({ state: 'ready' });
  expect(standIn.received).toHaveLength(1);
});

test('the way that found a recording is asked for alone the next time', async () => {
  const { recordings, standIn } = await underTest({ keychain: 'silent' });
  const id = recordings.id(ref({ filename: 'not-there.wav', uniqueid: '1795415964.53' }));
  await recordings.open(id);
  await recordings.close(id);
  await recordings.open(id);
  expect(standIn.received.map(({ body }) => Object.keys(body ?? {}))).toEqual([
    ['filename'],
    ['uniqueid'],
    ['uniqueid'],
  ]);
});

test('a saved original is the file of the PBX, a saved WAV is what one hears', async () => {
  const { recordings } = await underTest();
  const id = await opened(recordings, gsm);
  const original = await recordings.save(id, 'original');
  expect(original).toMatchObject({ extension: 'gsm', bytes: sampleRecording(gsm)?.length });
  expect(await gathered(original?.pieces ?? empty())).toEqual(Buffer.from(sampleRecording(gsm) ?? []));
  const heard = await bytesOf(await recordings.respond(id, null, 'wav'));
  const saved = await recordings.save(id, 'wav');
  expect(saved).toMatchObject({ extension: 'wav', bytes: heard.length });
  expect(await gathered(saved?.pieces ?? empty())).toEqual(heard);
});

test('a save goes on when another recording is opened, its file is whole, and its address leads nowhere', async () => {
  const { recordings } = await underTest();
  const [one, other] = [await opened(recordings, wav), recordings.id(ref({ filename: gsm }))];
  const saved = await recordings.save(one, 'wav');
  const pieces = saved?.pieces ?? empty();
  const first = await pieces.next();
  await recordings.open(other);
  await recordings.close(one);
  expect(await recordings.respond(one, null, 'wav')).toMatchObject({ status: 404, stream: null });
  const rest = await gathered(pieces);
  expect((first.value?.length ?? 0) + rest.length).toBe(112_044);
});

test('a recording that was closed is not served by the address it had', async () => {
  const { recordings } = await underTest();
  const id = await opened(recordings, wav);
  expect(await recordings.respond(id, 'bytes=0-99')).toMatchObject({ status: 206 });
  await recordings.close(id);
  for (const as of ['quick', 'wav'] as const)
    expect(await recordings.respond(id, 'bytes=0-99', as)).toMatchObject({ status: 404, stream: null });
});

test('opening another recording ends the one before and its download', async () => {
  const { recordings, standIn, where } = await underTest();
  standIn.fault('recapi', { kind: 'stall-mid-reply' }, 1);
  const [one, other] = [recordings.id(ref({ filename: wav })), recordings.id(ref({ filename: gsm }))];
  await recordings.open(one);
  const stream = recordings.respond(one, null, 'wav').then(bytesOf);
  stream.catch(() => undefined);
  expect(await recordings.open(other)).toMatchObject({ state: 'ready' });
  await expect(stream).rejects.toThrow();
  await bytesOf(await recordings.respond(other, null, 'wav'));
  expect(recordings.view(one)).toBeNull();
  expect(readdirSync(where)).toHaveLength(1);
});

test('signing out does not wait for a PBX that never answers', async () => {
  const { recordings, standIn } = await underTest();
  standIn.fault('recapi', { kind: 'hang' });
  const opening = recordings.open(recordings.id(ref({ filename: wav })));
  await standIn.until((received) => received.length === 1);
  await recordings.forget();
  expect(await opening).toMatchObject({ state: 'failed' });
});

test('the waveform is there for what is decoded here', async () => {
  const { recordings } = await underTest();
  const measures = await recordings.measures(await opened(recordings, gsm), 50);
  expect(measures?.sides.map((side) => side.length)).toEqual([50]);
  expect(Math.max(...(measures?.sides[0] ?? []))).toBeGreaterThan(0.01);
});

/** With another size of the sound in its header. */
function withSize(bytes: Buffer, size: number): Buffer {
  bytes.writeUInt32LE(size, 40);
  return bytes;
}

async function* empty(): AsyncGenerator<Uint8Array, void, undefined> {}
