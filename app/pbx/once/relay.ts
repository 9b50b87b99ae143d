import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import type { Passage } from './gate.ts';
import type { Address, Place } from './reach.ts';
import { tlsRequestIn } from './tls-records.ts';

export interface Relay {
  /** The proxy that Chromium's session is told to use. */
  readonly proxy: string;
  /** One passage at a time. */
  open(place: Place, proxy: Address): Passage;
}

/** The first byte of a record of TLS that a client begins with. */
const handshake = 22;

/**
 * The gate for where a proxy wants to know who asks in a way that only Chromium knows (NTLM, Digest): it stands before that proxy. What
 * Chromium says to the proxy passes, as often as they need to agree; in the tunnel behind it one connection alone may carry a
 * request, as at the gate.
 */
export async function openRelay(): Promise<Relay> {
  let admit: ((client: Socket) => void) | null = null;
  const server = createServer({ noDelay: true }, (client) => {
    client.on('error', () => undefined);
    if (admit === null) client.destroy();
    else admit(client);
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');

  return {
    proxy: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,

    open({ host, port }, proxy) {
      const open = new Set<Socket>();
      let carrier: Socket | null = null;
      const wish = `CONNECT ${host.includes(':') ? `[${host}]` : host}:${port} HTTP/1.1\r\n`;

      const admitHere = (client: Socket): void => {
        open.add(client);
        const upstream = connect({ ...proxy, autoSelectFamily: true, noDelay: true });
        upstream.on('error', () => client.destroy());
        client.on('close', () => upstream.destroy());
        upstream.pipe(client);
        const beginsRequest = tlsRequestIn();
        let isTunnel = false;
        client.on('data', (piece: Buffer) => {
          isTunnel ||= piece[0] === handshake;
          // Heads for the proxy come whole: Chromium waits for its answer to each.
          const passes = isTunnel ? !beginsRequest(piece) || mayCarry(client) : isHead(piece);
          if (!passes) {
            client.destroy();
            return;
          }
          if (upstream.write(piece)) return;
          client.pause();
          upstream.once('drain', () => client.resume());
        });
      };
      const mayCarry = (client: Socket): boolean => {
        carrier ??= client;
        return carrier === client;
      };
      const isHead = (piece: Buffer): boolean => {
        const head = piece.toString('latin1');
        return carrier === null && head.startsWith(wish) && head.indexOf('\r\n\r\n') === head.length - 4;
      };
      admit = admitHere;

      return {
        hasLeft: () => carrier !== null,
        end() {
          if (admit === admitHere) admit = null;
          for (const client of open) client.destroy();
        },
      };
    },
  };
}
