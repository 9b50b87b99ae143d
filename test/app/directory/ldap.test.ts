import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { before, noRequest } from '../../support/before.ts';
import { eventually } from '../../support/eventually.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { startSlapd } from '../../support/slapd.ts';
import { deskWith } from './desk.ts';
import { bound, folder, own, password, people, root, slapd, trusting, typing } from './ldap-office.ts';

it.each(['ldaps', 'ldap'] as const)(
  'by %s, encrypted and signed in, colleagues come with their names in two scripts, and every number that can be called',
  async (way) => {
    const { directory, failure } = await deskWith(bound(slapd[way]), { ...trusting(root), password });
    expect(failure()).toBeNull();
    expect([...directory.people()].sort((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
      { name: 'Evil', company: '', also: '', numbers: [{ number: '029998888 ext. 7', label: 'mobile' }] },
      { name: 'Ploy Smith', company: 'Sales', also: '', numbers: [{ number: '103', label: '' }] },
      {
        name: 'Star (*) \\ Paren',
        company: '',
        also: '',
        numbers: [{ number: '02 555 0000', label: '' }],
      },
      {
        name: 'สมชาย ใจดี',
        company: 'Example, ขาย',
        also: 'Somchai Jaidee Chai',
        numbers: [
          { number: '102', label: '' },
          { number: '+66 2 123 4567', label: '' },
          { number: '081-234-5678', label: 'mobile' },
        ],
      },
    ]);
    expect(directory.nameOf('0812345678')).toBe('สมชาย ใจดี');
    expect(directory.nameOf('021234567')).toBe('สมชาย ใจดี');
    expect(directory.nameOf('103')).toBe('Ploy Smith');
    expect(directory.nameOf('104')).toBeNull();
  },
);

it('more than a server gives at once are read a page at a time', async () => {
  const many = await startSlapd(folder(), {
    people: Array.from({ length: 2_500 }, (_, at) => ({ cn: `Person ${at}`, ipPhone: String(2_000 + at) })),
    certificate: own(),
    open: true,
  });
  const { directory, failure } = await deskWith(bound(many.ldaps, { bindDn: '' }), trusting(root));
  expect(failure()).toBeNull();
  expect(directory.view().people).toBe(2_500);
  expect(directory.nameOf('4499')).toBe('Person 2499');
  await many.close();
});

const table: readonly {
  readonly what: string;
  readonly server?: Issued;
  readonly choice?: Partial<LdapChoice>;
  readonly password?: string | null;
  readonly trusts?: readonly Issued[];
  readonly way?: 'ldap' | 'ldaps';
  readonly told: string;
}[] = [
  { what: 'a wrong password', password: 'wrong', told: 'directory-refused' },
  { what: 'no password at all', password: null, told: 'directory-password' },
  { what: 'nobody signed in', choice: { bindDn: '' }, told: 'directory-not-read' },
  { what: 'a stranger vouches for it', trusts: [], told: 'directory-certificate-unknown' },
  { what: 'the same by StartTLS', trusts: [], way: 'ldap', told: 'directory-certificate-unknown' },
  {
    what: 'for another name',
    server: own({ names: ['DNS:other.test'] }),
    told: 'directory-certificate-name',
  },
  {
    what: 'a common name only',
    server: own({ subject: 'localhost', names: [] }),
    told: 'directory-certificate-name',
  },
  { what: 'expired', server: own({ from: -20, to: -5 }), told: 'directory-certificate-expired' },
  { what: 'not valid yet', server: own({ from: 5 }), told: 'directory-certificate-not-yet' },
  {
    what: 'expired, and nobody vouches for it',
    server: issue({ subject: 'alone', names: ['DNS:localhost'], from: -20, to: -5 }),
    told: 'directory-certificate-expired',
  },
  { what: 'by SHA-256 of 1024 bits', server: own({ rsa: 1024 }), told: 'directory-certificate' },
  { what: 'such a base is not there', choice: { base: 'dc=nowhere' }, told: 'directory-not-read' },
  { what: 'a filter that is none', choice: { filter: '(cn=\\zz)' }, told: 'directory-not-read' },
  { what: 'nobody fits', choice: { filter: '(cn=Nobody at all)' }, told: 'directory-empty' },
];

it.each(table)(
  'what goes wrong is told, and nobody is shown: $what',
  async ({ server, choice, password: given = password, trusts = [root], way = 'ldaps', told }) => {
    const other = server && (await startSlapd(folder(), { people, certificate: server }));
    const { directory, certificate, failure, logged } = await deskWith(bound((other ?? slapd)[way], choice), {
      ...trusting(...trusts),
      ...(given === null ? {} : { password: given }),
    });
    expect(failure()).toBe(told);
    expect(directory.people()).toEqual([]);
    // Only whose issuer nobody knows is asked about.
    expect(certificate.refused() !== null).toBe(told === 'directory-certificate-unknown');
    const said = JSON.stringify([logged, directory.view()]);
    for (const secret of [password, 'wrong', 'localhost', 'reader']) expect(said).not.toContain(`"${secret}`);
    await other?.close();
  },
);

it('a wrong password is told once to the server, and not again by itself; asking for it, or another one, does', async () => {
  const { directory, pass, set } = await deskWith(bound(slapd.ldaps), {
    ...trusting(root),
    password: 'wrong',
  });
  const details = () => directory.view().failure?.details;
  expect(details()).toBe('LDAP result 49');
  for (let tries = 0; tries < 3; tries += 1) await pass(3_600_000);
  await eventually(() => expect(details()).toBe('no password is known'));
  expect(directory.view().hasPassword).toBe(false);
  await directory.refresh();
  expect(details()).toBe('LDAP result 49');
  await set({ directory: bound(slapd.ldaps, { people: 'asked' }) });
  directory.typed('smith');
  await pass(300);
  await eventually(() => expect(details()).toBe('no password is known'));
  await directory.keepPassword(password);
  directory.typed('ploy');
  await pass(300);
  await eventually(() => expect(directory.nameOf('103')).toBe('Ploy Smith'));
});

it('a pin is enough, and another certificate than the pinned one is not', async () => {
  const server = await startSlapd(folder(), { people, certificate: alone });
  const sha256 = new X509Certificate(alone.cert).fingerprint256;
  const pinned = await deskWith(bound(server.ldaps), { password, pins: [{ host: 'localhost', sha256 }] });
  expect(pinned.failure()).toBeNull();
  expect(pinned.names()).toContain('Ploy Smith');
  const other = await deskWith(bound(slapd.ldaps), {
    ...trusting(root),
    password,
    pins: [{ host: 'localhost', sha256 }],
  });
  expect(other.failure()).toBe('directory-certificate-changed');
  expect(other.certificate.refused()).toMatchObject({ changed: true, mayTrust: false, mayForget: true });
  await server.close();
});

const alone = issue({ subject: 'alone', names: ['DNS:localhost'] });
const stranger = issue({ subject: 'Stranger', authority: true });
const byStranger = issue({ subject: 'ldap', names: ['DNS:localhost'], by: stranger });

it.each([
  ['ldaps', 'all', alone, alone],
  ['ldap', 'all', alone, alone],
  ['ldaps', 'asked', alone, alone],
  ['ldap', 'asked', { ...byStranger, cert: byStranger.cert + stranger.cert }, stranger],
] as const)(
  'by %s, %s: nothing is sent to whom nobody vouches for until the person trusts them, and then it is asked by itself',
  async (way, who, shows, trusted) => {
    const server = await startSlapd(folder(), { people, certificate: shows });
    const between = await before(Number(new URL(server[way]).port));
    onTestFinished(() => void between.close());
    const choice = bound(`${way}://localhost:${between.port}`, { people: who });
    const desk = await deskWith(choice, { ...trusting(root), password });
    const { directory, certificate, failure, names, pass, settled } = desk;
    if (who === 'asked') await typing(desk, 'smith');
    expect(failure()).toBe('directory-certificate-unknown');
    const { fingerprint256 } = new X509Certificate(trusted.cert);
    const shown = certificate.refused();
    expect(shown).toMatchObject({ names: ['localhost'], changed: false, mayTrust: true, locked: false });
    expect([shown?.sha256, shown?.authority?.sha256]).toContain(fingerprint256);
    expect(between.sent()).toBeLessThan(noRequest);
    expect(await certificate.trust(fingerprint256)).toMatchObject({ ok: true });
    await pass(300);
    await eventually(() => expect(names()).toContain('Ploy Smith'));
    await settled();
    expect([failure(), certificate.refused()]).toEqual([null, null]);
    expect(between.sent()).toBeGreaterThan(noRequest);

    // Another one in its place is told, and is sent nothing.
    between.sendTo(Number(new URL(slapd[way]).port));
    await server.close();
    if (who === 'asked') await typing(desk, 'ploy');
    else await directory.refresh();
    expect(failure()).toBe('directory-certificate-changed');
    expect(certificate.refused()).toMatchObject({ changed: true, mayTrust: false, mayForget: true });
    expect(between.sent()).toBeLessThan(noRequest);
    // The system knows who issued that one.
    expect(await certificate.forget()).toMatchObject({ ok: true });
    await pass(300);
    await eventually(() => expect(failure()).toBeNull());
  },
);

it('where IT lets nobody trust one, it can be looked at; and asks for nothing by itself', async () => {
  const server = await startSlapd(folder(), { people, certificate: alone });
  const { certificate, failure, names, settled } = await deskWith(bound(server.ldaps), {
    ...{ password, locked: true },
  });
  expect(certificate.refused()).toMatchObject({ mayTrust: false, mayForget: false, locked: true });
  const { fingerprint256 } = new X509Certificate(alone.cert);
  expect(await certificate.trust(fingerprint256)).toMatchObject({ failure: { code: 'managed' } });
  await settled();
  expect([failure(), names()]).toEqual(['directory-certificate-unknown', []]);
  await server.close();
});

it('without encryption nothing is said, unless IT says that it is meant', async () => {
  const plain = await startSlapd(folder(), { people });
  const refused = await deskWith(bound(plain.ldap), { password });
  expect(refused.failure()).toBe('directory-plain');
  const meant = await deskWith(bound(plain.ldap, { allowPlain: true }), { password });
  expect(meant.failure()).toBeNull();
  expect(meant.names()).toContain('Ploy Smith');
  await plain.close();
});

it('a server that knows nothing of LDAP, hangs up, or floods is given up', async () => {
  for (const answer of ['HTTP/1.1 400 Bad Request\r\n\r\n', '', '\x30\x84\x7f\xff\xff\xff']) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.on('data', () => socket.end(answer, 'latin1'));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    const port = typeof at === 'object' && at !== null ? at.port : 0;
    const { failure } = await deskWith(bound(`ldap://localhost:${port}`), { password });
    expect(failure(), JSON.stringify(answer)).toMatch(/^directory-(unreachable|not-read|plain)$/);
    server.close();
  }
});

it('a server that is gone takes nobody away, also not at the next start', async () => {
  const server = await startSlapd(folder(), { people, certificate: own() });
  const place = trusting(root);
  const first = await deskWith(bound(server.ldaps), { ...place, password });
  expect(first.names()).toHaveLength(4);
  await server.close();
  await first.directory.refresh();
  expect(first.failure()).toBe('directory-unreachable');
  expect(first.names()).toHaveLength(4);
  const later = await deskWith(bound(server.ldaps), { ...place, password, now: Date.UTC(2026, 10, 29) });
  await eventually(() => expect(later.failure()).toBe('directory-unreachable'));
  expect(later.names()).toHaveLength(4);
  expect(later.directory.nameOf('+66 81 234 5678')).toBe('สมชาย ใจดี');
  expect(later.directory.view().at).toBe(Date.UTC(2026, 10, 27));
});

it('a password goes to the server and under the name that it was given for, and to no other', async () => {
  const heard: string[] = [];
  const spy = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => void heard.push(data.toString('latin1')));
  }).listen(0, '127.0.0.1');
  await once(spy, 'listening');
  const at = spy.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const { set, failure, directory } = await deskWith(bound(slapd.ldaps), { ...trusting(root), password });
  expect(directory.view().hasPassword).toBe(true);
  await set({ directory: bound(`ldap://localhost:${port}`, { allowPlain: true }) });
  expect(failure()).toBe('directory-password');
  expect(directory.view().hasPassword).toBe(false);
  expect(heard).toEqual([]);
  spy.close();
});
