import { once } from 'node:events';
import { createServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { placeOf } from '../../../../app/pbx/once/reach.ts';
import { openRelay } from '../../../../app/pbx/once/relay.ts';
import { testAuthority, testCertificate } from '../../../pbx/certificates.ts';
import { passTo, switchable } from '../../../support/switchable.ts';

/** A PBX behind a proxy that opens its tunnel at the third word, as one with NTLM does; the way to it by the relay. */
async function behind() {
  const arrived: string[] = [];
  const pbx = createServer(testCertificate('signed-by-test-ca'), (request, response) => {
    arrived.push(request.url ?? '');
    response.end('here');
  });
  pbx.listen(0, '127.0.0.1');
  await once(pbx, 'listening');
  onTestFinished(() => {
    pbx.closeAllConnections();
    pbx.close();
  });
  const { port } = pbx.address() as AddressInfo;
  const heads: string[] = [];
  const proxy = await switchable((client) => {
    let words = 0;
    const hear = (piece: Buffer) => {
      heads.push(piece.toString('latin1').split('\r\n')[0] ?? '');
      words += 1;
      if (words < 3)
        client.write('HTTP/1.1 407 Who\r\nProxy-Authenticate: NTLM\r\nContent-Length: 2\r\n\r\nno');
      else {
        client.off('data', hear);
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        passTo(port)(client);
      }
    };
    client.on('data', hear);
  });
  onTestFinished(proxy.close);
  const relay = await openRelay();
  const place = placeOf(`https://127.0.0.1:${port}`);
  const passage = relay.open(place, { host: '127.0.0.1', port: proxy.port });
  onTestFinished(passage.end);
  return { arrived, heads, relay, passage, authority: `127.0.0.1:${port}` };
}

function dialled(proxy: string): Socket {
  const socket = connect(Number(new URL(proxy).port), '127.0.0.1');
  socket.on('error', () => undefined);
  onTestFinished(() => void socket.destroy());
  return socket;
}

async function answer(socket: Socket, words: string): Promise<string> {
  socket.write(words);
  const [said] = await Promise.race([once(socket, 'data'), once(socket, 'close').then(() => [''])]);
  return String(said);
}

async function tunnel(proxy: string, authority: string): Promise<TLSSocket> {
  const socket = dialled(proxy);
  const wish = `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`;
  for (const status of ['407', '407', '200'])
    expect(await answer(socket, wish)).toContain(`HTTP/1.1 ${status}`);
  const tls = connectTls({ socket, ca: testAuthority(), servername: 'localhost' });
  tls.on('error', () => undefined);
  await once(tls, 'secureConnect');
  return tls;
}

const ask = (path: string) =>
  `GET ${path} HTTP/1.1\r\nHost: pbx\r\nUser-Agent: ${'Mozilla/5.0 '.repeat(10)}\r\n\r\n`;

test('a request gets through once, however often the proxy asks who it is', async () => {
  const { arrived, relay, passage, authority } = await behind();
  const [one, spare] = [await tunnel(relay.proxy, authority), await tunnel(relay.proxy, authority)];
  expect(passage.hasLeft()).toBe(false);
  expect(await answer(one, ask('/first'))).toContain('here');
  expect(passage.hasLeft()).toBe(true);
  expect(await answer(spare, ask('/second'))).toBe('');
  // Nor by a new connection.
  expect(await answer(dialled(relay.proxy), `CONNECT ${authority} HTTP/1.1\r\n\r\n`)).toBe('');
  expect(arrived).toEqual(['/first']);
});

test('nothing gets through once its passage is over', async () => {
  const { arrived, relay, passage, authority } = await behind();
  const one = await tunnel(relay.proxy, authority);
  passage.end();
  expect(await answer(one, ask('/late'))).toBe('');
  expect(await answer(dialled(relay.proxy), `CONNECT ${authority} HTTP/1.1\r\n\r\n`)).toBe('');
  expect([passage.hasLeft(), arrived]).toEqual([false, []]);
});

test.each([
  ['another place', 'CONNECT other.test:443 HTTP/1.1\r\n\r\n'],
  ['a request in the clear', 'POST http://127.0.0.1/pbxws.php/dial HTTP/1.1\r\n\r\n'],
  ['a head with something behind it', 'CONNECT PLACE HTTP/1.1\r\n\r\nPOST / HTTP/1.1\r\n\r\n'],
])('the relay leads nowhere for %s', async (_name, words) => {
  const { arrived, heads, relay, authority } = await behind();
  expect(await answer(dialled(relay.proxy), words.replace('PLACE', authority))).toBe('');
  expect([heads, arrived]).toEqual([[], []]);
});
