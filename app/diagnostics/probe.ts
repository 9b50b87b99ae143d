import { X509Certificate } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import type { Failure, Reply } from '../contract/failures.ts';
import { greetProxy } from '../pbx/once/greet-proxy.ts';
import { firstProxy, type Place, type ProxyLogins, placeOf, reach } from '../pbx/once/reach.ts';
import { failureOf } from '../pbx/transport.ts';
import type { Judgement, Presented } from '../trust/judge.ts';
import { codeOf } from '../util/code-of.ts';

/** One look at the way to the PBX: how long it took, and what was found, in words of this program and of certificates alone. */
export interface Step {
  readonly what: string;
  readonly milliseconds: number;
  readonly found: readonly string[];
}

export interface ProbeParts {
  /** `https://HOST[:PORT]` of the PBX. */
  readonly origin: string;
  /** How requests to the PBX get there, as the settings and the system have it: `DIRECT`, `PROXY host:port; …`. */
  readonly resolveProxy: (url: string) => Promise<string>;
  /** Who a proxy is told that asks, if that is known. */
  readonly loginFor: ProxyLogins['for'];
  /** A text of others' as the log would have it. */
  readonly redact: (text: string) => string;
  /** As for requests to the PBX: by the system's store and what was pinned. */
  readonly judge: (presented: Presented) => Judgement;
  /** Asks for one call record as the person who is signed in, and never for a call; `null`: nobody is signed in. */
  readonly check: (() => Promise<Reply<unknown>>) | null;
  readonly env: NodeJS.ProcessEnv;
}

/** Milliseconds that a step may take. The last one has a limit of its own, and a second one for what it should not need. */
const patience = { step: 10_000, signIn: 60_000 };

/**
 * The way to the PBX, a step at a time: name, connection, encryption, proxy, sign-in. The first ones go straight there and send nothing
 * but a greeting, so that they tell what stands there also where nothing may be sent to it.
 */
export async function probe(parts: ProbeParts, limits: typeof patience = patience): Promise<readonly Step[]> {
  const { origin, resolveProxy, check, env } = parts;
  const url = new URL(origin);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const isEncrypted = url.protocol === 'https:';
  const port = Number(url.port || (isEncrypted ? 443 : 80));

  let steps = [
    await timed('Name lookup, without a proxy', limits.step, async () => {
      const found = await lookup(host, { all: true });
      return [`${found.length} addresses (${found.map(({ family }) => `IPv${family}`).join(', ')})`];
    }),
    await timed('TCP connection, without a proxy', limits.step, async () => {
      const socket = net.connect({ host, port });
      try {
        await opened(socket, 'connect');
        return ['connected'];
      } finally {
        socket.destroy();
      }
    }),
  ];
  if (isEncrypted)
    steps.push(await timed('TLS, without a proxy', limits.step, () => greet(host, { host, port }, parts)));
  let route = '';
  steps.push(
    await timed('Proxy', limits.step, async () => {
      route = await resolveProxy(`${origin}/`);
      return [
        route === ''
          ? 'no way was found: the script that chooses one cannot be had'
          : `requests go by: ${route}`,
        ...Object.keys(env)
          .filter((name) => /^(?:https?|all|no)_proxy$/i.test(name) && env[name] !== '')
          .map((name) => `${name} is set`),
      ];
    }),
  );
  if (route !== '' && !/^\s*DIRECT\b/.test(route)) {
    const last = steps.pop();
    steps = steps.map((step) => ({ ...step, found: [...step.found, notNeeded] }));
    if (last) steps.push(last);
    let way: net.Socket | null = null;
    steps.push(
      await timed('A way through the proxy', limits.step, async () => {
        way = await tunnelled(placeOf(origin), route, limits.step, parts.loginFor);
        return [way === null ? 'not looked at: only Chromium speaks as this one does' : 'open'];
      }),
    );
    const through = way as net.Socket | null;
    if (through !== null && isEncrypted)
      steps.push(
        await timed('TLS, through the proxy', limits.step, () => greet(host, { socket: through }, parts)),
      );
    through?.destroy();
  }
  steps.push(
    await timed('Sign-in (asks for one call record, never for a call)', limits.signIn, async () => {
      if (check === null) return ['nobody is signed in'];
      const reply = await check();
      return [reply.ok ? 'the PBX answered' : failureIn(reply.failure)];
    }),
  );
  return steps;
}

/** In words of this program. */
class Said extends Error {}

const notNeeded = '(requests go by the proxy and need none of this)';

/** A way that the proxy opens; throws what it says instead. Nobody is asked for a password. */
async function tunnelled(
  place: Place,
  route: string,
  limit: number,
  loginFor: ProxyLogins['for'],
): Promise<net.Socket | null> {
  const logins = { for: loginFor, wanted: () => undefined };
  try {
    const late = AbortSignal.timeout(limit);
    const secure = firstProxy(route, 'HTTPS');
    if (secure !== null) await greetProxy(secure, late);
    return await reach(place, route, late, logins);
  } catch (error) {
    throw new Said(failureIn(failureOf(error)));
  }
}

/** Without the PBX's own words: they may repeat what it was sent. */
const failureIn = ({ code, details }: Failure): string =>
  `failed: ${code}${details === undefined ? '' : ` (${details})`}`;

async function timed(what: string, limit: number, look: () => Promise<readonly string[]>): Promise<Step> {
  const began = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<readonly string[]>((resolve) => {
    timer = setTimeout(() => resolve([`no answer within ${limit / 1_000} s`]), limit);
  });
  const found = await Promise.race([look(), late]).catch((error: unknown) => [
    error instanceof Said ? error.message : `failed: ${codeOf(error)}`,
  ]);
  clearTimeout(timer);
  return { what, milliseconds: Math.round(performance.now() - began), found };
}

function opened(socket: net.Socket, event: 'connect' | 'secureConnect'): Promise<void> {
  socket.setTimeout(patience.step, () => socket.destroy());
  return new Promise((resolve, reject) => {
    socket.once(event, () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed')));
  });
}

/** The certificates as they come, whoever issued them. Nothing is sent to a peer that is not trusted: here, to none. */
async function greet(
  host: string,
  to: { readonly host: string; readonly port: number } | { readonly socket: net.Socket },
  { judge, redact }: Pick<ProbeParts, 'judge' | 'redact'>,
): Promise<string[]> {
  const servername = net.isIP(host) === 0 ? host : undefined;
  const socket = tls.connect({ ...to, rejectUnauthorized: false, ...(servername && { servername }) });
  try {
    await opened(socket, 'secureConnect');
    const { authorizationError } = socket;
    const chain = chainOf(socket.getPeerCertificate(true));
    return [
      `${socket.getProtocol() ?? 'unknown'}, ${socket.getCipher().name}`,
      ...chain.flatMap((one, at) => described(one, at, host, redact)),
      `by the list of issuers that comes with Node: ${authorizationError ? codeOf({ code: authorizationError }) : 'trusted'}`,
      `as this program judges: ${judged(judge, host, chain, !authorizationError)}`,
    ];
  } finally {
    socket.destroy();
  }
}

const mostCertificates = 8;

/** The server's own first. */
function chainOf(leaf: tls.DetailedPeerCertificate): tls.DetailedPeerCertificate[] {
  const chain: tls.DetailedPeerCertificate[] = [];
  let one: tls.DetailedPeerCertificate | undefined = leaf;
  while (one?.subject !== undefined && chain.length < mostCertificates) {
    chain.push(one);
    one = one.issuerCertificate === one ? undefined : one.issuerCertificate;
  }
  return chain;
}

function described(
  { subject, issuer, valid_from, valid_to, fingerprint256, subjectaltname }: tls.DetailedPeerCertificate,
  at: number,
  host: string,
  redact: ProbeParts['redact'],
): string[] {
  const own = at === 0 ? hostIn(subject.CN, host) : redact(nameIn(subject));
  const isOwn = JSON.stringify(subject) === JSON.stringify(issuer);
  const by = isOwn ? 'itself' : redact(nameIn(issuer));
  const names = (subjectaltname ?? '').split(', ').filter((name) => /^(?:DNS|IP Address):/.test(name));
  return [
    `certificate ${at + 1}: ${own}, issued by ${by}, ${valid_from} to ${valid_to}`,
    ...(at === 0 && names.length > 0 ? [`  for ${names.join(', ').slice(0, 300)}`] : []),
    `  SHA-256 ${fingerprint256}`,
  ];
}

/** A server's certificate is to name a host. Where it names something else, that may be a person. */
function hostIn(name: unknown, host: string): string {
  const text = String(name ?? '').toLowerCase();
  const isHost = text === host || /^(?:\*\.)?[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})+$/.test(text);
  return isHost ? text.slice(0, 200) : text === '' ? 'no name' : 'a name that is no host';
}

/** Node's list stands for Chromium's, which cannot be asked without sending something: they are much the same. */
function judged(
  judge: ProbeParts['judge'],
  host: string,
  chain: readonly tls.DetailedPeerCertificate[],
  isKnown: boolean,
): string {
  try {
    return (
      judge({
        host,
        chain: chain.map(({ raw }) => new X509Certificate(raw)),
        chromium: isKnown ? 'net::OK' : 'net::ERR_CERT_AUTHORITY_INVALID',
      }).wrong ?? 'trusted'
    );
  } catch {
    return 'not to be read';
  }
}

function nameIn(name: tls.Certificate): string {
  const said: unknown = name.CN ?? name.O ?? 'no name';
  return String(said).slice(0, 200);
}
