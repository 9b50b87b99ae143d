import { writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { fullBacklog } from '../support/full-backlog.ts';
import { issue } from '../support/issue.ts';
import {
  type Behaviour,
  passTo,
  reset,
  type Switchable,
  say,
  silent,
  switchable,
  tunnelTo,
} from '../support/switchable.ts';
import { type Companion, fillSignIn, newProfile, rmProfile, startCompanion } from './support/companion.ts';

const root = issue({ subject: 'Office root', authority: true });
const tls = issue({ subject: 'pbx', by: root, names: ['DNS:pbx.test', 'IP:127.0.0.1'] });
const expiredTls = issue({ subject: 'pbx', by: root, names: ['IP:127.0.0.1'], from: -20, to: -5 });

async function signedIn(
  between: Switchable,
  options: { readonly address: string; readonly args?: readonly string[] },
  act: (dial: () => Promise<unknown>, companion: Companion) => Promise<void>,
): Promise<void> {
  const profile = newProfile();
  const trusted = path.join(profile, 'trusted.pem');
  writeFileSync(trusted, root.cert);
  const companion = await startCompanion(profile, { ...options, env: { COMPANION_TRUSTED: trusted } });
  const { page } = companion;
  let tel = 21_000_000;
  try {
    await fillSignIn(page, options);
    await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
    await act(async () => {
      tel += 1;
      const number = `0${tel}`;
      const told = await page.evaluate(
        (to) => window.companion?.request('dial.call', { number: to, from: 'pad' }),
        number,
      );
      return (told as { value?: unknown } | undefined)?.value;
    }, companion);
  } finally {
    await companion.close();
    await between.close();
    rmProfile(profile);
  }
}

const failed = (failure: object) => ({ kind: 'failed', failure });

test('what failed before the request left was not called', async () => {
  const pbx = await startPbx({ tls });
  const expired = await startPbx({ tls: expiredTls });
  const between = await switchable(passTo(pbx.port));
  const { port } = between;
  await signedIn(between, { address: `https://127.0.0.1:${port}` }, async (dial) => {
    expect(await dial()).toMatchObject({ kind: 'placed' });
    const kinds: readonly (readonly [string, Behaviour, object])[] = [
      ['reset', reset, { code: 'unreachable' }],
      ['closed', (client) => client.end(), { code: 'unreachable' }],
      ['closed at the first word', say(''), { code: 'unreachable' }],
      [
        'without TLS',
        say('HTTP/1.1 400 Bad Request\r\n\r\n'),
        { code: expect.stringMatching(/^unreachable|^no-tls/) },
      ],
      ['another certificate', passTo(expired.port), { code: expect.stringMatching(/^certificate/) }],
      ['a handshake that hangs', silent, { code: 'timed-out', details: 'connecting' }],
    ];
    for (const [name, how, failure] of kinds) {
      between.behave(how);
      expect([name, await dial()]).toMatchObject([name, failed(failure)]);
    }
    await between.close();
    expect(await dial()).toMatchObject(failed({ code: 'connection-refused' }));
    const full = await fullBacklog(port);
    expect(await dial()).toMatchObject(failed({ code: 'timed-out', details: 'connecting' }));
    full.close();
  });
  expect(pbx.dials()).toHaveLength(1);
  expect(expired.dials()).toHaveLength(0);
  await Promise.all([pbx.close(), expired.close()]);
});

const wantsPassword = (way: string) =>
  say(`HTTP/1.1 407 Who\r\nProxy-Authenticate: ${way}\r\nContent-Length: 0\r\n\r\n`);

test('nor what the proxy did not let through', async () => {
  const pbx = await startPbx({ tls });
  const between = await switchable(tunnelTo(pbx.port));
  const args = [`--proxy-server=127.0.0.1:${between.port}`];
  await signedIn(between, { address: 'https://pbx.test', args }, async (dial) => {
    expect(await dial()).toMatchObject({ kind: 'placed' });
    const kinds: readonly (readonly [string, Behaviour, unknown?])[] = [
      ['Basic', wantsPassword('Basic realm="proxy"'), 'proxy-password'],
      ['NTLM', wantsPassword('NTLM'), 'proxy-password'],
      ['Negotiate', wantsPassword('Negotiate')],
      ['403', say('HTTP/1.1 403 Forbidden\r\n\r\n')],
      ['502', say('HTTP/1.1 502 Bad Gateway\r\n\r\n'), 'proxy-no-way'],
      ['closed', say(''), 'proxy-closed'],
      ['reset', reset, expect.stringMatching(/^proxy/)],
      ['hangs', silent, 'proxy-no-way'],
    ];
    for (const [name, how, code = 'proxy'] of kinds) {
      between.behave(how);
      expect([name, await dial()]).toMatchObject([
        name,
        failed({ code, proxy: `127.0.0.1:${between.port}` }),
      ]);
    }
    await between.close();
    expect(await dial()).toMatchObject(failed({ code: 'proxy-unreachable' }));
  });
  expect(pbx.dials()).toHaveLength(1);
  await pbx.close();
});

/** A proxy of plain HTTP: it is given whole addresses, and opens no tunnels. */
const forwardTo =
  (port: number): Behaviour =>
  (client) =>
    client.once('data', (head: Buffer) => {
      const asked = head.toString('latin1');
      if (asked.startsWith('CONNECT')) {
        client.end('HTTP/1.1 405 Method Not Allowed\r\n\r\n');
        return;
      }
      const onward = connect(port, '127.0.0.1');
      onward.on('error', () => client.destroy());
      client.on('close', () => onward.destroy());
      onward.write(asked.replace(/http:\/\/[^/]+/, ''), 'latin1');
      client.pipe(onward).pipe(client);
    });

test('plain HTTP goes through a proxy that opens no tunnels, and is called for once', async () => {
  const pbx = await startPbx();
  const between = await switchable(forwardTo(pbx.port));
  const args = [`--proxy-server=127.0.0.1:${between.port}`, '--proxy-bypass-list=<-loopback>'];
  await signedIn(between, { address: 'http://127.0.0.1:8088', args }, async (dial) => {
    expect(await dial()).toMatchObject({ kind: 'placed' });
    pbx.fault('dial', { kind: 'close-before-reply' });
    expect(await dial()).toMatchObject(failed({ code: 'unknown-outcome' }));
    between.behave(wantsPassword('Basic realm="proxy"'));
    expect(await dial()).toMatchObject(failed({ code: 'proxy-password' }));
  });
  expect(pbx.dials()).toHaveLength(2);
  await pbx.close();
});
