import { expect, onTestFinished, test } from 'vitest';
import { decodeHere } from '../../../app/recordings/decode/step.ts';
import { createDecodingThread } from '../../../app/recordings/decode/thread.ts';
import { createWavFile } from '../../../app/recordings/decode/wav-file.ts';
import { sampleRecording } from '../../pbx/samples.ts';
import { startDecoder } from './decoder.ts';
import { layoutOf, samplesOf, sourceOf } from './reference.ts';

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
