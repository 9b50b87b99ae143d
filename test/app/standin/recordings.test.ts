import { Buffer } from 'node:buffer';
import { expect, test } from 'vitest';
import { sampleRecording } from '../../pbx/samples.ts';
import type { Fault } from '../../pbx/stand-in.ts';
import { json, post, type RawReply } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

const filename = 'external-101-0812345678-20261123-134102-1795416062.73.wav';

function sample(name: string): Buffer {
  return Buffer.from(sampleRecording(name) ?? '');
}

test.each([
  ['its file name', { filename }],
  ['its unique id', { uniqueid: '1795416062.73' }],
  ['src, dst and calldate', { src: '0812345678', dst: '101', calldate: '2026-11-23 13:41:02' }],
])('a recording is found by %s', async (_by, filter) => {
  const reply = await post(await start(), 'recapi', filter);
  expect(reply.headers['content-type']).toBe('application/octet-stream');
  expect(reply.headers['content-disposition']).toContain(filename);
  expect(reply.body.equals(sample(filename))).toBe(true);
});

test('a name with a plus is found', async () => {
  const name = 'external-101-+66812345678-20261123-134110-1795416070.75.gsm';
  const reply = await post(await start(), 'recapi', { filename: name });
  expect(reply.body.equals(sample(name))).toBe(true);
});

test.each([
  { uniqueid: '1795415964.53' },
  { src: '021110000', dst: '0812345678', calldate: '2026-11-23 13:39:24' },
])('a recording that was started by hand is found by %j although its row names none', async (filter) => {
  const reply = await post(await start(), 'recapi', filter);
  expect(reply.body.equals(sample('ondemand-101-c24.wav'))).toBe(true);
});

test.each([
  { filename: 'no-such.wav' },
  { filename: '../calls.json' },
  { filename: 'recordings' },
  { uniqueid: '1.1' },
  { uniqueid: '1795415958.51' },
  { src: '0812345678', dst: '101' },
  {},
])('what is not there is refused in JSON: %j', async (filter) => {
  const reply = await post(await start(), 'recapi', filter);
  expect([reply.status, json(reply)]).toEqual([200, { success: false, msg: expect.any(String) }]);
});

test('a part of a file cannot be asked for: all of it comes', async () => {
  const pbx = await start();
  const all = await post(pbx, 'recapi', { filename });
  const part = await post(
    pbx,
    'recapi',
    {},
    {
      body: JSON.stringify({ filename }),
      headers: { range: 'bytes=0-9', authorization: pbx.received[0]?.headers.authorization ?? '' },
    },
  );
  expect([part.status, part.body.length]).toEqual([200, all.body.length]);
  expect(part.headers['accept-ranges']).toBeUndefined();
});

test('other recordings than the samples may stand behind it', async () => {
  const pbx = await start({ recordings: (name) => (name === 'a.wav' ? Buffer.from('sound') : null) });
  expect((await post(pbx, 'recapi', { filename: 'a.wav' })).body.toString()).toBe('sound');
});

async function spoilt(fault: Fault): Promise<RawReply> {
  const pbx = await start();
  pbx.fault('recapi', fault);
  return post(pbx, 'recapi', { filename });
}

test('a file that is only a header has a header that says so', async () => {
  const { body } = await spoilt({ kind: 'header-only' });
  expect(body.length).toBe(44);
  expect([body.toString('latin1', 0, 4), body.readUInt32LE(40)]).toEqual(['RIFF', 0]);
});

test('a cut file promises more in its header than there is', async () => {
  const { body, ended } = await spoilt({ kind: 'cut-file' });
  expect(ended).toBe('whole');
  expect(body.equals(sample(filename).subarray(0, body.length))).toBe(true);
  expect(body.readUInt32LE(40)).toBeGreaterThan(body.length);
});

test('a file that is still being written has sound, and sizes of 0', async () => {
  const { body } = await spoilt({ kind: 'still-written' });
  expect([body.readUInt32LE(4), body.readUInt32LE(40)]).toEqual([0, 0]);
  expect(body.subarray(44).equals(sample(filename).subarray(44, body.length))).toBe(true);
  expect(body.length).toBeGreaterThan(10_000);
});
