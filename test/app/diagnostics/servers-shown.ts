import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import type net from 'node:net';
import tls from 'node:tls';
import { onTestFinished } from 'vitest';
import { type Issued, issue } from '../../support/issue.ts';

export const judge = () => ({ answer: 'as-chromium', wrong: null }) as const;
export const asking = { loginFor: async () => null, redact: (text: string) => text };

export const names = ['DNS:localhost', 'IP:127.0.0.1'];
export const root = issue({ subject: 'Office root', authority: true });
export const pbx = issue({ subject: 'pbx.example', by: root, names });
export const own = issue({ subject: 'pbx', names });
export const pinOf = (one: Issued) => ({
  host: 'localhost',
  sha256: new X509Certificate(one.cert).fingerprint256,
});

export async function tlsServer(shows: Issued): Promise<number> {
  const server = tls.createServer({ cert: shows.cert, key: shows.key }, (socket) =>
    socket.on('error', () => undefined),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as net.AddressInfo).port;
}

/** A proxy that is told who asks by Basic, and leads to a port. */
export const basic = {
  challenge: 'Basic realm="x"',
  lets: (said: string) => said === `Basic ${Buffer.from('somchai:hush').toString('base64')}`,
};
