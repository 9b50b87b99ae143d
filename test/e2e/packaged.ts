import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createPackageWithOptions, extractAll, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { refusedSwitches } from '../../app/policies/switches.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { fillSignIn, logOf, signIn } from './support/companion.ts';
import { callsWith, heard, playRecording } from './support/recordings.ts';

const folder =
  process.env.COMPANION_PACKAGED ?? path.resolve(import.meta.dirname, '../../dist/linux-unpacked');
const executable = path.join(folder, 'promptcall-companion');
const switches = (process.env.COMPANION_SWITCHES ?? (process.getuid?.() === 0 ? '--no-sandbox' : ''))
  .split(' ')
  .filter((one) => one !== '');

/** As the fuses stand in the executable: the characters 0 and 1. */
const closed = 0x30;
const open = 0x31;

interface Started {
  readonly page: Page;
  readonly output: () => string;
  end(): Promise<void>;
}

/**
 * The package lets nobody drive its page. A copy does, of the same executable and the same bundles, whose archive begins in a file of
 * the test's: it opens Chromium's debugging port when the program has looked for one and not found it.
 */
let driven: string;

test.beforeAll(async () => {
  driven = await mkdtemp(path.join(os.tmpdir(), 'companion-driven-'));
  await cp(folder, driven, { recursive: true, verbatimSymlinks: true });
  const archive = path.join(driven, 'resources', 'app.asar');
  const files = path.join(driven, 'files');
  extractAll(archive, files);
  const manifest = path.join(files, 'package.json');
  const { main, ...others } = JSON.parse(await readFile(manifest, 'utf8')) as { main: string };
  await writeFile(manifest, JSON.stringify({ ...others, main: 'driven.cjs' }));
  await writeFile(
    path.join(files, 'driven.cjs'),
    `require('./${main}'); require('electron').app.commandLine.appendSwitch('remote-debugging-port', '0');`,
  );
  await createPackageWithOptions(files, archive, { unpack: '{**/keytar/**,**/notice.png}' });
});
test.afterAll(() => rm(driven, { recursive: true, force: true }));

/** Chromium chooses a free port and says which. */
async function start(profile: string, env: Record<string, string> = {}): Promise<Started> {
  const child: ChildProcess = spawn(
    path.join(driven, 'promptcall-companion'),
    [...switches, `--user-data-dir=${profile}`, '--lang=en-US'],
    {
      env: { ...process.env, LANGUAGE: 'en', LANG: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const end = async () => {
    child.kill('SIGTERM');
    await gone;
  };
  try {
    const address = () => /^DevTools listening on (ws:\S+)/m.exec(output)?.[1] ?? '';
    await expect.poll(address, { message: 'the address of the debugging port' }).not.toBe('');
    // Its defaults would tell the browser where downloads go, which Electron's does not know how to be told.
    const browser: Browser = await chromium.connectOverCDP(address(), { noDefaults: true });
    const [context] = browser.contexts();
    if (context === undefined) throw new Error('the program has no page');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    return { page, output: () => output + logOf(profile), end };
  } catch (error) {
    await end();
    throw error;
  }
}

test('the packed program signs in and asks the PBX for one call, once, and is still signed in the next time', async () => {
  const pbx = await startPbx();
  const profile = await mkdtemp(path.join(os.tmpdir(), 'companion-packaged-'));
  let program = await start(profile);
  try {
    const { page } = program;
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.getByRole('textbox', { name: 'PBX address' }).fill(pbx.origin);
    await page.getByLabel('API key').fill('demo-key');
    await page.getByLabel('API secret').fill('demo-secret');
    await page.getByRole('textbox', { name: 'Extension' }).fill('101');
    await page.getByRole('button', { name: 'Sign in' }).click();

    await page.getByRole('textbox', { name: 'Name or number' }).fill('081 234 5678');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Calling 081 234 5678' })).toBeVisible();
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    expect(pbx.received.filter((request) => request.action === 'dial')).toHaveLength(1);

    await program.end();
    program = await start(profile);
    await expect(program.page.getByRole('textbox', { name: 'Name or number' })).toBeVisible();
    expect(pbx.dials()).toHaveLength(1);
    expect(program.output()).not.toContain('demo-secret');
  } finally {
    await program.end();
    await pbx.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('the packed program decodes a recording on a thread whose code lies in the archive, and plays it', async () => {
  const gsm = 'internal-101-101-20261123-133635-1795415795.9.gsm';
  const pbx = await startPbx({ rows: callsWith([gsm]) });
  const profile = await mkdtemp(path.join(os.tmpdir(), 'companion-packaged-'));
  const program = await start(profile);
  try {
    const { page } = program;
    await signIn(page, { address: pbx.origin });
    await playRecording(page, 0);
    // The first sound of a program just packed: on a busy machine it is late.
    await expect.poll(async () => (await heard(page)).at, { timeout: 40_000 }).toBeGreaterThan(0.3);
    expect((await heard(page)).length).toBeCloseTo(6, 1);
  } finally {
    await program.end();
    await pbx.close();
    await rm(profile, { recursive: true, force: true });
  }
});

test('the packed program has every door closed that it has no use for', async () => {
  const wire = await getCurrentFuseWire(executable);
  expect({
    runAsNode: wire[FuseV1Options.RunAsNode],
    nodeOptions: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspect: wire[FuseV1Options.EnableNodeCliInspectArguments],
    checkedArchive: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    archiveOnly: wire[FuseV1Options.OnlyLoadAppFromAsar],
    ownCookieKey: wire[FuseV1Options.EnableCookieEncryption],
    ownSnapshot: wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot],
  }).toEqual({
    runAsNode: closed,
    nodeOptions: closed,
    inspect: closed,
    checkedArchive: open,
    archiveOnly: open,
    ownCookieKey: closed,
    ownSnapshot: closed,
  });
});

/** What it printed and how it ended; one that goes on is ended after a while. */
async function run(args: readonly string[], env: Record<string, string> = {}) {
  const profile = await mkdtemp(path.join(os.tmpdir(), 'companion-packaged-'));
  const child = spawn(executable, [...switches, `--user-data-dir=${profile}`, ...args], {
    env: { ...process.env, LANG: 'en_US.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const late = setTimeout(() => child.kill('SIGKILL'), 20_000);
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(late);
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { status, output };
}

test('the packed program does not start with a switch that opens it to others, and says which', async () => {
  test.slow();
  for (const name of Object.keys(refusedSwitches)) {
    const { status, output } = await run([`--${name}=0`]);
    expect.soft({ name, status }).toEqual({ name, status: 2 });
    expect.soft(output).toContain(`--${name} `);
    expect.soft(output).not.toMatch(/listening on/i);
  }
  // Chromium reads one hyphen as it reads two, and a switch without a value.
  expect((await run(['-remote-debugging-port=0', '--show'])).status).toBe(2);
  expect((await run(['--remote-debugging-pipe'])).status).toBe(2);
});

test('the packed program takes no orders from the environment', async () => {
  const stranger = path.join(await mkdtemp(path.join(os.tmpdir(), 'companion-stranger-')), 'stranger.cjs');
  await writeFile(stranger, "process.stdout.write('a stranger ran'); process.exit(7);");
  for (const env of [
    { ELECTRON_RUN_AS_NODE: '1' },
    { NODE_OPTIONS: `--require=${stranger}` },
    { NODE_OPTIONS: '--inspect=0' },
  ]) {
    const { status, output } = await run(['--version', stranger], env);
    expect({ env, status, said: /^promptCall Companion \d/m.test(output) }).toEqual({
      env,
      status: 0,
      said: true,
    });
    expect(output).not.toMatch(/a stranger ran|listening on/i);
  }
  await rm(path.dirname(stranger), { recursive: true });
});

test('the packed program writes down no key to what it sends, whatever the environment asks for', async () => {
  const pbx = await startPbx({ tls: 'self-signed' });
  const place = await mkdtemp(path.join(os.tmpdir(), 'companion-keys-'));
  const keys = path.join(place, 'keys.txt');
  const program = await start(path.join(place, 'profile'), { SSLKEYLOGFILE: keys });
  try {
    await fillSignIn(program.page, { address: pbx.origin });
    await expect(program.page.getByRole('alert')).toBeVisible();
    expect(existsSync(keys)).toBe(false);
  } finally {
    await program.end();
    await pbx.close();
    await rm(place, { recursive: true, force: true });
  }
});

test('the package holds the program, the keychain module and nothing that loads another program', async () => {
  const resources = path.join(folder, 'resources');
  // Where a .deb or .rpm was made of it too, what its installation gives to AppArmor lies there.
  const there = (await readdir(resources)).filter((name) => name !== 'apparmor-profile');
  expect(there.sort()).toEqual([
    'THIRD-PARTY.txt',
    'app.asar',
    'app.asar.unpacked',
    'help',
    'policy.schema.json',
    'sbom.cdx.json',
    'set-up.schema.json',
  ]);
  // Every page and picture that Help leads to.
  const guide = await readFile(path.join(resources, 'help', 'user-guide.th.html'), 'utf8');
  for (const [, file = ''] of guide.matchAll(/(?:src|href)="([\w./-]+)(?:#[^"]*)?"/g))
    expect(existsSync(path.join(resources, 'help', file)), file).toBe(true);
  const unpacked = await readdir(path.join(resources, 'app.asar.unpacked'), {
    recursive: true,
    withFileTypes: true,
  });
  expect(
    unpacked
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort(),
  ).toEqual(['keytar.js', 'keytar.node', 'notice.png', 'package.json']);
});

test('the package says whose work is in it, Electron among it, and on which terms', async () => {
  const resources = path.join(folder, 'resources');
  const notices = await readFile(path.join(resources, 'THIRD-PARTY.txt'), 'utf8');
  const bom = JSON.parse(await readFile(path.join(resources, 'sbom.cdx.json'), 'utf8')) as {
    components: { name: string; version?: string }[];
  };
  const named = bom.components.map(({ name }) => name);
  expect(named).toEqual(
    expect.arrayContaining(['electron', 'preact', 'valibot', '@fontsource/noto-sans-thai']),
  );

  // What lies in the package beside the bundles, and whether somebody thought of it.
  const files = listPackage(path.join(resources, 'app.asar'), { isPack: false });
  const beside = new Set(
    files.flatMap((file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/./.exec(file)?.[1] ?? []),
  );
  expect(beside.size).toBeGreaterThan(5);
  for (const name of beside) {
    expect.soft(named).toContain(name);
    expect.soft(notices).toContain(`\n${name} `);
  }
  for (const name of ['LICENSE.electron.txt', 'LICENSES.chromium.html']) {
    expect(notices).toContain(name);
    expect(existsSync(path.join(folder, name))).toBe(true);
  }
});
