import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { greetProxy } from '../../../../app/pbx/once/greet-proxy.ts';
import { firstProxy } from '../../../../app/pbx/once/reach.ts';
import { issue } from '../../../support/issue.ts';
import { type Behaviour, say, silent, switchable } from '../../../support/switchable.ts';

const later = () => AbortSignal.timeout(20_000);
const soon = () => AbortSignal.timeout(300);
const at = (port: number) => ({ host: '127.0.0.1', port });

test.each([
  ['HTTPS proxy.example:8443', { host: 'proxy.example', port: 8443 }],
  [' HTTPS [2001:db8::1]:443; DIRECT', { host: '2001:db8::1', port: 443 }],
  ['PROXY proxy.example:3128; HTTPS proxy.example:8443', null],
  ['DIRECT', null],
  ['', null],
])('the proxy that is greeted by TLS is the first one, and one of that kind: %s', (route, proxy) => {
  expect(firstProxy(route, 'HTTPS')).toEqual(proxy);
});

test.each<[string, Behaviour, () => AbortSignal, object]>([
  ['speaks HTTP', say('HTTP/1.1 400 Bad Request\r\n\r\n'), later, { code: 'proxy-another' }],
  [
    'speaks HTTP, and goes on',
    (client) => client.once('data', () => client.write('HTTP/1.1 405 No\r\n\r\n')),
    later,
    { code: 'proxy-another' },
  ],
  ['is an SSH server', (client) => client.write('SSH-2.0-OpenSSH\r\n'), later, { code: 'proxy-another' }],
  ['closes', say(''), later, { code: 'proxy-closed' }],
  ['closes within its first record', say('\x16\x03'), later, { code: 'proxy-closed' }],
  ['says nothing', silent, soon, { code: 'proxy-no-way', details: 'TLS: no answer in time' }],
])('one that %s is told as what it is, and that nothing was sent', async (_what, how, limit, failure) => {
  const proxy = await switchable(how);
  onTestFinished(proxy.close);
  await expect(greetProxy(at(proxy.port), limit())).rejects.toMatchObject({ sent: 'no', ...failure });
});

test('one that speaks TLS, whoever vouches for it, and one that does not agree on how, are left to Chromium', async () => {
  const stranger = createServer(issue({ subject: 'proxy', names: ['IP:127.0.0.1'] }));
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void stranger.close());
  await expect(greetProxy(at((stranger.address() as AddressInfo).port), later())).resolves.toBeUndefined();
  const alert = await switchable((client) =>
    client.once('data', () => client.end(Buffer.of(21, 3, 1, 0, 2, 2, 40))),
  );
  onTestFinished(alert.close);
  await expect(greetProxy(at(alert.port), later())).resolves.toBeUndefined();
});

test('where nobody listens it is not there', async () => {
  const gone = await switchable(silent);
  await gone.close();
  await expect(greetProxy(at(gone.port), later())).rejects.toMatchObject({
    code: 'proxy-unreachable',
    sent: 'no',
    details: 'ECONNREFUSED',
  });
});
