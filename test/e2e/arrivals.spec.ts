import { constants } from 'node:http2';
import { expect, test } from '@playwright/test';
import { testAuthorityFile } from '../pbx/certificates.ts';
import type { Fault } from '../pbx/stand-in.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { fillSignIn, newProfile, rmProfile, startCompanion } from './support/companion.ts';

const statuses: readonly (readonly [status: number, headers: Record<string, string>])[] = [
  [401, { 'www-authenticate': 'Basic realm="promptCall"' }],
  [401, { 'www-authenticate': 'NTLM' }],
  [401, { 'www-authenticate': 'Negotiate' }],
  [407, { 'proxy-authenticate': 'Basic realm="promptCall"' }],
  [408, { connection: 'close' }],
  [421, {}],
  [425, {}],
  [429, { 'retry-after': '0' }],
  [503, { 'retry-after': '0' }],
  [301, { location: '/pbxws.php/dial?again' }],
  [307, { location: '/pbxws.php/dial?again' }],
  [308, { location: '/pbxws.php/dial?again' }],
];

/** Whatever Chromium knows as a reason to ask again by itself. */
const faults: readonly (readonly [string, Fault])[] = [
  ...statuses.map(([status, headers]): [string, Fault] => [
    `${status} ${Object.keys(headers)}`,
    { kind: 'status', status, headers },
  ]),
  ...(
    ['NGHTTP2_REFUSED_STREAM', 'NGHTTP2_HTTP_1_1_REQUIRED', 'NGHTTP2_NO_ERROR', 'NGHTTP2_CANCEL'] as const
  ).map((name): [string, Fault] => [name, { kind: 'reset-stream', code: constants[name] }]),
  ['closed', { kind: 'close-before-reply' }],
  ['reset', { kind: 'reset-before-reply' }],
  ['closed within the head', { kind: 'raw', bytes: Buffer.from('HTTP/1.1 200 OK\r\nContent-Ty') }],
  ['early hints, then closed', { kind: 'raw', bytes: Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\n') }],
  ['continue, then closed', { kind: 'raw', bytes: Buffer.from('HTTP/1.1 100 Continue\r\n\r\n') }],
  ['closed within the body', { kind: 'close-mid-reply' }],
];

for (const tls of [false, 'signed-by-test-ca'] as const)
  for (const requests of ['POST', 'GET'] as const)
    test(`a call by ${requests}${tls ? ' over TLS' : ''} arrives once, whatever is answered`, async () => {
      const pbx = await startPbx({ tls, http2: true });
      const profile = newProfile();
      const companion = await startCompanion(profile, { env: { COMPANION_TRUSTED: testAuthorityFile } });
      const { page } = companion;
      try {
        await fillSignIn(page, { address: pbx.origin, requests });
        await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
        await page.evaluate(() =>
          window.companion?.request('settings.set', { notifyPlaced: false, notifyFailed: false }),
        );
        const arrived: Record<string, number> = {};
        for (const [index, [name, fault]] of faults.entries()) {
          const number = `02${1_000_000 + index}`;
          pbx.fault('dial', fault);
          await page.evaluate(
            (tel) => window.companion?.request('dial.call', { number: tel, from: 'pad' }),
            number,
          );
          arrived[name] = pbx.received.filter(
            ({ action, query, body }) => action === 'dial' && JSON.stringify([query, body]).includes(number),
          ).length;
        }
        expect(arrived).toEqual(Object.fromEntries(faults.map(([name]) => [name, 1])));
      } finally {
        await companion.close();
        await pbx.close();
        rmProfile(profile);
      }
    });
