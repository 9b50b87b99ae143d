import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface TestProxy {
  readonly port: number;
  /** What each wish for a tunnel said of who asks, in order; empty for nothing. */
  readonly told: string[];
  /** Tunnels that were opened. */
  tunnels(): number;
  close(): Promise<void>;
}

/** Says how somebody is let in. `null`: that who asks is not. */
export interface Guard {
  readonly challenge: string;
  readonly lets: (authorization: string, authority: string) => boolean;
}

/** A proxy of HTTP that opens tunnels, whatever the place that is asked for, to this port. */
export async function startProxy(to: number, guard: Guard | 'refuses' | null = null): Promise<TestProxy> {
  const told: string[] = [];
  const open = new Set<Socket>();
  let tunnels = 0;
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
  });
  server.on('connect', (request, client: Socket) => {
    const authorization = request.headers['proxy-authorization'] ?? '';
    told.push(authorization);
    const say = (status: string) =>
      client.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    if (guard === 'refuses') {
      say('403 Forbidden');
      return;
    }
    if (guard && !guard.lets(authorization, request.url ?? '')) {
      say(`407 Proxy Authentication Required\r\nProxy-Authenticate: ${guard.challenge}`);
      return;
    }
    tunnels += 1;
    const onward = connect(to, '127.0.0.1');
    onward.on('error', () => client.destroy());
    client.on('close', () => onward.destroy());
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    client.pipe(onward).pipe(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    told,
    tunnels: () => tunnels,
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

export const basic = (user: string, password: string): Guard => ({
  challenge: 'Basic realm="Office"',
  lets: (said) => said === `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

/** RFC 7616 §3, with MD5 and without a quality of protection. */
export const digest = (user: string, password: string): Guard => ({
  challenge: 'Digest realm="Office", nonce="abc123"',
  lets(said, authority) {
    const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(said)?.[1];
    const proof = md5(`${md5(`${user}:Office:${password}`)}:abc123:${md5(`CONNECT:${authority}`)}`);
    return part('username') === user && part('response') === proof;
  },
});
