import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Gate, openGate, type Passage } from '../../../../app/pbx/once/gate.ts';
import { type Place, placeOf, reach } from '../../../../app/pbx/once/reach.ts';
import { testAuthority, testCertificate } from '../../../pbx/certificates.ts';

interface Far {
  readonly place: Place;
  readonly arrived: string[];
}

async function far(how: { readonly tls?: 'TLSv1.2' | 'TLSv1.3' } = {}): Promise<Far> {
  const arrived: string[] = [];
  const take = (request: IncomingMessage) => void arrived.push(request.url ?? '');
  const certificate = testCertificate('signed-by-test-ca');
  const server = how.tls
    ? createTlsServer({ ...certificate, minVersion: how.tls, maxVersion: how.tls })
    : createServer();
  server.on('request', (request, response) => {
    take(request);
    response.end('here');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { place: placeOf(`http${how.tls ? 's' : ''}://127.0.0.1:${port}`), arrived };
}

async function through(gate: Gate, { place }: Far): Promise<Passage> {
  const another = () => reach(place, 'DIRECT', AbortSignal.timeout(20_000));
  const first = await another();
  if (!first) throw new Error('DIRECT is a way');
  const passage = gate.open(place, first, another);
  onTestFinished(passage.end);
  return passage;
}

/** What Chromium does with a SOCKS proxy. */
async function socks(gate: Gate, { host, port }: Pick<Place, 'host' | 'port'>): Promise<Socket> {
  const socket = connect(Number(new URL(gate.proxy).port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined);
  socket.write(Buffer.of(5, 1, 0));
  const name = Buffer.from(host);
  socket.write(Buffer.concat([Buffer.of(5, 1, 0, 3, name.length), name, Buffer.of(port >> 8, port & 255)]));
  const answers = 12;
  while (socket.readableLength < answers && !socket.destroyed)
    await new Promise<void>((resolve) => socket.once('readable', resolve).once('close', resolve));
  expect([...(socket.read(answers) ?? [])].slice(0, 4)).toEqual([5, 0, 5, 0]);
  return socket;
}

/** Before or after it has said anything. */
async function turnedAway(socket: Socket): Promise<void> {
  socket.write(ask('/turned-away'));
  expect(await reply(socket)).toBe('');
  expect(socket.destroyed).toBe(true);
}

async function secured(socket: Socket, version: 'TLSv1.2' | 'TLSv1.3', ca?: string): Promise<TLSSocket> {
  const tls = connectTls({ socket, ca, servername: 'localhost', minVersion: version, maxVersion: version });
  tls.on('error', () => undefined);
  await new Promise((resolve) => tls.on('secureConnect', resolve).on('close', resolve));
  return tls;
}

/** As long as Chromium's. */
const ask = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: pbx\r\nUser-Agent: ${'Mozilla/5.0 '.repeat(10)}\r\n\r\n`;

async function reply(socket: Socket): Promise<string> {
  let piece = '';
  if (!socket.destroyed)
    await new Promise<void>((resolve) =>
      socket.on('close', resolve).on('data', (data) => {
        piece += data;
        resolve();
      }),
    );
  return piece.split('\r\n\r\n')[1] ?? '';
}

describe.each([undefined, 'TLSv1.2', 'TLSv1.3'] as const)('a request over %s', (tls) => {
  const open = async (socket: Socket) => {
    return tls ? await secured(socket, tls, testAuthority()) : socket;
  };

  test('gets through once, and it is known that it left', async () => {
    const gate = await openGate();
    const pbx = await far(tls ? { tls } : {});
    const passage = await through(gate, pbx);
    const [one, spare] = [await open(await socks(gate, pbx.place)), await open(await socks(gate, pbx.place))];
    expect(passage.hasLeft()).toBe(false);
    one.write(ask('/first'));
    expect(await reply(one)).toBe('here');
    expect(passage.hasLeft()).toBe(true);
    // By a connection that was spare, and by a new one.
    spare.write(ask('/second'));
    expect(await reply(spare)).toBe('');
    await turnedAway(await socks(gate, pbx.place));
    expect(pbx.arrived).toEqual(['/first']);
  });

  test('does not get through once its passage is over', async () => {
    const gate = await openGate();
    const pbx = await far(tls ? { tls } : {});
    const passage = await through(gate, pbx);
    const one = await open(await socks(gate, pbx.place));
    passage.end();
    one.write(ask('/late'));
    expect(await reply(one)).toBe('');
    await turnedAway(await socks(gate, pbx.place));
    expect(passage.hasLeft()).toBe(false);
    expect(pbx.arrived).toEqual([]);
    // The next one gets a connection of its own.
    await through(gate, pbx);
    const next = await open(await socks(gate, pbx.place));
    next.write(ask('/next'));
    expect(await reply(next)).toBe('here');
  });
});

test.each(['TLSv1.2', 'TLSv1.3'] as const)(
  'a handshake of %s that the client breaks off sent no request, and may be tried again',
  async (tls) => {
    const gate = await openGate();
    const pbx = await far({ tls });
    const passage = await through(gate, pbx);
    const first = await socks(gate, pbx.place);
    const untrusted = await secured(first, tls);
    expect(untrusted.authorized).toBe(false);
    expect(passage.hasLeft()).toBe(false);
    const second = await socks(gate, pbx.place);
    const trusted = await secured(second, tls, testAuthority());
    trusted.write(ask('/'));
    expect(await reply(trusted)).toBe('here');
    expect(passage.hasLeft()).toBe(true);
  },
);

describe('the gate leads nowhere else', () => {
  test('than to the PBX, while a request waits', async () => {
    const gate = await openGate();
    const pbx = await far();
    const other = await far();
    await turnedAway(await socks(gate, pbx.place));
    await through(gate, pbx);
    await turnedAway(await socks(gate, other.place));
    await turnedAway(await socks(gate, { host: 'localhost', port: pbx.place.port }));
    const right = await socks(gate, pbx.place);
    right.write(ask('/right'));
    expect(await reply(right)).toBe('here');
    expect([pbx.arrived, other.arrived]).toEqual([['/right'], []]);
  });

  test.each([
    ['another protocol', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
    ['SOCKS 4', Buffer.of(4, 1, 0, 80, 127, 0, 0, 1, 0)],
    ['an address', Buffer.of(5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, 0, 80)],
    ['a wish to listen', Buffer.of(5, 1, 0, 5, 2, 0, 3, 1, 97, 0, 80)],
  ])('for %s', async (_name, bytes) => {
    const gate = await openGate();
    const pbx = await far();
    await through(gate, pbx);
    const socket = connect(Number(new URL(gate.proxy).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.resume();
    socket.write(bytes);
    await once(socket, 'close');
  });
});

test('a connection that ended before it was used is replaced', async () => {
  const gate = await openGate();
  const pbx = await far();
  const another = () => reach(pbx.place, 'DIRECT', AbortSignal.timeout(20_000));
  const first = await another();
  if (!first) throw new Error('DIRECT is a way');
  onTestFinished(gate.open(pbx.place, first, another).end);
  first.destroy();
  const socket = await socks(gate, pbx.place);
  socket.write(ask('/'));
  expect(await reply(socket)).toBe('here');
});

test('a long reply comes whole, although the PBX closes behind it', async () => {
  const long = 'x'.repeat(3_000_000);
  const server = createServer((_request, response) => {
    response.setHeader('connection', 'close');
    response.end(long);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const gate = await openGate();
  const place = placeOf(`http://127.0.0.1:${port}`);
  await through(gate, { place, arrived: [] });
  const socket = await socks(gate, place);
  socket.write(ask('/'));
  let said = '';
  for await (const piece of socket) said += piece;
  expect(said.split('\r\n\r\n')[1]).toBe(long);
});
