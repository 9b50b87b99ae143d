import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { Account } from '../../app/pbx/account.ts';
import { createPbx } from '../../app/pbx/client.ts';
import { accountAt, gather, key, secret, transportsForTest } from '../app/pbx/pbx-under-test.ts';
import { temporaryFolder } from '../app/temporary-folder.ts';
import { testAuthority, testCertificate } from '../pbx/certificates.ts';
import { type Fault, type PbxOptions, startPbx } from '../pbx/stand-in.ts';
import { startNginx } from '../support/nginx.ts';

/** Of the newest calls, which is asked for by every desk; and of times that are over. */
const newest = { numRecords: 2_000, startTime: '2026-11-23 00:00:00', endTime: '2026-11-24 23:59:59' };
const over = { ...newest, endTime: '2026-11-24 00:00:00' };

/** An office behind the cache that IT is given. */
async function office(options: Partial<PbxOptions> = {}) {
  const pbx = await startPbx({ apiKey: key, apiSecret: secret, ...options });
  onTestFinished(() => pbx.close());
  const certificate = testCertificate('signed-by-test-ca');
  const nginx = await startNginx(temporaryFolder(), { pbxPort: pbx.port, certificate });
  onTestFinished(() => nginx.close());
  return {
    pbx,
    origin: nginx.origin,
    desk(account: Partial<Account> = {}) {
      const parts = transportsForTest(testAuthority());
      return createPbx({ ...parts, account: accountAt(nginx.origin, account) });
    },
    asked: (action: string) => pbx.received.filter((one) => one.action === action).length,
  };
}

/** Not at the end of one of the pieces of time in which an answer stands. */
async function early(piece: number): Promise<void> {
  const left = piece - (Date.now() % piece);
  if (left < 2_500) await after(left + 50);
}

const ways = (['header', 'query', 'body'] as const).flatMap((authentication) =>
  (authentication === 'body' ? (['post'] as const) : (['post', 'get'] as const)).map((requests) => ({
    authentication,
    requests,
  })),
);

test.each(ways)(
  'thirty desks that ask the same, by $authentication and $requests, are one question to the PBX',
  async (way) => {
    const { desk, asked, pbx } = await office();
    for (const [window, piece] of [
      [newest, 5_000],
      [over, 60_000],
    ] as const) {
      await early(piece);
      const before = asked('cdrapi');
      const replies = await Promise.all(Array.from({ length: 30 }, () => desk(way).cdr(window, gather)));
      for (const reply of replies) expect(reply.ok && reply.value.rows.all).toHaveLength(pbx.rows.length);
      expect(asked('cdrapi') - before).toBe(1);
    }
  },
);

test('the newest calls are asked for anew within five seconds', async () => {
  const { desk, pbx } = await office();
  await desk().cdr(newest, gather);
  pbx.rows.push({ ...pbx.rows[0], uniqueid: 'new.1' });
  await after(5_000);
  const reply = await desk().cdr(newest, gather);
  expect(reply.ok && reply.value.rows.all).toHaveLength(pbx.rows.length);
});

test.each(ways)(
  'who has another secret, by $authentication and $requests, gets nothing of it',
  async (way) => {
    const { desk, asked } = await office();
    await early(5_000);
    expect((await desk(way).cdr(newest, gather)).ok).toBe(true);
    const other = await desk({ ...way, apiSecret: 'another' }).cdr(newest, gather);
    expect(other).toMatchObject({ ok: false, failure: { code: 'unauthorised' } });
    expect(asked('cdrapi')).toBe(2);
  },
);

test.each<[string, Fault]>([
  ['of the PBX', { kind: 'refuse', msg: 'Not now' } as Fault],
  ['of its web server', { kind: 'status', status: 503 } as Fault],
])('a refusal %s is not kept', async (_name, fault) => {
  const { desk, pbx } = await office();
  await early(5_000);
  pbx.fault('cdrapi', fault, 1);
  expect((await desk().cdr(newest, gather)).ok).toBe(false);
  expect((await desk().cdr(newest, gather)).ok).toBe(true);
});

test('every call and every recording goes to the PBX, each once, however long its reply is, also where it hangs up', async () => {
  const { desk, pbx, asked, origin } = await office();
  const agent = desk({ agentId: '7001' });
  const wordy: Fault = { kind: 'other-json', value: { success: true, msg: 'x'.repeat(3_000) } };
  pbx.fault('*', wordy);
  for (const tel of ['0811111111', '0811111111']) {
    expect((await desk().dial({ tel })).ok).toBe(true);
    expect((await agent.dial({ tel })).ok).toBe(true);
  }
  expect([asked('dial'), asked('dialqm')]).toEqual([2, 2]);

  const { transport } = transportsForTest(testAuthority());
  const url = `${origin}/pbxws.php/recapi?filename=a.wav`;
  const limits = { connect: 5_000, firstByte: 5_000, whole: 5_000, bytes: 10_000 };
  for (const _ of [1, 2]) await transport({ method: 'GET', url, headers: {}, once: false, limits });
  expect(asked('recapi')).toBe(2);

  pbx.fault('*', null);
  for (const requests of ['get', 'post'] as const) {
    const before = asked('dial');
    pbx.fault('dial', { kind: 'close-before-reply' }, 1);
    const lost = await desk({ requests }).dial({ tel: '0822222222' });
    expect(lost).toMatchObject({ ok: false, failure: { code: 'unknown-outcome' } });
    expect(asked('dial') - before).toBe(1);
  }
});
