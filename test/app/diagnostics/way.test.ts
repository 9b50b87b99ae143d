import { once } from 'node:events';
import type net from 'node:net';
import tls from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { probe } from '../../../app/diagnostics/probe.ts';
import { createLog } from '../../../app/log/log.ts';
import { byName, certificatesIn } from '../../../app/trust/system-store.ts';
import { createTrust } from '../../../app/trust/trust.ts';
import { issue } from '../../support/issue.ts';
import { startProxy } from '../../support/proxy.ts';
import { socksTo } from '../../support/socks.ts';
import { switchable, tunnelTo } from '../../support/switchable.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asking, basic, judge, names, own, pbx, pinOf, root, tlsServer } from './servers-shown.ts';

test.each([
  ['of the system', pbx, [], 'trusted'],
  ['that was pinned', own, [pinOf(own)], 'trusted'],
  ['that nobody knows', own, [], 'certificate-unknown'],
  ['in the place of a pinned one', pbx, [pinOf(own)], 'certificate-changed'],
  [
    'for another name',
    issue({ subject: 'pbx', by: root, names: ['DNS:other.test'] }),
    [],
    'certificate-name',
  ],
  [
    'that has run out',
    issue({ subject: 'pbx', by: root, names, from: -9, to: -1 }),
    [],
    'certificate-expired',
  ],
] as const)('a certificate %s is told as the program judges it', async (_what, shows, pins, told) => {
  const server = tls.createServer({ cert: shows.cert, key: shows.key }, (socket) =>
    socket.on('error', () => undefined),
  );
  server.listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const trust = createTrust({
    system: { named: (subject) => byName(certificatesIn(root.cert)).get(subject) ?? [] },
    pins: () => pins,
    mayChange: () => true,
    mayAsk: () => true,
    isLocked: () => false,
    pbxHost: () => 'localhost',
    keep: async () => ok(undefined),
    log: () => undefined,
  });
  const origin = `https://localhost:${(server.address() as net.AddressInfo).port}`;
  const parts = {
    origin,
    resolveProxy: async () => 'DIRECT',
    judge: trust.judge,
    check: null,
    env: {},
    ...asking,
  };
  const found = (await probe(parts)).find(({ what }) => what.startsWith('TLS'))?.found;
  expect(found).toContain(`as this program judges: ${told}`);
  // A look is no refusal that a person is asked about.
  expect(trust.pbx.refused()).toBeNull();
});

test.each([
  ['PROXY', (port: number) => switchable(tunnelTo(port))],
  ['SOCKS5', (port: number) => switchable(socksTo(port))],
  ['PROXY', (port: number) => startProxy(port, basic)],
])(
  'where the PBX is reached by a proxy alone, its certificates are told through that: %s, %#',
  async (kind, how) => {
    const { port, close } = await how(await tlsServer(pbx));
    onTestFinished(close);
    const steps = await probe({
      ...{ origin: 'https://pbx.invalid', judge, check: null, env: {}, ...asking },
      resolveProxy: async () => `${kind} 127.0.0.1:${port}`,
      loginFor: async () => ({ user: 'somchai', password: 'hush' }),
    });
    const foundBy = (what: string) => steps.find((step) => step.what.startsWith(what))?.found ?? [];
    expect(foundBy('A way through')).toEqual(['open']);
    expect(foundBy('TLS, through the proxy').join()).toContain(
      'certificate 1: pbx.example, issued by Office root',
    );
    expect(foundBy('TLS, through the proxy').join()).toContain('as this program judges: trusted');
    // What fails on the way that is not taken is nobody's trouble.
    for (const what of ['Name lookup', 'TCP', 'TLS, without'])
      expect(foundBy(what)).toEqual([
        expect.stringContaining('failed'),
        expect.stringContaining('by the proxy'),
      ]);
    expect(JSON.stringify(steps)).not.toMatch(/somchai|hush/);
  },
);

test('a proxy that wants a password which nobody knows is told so, and nobody is asked for it', async () => {
  const { port, close } = await startProxy(1, basic);
  onTestFinished(close);
  const steps = await probe({
    ...{ origin: 'https://pbx.invalid', judge, check: null, env: {}, ...asking },
    resolveProxy: async () => `PROXY 127.0.0.1:${port}`,
  });
  expect(steps.find(({ what }) => what.startsWith('A way through'))?.found).toEqual([
    'failed: proxy-password (CONNECT: HTTP 407)',
  ]);
});

test.each(['Somchai Jaidee 0812345678', 'somchai@example.com', '0812345678', 'Somchai'])(
  'a certificate whose subject is no host names nobody: %s',
  async (subject) => {
    const names = ['DNS:pbx.example', `email:somchai@example.com`, 'URI:tel:0812345678'];
    const { redact } = createLog({ folder: temporaryFolder, print: null });
    for (const shows of [issue({ subject, by: root, names }), issue({ subject, names })]) {
      const origin = `https://127.0.0.1:${await tlsServer(shows)}`;
      const parts = { origin, judge, check: null, env: {}, ...asking, redact };
      const steps = await probe({ ...parts, resolveProxy: async () => 'DIRECT' });
      const told = JSON.stringify(steps);
      expect(told).toContain('certificate 1: a name that is no host, issued by ');
      expect(told).toContain('DNS:pbx.example');
      expect(told).not.toMatch(/somchai|jaidee|812345678/i);
    }
  },
);
