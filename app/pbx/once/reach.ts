import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { TransportError } from '../transport.ts';
import { neverStood } from './node-errors.ts';
import { take } from './take.ts';

interface Address {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

/** Where a PBX is. */
export interface Place extends Address {
  readonly secure: boolean;
}

export function placeOf(url: string): Place {
  const { protocol, hostname, port } = new URL(url);
  const secure = protocol === 'https:';
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 443 : 80) : Number(port),
    secure,
  };
}

/** The longest head of a reply to CONNECT that is read. */
const longestHead = 16_384;

/**
 * A connection to the PBX that carried nothing before. `route`: the ways there as the system has them, as PAC files write it; the next one
 * is taken where one does not work. `null`: only Chromium can go that way. Throws a `TransportError` that says `no`: the
 * request does not exist before this connection does.
 */
export async function reach(place: Place, route: string, signal: AbortSignal): Promise<Socket | null> {
  let failure: TransportError | null = null;
  for (const way of route.split(';').filter((part) => part.trim() !== '')) {
    const [, kind, host = '', port] = /^\s*(\w+)(?:\s+\[?([^\s\]]+)\]?:(\d+))?\s*$/.exec(way) ?? [];
    try {
      if (kind === 'DIRECT') return await standing(place, signal);
      // By SOCKS, or by a proxy that TLS is spoken with.
      if (kind !== 'PROXY') return null;
      return await byProxy({ host, port: Number(port) }, place, signal);
    } catch (error) {
      const code = kind === 'PROXY' ? 'proxy' : signal.aborted ? 'timed-out' : null;
      failure ??= error instanceof TransportError ? error : neverStood(error, code);
      if (signal.aborted) break;
    }
  }
  throw failure ?? new TransportError('unreachable', 'no', 'no way to it');
}

async function standing({ host, port }: Address, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  // A name may have addresses of both families of which one leads nowhere.
  const socket = connect({ host, port, autoSelectFamily: true, noDelay: true });
  // Late errors of a connection that was given up concern nobody.
  socket.on('error', () => undefined);
  try {
    await once(socket, 'connect', { signal });
    return socket;
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

/** `null`: the proxy wants to know who asks, which Chromium can tell it, or keeps plain HTTP out of tunnels. */
async function byProxy(proxy: Address, to: Place, signal: AbortSignal): Promise<Socket | null> {
  const socket = await standing(proxy, signal);
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  const authority = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n\r\n`);
  let head = '';
  // Byte by byte: what comes behind the head is the PBX's.
  while (!head.endsWith('\r\n\r\n') && head.length < longestHead) {
    const byte = await take(socket, 1);
    if (byte === null) break;
    head += byte.toString('latin1');
  }
  signal.removeEventListener('abort', stop);
  const status = head.endsWith('\r\n\r\n') ? (/^HTTP\/1\.[01] (\d{3})\b/.exec(head)?.[1] ?? '') : '';
  if (status.startsWith('2') && !socket.destroyed) return socket;
  socket.destroy();
  if (status === '407' || (status !== '' && !to.secure)) return null;
  throw new TransportError('proxy', 'no', status === '' ? 'no reply to CONNECT' : `CONNECT: HTTP ${status}`);
}
