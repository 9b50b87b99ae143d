import type { Socket } from 'node:net';
import { TransportError } from '../transport.ts';
import { take } from './take.ts';

/** What a proxy answers to a wish (RFC 1928 §6), where it does not grant it. */
const refusals: Readonly<Record<number, readonly [code: TransportError['code'], what: string]>> = {
  1: ['proxy-no-way', 'general failure'],
  2: ['proxy', 'not allowed by its rules'],
  3: ['proxy-no-way', 'network unreachable'],
  4: ['proxy-no-way', 'host unreachable'],
  5: ['proxy-no-way', 'connection refused'],
  6: ['proxy-no-way', 'time to live expired'],
  7: ['proxy', 'command not supported'],
  8: ['proxy', 'kind of address not supported'],
};

/**
 * A tunnel by SOCKS 5 (RFC 1928), through a connection to the proxy that stands. As Chromium asks: by name, and without telling who asks,
 * which it cannot. Of a refusal Chromium says only that there was one; here it is told apart. Throws a `TransportError`.
 */
export async function bySocks(
  socket: Socket,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<void> {
  const cut = (): TransportError => new TransportError('proxy-closed', 'no', 'SOCKS: closed');
  const another = (): TransportError => new TransportError('proxy-another', 'no', 'SOCKS: another protocol');
  socket.write(Buffer.of(5, 1, 0));
  const [version, way] = (await take(socket, 2)) ?? [];
  // Of what is shorter than an answer, too, nothing is known but that it is over.
  if (version === undefined) throw cut();
  if (version !== 5) throw another();
  if (way !== 0) throw new TransportError('proxy-login', 'no', `SOCKS: way ${way} of telling who asks`);

  const name = Buffer.from(host, 'latin1');
  const wish = Buffer.concat([Buffer.of(5, 1, 0, 3, name.length), name, Buffer.of(port >> 8, port & 255)]);
  socket.write(wish);
  const head = await take(socket, 4);
  if (head === null) throw cut();
  const [again, answer = 0, , kind = 0] = head;
  if (again !== 5) throw another();
  if (answer !== 0) {
    const [code, what] = refusals[answer] ?? (['proxy-no-way', 'unknown reason'] as const);
    throw new TransportError(code, 'no', `SOCKS: ${what} (${answer})`);
  }
  // Where the proxy goes from: nobody asks for it, and the PBX's own words begin behind it.
  const length = kind === 1 ? 4 : kind === 4 ? 16 : kind === 3 ? ((await take(socket, 1))?.[0] ?? 0) : null;
  if (length === null) throw another();
  if ((await take(socket, length + 2)) === null) throw cut();
}
