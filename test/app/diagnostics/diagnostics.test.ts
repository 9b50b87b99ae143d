import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import tls from 'node:tls';
import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../app/contract/failures.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { probe } from '../../../app/diagnostics/probe.ts';
import { wireDiagnostics } from '../../../app/diagnostics/wire.ts';
import { createLog, logFile } from '../../../app/log/log.ts';
import { disguises } from '../../../app/log/redact.ts';
import { secretsOf } from '../../../app/pbx/authentication.ts';
import { readPolicy } from '../../../app/settings/policy.ts';
import { byName, certificatesIn } from '../../../app/trust/system-store.ts';
import { createTrust } from '../../../app/trust/trust.ts';
import { type Issued, issue } from '../../support/issue.ts';
import { socksTo } from '../../support/socks.ts';
import { say, silent, switchable, tunnelTo } from '../../support/switchable.ts';
import { key, secret, token, underTest } from '../pbx/pbx-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const account = { extension: '0891112222', agentId: '0893334444' };
const settings: Settings = {
  ...defaults,
  deskName: 'คุณสมชาย 0812345678',
  rules: [{ name: 'For Somchai', match: '0812345678', action: 'block', value: '' }],
  theme: 'dark',
};
const policy = readPolicy(
  JSON.stringify({
    rules: [{ name: 'Noi', match: '0898765432', action: 'block' }],
    settings: { theme: 'dark' },
    presets: { startAtLogin: true },
  }),
  () => undefined,
);

/** A desk whose secrets, and whose people's numbers, stand wherever they could get into the file from. */
async function desk(options: Parameters<typeof underTest>[0] = {}, chosen: Partial<Settings> = {}) {
  const { standIn, account: own, pbx } = await underTest({ ...options, account });
  const folder = temporaryFolder();
  const { redact, conceal, hide } = createLog({ folder: () => folder, print: null });
  hide(...secretsOf(own));
  const file = path.join(folder, 'diagnostics.txt');
  const diagnostics = wireDiagnostics({
    ...{ redact, conceal, policy },
    logFile: () => path.join(folder, logFile),
    versions: { program: '1.2.3' },
    resolveProxy: async () => 'PROXY proxy.example.com:3128',
    judge: () => ({ answer: 'as-chromium', wrong: null }),
    session: {
      current: () => ({ pbx, account: own }),
      view: () => ({
        state: 'signed-in',
        extension: own.extension,
        agentId: own.agentId,
        kept: 'keychain',
        switchedToBody: false,
        pbx: 'answers',
      }),
    },
    settings: () => ({ ...settings, ...chosen }),
    hasTray: true,
    directory: () => ({ people: 7, at: 0, refreshing: false, failure: null, hasPassword: true }),
    hotkey: () => 'works',
    env: { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0', HTTPS_PROXY: `http://somchai:${secret}@proxy:3128` },
    chooseFile: async () => file,
  });
  return { standIn, folder, file, diagnostics, read: () => readFileSync(file, 'utf8') };
}

const encoded = (text: string): string[] => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('hex'),
  // Within a longer text, too.
  ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${text}`).toString('base64')),
];

const numbers = [
  ...['0812345678', '+66812345678', '66812345678', '081-234-5678', '081 234 5678', '(081) 234 5678'],
  ...['๐๘๑๒๓๔๕๖๗๘', '%2B66812345678', 'tel:0812345678', '"dst":"0812345678"', '0891112222', '0893334444'],
];

test('no secret and no number is in the file, wherever it stood and however it was written', async () => {
  const { standIn, folder, file, diagnostics, read } = await desk();
  const planted = [key, secret, token].flatMap(encoded);
  const lines = [
    ...planted.flatMap((one) => [
      `Authorization: Basic ${one}`,
      `POST /pbxws.php/cdrapi token=${one}&numRecords=1`,
      `GET https://pbx.example.com/pbxws.php/dial?token=${one}`,
      `Error: ${one} failed`,
    ]),
    ...numbers.flatMap((one) => [`not called: ${one}`, `{"tel":"${one}"}`]),
  ];
  writeFileSync(path.join(folder, logFile), lines.join('\n'));
  writeFileSync(path.join(folder, 'companion.old.log'), lines.join('\n'));
  standIn.fault('*', { kind: 'refuse', msg: `${secret} ${token} 0812345678 ${key}` });
  expect(await diagnostics.write(file)).toBeNull();
  const written = read();
  for (const one of planted) expect(written, one).not.toContain(one);
  for (const one of [key, secret, token].flatMap(disguises)) expect(written).not.toMatch(one);
  for (const one of numbers) expect(written, one).not.toContain(one);
  expect(written).not.toMatch(/812345678|12345678|๑๒๓๔|89876|1112222|3334444/);
  expect(written).not.toMatch(/somchai|สมชาย|Noi|Front/i);
  // What is left of the lines is there.
  expect(written).toContain('POST /pbxws.php/cdrapi');
});

test('when something happened is told as the log has it', async () => {
  const { folder, file, diagnostics, read } = await desk();
  const at = '2026-11-27 15:38:35 +07:00';
  writeFileSync(path.join(folder, logFile), `${at} started\n${at} 0812345678 ${at}\n0812345678 +07:00 x\n`);
  await diagnostics.write(file);
  expect(read()).toContain(`\n${at} started\n${at} [number]`);
  expect(read()).not.toContain('12345678');
});

test('a PBX that repeats what it was sent brings nothing of it into the file', async () => {
  for (const fault of [
    { kind: 'echo', status: 500 },
    { kind: 'echo', status: 200 },
    { kind: 'status', status: 401, body: `${secret} 0812345678` },
  ] as const) {
    const { standIn, file, diagnostics, read } = await desk();
    standIn.fault('*', fault);
    await diagnostics.write(file);
    for (const one of [key, secret, token].flatMap(encoded)) expect(read()).not.toContain(one);
    expect(read()).not.toContain('812345678');
    expect(read()).toContain('failed: ');
  }
});

test('the file tells versions, desktop, settings, policy and each step of the way, with its time; nobody is called', async () => {
  const { standIn, file, diagnostics, read } = await desk({
    pbx: { tls: 'signed-by-test-ca' },
    trusted: true,
  });
  expect(await diagnostics.write(file)).toBeNull();
  const written = read();
  for (const one of [
    'program: 1.2.3',
    'session type: x11',
    'tray: there',
    `PBX: ${standIn.origin}`,
    'theme: dark  (locked by IT)',
    'startAtLogin: false  (IT has another default)',
    'deskName: set',
    'rules: 1',
    'locks: theme',
    'requests go by: PROXY proxy.example.com:3128',
    'HTTPS_PROXY is set',
    'the PBX answered',
  ])
    expect(written).toContain(one);
  for (const step of ['Name lookup', 'TCP connection', 'TLS', 'Proxy', 'Sign-in'])
    expect(written).toMatch(new RegExp(`^${step}.*: \\d+ ms$`, 'm'));
  expect(written).toMatch(/certificate 1: .*issued by /);
  expect(written).toMatch(/SHA-256 (?:[0-9A-F]{2}:){31}[0-9A-F]{2}/);
  expect(standIn.dials()).toEqual([]);
  expect(new Set(standIn.received.map(({ action }) => action))).toEqual(new Set(['cdrapi']));
});

test.each([
  ['https://it.example.com/somchai/proxy.pac?token=hush', 'https://it.example.com'],
  ['file:///home/somchai/hush.pac', 'file:'],
])('of a PAC file only the place is told, not what stands behind it: %s', async (address, told) => {
  const { file, diagnostics, read } = await desk({}, { proxy: { use: 'script', address } });
  await diagnostics.write(file);
  expect(read()).toContain(`proxy: script, ${told}\n`);
  expect(read()).not.toMatch(/somchai|hush/);
});

const judge = () => ({ answer: 'as-chromium', wrong: null }) as const;

const names = ['DNS:localhost', 'IP:127.0.0.1'];
const root = issue({ subject: 'Office root', authority: true });
const pbx = issue({ subject: 'pbx', by: root, names });
const own = issue({ subject: 'pbx', names });
const pinOf = (one: Issued) => ({ host: 'localhost', sha256: new X509Certificate(one.cert).fingerprint256 });

test.each([
  ['of the system', pbx, [], 'trusted'],
  ['that was pinned', own, [pinOf(own)], 'trusted'],
  ['that nobody knows', own, [], 'certificate-unknown'],
  ['in the place of a pinned one', pbx, [pinOf(own)], 'certificate-changed'],
  [
    'for another name',
    issue({ subject: 'pbx', by: root, names: ['DNS:other.test'] }),
    [],
    'certificate-name',
  ],
  [
    'that has run out',
    issue({ subject: 'pbx', by: root, names, from: -9, to: -1 }),
    [],
    'certificate-expired',
  ],
] as const)('a certificate %s is told as the program judges it', async (_what, shows, pins, told) => {
  const server = tls.createServer({ cert: shows.cert, key: shows.key }, (socket) =>
    socket.on('error', () => undefined),
  );
  server.listen(0);
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const trust = createTrust({
    system: { named: (subject) => byName(certificatesIn(root.cert)).get(subject) ?? [] },
    pins: () => pins,
    mayChange: () => true,
    mayAsk: () => true,
    isLocked: () => false,
    pbxHost: () => 'localhost',
    keep: async () => ok(undefined),
    log: () => undefined,
  });
  const origin = `https://localhost:${(server.address() as net.AddressInfo).port}`;
  const parts = { origin, resolveProxy: async () => 'DIRECT', judge: trust.judge, check: null, env: {} };
  const found = (await probe(parts)).find(({ what }) => what.startsWith('TLS'))?.found;
  expect(found).toContain(`as this program judges: ${told}`);
  // A look is no refusal that a person is asked about.
  expect(trust.pbx.refused()).toBeNull();
});

test('a step that gets no answer ends in time, and the next ones are looked at all the same', async () => {
  const mute = net.createServer((socket) => socket.on('error', () => undefined));
  mute.listen(0, '127.0.0.1');
  await new Promise((resolve) => mute.once('listening', resolve));
  onTestFinished(() => void mute.close());
  const { port } = mute.address() as net.AddressInfo;
  const never = () => new Promise<never>(() => undefined);
  const limits = { step: 100, signIn: 100 };
  const steps = await probe(
    { origin: `https://localhost:${port}`, resolveProxy: never, judge, check: never, env: {} },
    limits,
  );
  expect(steps.map(({ found }) => found.at(-1))).toEqual([
    expect.stringContaining('addresses'),
    'connected',
    'no answer within 0.1 s',
    'no answer within 0.1 s',
    'no answer within 0.1 s',
  ]);
});

test.each([
  ['a name that nobody has', 'https://nobody.invalid', /ENOTFOUND|EAI_AGAIN/],
  ['a port that nobody listens on', 'https://127.0.0.1:1', /ECONNREFUSED/],
])('%s is told by its code', async (_what, origin, code) => {
  const steps = await probe({ origin, resolveProxy: async () => 'DIRECT', judge, check: null, env: {} });
  expect(steps.map(({ found }) => found.join()).join('\n')).toMatch(code);
  expect(steps.at(-1)?.found).toEqual(['nobody is signed in']);
});

test.each([
  ['PROXY', say('HTTP/1.1 403 No\r\n\r\n'), 'failed: proxy (CONNECT: HTTP 403)'],
  ['PROXY', tunnelTo(1), 'open'],
  ['SOCKS5', socksTo(1, { answer: 4 }), 'failed: proxy-no-way (SOCKS: host unreachable (4))'],
  ['SOCKS5', socksTo(1, { closes: 'after the wish' }), 'failed: proxy-closed (SOCKS: closed)'],
  ['SOCKS', silent, 'not looked at: only Chromium speaks as this one does'],
])('what a proxy does with a wish for the PBX is told: %s, %#', async (kind, how, told) => {
  const { port, close } = await switchable(how);
  onTestFinished(close);
  const route = `${kind} 127.0.0.1:${port}`;
  const parts = { origin: 'https://pbx.invalid', judge, check: null, env: {} };
  const steps = await probe({ ...parts, resolveProxy: async () => route });
  expect(steps.find(({ what }) => what.startsWith('A way through'))?.found).toEqual([told]);
});

test('a file that is there stays; the new one is for its owner alone', async () => {
  const { file, folder, diagnostics, read } = await desk();
  writeFileSync(file, 'mine');
  expect(await diagnostics.write(file)).toBe('EEXIST');
  expect(read()).toBe('mine');
  expect(await diagnostics.save()).toEqual({ ok: true, value: true });
  expect(read()).toContain('promptCall Companion');
  const other = path.join(folder, 'other.txt');
  await diagnostics.write(other);
  for (const one of [file, other]) expect(statSync(one).mode & 0o777).toBe(0o600);
  mkdirSync(path.join(folder, 'a-folder'));
  expect(await diagnostics.write(path.join(folder, 'nowhere', 'd.txt'))).toBe('ENOENT');
});

test.each([
  [{ from: 'none' }, 'none'],
  [{ from: 'file', path: '/home/somchai/people.csv' }, 'file'],
  [{ from: 'web', address: 'https://it.example.com/somchai.csv?t=hush' }, 'web, https://it.example.com'],
  [
    { from: 'ldap', address: 'ldaps://ad.example.com:636', base: 'ou=somchai', bindDn: 'cn=somchai' },
    'ldap, ldaps://ad.example.com:636, all, signs in',
  ],
] as const)(
  'of a directory it says where and how, and nothing that names anybody: %#',
  async (directory, told) => {
    const { file, diagnostics, read } = await desk({}, { directory });
    await diagnostics.write(file);
    expect(read()).toContain(`directory: ${told}\n`);
    expect(read()).toContain('people: 7\n');
    expect(read()).not.toMatch(/somchai|hush/);
  },
);
