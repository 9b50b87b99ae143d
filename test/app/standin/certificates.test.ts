import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { testAuthority, testCertificate } from '../../pbx/certificates.ts';
import type { Pbx } from '../../pbx/stand-in.ts';
import { ask, failureOf, json, post, tokenOf } from './client.ts';
import { withPbx } from './pbx.ts';

const start = withPbx();

const path = '/pbxws.php/dial?ext=101&tel=1';
const headers = { authorization: `Basic ${tokenOf()}` };

function trusting(pbx: Pbx): { ca: string } {
  return { ca: pbx.certificate ?? '' };
}

describe.each(['self-signed', 'signed-by-test-ca'] as const)('a %s certificate', (tls) => {
  test('is turned down by a client that was told nothing, before any request', async () => {
    const pbx = await start({ tls });
    expect(pbx.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await failureOf(ask(pbx.origin, { path, headers }))).toMatch(
      /SELF_SIGNED_CERT|UNABLE_TO_VERIFY_LEAF_SIGNATURE/,
    );
    expect(pbx.received).toEqual([]);
    expect(pbx.connections()).toBe(1);
  });

  test.each(['127.0.0.1', 'localhost'])('is good for %s once it is trusted', async (host) => {
    const pbx = await start({ tls });
    const reply = await ask(`https://${host}:${pbx.port}`, { path, headers, ...trusting(pbx) });
    expect(json(reply)).toMatchObject({ success: true });
    expect(pbx.received).toMatchObject([{ connection: 1, nthOnConnection: 1 }]);
  });

  test('is good for 20 years and more, also by a clock that is slow', () => {
    const { validFrom, validTo } = new X509Certificate(testCertificate(tls).cert);
    expect(new Date(validFrom).getUTCFullYear()).toBeLessThanOrEqual(2020);
    expect(new Date(validTo).getUTCFullYear()).toBeGreaterThanOrEqual(2046);
  });
});

test.each([
  ['expired', 'CERT_HAS_EXPIRED'],
  ['other-name', 'ERR_TLS_CERT_ALTNAME_INVALID'],
] as const)(
  'a certificate that is %s is turned down although its authority is trusted',
  async (tls, code) => {
    const pbx = await start({ tls });
    expect(await failureOf(ask(pbx.origin, { path, headers, ...trusting(pbx) }))).toBe(code);
    expect(pbx.received).toEqual([]);
  },
);

test('a certificate of the caller serves too', async () => {
  const pbx = await start({ tls: testCertificate('signed-by-test-ca') });
  const reply = await ask(pbx.origin, { path, headers, ca: testAuthority() });
  expect(reply.status).toBe(200);
});

test('without TLS there is none', async () => {
  expect((await start()).certificate).toBeNull();
});

test.each(['close-before-reply', 'reset-before-reply'] as const)('%s works under TLS', async (kind) => {
  const pbx = await start({ tls: 'self-signed' });
  pbx.fault('dial', { kind });
  const lost = post(pbx, 'dial', { ext: '101', tel: '1' }, trusting(pbx));
  expect(await failureOf(lost)).toBe('ECONNRESET');
  expect(pbx.dials()).toHaveLength(1);
});

test('a client that speaks plain HTTP to it gets no reply, and the next one is served', async () => {
  const pbx = await start({ tls: 'self-signed' });
  expect(await failureOf(ask(pbx.origin.replace('https:', 'http:'), { path, headers }))).not.toBe('replied');
  expect((await ask(pbx.origin, { path, headers, ...trusting(pbx) })).status).toBe(200);
});
