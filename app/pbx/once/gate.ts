import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import type { Place } from './reach.ts';
import { take } from './take.ts';
import { tlsRequestIn } from './tls-records.ts';

/** One request on its way through the gate. */
export interface Passage {
  /** The request has begun to leave, and may arrive. */
  hasLeft(): boolean;
  /** Nothing more gets through, in either direction. */
  end(): void;
}

export interface Gate {
  /** The proxy that Chromium's session is told to use. */
  readonly proxy: string;
  /** `first`: a connection to the place; `another` makes further ones. One passage at a time. */
  open(place: Place, first: Socket, another: () => Promise<Socket | null>): Passage;
}

/**
 * What SOCKS 5 (RFC 1928) answers to a greeting and to a wish, the address being one that nobody asks for. Said at once, so that nobody
 * waits for it: what follows goes on only if the wish is a good one.
 */
const answers = Buffer.of(5, 0, 5, 0, 0, 1, 0, 0, 0, 0, 0, 0);

/**
 * The gate through which a request that acts in the world goes to the PBX: a SOCKS proxy within this program, for one session of
 * Chromium. Chromium sends a request again by itself, for reasons that change with its versions. From here each connection that it makes
 * is seen, and one alone may carry a request: what is sent again goes nowhere, and it is known for certain whether the request left.
 *
 * Several connections there may be: spare ones, and those of a handshake that is tried in another way.
 */
export async function openGate(): Promise<Gate> {
  let admit: ((client: Socket, to: string) => Promise<boolean>) | null = null;

  const server = createServer({ noDelay: true }, async (client) => {
    client.on('error', () => undefined);
    client.write(answers);
    const to = await hello(client);
    const admitted = to !== null && admit !== null && (await admit(client, to));
    if (!admitted) client.destroy();
  });
  server.listen(0, '127.0.0.1').unref();
  await once(server, 'listening');

  return {
    proxy: `socks5://127.0.0.1:${(server.address() as AddressInfo).port}`,

    open({ host, port, secure }, first, another) {
      const open = new Set<Socket>();
      let unused: Socket | null = first;
      let carrier: Socket | null = null;
      let over = false;

      const mayCarry = (client: Socket): boolean => {
        carrier ??= client;
        return carrier === client;
      };

      const admitHere = async (client: Socket, to: string): Promise<boolean> => {
        // Chromium looks for more than the PBX: dictionaries, say.
        if (to !== `${host}:${port}` || carrier !== null) return false;
        open.add(client);
        const kept = unused;
        unused = null;
        // The PBX may have ended it meanwhile.
        const upstream = kept?.destroyed === false ? kept : await another().catch(() => null);
        if (over) upstream?.destroy();
        if (upstream === null || upstream.destroyed) return false;
        join(client, upstream, secure ? tlsRequestIn() : () => true, () => mayCarry(client));
        return true;
      };
      admit = admitHere;

      return {
        hasLeft: () => carrier !== null,
        end() {
          over = true;
          if (admit === admitHere) admit = null;
          unused?.destroy();
          for (const client of open) client.destroy();
        },
      };
    },
  };
}

/** Both ways. Of what goes to the PBX, each piece in which a request begins needs leave. */
function join(
  client: Socket,
  upstream: Socket,
  beginsRequest: (piece: Uint8Array) => boolean,
  mayPass: () => boolean,
): void {
  client.on('data', (piece) => {
    if (beginsRequest(piece) && !mayPass()) {
      client.destroy();
      return;
    }
    if (upstream.write(piece)) return;
    client.pause();
    upstream.once('drain', () => client.resume());
  });
  client.on('close', () => upstream.destroy());
  upstream.on('error', () => client.destroy());
  upstream.pipe(client);
}

/** Where a client of SOCKS 5 wants to go, as `host:port`; `null` where it is none, or gives no name. */
async function hello(client: Socket): Promise<string | null> {
  const begin = await take(client, 2);
  if (begin?.[0] !== 5 || (await take(client, begin[1] ?? 0)) === null) return null;
  // CONNECT to a name: Chromium leaves looking it up to the proxy, and writes addresses as names as well.
  const wish = await take(client, 5);
  if (wish?.[1] !== 1 || wish[3] !== 3) return null;
  const length = wish[4] ?? 0;
  const rest = await take(client, length + 2);
  return rest && `${rest.toString('latin1', 0, length)}:${rest.readUInt16BE(length)}`;
}
