import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Failure } from '../../../app/contract/failures.ts';
import type { SessionView, SignInForm } from '../../../app/contract/session.ts';
import { defaults, type Settings } from '../../../app/contract/settings.ts';
import { probe } from '../../../app/diagnostics/probe.ts';
import { type DiagnosticsWires, wireDiagnostics } from '../../../app/diagnostics/wire.ts';
import { createPasswords } from '../../../app/directory/password.ts';
import { createLog, logFile } from '../../../app/log/log.ts';
import { disguises } from '../../../app/log/redact.ts';
import { secretsOf } from '../../../app/pbx/authentication.ts';
import { formUnder } from '../../../app/session/form.ts';
import type { TimeLimit } from '../../../app/settings/credentials.ts';
import { readPolicy } from '../../../app/settings/policy.ts';
import { createProxyPasswords } from '../../../app/settings/proxy-passwords.ts';
import { socksTo } from '../../support/socks.ts';
import { say, silent, switchable, tunnelTo } from '../../support/switchable.ts';
import { key, secret, token, underTest } from '../pbx/pbx-under-test.ts';
import { keychainOf } from '../recordings/copies-under-test.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { asking, judge, own, tlsServer } from './servers-shown.ts';

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

const proxyPassword = 'p@ss wörd/"1';
const directoryPassword = 'l;dap&Secret+ก';

/** A desk whose secrets, and whose people's numbers, stand wherever they could get into the file from. */
async function desk(
  options: Parameters<typeof underTest>[0] = {},
  chosen: Partial<Settings> = {},
  more: Partial<DiagnosticsWires> = {},
) {
  const { standIn, account: own, pbx } = await underTest({ ...options, account });
  const folder = temporaryFolder();
  const { redact, conceal, hide } = createLog({ folder: () => folder, print: null });
  hide(...secretsOf(own));
  const entries = new Map([
    ['proxy', JSON.stringify({ proxy: 'proxy:3128', user: 'somchai', password: proxyPassword })],
    ['directory', JSON.stringify({ address: 'ldaps://x', bindDn: 'cn=a', password: directoryPassword })],
  ]);
  const keeping = { keychain: keychainOf(entries), hide, log: () => undefined };
  const limit: TimeLimit = (work) => work;
  const file = path.join(folder, 'diagnostics.txt');
  const diagnostics = wireDiagnostics({
    ...{ redact, conceal, policy },
    logFile: () => path.join(folder, logFile),
    versions: { program: '1.2.3' },
    resolveProxy: async () => 'PROXY proxy.example.com:3128',
    ...{ judge, loginFor: async () => null, isAlone: false },
    passwords: {
      proxy: createProxyPasswords({ ...keeping, limit, entry: 'proxy', asked: () => undefined }).look,
      directory: createPasswords({ ...keeping, limit, entry: 'directory' }).look,
    },
    session: {
      tried: () => null,
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
    ...more,
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
  const all = [key, secret, token, proxyPassword, directoryPassword];
  const planted = all.flatMap(encoded);
  const lines = [
    ...planted.flatMap((one) => [
      `Authorization: Basic ${one}`,
      `POST /pbxws.php/cdrapi token=${one}&numRecords=1`,
      `GET https://pbx.example.com/pbxws.php/dial?token=${one}`,
      `Error: ${one} failed`,
      `{"directoryPassword":"${one}"}`,
      `via somchai:${one}@proxy:3128`,
      one,
    ]),
    // Of others, which no part of the program knows.
    ...['{"directoryPassword":"elsewhere"}', 'somchai:elsewhere@proxy:3128', 'proxy-password: elsewhere'],
    ...numbers.flatMap((one) => [`not called: ${one}`, `{"tel":"${one}"}`]),
  ];
  writeFileSync(path.join(folder, logFile), lines.join('\n'));
  writeFileSync(path.join(folder, 'companion.old.log'), lines.join('\n'));
  standIn.fault('*', { kind: 'refuse', msg: `${secret} ${token} 0812345678 ${key}` });
  expect(await diagnostics.write(file)).toBeNull();
  const written = read();
  for (const one of planted) expect(written, one).not.toContain(one);
  for (const one of all.flatMap(disguises)) expect(written).not.toMatch(one);
  for (const one of numbers) expect(written, one).not.toContain(one);
  expect(written).not.toMatch(/812345678|12345678|๑๒๓๔|89876|1112222|3334444/);
  expect(written).not.toMatch(/somchai|สมชาย|Noi|Front/i);
  expect(written).not.toContain('elsewhere');
  expect(written).toContain('password: known');
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

/** Nobody is signed in; what the form has. */
const signedOut = (
  form: Partial<SignInForm>,
  failure: Failure | null = null,
  tried: string | null = null,
) => ({
  tried: () => tried,
  current: () => null,
  view: () =>
    ({
      state: 'signed-out' as const,
      failure,
      form: { ...formUnder({ fixed: {}, presets: {} }, []), ...form },
      locked: [],
    }) satisfies SessionView,
});

test.each([
  ['nobody ever was', null],
  ['IT lets nobody in who was', { code: 'account-managed' } as const],
])(
  'where nobody is signed in, the way to the PBX of the form is looked at all the same: %s',
  async (_how, failure) => {
    const origin = `https://localhost:${await tlsServer(own)}`;
    const locks = readPolicy(
      JSON.stringify({ account: { settings: { address: origin }, presets: { requests: 'get' } } }),
      () => undefined,
    );
    const { diagnostics, file, read } = await desk(
      {},
      {},
      { session: signedOut({ address: origin }, failure), policy: locks, resolveProxy: async () => 'DIRECT' },
    );
    expect(await diagnostics.write(file)).toBeNull();
    for (const one of [
      'signed in: nobody',
      `why: ${failure?.code ?? 'nobody was'}`,
      `PBX in the form: ${origin}`,
      'locks: account.address\n',
      'presets: account.requests\n',
      'certificate 1: a name that is no host, issued by itself',
      'nobody is signed in',
    ])
      expect(read()).toContain(one);
  },
);

test('what somebody tried last goes before what the form began with', async () => {
  const session = signedOut({ address: 'https://before.invalid' }, null, 'https://tried.invalid');
  const { diagnostics, file, read } = await desk({}, {}, { session });
  await diagnostics.write(file);
  expect(read()).toContain('PBX in the form: https://tried.invalid\n');
  expect(read()).not.toContain('before.invalid');
});

test('what is not known is told as not known', async () => {
  const silent = async () => 'not known' as const;
  const { diagnostics, file, read } = await desk(
    {},
    {},
    {
      session: signedOut({}),
      isAlone: true,
      hotkey: () => 'off',
      passwords: { proxy: silent, directory: silent },
    },
  );
  await diagnostics.write(file);
  expect(read()).toMatch(/^hotkey: not known/m);
  expect(read()).toMatch(/^people: not known/m);
  expect(read().match(/^password: not known$/gm)).toHaveLength(2);
  expect(read()).toMatch(/^PBX in the form: none$/m);
  expect(read()).toMatch(/^not looked at: no address/m);
  expect(read()).not.toMatch(/^hotkey: off$|^went wrong/m);
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
    { origin: `https://localhost:${port}`, resolveProxy: never, judge, check: never, env: {}, ...asking },
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
  const steps = await probe({
    origin,
    resolveProxy: async () => 'DIRECT',
    judge,
    check: null,
    env: {},
    ...asking,
  });
  expect(steps.map(({ found }) => found.join()).join('\n')).toMatch(code);
  expect(steps.at(-1)?.found).toEqual(['nobody is signed in']);
});

test.each([
  ['PROXY', say('HTTP/1.1 403 No\r\n\r\n'), 'failed: proxy (CONNECT: HTTP 403)'],
  ['PROXY', tunnelTo(1), 'open'],
  ['SOCKS5', socksTo(1, { answer: 4 }), 'failed: proxy-no-way (SOCKS: host unreachable (4))'],
  ['SOCKS5', socksTo(1, { closes: 'after the wish' }), 'failed: proxy-closed (SOCKS: closed)'],
  ['SOCKS', silent, 'not looked at: only Chromium speaks as this one does'],
  ['HTTPS', say('HTTP/1.1 400 No\r\n\r\n'), 'failed: proxy-another (no TLS in reply to a greeting)'],
])('what a proxy does with a wish for the PBX is told: %s, %#', async (kind, how, told) => {
  const { port, close } = await switchable(how);
  onTestFinished(close);
  const route = `${kind} 127.0.0.1:${port}`;
  const parts = { origin: 'https://pbx.invalid', judge, check: null, env: {}, ...asking };
  const steps = await probe({ ...parts, resolveProxy: async () => route });
  expect(steps.find(({ what }) => what.startsWith('A way through'))?.found).toEqual([told]);
});

test('a script that is to choose the proxy and cannot be had is told, and no way is looked for', async () => {
  const parts = { origin: 'https://pbx.invalid', judge, check: null, env: {}, ...asking };
  const steps = await probe({ ...parts, resolveProxy: async () => '' });
  expect(steps.find(({ what }) => what === 'Proxy')?.found).toEqual([expect.stringContaining('script')]);
  expect(steps.map(({ what }) => what).join()).not.toContain('through the proxy');
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
