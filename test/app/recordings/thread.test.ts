import { expect, onTestFinished, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createDecodingThread } from '../../../app/recordings/decode/thread.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { sampleRecording } from '../../pbx/samples.ts';
import { startDecoder } from './decoder.ts';
import { gathered, layoutOf, samplesOf, sourceOf } from './reference.ts';

const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';
const bytes = sampleRecording(gsm) ?? new Uint8Array(0);

function thread(start = startDecoder) {
  const made = createDecodingThread(start);
  onTestFinished(() => made.end());
  return made;
}

test('the thread decodes what is decoded without one, several recordings at once', async () => {
  const { decode } = thread();
  const file = (how: typeof decode) =>
    createWavFile(sourceOf(bytes), layoutOf(bytes, gsm), bytes.length, how);
  const expected = await samplesOf(file(decodeHere()));
  const both = await Promise.all([samplesOf(file(decode)), samplesOf(file(decode))]);
  for (const one of both) expect(one.equals(expected)).toBe(true);
});

test('what is only looked at is the same, in memory that is used again, and silent where bytes are missing', async () => {
  const { decode } = thread();
  const handed: (Int16Array | undefined)[] = [];
  const file = (dataBytes: number) =>
    createWavFile(sourceOf(bytes), layoutOf(bytes, gsm), dataBytes, (step) => {
      handed.push(step.into);
      return decode(step);
    });
  for (const wav of [file(bytes.length), file(bytes.length + 33 * 40)]) {
    const expected = await samplesOf(wav);
    handed.length = 0;
    expect((await gathered(wav.look())).equals(expected)).toBe(true);
    const [first, ...others] = handed;
    expect(first).toBeUndefined();
    // Each was given away: nobody else reads what is written over.
    expect(others.length > 0 && others.every((into) => into?.length === 0)).toBe(true);
  }
});

test('what is no work takes no thread', async () => {
  const { decode } = thread(() => {
    throw new Error('a thread was started');
  });
  const step = { channels: 1, state: new Int32Array(0), encoded: Uint8Array.of(1, 2, 0xff, 0x7f), blocks: 3 };
  expect([...(await decode({ ...step, codec: 'pcm-s16' })).samples]).toEqual([513, 32_767, 0]);
  await expect(async () => decode({ ...step, codec: 'gsm' })).rejects.toThrow('a thread was started');
});

test('a thread that dies takes its own steps along and nothing else: the next has a new one', async () => {
  const started: ReturnType<typeof startDecoder>[] = [];
  const { decode } = thread(() => {
    const worker = startDecoder();
    started.push(worker);
    return worker;
  });
  const step = {
    codec: 'gsm',
    channels: 1,
    state: new Int32Array(0),
    encoded: bytes.subarray(0, 33),
    blocks: 1,
  } as const;
  const { samples } = await decode(step);
  // Half a second's work: the thread is in the middle of it when it dies.
  const blocks = 100_000;
  const dying = decode({ ...step, encoded: Buffer.alloc(33 * blocks, step.encoded), blocks });
  await Promise.all([expect(dying).rejects.toThrow(), started[0]?.terminate()]);
  expect((await decode(step)).samples).toEqual(samples);
  expect(started).toHaveLength(2);
});
