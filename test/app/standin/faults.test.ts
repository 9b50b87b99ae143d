import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { Agent, createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { jsonAnswer } from '../../pbx/answers.ts';
import { deliver } from '../../pbx/deliver.ts';
import type { Fault, Pbx } from '../../pbx/stand-in.ts';
import { ask, failureOf, json, post, type RawReply, rawBytes, tokenOf } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

async function faulty(fault: Fault): Promise<Pbx> {
  const pbx = await start();
  pbx.fault('dial', fault);
  return pbx;
}

function dial(pbx: Pbx): Promise<RawReply> {
  return post(pbx, 'dial', { ext: '101', tel: '0812345678' });
}

function rawDial(pbx: Pbx, enough: (soFar: Buffer) => boolean): Promise<Buffer> {
  const request = `GET /pbxws.php/dial?ext=101&tel=1 HTTP/1.1\r\nHost: x\r\nAuthorization: Basic ${tokenOf()}\r\n\r\n`;
  return rawBytes(pbx.port, request, enough);
}

function bodyOf(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
}

const right = '{"success":true,"msg":"Originate successfully queued"}';

describe('replies that say something else', () => {
  test.each([401, 403, 404, 429, 500, 503])('status %i comes with a page in HTML', async (status) => {
    const reply = await dial(await faulty({ kind: 'status', status }));
    expect(reply.status).toBe(status);
    expect(reply.headers['content-type']).toContain('text/html');
    expect(reply.body.toString()).toMatch(/<\w+/);
  });

  test('500 looks like PHP, 401 challenges, 429 and 503 say when to come again', async () => {
    const of = async (status: number) => dial(await faulty({ kind: 'status', status }));
    expect((await of(500)).body.toString()).toContain('<b>Fatal error</b>');
    expect((await of(401)).headers['www-authenticate']).toContain('Basic');
    expect((await of(429)).headers['retry-after']).toBe('30');
    expect((await of(503)).headers['retry-after']).toBe('120');
  });

  test('a status may bring its own body and headers', async () => {
    const pbx = await faulty({ kind: 'status', status: 407, body: '{}', headers: { 'x-proxy': 'yes' } });
    expect(await dial(pbx)).toMatchObject({
      status: 407,
      headers: { 'x-proxy': 'yes' },
      body: Buffer.from('{}'),
    });
  });

  test('a log-in page comes with 200', async () => {
    const reply = await dial(await faulty({ kind: 'html' }));
    expect(reply.status).toBe(200);
    expect(reply.body.toString()).toContain('type="password"');
  });

  test.each([{ hello: 1 }, [1, 2], 7, 'x', null])('other JSON arrives as it is: %j', async (value) => {
    expect(json(await dial(await faulty({ kind: 'other-json', value })))).toEqual(value);
  });

  test('a PHP warning stands before the JSON', async () => {
    const { body } = await dial(await faulty({ kind: 'php-warning' }));
    expect(body.toString()).toMatch(/^<br \/>\n<b>Warning<\/b>:.*<br \/>\n\{"success":true/s);
  });

  test('a byte-order mark stands before the JSON', async () => {
    const { body } = await dial(await faulty({ kind: 'bom' }));
    expect([...body.subarray(0, 4)]).toEqual([0xef, 0xbb, 0xbf, '{'.charCodeAt(0)]);
  });

  test('white space stands around the JSON', async () => {
    const { body } = await dial(await faulty({ kind: 'white-space' }));
    expect(body.toString()).toBe(`\r\n\r\n \t${right}\n\n`);
  });

  test.each(['true', 1, '1', 'false', 0, '0', null])(
    'success comes as %j, beside the rest',
    async (value) => {
      const reply = json(await dial(await faulty({ kind: 'success-as', value })));
      expect(reply).toEqual({ success: value, msg: 'Originate successfully queued' });
    },
  );

  test.each([undefined, [], '', {}])('the value of a cdrapi reply comes as %j', async (value) => {
    const pbx = await start();
    pbx.fault('cdrapi', { kind: 'value-as', value });
    const query = { numRecords: 1, startTime: '2026-11-23 00:00:00', endTime: '2026-11-23 23:59:59' };
    const reply = json(await post(pbx, 'cdrapi', query));
    expect(reply).toEqual(value === undefined ? { success: true } : { success: true, value });
  });

  test.each([
    'สายไม่ว่าง',
    '<script>alert(1)</script>',
    'x'.repeat(50_000),
    'a\u0000b\u001b[31mc\r\nd\u202e',
    { nested: true },
  ])('a refusal carries the message that it was given (%#)', async (msg) => {
    expect(json(await dial(await faulty({ kind: 'refuse', msg })))).toEqual({ success: false, msg });
  });

  test.each([301, 302, 303, 307, 308] as const)('%i points elsewhere', async (status) => {
    const reply = await dial(await faulty({ kind: 'redirect', to: 'http://127.0.0.1:9/else', status }));
    expect(reply.status).toBe(status);
    expect(reply.headers.location).toBe('http://127.0.0.1:9/else');
  });

  test('an empty reply is 200 and nothing', async () => {
    const reply = await dial(await faulty({ kind: 'empty' }));
    expect([reply.status, reply.body.length, reply.headers['content-length']]).toEqual([200, 0, '0']);
  });

  test('cut JSON comes whole as far as HTTP goes, and cannot be parsed', async () => {
    const reply = await dial(await faulty({ kind: 'cut-json' }));
    expect(reply.ended).toBe('whole');
    expect(reply.body.toString()).toBe(right.slice(0, -2));
  });

  test('a compressed reply is marked so and holds the right one', async () => {
    const reply = await dial(await faulty({ kind: 'gzip' }));
    expect(reply.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(reply.body).toString()).toBe(right);
  });

  test('a debug page prints the credentials that it was sent', async () => {
    const reply = await dial(await faulty({ kind: 'echo', status: 500 }));
    expect(reply.status).toBe(500);
    expect(reply.body.toString()).toContain(`Basic ${tokenOf()}`);
  });
});

describe('replies that come in a wrong way', () => {
  test('hang: the request is taken and nothing ever comes', async () => {
    const pbx = await faulty({ kind: 'hang' });
    const nothing = rawDial(pbx, () => true);
    await pbx.until((received) => received.length === 1);
    await pbx.close();
    expect((await nothing).length).toBe(0);
  });

  test('slow: what is asked later is answered earlier, and then the right reply comes', async () => {
    const pbx = await faulty({ kind: 'slow', ms: 300 });
    const answered: string[] = [];
    const slow = dial(pbx).finally(() => answered.push('dial'));
    await pbx.until((received) => received.length === 1);
    await post(pbx, 'cdrapi', {}).finally(() => answered.push('cdrapi'));
    expect((await slow).body.toString()).toBe(right);
    expect(answered).toEqual(['cdrapi', 'dial']);
  });

  test.each(['close-before-reply', 'reset-before-reply'] as const)(
    '%s: not one byte, also on a connection that had worked',
    async (kind) => {
      const pbx = await start();
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      await post(pbx, 'dial', { ext: '101', tel: '1' }, { agent });
      pbx.fault('dial', { kind });
      expect(await failureOf(post(pbx, 'dial', { ext: '101', tel: '2' }, { agent }))).toBe('ECONNRESET');
      agent.destroy();
      expect(pbx.received.map(({ nthOnConnection }) => nthOnConnection)).toEqual([1, 2]);
    },
  );

  test('an orderly end before the reply is no error below HTTP, a reset is one', async () => {
    expect((await rawDial(await faulty({ kind: 'close-before-reply' }), () => false)).length).toBe(0);
    const reset = rawDial(await faulty({ kind: 'reset-before-reply' }), () => false);
    expect(await failureOf(reset)).toBe('ECONNRESET');
  });

  test('close-mid-reply: half of what was promised', async () => {
    const reply = await dial(await faulty({ kind: 'close-mid-reply' }));
    expect(reply.ended).toBe('ECONNRESET');
    expect(reply.headers['content-length']).toBe(String(right.length));
    expect(reply.body.toString()).toBe(right.slice(0, right.length / 2));
  });

  test('stall-mid-reply: half of it on a connection that stays open', async () => {
    const pbx = await faulty({ kind: 'stall-mid-reply' });
    const half = await rawDial(pbx, (soFar) => bodyOf(soFar).length >= right.length / 2);
    expect(bodyOf(half).toString()).toBe(right.slice(0, right.length / 2));
  });

  test('wrong-length: too much promised ends early, too little cuts the JSON', async () => {
    const more = await dial(await faulty({ kind: 'wrong-length', by: 10 }));
    expect([more.ended, more.body.toString()]).toEqual(['ECONNRESET', right]);
    const fewer = await faulty({ kind: 'wrong-length', by: -5 });
    const bytes = await rawDial(fewer, () => false);
    expect(bytes.toString()).toContain(`ontent-length: ${right.length - 5}\r\n`.toLowerCase());
    expect(bodyOf(bytes).toString()).toBe(right);
  });

  test('raw: those bytes and no others, then the end', async () => {
    const bytes = Buffer.from('SSH-2.0\r\n\0');
    expect(await rawDial(await faulty({ kind: 'raw', bytes }), () => false)).toEqual(bytes);
  });

  test('drip: the right reply, byte by byte', async () => {
    const sizes: number[] = [];
    const pbx = await faulty({ kind: 'drip', everyMs: 1 });
    const reply = await post(pbx, 'dial', { ext: '101', tel: '1' }, { onData: (soFar) => sizes.push(soFar) });
    expect(reply.body.toString()).toBe(right);
    expect(sizes.length).toBeGreaterThan(right.length / 2);
  });

  test('endless: goes on past any measure, and stops when the client leaves', async () => {
    const pbx = await faulty({ kind: 'endless' });
    const measure = 20_000_000;
    const reply = await post(
      pbx,
      'dial',
      { ext: '101', tel: '1' },
      { onData: (soFar, stop) => soFar > measure && stop() },
    );
    expect(reply.status).toBe(200);
    expect(reply.body.length).toBeGreaterThan(measure);
    expect(reply.body.toString('latin1', 0, right.length - 1)).toBe(right.slice(0, -1));
  });

  test('endless: a client that does not read fills no memory here', async () => {
    let waiting = 0;
    const server = createServer((_request, response) => {
      const to = { response, hangUp: () => undefined, signal: new AbortController().signal };
      void deliver(jsonAnswer({ success: true }), { kind: 'endless' }, to);
      const look = setInterval(() => {
        waiting = Math.max(waiting, response.writableLength, response.socket?.writableLength ?? 0);
      }, 5);
      response.on('close', () => clearInterval(look));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
    client.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => waiting).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(waiting).toBeLessThan(2_000_000);
    client.destroy();
    server.close();
    await once(server, 'close');
  });
});

describe('which replies are spoilt', () => {
  test('so many of them, and then no more', async () => {
    const pbx = await start();
    pbx.fault('dial', { kind: 'status', status: 500 }, 2);
    const statuses = [await dial(pbx), await dial(pbx), await dial(pbx)].map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
  });

  test('of one action or of all; that of the action goes first', async () => {
    const pbx = await start();
    pbx.fault('*', { kind: 'status', status: 503 });
    pbx.fault('dial', { kind: 'status', status: 500 });
    expect((await dial(pbx)).status).toBe(500);
    expect((await post(pbx, 'cdrapi', {})).status).toBe(503);
    expect((await ask(pbx.origin, { path: '/elsewhere' })).status).toBe(503);
  });

  test('until it is taken back', async () => {
    const pbx = await faulty({ kind: 'status', status: 500 });
    pbx.fault('dial', null);
    expect((await dial(pbx)).status).toBe(200);
  });

  test.each([
    { kind: 'close-before-reply' },
    { kind: 'close-mid-reply' },
    { kind: 'status', status: 500 },
    { kind: 'empty' },
  ] as const)('a dial that is answered with $kind has rung the phone all the same', async (fault) => {
    const pbx = await faulty(fault);
    await failureOf(dial(pbx));
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
  });
});
