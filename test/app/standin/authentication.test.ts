import { describe, expect, test } from 'vitest';
import type { AuthWay, Pbx } from '../../pbx/stand-in.ts';
import { ask, json, type RawReply, tokenOf } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

type RequestWay = 'query string' | 'JSON body';

function dial(pbx: Pbx, auth: AuthWay | null, way: RequestWay, token = tokenOf()): Promise<RawReply> {
  const data = { ext: '101', tel: '0812345678' };
  const query = new URLSearchParams({
    ...(way === 'query string' ? data : {}),
    ...(auth === 'query' ? { token } : {}),
  });
  const body = { ...(way === 'JSON body' ? data : {}), ...(auth === 'body' ? { token } : {}) };
  const posts = way === 'JSON body' || auth === 'body';
  return ask(pbx.origin, {
    method: posts ? 'POST' : 'GET',
    path: `/pbxws.php/dial?${query}`,
    headers: auth === 'header' ? { authorization: `Basic ${token}` } : {},
    ...(posts ? { body: JSON.stringify(body) } : {}),
  });
}

const authWays = ['header', 'body', 'query'] as const;
const combinations = authWays.flatMap((auth) =>
  (['query string', 'JSON body'] as const).map((way) => [auth, way] as const),
);

describe('who gets in', () => {
  test.each(combinations)('a token in the %s with data in the %s dials', async (auth, way) => {
    const pbx = await start();
    const reply = await dial(pbx, auth, way);
    expect(reply.status).toBe(200);
    expect(json(reply)).toMatchObject({ success: true });
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    expect(pbx.received).toMatchObject([{ authenticated: true, authWay: auth, authWays: [auth] }]);
  });

  test.each(combinations)('a wrong token in the %s with data in the %s rings no phone', async (auth, way) => {
    const pbx = await start();
    const reply = await dial(pbx, auth, way, tokenOf('demo-key', 'another'));
    expect(reply.status).toBe(401);
    expect(pbx.dials()).toEqual([]);
    expect(pbx.received).toMatchObject([{ authenticated: false, authWay: auth }]);
  });

  test('no token at all is turned down', async () => {
    const pbx = await start();
    expect((await dial(pbx, null, 'JSON body')).status).toBe(401);
    expect(pbx.received).toMatchObject([{ authenticated: false, authWay: null, authWays: [] }]);
  });

  test.each(authWays)('a PBX that does not take the %s turns a right token there down', async (auth) => {
    const pbx = await start({ accepts: authWays.filter((way) => way !== auth) });
    expect((await dial(pbx, auth, 'JSON body')).status).toBe(401);
    for (const other of authWays.filter((way) => way !== auth)) {
      expect((await dial(pbx, other, 'JSON body')).status).toBe(200);
    }
    expect(pbx.dials()).toHaveLength(2);
  });

  test('a token that needs percent-encoding gets in encoded and not as it stands', async () => {
    // base64 of these holds `+`, `/` and `=`.
    const keys = { apiKey: 'k>>?', apiSecret: '>>>???~~' };
    const token = tokenOf(keys.apiKey, keys.apiSecret);
    expect(token).toMatch(/\+.*\/.*=|\/.*\+.*=/);
    const pbx = await start(keys);
    const bare = await ask(pbx.origin, { path: `/pbxws.php/dial?ext=101&tel=1&token=${token}` });
    expect(bare.status).toBe(401);
    const encoded = await ask(pbx.origin, {
      path: `/pbxws.php/dial?ext=101&tel=1&token=${encodeURIComponent(token)}`,
    });
    expect(encoded.status).toBe(200);
    expect(pbx.received.map(({ query }) => query.token)).toEqual([token.replaceAll('+', ' '), token]);
  });

  test('a token in the body of a GET counts for nothing', async () => {
    const pbx = await start();
    const reply = await ask(pbx.origin, {
      path: '/pbxws.php/dial?ext=101&tel=1',
      headers: { 'content-length': String(JSON.stringify({ token: tokenOf() }).length) },
      body: JSON.stringify({ token: tokenOf() }),
    });
    expect(reply.status).toBe(401);
  });

  test('one request that carries its token in two ways is seen to do so', async () => {
    const pbx = await start();
    await ask(pbx.origin, {
      path: `/pbxws.php/dial?ext=101&tel=1&token=${encodeURIComponent(tokenOf())}`,
      headers: { authorization: `Basic ${tokenOf()}` },
    });
    expect(pbx.received[0]?.authWays).toEqual(['header', 'query']);
  });
});

describe('how the others are turned down', () => {
  test('with 401 and a challenge', async () => {
    const pbx = await start();
    const reply = await dial(pbx, 'header', 'JSON body', 'wrong');
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toMatch(/^Basic /);
  });

  test('with 403', async () => {
    const pbx = await start({ turnDown: 403 });
    expect((await dial(pbx, 'header', 'JSON body', 'wrong')).status).toBe(403);
  });

  test('with 200 and success:false', async () => {
    const pbx = await start({ turnDown: 'success-false' });
    const reply = await dial(pbx, 'header', 'JSON body', 'wrong');
    expect(reply.status).toBe(200);
    expect(json(reply)).toEqual({ success: false, msg: expect.any(String) });
    expect(pbx.dials()).toEqual([]);
  });
});
