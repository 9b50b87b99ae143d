import { expect, test } from 'vitest';
import { createDownload } from '../../../app/pbx/recording.ts';
import type { StreamingTransport, Transport } from '../../../app/pbx/transport.ts';
import { findRecording } from '../../../app/recordings/find.ts';
import type { Fault } from '../../pbx/faults.ts';
import { sampleCalls, sampleRecording } from '../../pbx/samples.ts';
import { accountAt, transportForTest, transportsForTest } from '../pbx/pbx-under-test.ts';
import { ref, underTest } from './recordings-under-test.ts';
import { gathered } from './reference.ts';

const never = new AbortController().signal;
const wav = 'out-0812340006-101-20261123-133607-1795415765.0.wav';
const byHand = sampleCalls()
  .flatMap((call) => call.rows)
  .find((row) => row.uniqueid === '1795415964.53');

test('the file name is asked for first, and nothing else where it answers with sound', async () => {
  const { standIn, download } = await underTest();
  const found = await findRecording(ref({ filename: wav, uniqueid: '1795415765.0' }), download, never);
  if (found.kind !== 'found') throw new Error(found.kind);
  expect(found).toMatchObject({ way: 'filename', extension: 'wav', format: { codec: 'pcm-s16' } });
  expect(await gathered(found.body)).toEqual(Buffer.from(sampleRecording(wav) ?? []));
  expect(standIn.received.map(({ body }) => body)).toEqual([{ filename: wav }]);
});

test('a recording that was started by hand is found by its unique id', async () => {
  const { standIn, download } = await underTest();
  const { uniqueid = null } = byHand ?? {};
  const found = await findRecording(ref({ filename: 'not-there.wav', uniqueid }), download, never);
  expect(found).toMatchObject({ kind: 'found', way: 'uniqueid' });
  expect(standIn.received).toHaveLength(2);
});

test('where neither name nor id is known, the call itself finds it', async () => {
  const { standIn, download } = await underTest();
  const { src = null, dst = null, calldate = null } = byHand ?? {};
  const found = await findRecording(ref({ src, dst, calldate }), download, never);
  expect(found).toMatchObject({ kind: 'found', way: 'call' });
  expect(standIn.received.map(({ body }) => body)).toEqual([{ src, dst, calldate }]);
});

test('the way that worked before is tried first', async () => {
  const { standIn, download } = await underTest();
  const { uniqueid = null } = byHand ?? {};
  await findRecording(ref({ filename: 'not-there.wav', uniqueid }), download, never, 'uniqueid');
  expect(standIn.received.map(({ body }) => body)).toEqual([{ uniqueid }]);
});

test('a file without sound does not end the search, and is what is told when there is no better one', async () => {
  const { standIn, download } = await underTest();
  const empty = 'internal-101-101-20261123-133754-1795415874.27.wav';
  const found = await findRecording(ref({ filename: empty, uniqueid: 'nobody' }), download, never);
  expect(found).toMatchObject({ kind: 'problem', problem: 'no-audio' });
  expect(standIn.received).toHaveLength(2);
});

test.each([
  [
    { kind: 'refuse', msg: 'Recording file not found' },
    { problem: 'refused', message: 'Recording file not found' },
  ],
  [{ kind: 'html' }, { problem: 'web-page' }],
  [{ kind: 'empty' }, { problem: 'empty' }],
  [{ kind: 'header-only' }, { problem: 'no-audio' }],
] as const)('an answer of the kind %o is told as it is', async (fault, expected) => {
  const { standIn, download } = await underTest();
  standIn.fault('recapi', fault);
  expect(await findRecording(ref({ filename: wav }), download, never)).toMatchObject({
    kind: 'problem',
    ...expected,
  });
});

test.each([
  [
    404,
    JSON.stringify({ success: false, msg: 'File not found' }),
    { problem: 'refused', message: 'File not found' },
  ],
  [400, JSON.stringify({ success: false, msg: 'ไม่พบไฟล์' }), { problem: 'refused', message: 'ไม่พบไฟล์' }],
  [404, '<html><h1>Not Found</h1></html>', { problem: 'refused' }],
  [404, '', { problem: 'refused' }],
  [410, 'Gone', { problem: 'refused' }],
])('status %i with %j says that there is no such recording', async (status, body, expected) => {
  const { standIn, download } = await underTest();
  standIn.fault('recapi', { kind: 'status', status, body });
  const found = await findRecording(ref({ filename: wav, uniqueid: '1' }), download, never);
  expect(found).toMatchObject({ kind: 'problem', ...expected });
  expect(standIn.received).toHaveLength(2);
});

test('a recording that the second way finds is found, though the first said 404', async () => {
  const { standIn, download } = await underTest();
  const { uniqueid = null } = byHand ?? {};
  const body = JSON.stringify({ success: false, msg: 'File not found' });
  standIn.fault('recapi', { kind: 'status', status: 404, body }, 1);
  const found = await findRecording(ref({ filename: wav, uniqueid }), download, never);
  expect(found).toMatchObject({ kind: 'found', way: 'uniqueid' });
});

test.each([
  [{ kind: 'status', status: 401 }, 'unauthorised', 1],
  [{ kind: 'refuse', msg: 'Invalid token' }, 'unauthorised', 1],
  [{ kind: 'refuse', msg: 'No permission to listen to recordings' }, 'refused', 1],
  [{ kind: 'refuse', msg: 'ไม่มีสิทธิ์ฟังเสียงบันทึก' }, 'refused', 1],
  [{ kind: 'status', status: 404, body: '{"success":false,"msg":"Access denied"}' }, 'refused', 1],
  [{ kind: 'status', status: 403 }, 'forbidden', 2],
  [{ kind: 'close-before-reply' }, 'no-reply', 1],
  // A script may stumble over one filter and not over another.
  [{ kind: 'status', status: 500 }, 'server-error', 2],
] as const)('after %o the person is told of %s', async (fault, code, requests) => {
  const { standIn, download } = await underTest();
  standIn.fault('recapi', fault);
  const found = await findRecording(ref({ filename: wav, uniqueid: '1' }), download, never);
  expect(found).toMatchObject({ kind: 'failed', failure: { code } });
  expect(standIn.received).toHaveLength(requests);
});

test('a PHP warning before the refusal hides neither its words nor that it is one', async () => {
  const { standIn, download } = await underTest();
  standIn.fault('recapi', { kind: 'php-warning' });
  const found = await findRecording(ref({ filename: 'not-there.wav' }), download, never);
  expect(found).toMatchObject({ kind: 'problem', problem: 'refused', message: 'Recording file not found' });
});

test('nothing of an answer that echoes the credentials is told', async () => {
  const { standIn, download } = await underTest();
  standIn.fault('recapi', { kind: 'echo', status: 200 });
  const told = JSON.stringify(await findRecording(ref({ filename: wav }), download, never));
  expect(told).not.toMatch(/demo-|Basic|ZGVtby/);
});

test.each([
  ['', () => transportsForTest().streaming],
  [', nor does the transport heed the signal', () => streamWhole(transportForTest())],
])('a search that nobody waits for ends, though the PBX never answers%s', async (_also, transportOf) => {
  const { standIn } = await underTest();
  const transport = transportOf();
  const account = accountAt(standIn.origin, { apiKey: 'demo-key', apiSecret: 'demo-secret' });
  const download = createDownload({ transport, account });
  standIn.fault('recapi', { kind: 'hang' });
  const stop = new AbortController();
  const search = findRecording(ref({ filename: wav, uniqueid: '1' }), download, stop.signal);
  await standIn.until((received) => received.length === 1);
  stop.abort();
  expect(await search).toMatchObject({ kind: 'failed' });
  expect(standIn.received).toHaveLength(1);
});

test.each([
  ['no answer', { kind: 'close-before-reply' }],
  ['a page of the proxy', { kind: 'status', status: 407 }],
  ['a page of the PBX', { kind: 'status', status: 500 }],
  ['half a file', { kind: 'close-mid-reply' }],
] satisfies [string, Fault][])(
  '%s instead of a recording: where there is a proxy, it is named',
  async (_what, fault) => {
    for (const proxy of ['proxy.example.com:3128', null]) {
      const { standIn, recordings } = await underTest({ through: async () => proxy });
      standIn.fault('recapi', fault);
      const id = recordings.id(ref({ filename: wav }));
      await recordings.open(id);
      const view = () => recordings.view(id);
      await expect.poll(() => view()?.state).toBe('failed');
      const now = view();
      expect(now?.state === 'failed' && (now.failure.proxy ?? null)).toBe(proxy);
    }
  },
);

test('a transport that only knows whole replies serves as well', async () => {
  const { standIn } = await underTest();
  const account = accountAt(standIn.origin, { apiKey: 'demo-key', apiSecret: 'demo-secret' });
  const download = createDownload({ transport: streamWhole(transportForTest()), account });
  const found = await findRecording(ref({ filename: wav }), download, never);
  if (found.kind !== 'found') throw new Error(found.kind);
  expect((await gathered(found.body)).length).toBe(sampleRecording(wav)?.length);
});

/** The whole reply, as one piece, of a transport that heeds no signal. */
function streamWhole(transport: Transport): StreamingTransport {
  return async (request) => {
    const { body, ...head } = await transport(request);
    return {
      ...head,
      body: (async function* () {
        yield body;
      })(),
    };
  };
}
