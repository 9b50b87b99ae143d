import { describe, expect, test } from 'vitest';
import { authentications, requestWays } from '../../../app/contract/session.ts';
import { gather, key, secret, token, underTest } from './pbx-under-test.ts';

const combinations = authentications.flatMap((authentication) =>
  requestWays.map((requests) => ({ authentication, requests })),
);
const tel = '+66 81*2#3&4';

describe.each(combinations)('by $authentication and $requests', ({ authentication, requests }) => {
  const posts = requests === 'post' || authentication === 'body';
  const account = { authentication, requests };

  test.each([
    ['the extension', null, 'dial', { tel, ext: '101' }],
    ['the agent', 'a/7', 'dialqm', { tel, agent: 'a/7' }],
  ])('a call for %s arrives once, with exactly its fields', async (_who, agentId, action, fields) => {
    const { standIn, pbx } = await underTest({ account: { ...account, agentId } });

    expect(await pbx.dial({ tel })).toEqual({
      ok: true,
      value: { message: 'Originate successfully queued' },
    });

    expect(standIn.received).toHaveLength(1);
    const [arrived] = standIn.received;
    expect(arrived).toMatchObject({
      action,
      method: posts ? 'POST' : 'GET',
      authWays: [authentication],
      authenticated: true,
      query: { ...(authentication === 'query' ? { token } : {}), ...(posts ? {} : fields) },
      body: posts ? { ...(authentication === 'body' ? { token } : {}), ...fields } : null,
    });
    expect(Object.keys(arrived?.query ?? {}).sort()).toEqual(
      [...(authentication === 'query' ? ['token'] : []), ...(posts ? [] : Object.keys(fields))].sort(),
    );
    expect(arrived?.headers.authorization).toBe(authentication === 'header' ? `Basic ${token}` : undefined);
    expect(arrived?.headers['content-type']).toBe(
      posts || authentication === 'header' ? 'application/json' : undefined,
    );
    expect(arrived?.headers['cache-control']).toBe('no-cache, no-store');
    expect(standIn.dials()).toEqual([fields]);
  });

  test('rows of a window and a check arrive too', async () => {
    const { standIn, pbx } = await underTest({ account });
    const [row] = standIn.rows;
    if (!row?.calldate) throw new Error('the samples have a first row');
    standIn.rows.splice(0, standIn.rows.length, row);

    const window = { numRecords: 5, startTime: row.calldate, endTime: row.calldate };
    expect(await pbx.cdr(window, gather)).toMatchObject({
      ok: true,
      value: { rows: { all: [{ uniqueid: row.uniqueid }] } },
    });
    expect(await pbx.check(new Date())).toEqual({ ok: true, value: null });

    const sent = standIn.received.map(({ query, body }) => ({ ...query, ...(body as object) }));
    expect(sent[0]).toMatchObject({ numRecords: '5', startTime: row.calldate, endTime: row.calldate });
    expect(sent[1]).toMatchObject({ numRecords: '1' });
    expect(standIn.received.map(({ authenticated }) => authenticated)).toEqual([true, true]);
  });

  test.each([
    [401, { code: 'unauthorised' }],
    ['success-false', { code: 'unauthorised', message: 'Invalid API key or secret' }],
  ] as const)('a wrong key or secret that is answered with %s is told', async (turnDown, failure) => {
    for (const wrong of [{ apiKey: 'another-key' }, { apiSecret: 'another-secret' }]) {
      const { standIn, pbx } = await underTest({ pbx: { turnDown }, account: { ...account, ...wrong } });
      expect(await pbx.check(new Date())).toMatchObject({ ok: false, failure });
      expect(await pbx.dial({ tel })).toMatchObject({ ok: false, failure });
      expect(standIn.dials()).toEqual([]);
    }
  });
});

test('each call is sent on a connection that carried nothing before', async () => {
  const { standIn, pbx } = await underTest();
  await pbx.check(new Date());
  await pbx.check(new Date());
  await pbx.dial({ tel: '102' });
  await pbx.dial({ tel: '103' });
  expect(standIn.received.map(({ nthOnConnection }) => nthOnConnection)).toEqual([1, 2, 1, 1]);
});

test('an empty number is not sent', async () => {
  const { standIn, pbx } = await underTest();
  expect(await pbx.dial({ tel: '' })).toMatchObject({ failure: { code: 'not-a-number' } });
  expect(standIn.received).toEqual([]);
});

test('a check asks for one record of the last day, by the clock of the PBX', async () => {
  const { standIn, pbx } = await underTest();
  await pbx.check(new Date('2026-03-01T17:30:05Z'));
  expect(standIn.received[0]?.body).toEqual({
    numRecords: '1',
    startTime: '2026-03-01 00:30:05',
    endTime: '2026-03-02 00:30:05',
  });
});

test('a window without calls is an empty list, and proves the credentials all the same', async () => {
  const { standIn, pbx } = await underTest({ pbx: { rows: [] } });
  const window = { numRecords: 9, startTime: '2026-01-01 00:00:00', endTime: '2026-12-31 23:59:59' };
  for (const value of [null, undefined, [], {}]) {
    standIn.fault('cdrapi', { kind: 'value-as', value });
    expect(await pbx.cdr(window, gather)).toMatchObject({ ok: true, value: { rows: { all: [] } } });
    expect(await pbx.check(new Date())).toEqual({ ok: true, value: null });
  }
  standIn.fault('cdrapi', { kind: 'value-as', value: 'all of them' });
  expect(await pbx.cdr(window, gather)).toMatchObject({ failure: { code: 'not-this-api' } });
});

describe('nothing that a failure holds can give the credentials away', () => {
  const pieces = [
    key,
    secret,
    token,
    encodeURIComponent(token),
    token.slice(0, 12),
    '127.0.0.1',
    'localhost',
  ];

  test.each(combinations)('by $authentication and $requests', async (account) => {
    const { standIn, pbx } = await underTest({ account });
    const failures: string[] = [];
    const faults = [
      { kind: 'echo', status: 200 },
      { kind: 'echo', status: 401 },
      { kind: 'echo', status: 500 },
      { kind: 'refuse', msg: `Got Basic ${token} (${key}:${secret}) ?token=${encodeURIComponent(token)}` },
      { kind: 'status', status: 502, headers: { 'content-type': `Basic ${token}` } },
      { kind: 'redirect', to: `http://127.0.0.1:1/?token=${token}`, status: 307 },
      { kind: 'close-before-reply' },
    ] as const;
    for (const fault of faults) {
      standIn.fault('*', fault);
      for (const reply of [await pbx.dial({ tel }), await pbx.check(new Date())])
        failures.push(JSON.stringify(reply));
    }
    expect(failures.every((text) => text.startsWith('{"ok":false'))).toBe(true);
    for (const piece of pieces) expect(failures.join('\n').toLowerCase()).not.toContain(piece.toLowerCase());
    expect(failures.join('\n')).toContain('Got Basic ••• (•••:•••) ?token=•••');
  });
});
