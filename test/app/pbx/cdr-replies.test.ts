import { Buffer } from 'node:buffer';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Fault } from '../../pbx/stand-in.ts';
import { gather, underTest } from './pbx-under-test.ts';

const window = { numRecords: 1_000, startTime: '2000-01-01 00:00:00', endTime: '2100-01-01 00:00:00' };
/** Milliseconds and bytes. A busy computer takes its time for a reply that is right. */
const patiently = { connect: 10_000, firstByte: 10_000, whole: 10_000, bytes: 3_000_000 };
const shortly = { ...patiently, firstByte: 1_500, whole: 2_500 };

function raw(body: string | Uint8Array, ...headers: readonly string[]): Fault {
  const head = ['HTTP/1.1 200 OK', 'Content-Type: text/html', 'Connection: close', ...headers, '', ''];
  return { kind: 'raw', bytes: Buffer.concat([Buffer.from(head.join('\r\n')), Buffer.from(body)]) };
}
const row = { src: '0812345678', dst: '101' };
const good = JSON.stringify({ success: true, value: [row, row] });
const chunked = (...pieces: readonly string[]) =>
  pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('');

async function asked(fault: Fault, limits = patiently) {
  const { standIn, pbx } = await underTest({ pbx: { rows: [row] }, limits });
  standIn.fault('cdrapi', fault);
  const said = await pbx.cdr(window, gather);
  standIn.fault('cdrapi', null);
  // Whatever it was, the next reply is read as ever.
  expect(await pbx.cdr(window, gather)).toMatchObject({ ok: true, value: { rows: { all: [] } } });
  return said;
}

describe('rows are understood', () => {
  test.each<[string, Fault]>([
    ['without a length, until the connection ends', raw(good)],
    ['in chunks of one byte', raw(`${chunked(...good)}0\r\n\r\n`, 'Transfer-Encoding: chunked')],
    ['packed by gzip', raw(gzipSync(good), 'Content-Encoding: gzip')],
    ['packed by deflate', raw(deflateSync(good), 'Content-Encoding: deflate')],
    ['packed by brotli', raw(brotliCompressSync(good), 'Content-Encoding: br')],
    ['behind byte-order marks', raw(`\ufeff\ufeff${good}`)],
    ['in UTF-16', raw(Buffer.from(`\ufeff${good}`, 'utf16le'))],
    ['with keys that come twice, of which the last counts', raw(good.replace('{"src"', '{"src":"1","src"'))],
  ])('%s', async (_name, fault) => {
    expect(await asked(fault)).toMatchObject({ ok: true, value: { rows: { all: [row, row] } } });
  });

  test.each([null, false, 7, 'x', []])(
    'with %j among them, which counts as a row of which nothing is known',
    async (odd) => {
      const mixed = { kind: 'value-as', value: [row, odd, row] } as const;
      expect(await asked(mixed)).toMatchObject({ value: { rows: { all: [row, {}, row] } } });
    },
  );

  test('with bytes that are no UTF-8, and numbers that are none', async () => {
    const odd = Buffer.from(good.replace('"0812345678"', '1e999').replace('"101"', '"\xff\xfe"'), 'latin1');
    expect(await asked(raw(odd))).toMatchObject({
      value: { rows: { all: [{ src: Number.POSITIVE_INFINITY, dst: '\ufffd\ufffd' }, row] } },
    });
  });
});

test.each([
  ['Mon, 23 Nov 2026 03:00:00 GMT', Date.UTC(2026, 10, 23, 3)],
  ['yesterday', null],
  ['', null],
])("the PBX's clock is read from the head, where it says %j", async (date, at) => {
  expect(await asked(raw(good, `Date: ${date}`))).toMatchObject({ ok: true, value: { at } });
});

describe('what is not a list of rows is told for what it is', () => {
  test.each<[string, Fault, string]>([
    ['the middle of a row, without a length', raw(good.slice(0, 50)), 'no-reply'],
    ['the middle of a row, of more that was promised', { kind: 'wrong-length', by: 10 }, 'no-reply'],
    ['chunks without an end', raw(chunked(good.slice(0, 50)), 'Transfer-Encoding: chunked'), 'no-reply'],
    ['half of what was packed', raw(gzipSync(good).subarray(0, 40), 'Content-Encoding: gzip'), 'no-reply'],
    ['a connection that is reset', { kind: 'reset-before-reply' }, 'no-reply'],
    ['a reply that falls silent', { kind: 'stall-mid-reply' }, 'timed-out'],
    ['a reply that drips', { kind: 'drip', everyMs: 300 }, 'timed-out'],
    ['silence', { kind: 'hang' }, 'timed-out'],
    ['a reply without an end', { kind: 'endless' }, 'too-large'],
    ['a row without an end', raw(`${good.slice(0, 40)}${'x'.repeat(1_500_000)}`), 'too-large'],
    [
      'a few bytes that are megabytes once unpacked',
      raw(gzipSync(Buffer.alloc(20_000_000, ' ')), 'Content-Encoding: gzip'),
      'too-large',
    ],
    ['no HTTP', { kind: 'raw', bytes: Buffer.from('SSH-2.0-OpenSSH_9.2\r\n') }, 'not-this-api'],
    ['what is packed in no way', raw('no gzip at all', 'Content-Encoding: gzip'), 'not-this-api'],
    ['a page', { kind: 'html' }, 'not-this-api'],
    ['nothing', { kind: 'empty' }, 'not-this-api'],
    ['rows that are no objects', { kind: 'value-as', value: [1, 'x', null] }, 'not-this-api'],
    ['a redirect', { kind: 'redirect', to: '/elsewhere', status: 302 }, 'redirected'],
    ['401', { kind: 'status', status: 401 }, 'unauthorised'],
    ['403 with rows in it', { kind: 'status', status: 403, body: good }, 'unauthorised'],
    ['500 with rows in it', { kind: 'status', status: 500, body: good }, 'server-error'],
    ['a refusal', { kind: 'refuse', msg: 'No right to see calls' }, 'refused'],
  ])('%s', async (_name, fault, code) => {
    const said = await asked(fault, code === 'timed-out' ? shortly : patiently);
    expect(said).toMatchObject({ ok: false, failure: { code } });
  });
});
