import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type ConnectionOptions, connect } from 'node:tls';
import { describe, expect, onTestFinished, test } from 'vitest';
import { fingerprintOf, judge, type Presented } from '../../../app/trust/judge.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { authorities, type Case, cases, names, read } from './authorities.ts';

const unknown = 'net::ERR_CERT_AUTHORITY_INVALID';
const { root, office } = authorities;

interface Given {
  readonly store?: readonly Issued[];
  readonly pins?: readonly Issued[];
  readonly chromium?: string;
  readonly host?: string;
}

function judged(
  chain: readonly Issued[],
  { store = [], pins = [], chromium = unknown, host = 'localhost' }: Given,
) {
  const presented: Presented = { host, chain: chain.map(read), chromium };
  const trusted = store.map(read);
  return judge(presented, {
    system: { named: (subject) => trusted.filter((one) => one.subject === subject) },
    pinned: (of) => (of === host ? pins.map((one) => fingerprintOf(read(one))) : []),
    now: Date.now(),
  });
}

/** What Node's TLS, and so OpenSSL, says to a server that presents it, where the root is trusted. */
async function elsewhere([leaf, ...between]: readonly Issued[]): Promise<boolean> {
  const server = createServer({
    cert: [leaf, ...between].map((one) => one?.cert).join(''),
    key: leaf?.key,
    // It may present what nobody else would.
    ciphers: 'DEFAULT@SECLEVEL=0',
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const socket = connect({
    port,
    host: '127.0.0.1',
    servername: 'localhost',
    ca: root.cert,
    ciphers: 'DEFAULT@SECLEVEL=0',
    allowPartialTrustChain: true,
  } as ConnectionOptions);
  onTestFinished(() => void socket.destroy());
  return await new Promise((resolve) => {
    socket.on('secureConnect', () => resolve(true));
    socket.on('error', () => resolve(false));
  });
}

const all: [string, Case][] = Object.entries(cases);

describe('where the system trusts the root', () => {
  test.each(all)('%s', async (_name, { chain, wrong, passesElsewhere }) => {
    const answer = wrong === null ? 'trusted' : 'as-chromium';
    expect(judged(chain, { store: [root] })).toEqual({ answer, wrong });
    // Nothing is trusted that OpenSSL does not trust.
    expect(await elsewhere(chain)).toBe(wrong === null || passesElsewhere === true);
  });

  test('an address is a name as well', () => {
    const chain = [issue({ subject: 'pbx', by: office, names: ['IP:127.0.0.1', 'IP:::1'] }), office];
    for (const host of ['127.0.0.1', '::1'])
      expect(judged(chain, { store: [root], host })).toEqual({ answer: 'trusted', wrong: null });
    expect(judged(chain, { store: [root], host: '127.0.0.2' })).toMatchObject({ wrong: 'certificate-name' });
  });

  test("a server's own certificate may be what the system trusts", () => {
    const own = issue({ subject: 'pbx', names });
    expect(judged([own], { store: [own] })).toEqual({ answer: 'trusted', wrong: null });
    expect(judged([own], { store: [own], host: 'other.test' })).toMatchObject({ wrong: 'certificate-name' });
    const expired = issue({ subject: 'pbx', names, from: -20, to: -5 });
    expect(judged([expired], { store: [expired] })).toMatchObject({ wrong: 'certificate-expired' });
  });

  test('authorities that vouch for each other keep nobody busy', () => {
    const one = issue({ subject: 'Round', authority: true });
    const circle = Array.from({ length: 12 }, () => issue({ subject: 'Round', authority: true, keyOf: one }));
    const leaf = issue({ subject: 'pbx', names, by: one });
    expect(judged([leaf, ...circle], { store: [root] })).toMatchObject({ wrong: 'certificate-unknown' });
  });
});

describe('only who issued it being unknown is made good', () => {
  const chain = [issue({ subject: 'pbx', names, by: office }), office];
  test.each([
    ...['REVOKED', 'COMMON_NAME_INVALID', 'WEAK_SIGNATURE_ALGORITHM', 'WEAK_KEY', 'INVALID'],
    ...['NAME_CONSTRAINT_VIOLATION', 'VALIDITY_TOO_LONG', 'KNOWN_INTERCEPTION_BLOCKED'],
  ])('and not %s', (error) => {
    const chromium = `net::ERR_CERT_${error}`;
    for (const given of [{ store: [root] }, { pins: chain.slice(0, 1) }])
      expect(judged(chain, { ...given, chromium })).toEqual({ answer: 'as-chromium', wrong: null });
  });

  test('what Chromium trusts it trusts', () => {
    expect(judged(chain, { chromium: 'net::OK' })).toEqual({ answer: 'as-chromium', wrong: null });
  });

  test('a date that is wrong is told apart', () => {
    const chromium = 'net::ERR_CERT_DATE_INVALID';
    const later = issue({ subject: 'pbx', names, by: office, from: 5 });
    expect(judged([later, office], { chromium })).toEqual({
      answer: 'as-chromium',
      wrong: 'certificate-not-yet',
    });
    expect(judged(chain, { chromium })).toEqual({ answer: 'as-chromium', wrong: null });
  });
});

describe('a pin', () => {
  const own = issue({ subject: 'pbx', names });
  const later = issue({ subject: 'pbx', names });
  const leaf = issue({ subject: 'pbx', names, by: office });
  const renewed = issue({ subject: 'pbx', names, by: office });
  const good = { answer: 'trusted', wrong: null };
  const changed = { answer: 'refused', wrong: 'certificate-changed' };

  test("trusts a server's own certificate, and no other", () => {
    expect(judged([own], { pins: [own] })).toEqual(good);
    expect(judged([later], { pins: [own] })).toEqual(changed);
    expect(judged([later], { pins: [own, later] })).toEqual(good);
  });

  test('trusts those of an authority, which may be renewed', () => {
    for (const pin of [office, root]) {
      expect(judged([leaf, office, root], { pins: [pin] })).toEqual(good);
      expect(judged([renewed, office, root], { pins: [pin] })).toEqual(good);
    }
    expect(judged([renewed, office], { pins: [leaf] })).toEqual(changed);
  });

  test('holds also where others trust what came in its place', () => {
    expect(judged([later], { pins: [own], store: [later] })).toEqual(changed);
    expect(judged([later], { pins: [own], chromium: 'net::OK' })).toEqual(changed);
    expect(judged([leaf, office], { pins: [own], store: [root] })).toEqual(changed);
    expect(judged([own], { pins: [own], chromium: 'net::OK' })).toEqual({
      answer: 'as-chromium',
      wrong: null,
    });
  });

  test('is not held by a certificate that only stands beside', () => {
    for (const chromium of ['net::OK', unknown]) {
      expect(judged([later, own], { pins: [own], chromium })).toEqual(changed);
      expect(judged([later, office], { pins: [office], chromium })).toEqual(changed);
    }
  });

  test.each<[string, Issued, string]>([
    ['another name', issue({ subject: 'pbx', names: ['DNS:other.test'] }), 'certificate-name'],
    ['what has expired', issue({ subject: 'pbx', names, from: -20, to: -5 }), 'certificate-expired'],
    ['what holds only later', issue({ subject: 'pbx', names, from: 5 }), 'certificate-not-yet'],
    ['SHA-1', issue({ subject: 'pbx', names, digest: 'sha1' }), 'certificate'],
    ['a short key', issue({ subject: 'pbx', names, rsa: 1024 }), 'certificate'],
  ])('does not make good %s', (_name, one, wrong) => {
    expect(judged([one], { pins: [one] })).toEqual({ answer: 'as-chromium', wrong });
    expect(judged([one], {})).toEqual({ answer: 'as-chromium', wrong });
  });

  test.each(all.filter(([, { wrong }]) => wrong !== null && wrong !== 'certificate-unknown'))(
    'of the authority does not make good %s',
    (_name, { chain, wrong }) => {
      expect(judged([...chain, root], { pins: [root] })).toEqual({ answer: 'as-chromium', wrong });
    },
  );

  test('is for one host', () => {
    expect(judged([own], { pins: [own], host: 'localhost' })).toEqual(good);
    const judgement = judge(
      { host: 'localhost', chain: [read(own)], chromium: unknown },
      { system: { named: () => [] }, pinned: () => [], now: Date.now() },
    );
    expect(judgement).toEqual({ answer: 'as-chromium', wrong: 'certificate-unknown' });
  });
});
