import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createPbx } from '../../../app/pbx/client.ts';
import type { Fault } from '../../pbx/stand-in.ts';
import { accountAt, transportsForTest, underTest } from './pbx-under-test.ts';

/** What must never be reached; remembers who came. */
async function elsewhere(): Promise<{ origin: string; visits: () => number }> {
  let visits = 0;
  const server = createServer((_request, response) => {
    visits++;
    response.end('{"success":true}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    visits: () => visits,
  };
}

/** Milliseconds and bytes. A busy computer takes its time. */
const patiently = { connect: 10_000, firstByte: 10_000, whole: 10_000, bytes: 200_000 };
const shortly = { ...patiently, firstByte: 300, whole: 600 };
const tel = '0812345678';

describe('a reply that is well meant is understood', () => {
  test.each<[string, Fault]>([
    ['behind a warning of PHP', { kind: 'php-warning' }],
    ['behind a byte-order mark', { kind: 'bom' }],
    ['in white space', { kind: 'white-space' }],
    ['with success "true"', { kind: 'success-as', value: 'true' }],
    ['with success 1', { kind: 'success-as', value: 1 }],
    ['with success "1"', { kind: 'success-as', value: '1' }],
    ['compressed', { kind: 'gzip' }],
    ['slowly', { kind: 'slow', ms: 50 }],
    ['byte by byte', { kind: 'drip', everyMs: 1 }],
  ])('%s', async (_name, fault) => {
    const { standIn, pbx } = await underTest({ pbx: { rows: [] } });
    standIn.fault('*', fault);
    expect(await pbx.dial({ tel })).toEqual({
      ok: true,
      value: { message: 'Originate successfully queued' },
    });
    expect(await pbx.check(new Date())).toEqual({ ok: true, value: null });
  });
});

describe('a call that the PBX turns down was not placed', () => {
  test.each<[string, Fault, object]>([
    ['success "false"', { kind: 'success-as', value: 'false' }, { code: 'refused' }],
    ['success 0', { kind: 'success-as', value: 0 }, { code: 'refused' }],
    ['success "0"', { kind: 'success-as', value: '0' }, { code: 'refused' }],
    [
      'words in Thai',
      { kind: 'refuse', msg: 'ไม่พบเบอร์ภายใน' },
      { code: 'refused', message: 'ไม่พบเบอร์ภายใน' },
    ],
    ['words in HTML', { kind: 'refuse', msg: '<b>No</b>\u0007 one' }, { code: 'refused', message: 'No one' }],
    ['no words', { kind: 'refuse', msg: null }, { code: 'refused' }],
    ['50 kB of words', { kind: 'refuse', msg: 'x'.repeat(50_000) }, { message: `${'x'.repeat(299)}…` }],
    [
      '401',
      { kind: 'status', status: 401 },
      { code: 'unauthorised', details: expect.stringMatching(/^HTTP 401 · /) },
    ],
  ])('by %s', async (_name, fault, failure) => {
    const { standIn, pbx } = await underTest();
    standIn.fault('dial', fault);
    const reply = await pbx.dial({ tel });
    expect(reply).toMatchObject({ ok: false, failure });
    expect(standIn.received).toHaveLength(1);
  });
});

describe('where nothing tells whether a call was placed, that is said, and it is not sent again', () => {
  test.each<[string, Fault, string]>([
    ['no reply', { kind: 'close-before-reply' }, 'no-reply'],
    ['a reset', { kind: 'reset-before-reply' }, 'no-reply'],
    ['half a reply', { kind: 'close-mid-reply' }, 'no-reply'],
    ['less than was promised', { kind: 'wrong-length', by: 10 }, 'no-reply'],
    ['a reply that is cut off', { kind: 'wrong-length', by: -10 }, 'not-this-api'],
    ['JSON that is cut off', { kind: 'cut-json' }, 'not-this-api'],
    ['silence', { kind: 'hang' }, 'timed-out'],
    ['silence in the middle', { kind: 'stall-mid-reply' }, 'timed-out'],
    ['a reply that drips', { kind: 'drip', everyMs: 200 }, 'timed-out'],
    ['an endless reply', { kind: 'endless' }, 'too-large'],
    ['500', { kind: 'status', status: 500 }, 'server-error'],
    ['503', { kind: 'status', status: 503 }, 'server-error'],
    ['429', { kind: 'status', status: 429 }, 'server-error'],
    ['404', { kind: 'status', status: 404 }, 'not-this-api'],
    ['403 of whoever stands before the PBX', { kind: 'status', status: 403 }, 'forbidden'],
    ['a page', { kind: 'html' }, 'not-this-api'],
    ['another JSON', { kind: 'other-json', value: { hello: 1 } }, 'not-this-api'],
    ['a list', { kind: 'other-json', value: [{ success: true }] }, 'not-this-api'],
    ['a number', { kind: 'other-json', value: 1 }, 'not-this-api'],
    ['nothing', { kind: 'empty' }, 'not-this-api'],
  ])('after %s', async (_name, fault, cause) => {
    const { standIn, pbx } = await underTest({ limits: cause === 'timed-out' ? shortly : patiently });
    standIn.fault('*', fault);

    const dialled = await pbx.dial({ tel });
    expect(dialled).toMatchObject({ ok: false, failure: { code: 'unknown-outcome', cause } });
    expect(standIn.received).toHaveLength(1);

    // The same said of a harmless request is the failure itself.
    expect(await pbx.check(new Date())).toMatchObject({ ok: false, failure: { code: cause } });
  });

  test.each([301, 302, 303, 307, 308] as const)(
    'after a redirect by %i, which nobody follows',
    async (status) => {
      const { standIn, pbx } = await underTest();
      const other = await elsewhere();
      for (const to of [`${other.origin}/pbxws.php/dial`, '/pbxws.php/dial?again']) {
        standIn.fault('*', { kind: 'redirect', to, status });
        expect(await pbx.dial({ tel })).toMatchObject({
          failure: {
            code: 'unknown-outcome',
            cause: 'redirected',
            details: expect.stringContaining(`HTTP ${status}`),
          },
        });
        expect(await pbx.check(new Date())).toMatchObject({ failure: { code: 'redirected' } });
      }
      expect(standIn.received).toHaveLength(4);
      expect(other.visits()).toBe(0);
    },
  );

  test('200 times of 200 on warm connections, with exactly one arrival each', async () => {
    const { standIn, pbx } = await underTest();
    standIn.fault('dial', { kind: 'close-before-reply' });
    for (let call = 0; call < 200; call++) {
      await pbx.check(new Date());
      expect(await pbx.dial({ tel: String(1_000 + call) })).toMatchObject({
        failure: { code: 'unknown-outcome', cause: 'no-reply' },
      });
    }
    expect(standIn.dials().map((dial) => dial.tel)).toEqual(
      Array.from({ length: 200 }, (_none, call) => String(1_000 + call)),
    );
  });
});

describe('a call that never left is said not to have left', () => {
  test('where nobody listens', async () => {
    const { standIn, account, pbx } = await underTest();
    await standIn.close();
    const refused = { ok: false, failure: { code: 'connection-refused', details: 'ECONNREFUSED' } };
    expect(await pbx.dial({ tel })).toEqual(refused);
    expect(await pbx.check(new Date())).toEqual(refused);
    expect(account.endpoint.origin).toBe(standIn.origin);
  });

  test('where the name does not exist', async () => {
    const pbx = createPbx({
      ...transportsForTest(),
      account: accountAt('https://no-such-pbx.invalid'),
    });
    expect(await pbx.dial({ tel })).toMatchObject({ failure: { code: 'name-not-found' } });
  });

  test.each([
    ['self-signed', 'certificate-unknown'],
    ['expired', 'certificate-expired'],
    ['other-name', 'certificate-name'],
  ] as const)('where the certificate is %s', async (tls, code) => {
    const trusted = tls !== 'self-signed';
    const { standIn, pbx } = await underTest({ pbx: { tls }, trusted });
    expect(await pbx.dial({ tel })).toMatchObject({ failure: { code } });
    expect(standIn.received).toEqual([]);
  });

  test('but goes through where the certificate is trusted', async () => {
    const { standIn, pbx } = await underTest({ pbx: { tls: 'signed-by-test-ca' }, trusted: true });
    expect(await pbx.dial({ tel })).toMatchObject({ ok: true });
    expect(standIn.dials()).toHaveLength(1);
  });

  test('where the server speaks no TLS', async () => {
    const { standIn } = await underTest();
    const account = accountAt(standIn.origin.replace('http:', 'https:'));
    const pbx = createPbx({ ...transportsForTest(), account });
    expect(await pbx.dial({ tel })).toMatchObject({ failure: { code: 'no-tls' } });
    expect(standIn.received).toEqual([]);
  });
});
