import { Agent } from 'node:http';
import { expect, test } from 'vitest';
import { demoOffice } from '../../pbx/demo-office.ts';
import { ask, failureOf, json, post, rawBytes, tokenOf } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

test('an agent of the call centre dials by dialqm', async () => {
  const pbx = await start();
  expect(json(await post(pbx, 'dialqm', { agent: '7001', tel: '021234567' }))).toMatchObject({
    success: true,
  });
  expect(pbx.dials()).toEqual([{ agent: '7001', tel: '021234567' }]);
});

test.each([
  ['dial', { tel: '1' }, 'ext'],
  ['dial', { ext: '101' }, 'tel'],
  ['dialqm', { tel: '1' }, 'agent'],
])('%s of %j is refused for want of %s', async (action, data, field) => {
  const pbx = await start();
  expect(json(await post(pbx, action, data))).toEqual({
    success: false,
    msg: expect.stringContaining(field),
  });
});

test('what arrived is written down as it came: method, path, query, headers, body', async () => {
  const pbx = await start();
  await post(
    pbx,
    'dial',
    { ext: '101', tel: '*97' },
    { path: '/pbxws.php/dial?note=a%2Bb%20c+d%2F%E0%B8%81' },
  );
  expect(pbx.received).toHaveLength(1);
  expect(pbx.received[0]).toMatchObject({
    method: 'POST',
    action: 'dial',
    path: '/pbxws.php/dial',
    query: { note: 'a+b c d/ก' },
    headers: { 'content-type': 'application/json', authorization: `Basic ${tokenOf()}` },
    body: { ext: '101', tel: '*97' },
  });
});

test('a body that is no JSON is kept as text, an absent one as null', async () => {
  const pbx = await start();
  await post(pbx, 'dial', {}, { body: 'ext=101&tel=1' });
  await ask(pbx.origin, { path: '/pbxws.php/dial' });
  expect(pbx.received.map(({ body }) => body)).toEqual(['ext=101&tel=1', null]);
});

test.each(['HEAD', 'PUT', 'DELETE', 'OPTIONS'])('%s is not taken and rings no phone', async (method) => {
  const pbx = await start();
  const reply = await ask(pbx.origin, {
    method,
    path: '/pbxws.php/dial?ext=101&tel=1',
    headers: { authorization: `Basic ${tokenOf()}` },
  });
  expect(reply.status).toBe(405);
  expect(reply.headers.allow).toBe('GET, POST');
  expect(pbx.dials()).toEqual([]);
});

test.each(['/pbxws.php/hangup', '/pbxws.php/dial/', '/pbxws.php/', '/pbxws.php'])(
  '%s is no action, and says so in JSON',
  async (path) => {
    const pbx = await start();
    const reply = await ask(pbx.origin, { path, headers: { authorization: `Basic ${tokenOf()}` } });
    expect([reply.status, json(reply)]).toEqual([200, { success: false, msg: 'Unknown action' }]);
  },
);

test('any other path is a 404 page', async () => {
  const pbx = await start();
  const reply = await ask(pbx.origin, { path: '/' });
  expect(reply.status).toBe(404);
  expect(reply.body.toString()).toContain('<html>');
});

test('a request body beyond all measure is turned away, and the client is told', async () => {
  const pbx = await start();
  const reply = await post(pbx, 'dial', { ext: '101', tel: '1'.repeat(200_000) });
  expect(reply.status).toBe(413);
  expect(pbx.dials()).toEqual([]);
});

test('JSON goes out as PHP sends it: as text/html, slashes and Thai escaped', async () => {
  const pbx = await start();
  pbx.fault('dial', { kind: 'refuse', msg: 'สาย 1/2 ไม่ว่าง' });
  const reply = await post(pbx, 'dial', { ext: '101', tel: '1' });
  expect(reply.headers['content-type']).toBe('text/html; charset=UTF-8');
  expect(reply.body.toString('latin1')).toContain('\\u0e2a\\u0e32\\u0e22 1\\/2');
  expect(json(reply)).toEqual({ success: false, msg: 'สาย 1/2 ไม่ว่าง' });
});

test('a connection that is used again is told from a new one', async () => {
  const pbx = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await post(pbx, 'dial', { ext: '101', tel: '1' }, { agent });
  await post(pbx, 'dial', { ext: '101', tel: '2' }, { agent });
  await post(pbx, 'dial', { ext: '101', tel: '3' });
  agent.destroy();
  expect(pbx.received.map(({ connection, nthOnConnection }) => [connection, nthOnConnection])).toEqual([
    [1, 1],
    [1, 2],
    [2, 1],
  ]);
  expect(pbx.connections()).toBe(2);
});

test('waiting for a request ends when it arrives, answered or not', async () => {
  const pbx = await start();
  pbx.fault('*', { kind: 'hang' });
  const waiting = pbx.until((received) => received.some(({ action }) => action === 'dial'));
  const lost = failureOf(post(pbx, 'dial', { ext: '101', tel: '1' }));
  await waiting;
  expect(pbx.dials()).toHaveLength(1);
  await pbx.close();
  expect(await lost).toBe('ECONNRESET');
});

test('closing ends open connections, warm and silent ones alike, and nothing answers afterwards', async () => {
  const pbx = await start();
  const agent = new Agent({ keepAlive: true });
  await post(pbx, 'dial', { ext: '101', tel: '1' }, { agent });
  const silent = rawBytes(pbx.port, '', () => false);
  const warm = rawBytes(pbx.port, 'GET / HTTP/1.1\r\nHost: x\r\n\r\n', () => false);
  await pbx.until((received) => received.length === 2);
  await pbx.close();
  await silent;
  expect((await warm).toString()).toContain('404');
  agent.destroy();
  expect(await failureOf(ask(pbx.origin, { path: '/' }))).toBe('ECONNREFUSED');
});

test.each([
  ['of samples', {}],
  ['that is made up', { recordings: demoOffice({ now: Date.now() }).recordings }],
])(
  'an accepted dial appears among the calls of an office %s once it is over, with a recording',
  async (_what, office) => {
    const pbx = await start({ ...office, rows: [], onDial: 'leave-row', callLastsMs: 20 });
    const everything = { numRecords: 10, startTime: '2000-01-01 00:00:00', endTime: '2099-12-31 23:59:59' };
    pbx.fault('dial', { kind: 'refuse', msg: 'no' }, 1);
    await post(pbx, 'dial', { ext: '101', tel: '0812340001' });
    await post(pbx, 'dial', { ext: '101', tel: '0812340002' });
    await expect.poll(() => pbx.rows.length).toBe(1);
    const reply = json(await post(pbx, 'cdrapi', everything));
    expect(reply).toMatchObject({
      success: true,
      value: [{ dst: '0812340002', cnum: '101', disposition: 'ANSWERED', calldate: expect.any(String) }],
    });
    const filename = pbx.rows[0]?.recordingfile;
    const file = await post(pbx, 'recapi', { filename });
    expect(file.headers['content-type']).toBe('application/octet-stream');
    expect(file.body.toString('latin1', 0, 4)).toBe('RIFF');
  },
);
