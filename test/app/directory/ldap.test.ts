import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import type { LdapChoice } from '../../../app/contract/directory.ts';
import { before, noRequest } from '../../support/before.ts';
import { eventually } from '../../support/eventually.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { base, reader, type Slapd, startSlapd } from '../../support/slapd.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type Desk, deskWith } from './desk.ts';

const root = issue({ subject: 'Office root', authority: true });
const own = (more = {}): Issued => issue({ subject: 'ldap', names: ['DNS:localhost'], by: root, ...more });

const people = [
  {
    displayName: 'สมชาย ใจดี',
    cn: ['Somchai Jaidee', 'Chai'],
    ipPhone: '102',
    telephoneNumber: '+66 2 123 4567',
    mobile: '081-234-5678',
    company: 'Example',
    department: 'ขาย',
  },
  { cn: 'Ploy Smith', ipPhone: 'sip:103@pbx.example.com', ou: 'Sales' },
  { cn: 'Fax only', facsimileTelephoneNumber: '021112222' },
  { cn: 'Nobody' },
  { cn: 'Evil', telephoneNumber: '*7208999', mobile: '02 999 8888 ext 7' },
  { cn: 'Star (*) \\ Paren', telephoneNumber: '02 555 0000' },
];

const folders: string[] = [];
function folder(): string {
  folders.push(mkdtempSync(path.join(tmpdir(), 'slapd-')));
  return folders.at(-1) ?? '';
}
let slapd: Slapd;
beforeAll(async () => {
  slapd = await startSlapd(folder(), { people, certificate: own() });
});
afterAll(async () => {
  await slapd.close();
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const bound = (address: string, more: Partial<LdapChoice> = {}): LdapChoice => ({
  from: 'ldap',
  address,
  base,
  bindDn: reader.dn,
  ...more,
});

function trusting(...issued: Issued[]): { readonly folder: string; readonly trusted: readonly string[] } {
  const place = temporaryFolder();
  const file = path.join(place, 'trusted.pem');
  writeFileSync(file, issued.map(({ cert }) => cert).join(''));
  return { folder: place, trusted: [file] };
}

const { password } = reader;

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

const asked = (more: Partial<LdapChoice> = {}) => bound(slapd.ldaps, { people: 'asked', ...more });
/** Until the server has answered. */
async function typing({ directory, events, pass }: Desk, text: string): Promise<void> {
  const answered = once(events, 'directory.changed');
  directory.typed(text);
  await pass(300);
  await answered;
}

it('asked as somebody types, whoever has all the words is found, in both scripts, by the company, and by digits', async () => {
  for (const [typed, found] of [
    ['ใจดี', 'สมชาย ใจดี'],
    ['smith', 'Ploy Smith'],
    ['jaidee somchai', 'สมชาย ใจดี'],
    ['sales', 'Ploy Smith'],
    ['02-555', 'Star (*) \\ Paren'],
  ] as const) {
    const fresh = await deskWith(asked(), { ...trusting(root), password });
    await typing(fresh, typed);
    expect(fresh.names(), typed).toEqual([found]);
    expect(existsSync(path.join(fresh.folder, 'directory.json'))).toBe(false);
  }
});

it('a connection that ended while it rested is made anew, and the question is answered', async () => {
  const all: Socket[] = [];
  const rested = new Set<Socket>();
  const between = createServer((client) => {
    all.push(client);
    const onward = connect(Number(new URL(slapd.ldaps).port), '127.0.0.1');
    for (const one of [client, onward]) one.on('error', () => undefined);
    client.on('close', () => onward.destroy());
    onward.on('close', () => client.destroy());
    // Its end is not seen until the next question.
    client.on('data', () => rested.has(client) && client.resetAndDestroy());
    client.pipe(onward).pipe(client);
    onTestFinished(() => void client.destroy());
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void between.close());
  await once(between, 'listening');
  const at = between.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const desk = await deskWith(asked({ address: `ldaps://localhost:${port}` }), {
    ...trusting(root),
    password,
  });
  await typing(desk, 'smith');
  expect([desk.failure(), all.length]).toEqual([null, 1]);
  for (const one of all) rested.add(one);
  await typing(desk, 'ใจดี');
  expect([desk.failure(), all.length]).toEqual([null, 2]);
  expect(desk.names()).toContain('สมชาย ใจดี');
});

it('signs of a filter that somebody types are looked for, and are no filter', async () => {
  for (const [typed, found] of [
    ['*)(cn=*', []],
    ['(*)', ['Star (*) \\ Paren']],
    ['\\ Paren', ['Star (*) \\ Paren']],
    [')(|(cn=*)', []],
    ['**', []],
    ['\u0000\u0000', []],
    ['\\2a\\2a', []],
  ] as const) {
    const desk = await deskWith(asked(), { ...trusting(root), password });
    await typing(desk, typed);
    expect(desk.names(), typed).toEqual(found);
    expect(desk.failure(), typed).toBeNull();
  }
});

const spelled = [
  { cn: 'As a text', otherTelephone: '02 123-45 67' },
  { cn: 'In brackets', otherTelephone: '(02) 222.3344' },
  { cn: 'World', mobile: '+66 81 234 5678' },
  { cn: 'World and home', otherMobile: '+66 (0)82-234-5678' },
  { cn: 'Code without plus', otherMobile: '66 83 234 5678' },
  { cn: 'Home', homePhone: '038-123-456' },
  { cn: 'Abroad', telephoneNumber: '+44 20 7123 4567' },
  { cn: 'Inside', ipPhone: '2345' },
  { cn: 'Desk', ipPhone: '23-46' },
  { cn: 'Müller, José', ipPhone: '3001' },
  { cn: 'Łukasz Żółć', ipPhone: '3002' },
  { cn: 'Muller Plain', ipPhone: '3003' },
  { displayName: 'น้อย ใจดี', cn: 'Noi', ipPhone: '3004' },
  { displayName: 'นํ้าฝน', cn: 'Namfon', ipPhone: '3005' },
  { displayName: 'สมชาย รักไทย', cn: 'Somchai', company: 'บริษัท ไทยกระดาษ', ipPhone: '3006' },
  ...Array.from({ length: 60 }, (_, at) => ({ cn: `Crowd ${at}`, otherTelephone: `1${at}0${at}2${at}3` })),
];
let office: Slapd;
beforeAll(async () => {
  office = await startSlapd(folder(), { people: spelled, certificate: own() });
});
afterAll(async () => await office.close());

it.each([
  // Numbers, whole and in part, as they are typed here and written there.
  ['021234567', 'As a text'],
  ['02 123 4567', 'As a text'],
  ['+66 2 123 4567', 'As a text'],
  ['1234567', 'As a text'],
  ['4567', 'As a text'],
  ['022223344', 'In brackets'],
  ['+6622223344', 'In brackets'],
  ['0812345678', 'World'],
  ['081-234', 'World'],
  ['66812345678', 'World'],
  ['๐๘๑๒๓๔', 'World'],
  ['0822345678', 'World and home'],
  ['+66 (0)82 234 5678', 'World and home'],
  ['0832345678', 'Code without plus'],
  ['+66832345678', 'Code without plus'],
  ['038123', 'Home'],
  ['+442071234567', 'Abroad'],
  ['+44 207', 'Abroad'],
  ['2345', 'Inside'],
  ['2346', 'Desk'],
  // Names, as they are typed here and spelled there.
  ['muller', 'Müller, José'],
  ['müller', 'Muller Plain'],
  ['MÜLLER', 'Müller, José'],
  ['jose muller', 'Müller, José'],
  ['mu\u0308ller', 'Müller, José'],
  ['łukasz', 'Łukasz Żółć'],
  ['lukasz', 'Łukasz Żółć'],
  ['นอย', 'น้อย ใจดี'],
  ['น้อย', 'น้อย ใจดี'],
  ['น้อยใจดี', 'น้อย ใจดี'],
  ['ใจดี น้อย', 'น้อย ใจดี'],
  ['น้ำฝน', 'นํ้าฝน'],
  ['นำฝน', 'นํ้าฝน'],
  ['สมชายรักไทย', 'สมชาย รักไทย'],
  ['กระดาษ', 'สมชาย รักไทย'],
  ['somchai 3006', 'สมชาย รักไทย'],
] as const)('asked for %s, a server finds %s, however it spells them', async (typed, found) => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  await typing(desk, typed);
  expect(desk.failure()).toBeNull();
  expect(desk.names()).toContain(found);
  expect(desk.names().length).toBeLessThanOrEqual(30);
  expect(desk.names().filter((name) => name.startsWith('Crowd'))).toEqual([]);
});

it('where the schema says nothing of how a number is searched, the whole number finds it', async () => {
  const debian = await startSlapd(folder(), { people: spelled, certificate: own(), asDebian: true });
  const desk = await deskWith(asked({ address: debian.ldaps }), { ...trusting(root), password });
  await typing(desk, '2345');
  expect(desk.names()).toContain('Inside');
  await typing(desk, '081 234');
  expect(desk.names()).toContain('World');
  await debian.close();
});

it('whatever is typed, nobody is found who is not meant, and the server understands the question', async () => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  for (const typed of [
    ...[
      '(&)',
      '*',
      '\\',
      '(((',
      ')))',
      'a*b',
      '1*2',
      '*1*',
      '\u0000 1',
      '()()()',
      '&|!',
      '=*',
      '~=x',
      '>=1',
      'x:=y',
    ],
    ...[
      '\ud800 x',
      '\u202e\u202e',
      '\u0301\u0301',
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '9'.repeat(100),
    ],
    ...['\u0e48\u0e48', 'z\u0301', '😀😀', 'ก'.repeat(100)],
  ]) {
    const changed = once(desk.events, 'directory.changed');
    desk.directory.typed(typed);
    await desk.pass(300);
    if (typed.trim().length >= 2) await changed;
    expect(desk.failure(), JSON.stringify(typed)).toBeNull();
    expect(desk.names(), JSON.stringify(typed)).toEqual([]);
  }
});

it('one letter asks nobody; who types on is asked about once', async () => {
  const desk = await deskWith(asked({ address: 'ldaps://localhost:1' }), { ...trusting(root), password });
  const changes = vi.fn();
  desk.events.on('directory.changed', changes);
  desk.directory.typed('p');
  await desk.pass(300);
  for (const typed of ['pl', 'plo', 'ploy']) desk.directory.typed(typed);
  expect(changes).not.toHaveBeenCalled();
  await desk.pass(300);
  await eventually(() => expect(desk.failure()).toBe('directory-unreachable'));
  expect(changes).toHaveBeenCalledTimes(1);
});

it('a forgotten number goes from what was asked for; so does all of it with the person', async () => {
  const desk = await deskWith(asked(), { ...trusting(root), password });
  await typing(desk, 'ploy');
  expect(desk.directory.nameOf('103')).toBe('Ploy Smith');
  desk.directory.forget((number) => number === '103');
  expect(desk.directory.nameOf('103')).toBeNull();
  await typing(desk, 'smith');
  expect(desk.directory.nameOf('103')).toBe('Ploy Smith');
  await desk.signIn(null);
  expect(desk.names()).toEqual([]);
});

it.each([
  ['021234567', 'As a text'],
  ['+6621234567', 'As a text'],
  ['022223344', 'In brackets'],
  ['0812345678', 'World'],
  ['66812345678', 'World'],
  ['0832345678', 'Code without plus'],
  ['038123456', 'Home'],
  ['+442071234567', 'Abroad'],
  ['2345', 'Inside'],
  ['234', null],
  ['1234567', null],
  ['0812345670', null],
] as const)(
  'a caller without a name, %s, is found as %s where a server is asked, and nobody else',
  async (number, name) => {
    const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
    const { directory, names, failure, pass } = desk;
    directory.bare([number]);
    expect(names()).toEqual([]);
    // One who is there, so that there is an end to wait for.
    directory.bare(['3004']);
    await pass(1_000);
    await eventually(() => expect(names()).toContain('น้อย ใจดี'));
    expect(names()).toEqual(name === null ? ['น้อย ใจดี'] : [name, 'น้อย ใจดี']);
    expect(directory.nameOf(number)).toBe(name);
    expect(failure()).toBeNull();
  },
);

it('callers and what somebody types are asked about beside each other, and both are answered', async () => {
  const desk = await deskWith(asked({ address: office.ldaps }), { ...trusting(root), password });
  desk.directory.bare(['2345', '0812345678']);
  desk.directory.typed('muller');
  await desk.pass(1_000);
  await eventually(() =>
    expect(desk.names()).toEqual(expect.arrayContaining(['Inside', 'World', 'Müller, José'])),
  );
  await desk.signIn(null);
  expect(desk.directory.nameOf('2345')).toBeNull();
});

it.each([
  ['IT says no', { people: 'asked', callers: false }],
  ['it is loaded', { people: 'all' }],
] as const)('nobody is asked about callers where %s', async (_what, more) => {
  const desk = await deskWith(bound(office.ldaps, more), { ...trusting(root), password });
  const changes = vi.fn();
  desk.events.on('directory.changed', changes);
  desk.directory.bare(['2345']);
  await desk.pass(1_000);
  // Long enough for a server to answer.
  for (let turn = 0; turn < 20; turn += 1) await desk.settled();
  expect(changes).not.toHaveBeenCalled();
});
