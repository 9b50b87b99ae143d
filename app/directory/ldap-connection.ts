import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { Client, ResultCodeError } from 'ldapts';
import type { LdapChoice } from '../contract/directory.ts';
import type { TrustedCertificate } from '../contract/trust.ts';
import { judge, type Trusting } from '../trust/judge.ts';
import type { Wrong } from '../trust/leaf.ts';
import { pinsOf } from '../trust/pins.ts';
import type { SystemStore } from '../trust/system-store.ts';
import { Problem } from './problem.ts';
import type { Seen } from './tasks.ts';

export interface Server {
  readonly choice: LdapChoice;
  /** For `bindDn`; `null`: none is known. */
  readonly password: string | null;
  readonly system: SystemStore;
  readonly pins: readonly TrustedCertificate[];
  readonly seen: (seen: Seen) => void;
}

export interface Connection {
  readonly client: Client;
  /** After StartTLS the library itself does not notice that it has ended. */
  isOpen(): boolean;
  /** At once: what was asked is not waited for. */
  close(): void;
}

/** Milliseconds. */
const patience = { connect: 10_000, reply: 60_000 } as const;
/** Bytes. 50,000 people are 20 MB; a server that goes on for ever is none. */
const largest = 100 * 1024 * 1024;

/**
 * Connected, encrypted, its certificate judged, and signed in, in this order: nobody is told a password, nor asked anything, before it is
 * known who they are. `signal` ends it at any time.
 */
export async function connect(server: Server, signal?: AbortSignal): Promise<Connection> {
  const { choice, password } = server;
  const { protocol, hostname, port } = new URL(choice.address);
  const host = hostname.replace(/^\[|\]$/g, '');
  const isLdaps = protocol === 'ldaps:';
  const bindDn = choice.bindDn ?? '';
  // A name without a password would be let in as nobody (RFC 4513 §5.1.2), and whoever reads along would know the name.
  if (bindDn !== '' && password === null) throw new Problem('directory-password', 'no password is known');

  const late = new AbortController();
  const timer = setTimeout(() => close(), patience.connect);
  const socket = net.connect({ host, port: Number(port) || (isLdaps ? 636 : 389), autoSelectFamily: true });
  let secure: tls.TLSSocket | null = null;
  const sockets = () => [secure, socket].filter((one) => one !== null);
  const close = () => {
    late.abort();
    clearTimeout(timer);
    clearInterval(watching);
    signal?.removeEventListener('abort', close);
    for (const one of sockets()) one.destroy();
  };
  const watching = setInterval(() => socket.bytesRead > largest && close(), 200);
  signal?.addEventListener('abort', close);
  // Late errors of a connection that was given up concern nobody.
  socket.on('error', () => undefined);
  const encrypt = (): tls.TLSSocket => {
    const servername = net.isIP(host) === 0 ? { servername: host } : {};
    // Judged below, by what the computer and IT trust, and not by the list that comes with Node.
    secure = tls.connect({ socket, ...servername, rejectUnauthorized: false, minVersion: 'TLSv1.2' });
    secure.on('error', () => undefined);
    return secure;
  };

  try {
    await once(socket, 'connect', late);
    if (isLdaps) {
      const encrypted = encrypt();
      await once(encrypted, 'secureConnect', late);
      judged(encrypted, host, server);
    }
    let given = false;
    const client = new Client({
      // The connection stands. The library would make another one by itself, of which nothing is known, where this one ends.
      url: 'ldap://localhost',
      createConnection: () => {
        if (given) throw new Problem('directory-unreachable', 'closed');
        given = true;
        return secure ?? socket;
      },
      createSecureConnection: encrypt,
      timeout: patience.reply,
    });
    if (!isLdaps && choice.allowPlain !== true) {
      await client.startTLS().catch((error: unknown) => {
        if (error instanceof ResultCodeError)
          throw new Problem('directory-plain', `LDAP result ${error.code}`);
        throw error;
      });
      if (secure === null) throw new Problem('directory-plain', 'no StartTLS');
      judged(secure, host, server);
    }
    await client.bind(bindDn, password ?? '');
    clearTimeout(timer);
    return { client, isOpen: () => client.isConnected && !sockets().some((one) => one.destroyed), close };
  } catch (error) {
    const why = late.signal.aborted ? new Problem('directory-unreachable', 'timed out') : error;
    close();
    throw why;
  }
}

/** Throws where whoever is at the other end is not who was meant. */
function judged(socket: tls.TLSSocket, host: string, { system, pins, seen }: Server): void {
  const trusting: Trusting = { system, pinned: (name) => pinsOf(pins, name), now: Date.now() };
  const { chain, wrong } = judgement(socket, host, trusting);
  seen({ host, chain: chain.map(({ raw }) => raw), wrong });
  if (wrong !== null) throw new Problem(`directory-${wrong}`, wrong);
}

interface Judged {
  readonly chain: readonly X509Certificate[];
  readonly wrong: Wrong | null;
}

/** Chromium was not asked, and Node's answer is not used: what makes good an unknown issuer is all that counts. */
function judgement(socket: tls.TLSSocket, host: string, trusting: Trusting): Judged {
  try {
    const chain = chainOf(socket);
    const { wrong } = judge({ host, chain, chromium: 'net::ERR_CERT_AUTHORITY_INVALID' }, trusting);
    return { chain, wrong };
  } catch {
    // Not built as certificates are.
    return { chain: [], wrong: 'certificate' };
  }
}

/** No chain is as long. */
const longestChain = 20;

function chainOf(socket: tls.TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let one: tls.DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  while (one?.raw !== undefined && chain.length < longestChain) {
    chain.push(new X509Certificate(one.raw));
    // What is its own issuer has no end of issuers.
    one = one.issuerCertificate === one ? undefined : one.issuerCertificate;
  }
  return chain;
}
