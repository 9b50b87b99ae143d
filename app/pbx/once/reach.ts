import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { TransportError } from '../transport.ts';
import { neverStood } from './node-errors.ts';
import { bySocks } from './socks.ts';
import { take } from './take.ts';

export interface Address {
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

/** Who a proxy is told that asks. */
export interface ProxyLogins {
  /** `null`: nobody knows, or the proxy did not take it. */
  for(proxy: string): Promise<ProxyLogin | null>;
  /** The proxy wants a password. `tried`: what it was told. */
  wanted(proxy: string, tried: ProxyLogin | null): void;
}

export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}

export const noLogins: ProxyLogins = { for: async () => null, wanted: () => undefined };

/** The first way there, where it is a proxy that HTTP is spoken with: `PROXY` in the clear, `HTTPS` by TLS. */
export function firstProxy(route: string, kind: 'PROXY' | 'HTTPS' = 'PROXY'): Address | null {
  const [, is, host = '', port] = /^\s*(\w+)\s+\[?([^\s\];]+)\]?:(\d+)\s*(?:;|$)/.exec(route) ?? [];
  return is === kind ? { host, port: Number(port) } : null;
}

/** The longest head of a reply to CONNECT that is read. */
const longestHead = 16_384;

/**
 * A connection to the PBX that carried nothing before. `route`: the ways there as the system has them, as PAC files write it; the next one
 * is taken where one does not work. `null`: only Chromium can go that way. Throws a `TransportError` that says `no`: the
 * request does not exist before this connection does.
 */
export async function reach(
  place: Place,
  route: string,
  signal: AbortSignal,
  logins: ProxyLogins = noLogins,
): Promise<Socket | null> {
  let failure: TransportError | null = null;
  for (const way of route.split(';').filter((part) => part.trim() !== '')) {
    const [, kind, host = '', port] = /^\s*(\w+)(?:\s+\[?([^\s\]]+)\]?:(\d+))?\s*$/.exec(way) ?? [];
    try {
      if (kind === 'DIRECT') return await standing(place, signal);
      if (kind === 'SOCKS5') return await bySocksProxy({ host, port: Number(port) }, place, signal);
      // By SOCKS 4, which is told addresses and no names, or by a proxy that TLS is spoken with.
      if (kind !== 'PROXY') return null;
      return await byProxy({ host, port: Number(port) }, place, signal, logins);
    } catch (error) {
      const code = kind !== 'DIRECT' ? 'proxy-unreachable' : signal.aborted ? 'timed-out' : null;
      failure ??= error instanceof TransportError ? error : neverStood(error, code);
      if (signal.aborted) break;
    }
  }
  // Chromium found none: the script that was to choose one did not come, and without it nothing goes directly.
  throw failure ?? new TransportError('proxy-script', 'no', 'no way to it');
}

export async function standing({ host, port }: Address, signal: AbortSignal): Promise<Socket> {
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

/**
 * `null`: the proxy wants to know who asks in a way that Chromium alone knows, or keeps plain HTTP out of tunnels. What it is told in the
 * clear (Basic) it is told here, if it takes nothing better.
 */
async function byProxy(
  proxy: Address,
  to: Place,
  signal: AbortSignal,
  logins: ProxyLogins,
): Promise<Socket | null> {
  const name = authorityOf(proxy);
  let login: ProxyLogin | null = null;
  for (let at = 0; at < 2; at += 1) {
    const { socket, status, head } = await tunnel(proxy, to, signal, login);
    if (status.startsWith('2') && !socket.destroyed) return socket;
    socket.destroy();
    if (status !== '407') {
      if (status !== '' && !to.secure) return null;
      throw refusalOf(status, head, signal);
    }
    const ways = [...head.matchAll(/^proxy-authenticate:\s*([\w-]+)/gim)].map(([, way]) =>
      way?.toLowerCase(),
    );
    if (!ways.every((way) => way === 'basic')) return null;
    const tried: ProxyLogin | null = login;
    login = tried === null ? await logins.for(name) : null;
    if (login !== null) continue;
    logins.wanted(name, tried);
    break;
  }
  throw new TransportError('proxy-password', 'no', 'CONNECT: HTTP 407');
}

async function bySocksProxy(proxy: Address, to: Address, signal: AbortSignal): Promise<Socket> {
  const socket = await standing(proxy, signal);
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  try {
    await bySocks(socket, to);
    return socket;
  } catch (error) {
    socket.destroy();
    // What was ended here was not closed by the proxy.
    throw signal.aborted ? new TransportError('proxy-no-way', 'no', 'SOCKS: no answer in time') : error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** As a URL names it. */
export const authorityOf = ({ host, port }: Address): string =>
  `${host.includes(':') ? `[${host}]` : host}:${port}`;

/** What a proxy said in place of a tunnel, as far as it tells why. */
function refusalOf(status: string, head: string, signal: AbortSignal): TransportError {
  if (status === '' && signal.aborted)
    return new TransportError('proxy-no-way', 'no', 'no reply to CONNECT in time');
  if (status === '')
    return head === '' || /^HTTP\/1\.[01] \d{3}\b/.test(head)
      ? new TransportError('proxy-closed', 'no', 'no reply to CONNECT')
      : new TransportError('proxy-another', 'no', 'no HTTP in reply to CONNECT');
  // The PBX did not answer the proxy (RFC 9110 §15.6), or, as proxies use 503, was not found by it.
  const isWay = status === '502' || status === '503' || status === '504';
  return new TransportError(isWay ? 'proxy-no-way' : 'proxy', 'no', `CONNECT: HTTP ${status}`);
}

async function tunnel(proxy: Address, to: Place, signal: AbortSignal, login: ProxyLogin | null) {
  const socket = await standing(proxy, signal);
  const stop = () => socket.destroy();
  signal.addEventListener('abort', stop);
  const authority = authorityOf(to);
  const who = login && Buffer.from(`${login.user}:${login.password}`).toString('base64');
  const told = who === null ? '' : `Proxy-Authorization: Basic ${who}\r\n`;
  socket.write(`CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${told}\r\n`);
  let head = '';
  // Byte by byte: what comes behind the head is the PBX's.
  while (!head.endsWith('\r\n\r\n') && head.length < longestHead) {
    const byte = await take(socket, 1);
    if (byte === null) break;
    head += byte.toString('latin1');
  }
  signal.removeEventListener('abort', stop);
  const status = head.endsWith('\r\n\r\n') ? (/^HTTP\/1\.[01] (\d{3})\b/.exec(head)?.[1] ?? '') : '';
  return { socket, status, head };
}
