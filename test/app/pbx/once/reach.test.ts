import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ProxyLogin, type ProxyLogins, placeOf, reach } from '../../../../app/pbx/once/reach.ts';
import { fullBacklog } from '../../../support/full-backlog.ts';
import { socksTo } from '../../../support/socks.ts';
import {
  type Behaviour,
  passTo,
  reset,
  say,
  silent,
  switchable,
  tunnelTo,
} from '../../../support/switchable.ts';

/** The end of the way: says that it was reached. */
async function pbx(host = '127.0.0.1'): Promise<number> {
  const server = createServer((_request, response) => response.end('reached'));
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

async function behaving(how: Behaviour): Promise<number> {
  const between = await switchable(how);
  onTestFinished(between.close);
  return between.port;
}

/** A port on which nobody listens. */
async function nobody(): Promise<number> {
  const gone = await switchable(silent);
  await gone.close();
  return gone.port;
}

const soon = () => AbortSignal.timeout(300);
const later = () => AbortSignal.timeout(20_000);

async function answerBy(place: ReturnType<typeof placeOf>, route: string): Promise<string> {
  const socket = await reach(place, route, later());
  if (socket === null) return 'by Chromium alone';
  onTestFinished(() => void socket.destroy());
  socket.write('GET / HTTP/1.0\r\n\r\n');
  let said = '';
  for await (const piece of socket) said += piece;
  return said.split('\r\n\r\n')[1] ?? said;
}

const at = (port: number, scheme = 'https', host = '127.0.0.1') => placeOf(`${scheme}://${host}:${port}/x`);

describe('the place', () => {
  test.each([
    ['https://pbx.example.com/pbxws.php', { host: 'pbx.example.com', port: 443, secure: true }],
    ['http://pbx.example.com/pbxws.php?a=1', { host: 'pbx.example.com', port: 80, secure: false }],
    ['https://[::1]:4433/', { host: '::1', port: 4433, secure: true }],
    ['https://โทร.example/', { host: 'xn--12co9dd8a.example', port: 443, secure: true }],
  ])('of %s', (url, place) => {
    expect(placeOf(url)).toEqual({ ...place, host: new URL(url).hostname.replace(/[[\]]/g, '') });
    expect(placeOf(url)).toMatchObject({ port: place.port, secure: place.secure });
  });
});

describe('a connection to the PBX stands', () => {
  test.each(['127.0.0.1', '::1'])('directly, to %s', async (host) => {
    const port = await pbx(host);
    const name = host.includes(':') ? `[${host}]` : host;
    expect(await answerBy(at(port, 'http', name), 'DIRECT')).toBe('reached');
  });

  test('by whichever address of a name is taken', async () => {
    const port = await pbx('127.0.0.1');
    expect(await answerBy(at(port, 'http', 'localhost'), 'DIRECT')).toBe('reached');
  });

  test('by a proxy', async () => {
    const port = await pbx();
    const proxy = await behaving(tunnelTo(port));
    expect(await answerBy(at(port), `PROXY 127.0.0.1:${proxy}`)).toBe('reached');
  });

  test.each([1, 3, 4] as const)(
    'by a proxy of SOCKS 5, told the name; its answer is of kind %i',
    async (kind) => {
      const port = await pbx();
      const heard: string[] = [];
      const proxy = await behaving(socksTo(port, { kind, heard: (to) => heard.push(to) }));
      const place = placeOf('https://pbx.example:4433/x');
      expect(await answerBy(place, `SOCKS5 127.0.0.1:${proxy}`)).toBe('reached');
      expect(heard).toEqual(['pbx.example:4433']);
    },
  );

  test('by the first way that works', async () => {
    const port = await pbx();
    const proxy = await behaving(tunnelTo(port));
    const broken = await behaving(reset);
    const route = `PROXY 127.0.0.1:${await nobody()};PROXY 127.0.0.1:${broken}; PROXY 127.0.0.1:${proxy}`;
    expect(await answerBy(at(port), route)).toBe('reached');
    expect(await answerBy(at(port), `PROXY 127.0.0.1:${await nobody()};DIRECT`)).toBe('reached');
  });
});

describe('is left to Chromium', () => {
  test.each(['SOCKS 127.0.0.1:1', 'SOCKS4 127.0.0.1:1', 'HTTPS proxy.example:443', '?'])(
    'by %s',
    async (route) => {
      expect(await reach(at(1), route, later())).toBeNull();
    },
  );

  test('where a proxy asks who it is', async () => {
    const proxy = await behaving(say('HTTP/1.1 407 Who\r\nProxy-Authenticate: Negotiate\r\n\r\n'));
    for (const scheme of ['http', 'https'])
      expect(await reach(at(1, scheme), `PROXY 127.0.0.1:${proxy}`, later())).toBeNull();
  });

  test('where a proxy keeps plain HTTP out of tunnels', async () => {
    const proxy = await behaving(say('HTTP/1.1 403 Forbidden\r\n\r\n'));
    expect(await reach(at(80, 'http'), `PROXY 127.0.0.1:${proxy}`, later())).toBeNull();
  });
});

describe('a proxy that wants a password in the clear', () => {
  const somchai = { user: 'somchai', password: 'ลับ:1' };
  const told = `Basic ${Buffer.from('somchai:ลับ:1').toString('base64')}`;

  /** Lets through who says this, and counts what it was told. */
  async function guarded(port: number, ways = 'Proxy-Authenticate: Basic realm="proxy"') {
    const heads: string[] = [];
    const between = await behaving((client) =>
      client.once('data', (data: Buffer) => {
        const said = /^proxy-authorization: (.*)$/im.exec(data.toString('latin1'))?.[1]?.trim() ?? '';
        heads.push(said);
        if (said === told) {
          client.write('HTTP/1.1 200 OK\r\n\r\n');
          passTo(port)(client);
        } else client.end(`HTTP/1.1 407 Who\r\n${ways}\r\n\r\n`);
      }),
    );
    return { between, heads, route: `PROXY 127.0.0.1:${between}` };
  }

  function logins(of: Record<string, ProxyLogin>) {
    const wanted: [string, ProxyLogin | null][] = [];
    const known: ProxyLogins = {
      for: async (proxy) => of[proxy] ?? null,
      wanted: (proxy, tried) => void wanted.push([proxy, tried]),
    };
    return { known, wanted };
  }

  test('is told it, behind a first try without', async () => {
    const port = await pbx();
    const { between, heads, route } = await guarded(port);
    const { known, wanted } = logins({ [`127.0.0.1:${between}`]: somchai });
    const socket = await reach(at(port), route, later(), known);
    socket?.write('GET / HTTP/1.0\r\n\r\n');
    let said = '';
    for await (const piece of socket ?? []) said += piece;
    expect(said).toContain('reached');
    expect([heads, wanted]).toEqual([['', told], []]);
  });

  test.each(['nobody knows it', 'it is wrong', 'it is of another proxy'])(
    'where %s, it is asked for',
    async (what) => {
      const port = await pbx();
      const { between, heads, route } = await guarded(port);
      const name = `127.0.0.1:${between}`;
      const wrong = { user: 'somchai', password: 'x' };
      const of =
        what === 'it is wrong' ? { [name]: wrong } : what.startsWith('nobody') ? {} : { 'other:1': somchai };
      const { known, wanted } = logins(of);
      const reached = reach(at(port), route, later(), known);
      await expect(reached).rejects.toMatchObject({ code: 'proxy-password', sent: 'no' });
      expect(wanted).toEqual([[name, what === 'it is wrong' ? wrong : null]]);
      // Never twice the same.
      expect(heads).toHaveLength(what === 'it is wrong' ? 2 : 1);
    },
  );

  test('is left to Chromium where it takes something better', async () => {
    const port = await pbx();
    const { between, heads, route } = await guarded(
      port,
      'Proxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"',
    );
    const { known, wanted } = logins({ [`127.0.0.1:${between}`]: somchai });
    expect(await reach(at(port), route, later(), known)).toBeNull();
    expect([heads, wanted]).toEqual([[''], []]);
  });
});

describe('where none comes to stand, the request was not sent', () => {
  test.each<[string, () => Promise<string>, object]>([
    ['no way was found', async () => '', { code: 'proxy-script', details: 'no way to it' }],
    ['nobody listens', async () => 'DIRECT', { code: 'connection-refused', details: 'ECONNREFUSED' }],
    [
      'nobody listens at the proxy',
      async () => `PROXY 127.0.0.1:${await nobody()}`,
      { code: 'proxy-unreachable', details: 'ECONNREFUSED' },
    ],
    ...(
      [
        ['refuses', say('HTTP/1.1 403 No\r\n\r\n'), 'proxy', 'CONNECT: HTTP 403'],
        ...[502, 503, 504].map(
          (status) =>
            [
              `does not reach the PBX (${status})`,
              say(`HTTP/1.0 ${status} No\r\n\r\n`),
              'proxy-no-way',
              `CONNECT: HTTP ${status}`,
            ] as const,
        ),
        [
          'sends on',
          say('HTTP/1.1 302 Log in\r\nLocation: http://login/\r\n\r\n'),
          'proxy',
          'CONNECT: HTTP 302',
        ],
        ['is none', say('SSH-2.0-OpenSSH\r\n\r\n'), 'proxy-another', 'no HTTP in reply to CONNECT'],
        ['closes', say(''), 'proxy-closed', 'no reply to CONNECT'],
        ['closes within its head', say('HTTP/1.1 200 OK\r\nVia: a'), 'proxy-closed', 'no reply to CONNECT'],
        [
          'never ends its head',
          say(`HTTP/1.1 200 OK\r\nVia: ${'a'.repeat(20_000)}`),
          'proxy-closed',
          'no reply to CONNECT',
        ],
        // It may come before or after the connection stands.
        ['resets', reset, /^proxy-(?:closed|unreachable)$/, /CONNECT|ECONNRESET/],
      ] as const
    ).map(([name, how, code, details]): [string, () => Promise<string>, object] => [
      `a proxy ${name}`,
      async () => `PROXY 127.0.0.1:${await behaving(how)}`,
      {
        code: expect.stringMatching(code instanceof RegExp ? code : new RegExp(`^${code}$`)),
        details: expect.stringMatching(details),
      },
    ]),
    ...(
      [
        ['refuses by rule', socksTo(1, { answer: 2 }), 'proxy', 'not allowed by its rules (2)'],
        ['fails', socksTo(1, { answer: 1 }), 'proxy-no-way', 'general failure (1)'],
        ['finds no network', socksTo(1, { answer: 3 }), 'proxy-no-way', 'network unreachable (3)'],
        ['does not reach the PBX', socksTo(1, { answer: 4 }), 'proxy-no-way', 'host unreachable (4)'],
        ['is refused by the PBX', socksTo(1, { answer: 5 }), 'proxy-no-way', 'connection refused (5)'],
        ['says what nobody knows', socksTo(1, { answer: 99 }), 'proxy-no-way', 'unknown reason (99)'],
        ['wants a password', socksTo(1, { way: 2 }), 'proxy-login', 'way 2 of telling who asks'],
        ['takes nobody unnamed', socksTo(1, { way: 255 }), 'proxy-login', 'way 255 of telling who asks'],
        ...(['at once', 'after the greeting', 'after the wish', 'within its answer'] as const).map(
          (closes) => [`closes ${closes}`, socksTo(1, { closes }), 'proxy-closed', 'closed'] as const,
        ),
        ['is one of HTTP', say('HTTP/1.1 400 Bad Request\r\n\r\n'), 'proxy-another', 'another protocol'],
        ['is none', say('SSH-2.0-OpenSSH\r\n'), 'proxy-another', 'another protocol'],
      ] as const
    ).map(([name, how, code, details]): [string, () => Promise<string>, object] => [
      `a proxy of SOCKS ${name}`,
      async () => `SOCKS5 127.0.0.1:${await behaving(how)}`,
      { code, details: `SOCKS: ${details}` },
    ]),
    [
      'nobody listens at the proxy of SOCKS',
      async () => `SOCKS5 127.0.0.1:${await nobody()}`,
      { code: 'proxy-unreachable', details: 'ECONNREFUSED' },
    ],
  ])('%s', async (_name, route, failure) => {
    const port = await nobody();
    await expect(reach(at(port), await route(), later())).rejects.toMatchObject({ sent: 'no', ...failure });
  });

  test('the name is unknown', async () => {
    await expect(reach(at(443, 'https', 'no-such-pbx.invalid'), 'DIRECT', later())).rejects.toMatchObject({
      code: 'name-not-found',
      sent: 'no',
    });
  });

  test('connecting takes too long', async () => {
    const { port, close } = await fullBacklog();
    onTestFinished(close);
    await expect(reach(at(port), 'DIRECT', soon())).rejects.toMatchObject({
      code: 'timed-out',
      sent: 'no',
      details: 'connecting',
    });
    await expect(reach(at(1), `PROXY 127.0.0.1:${port};DIRECT`, soon())).rejects.toMatchObject({
      code: 'proxy-unreachable',
      sent: 'no',
    });
  });

  test.each(['PROXY', 'SOCKS5'])('a proxy says nothing: %s', async (kind) => {
    const proxy = await behaving(silent);
    await expect(reach(at(1), `${kind} 127.0.0.1:${proxy}`, soon())).rejects.toMatchObject({
      code: 'proxy-no-way',
      details: expect.stringContaining('in time'),
      sent: 'no',
    });
  });
});
