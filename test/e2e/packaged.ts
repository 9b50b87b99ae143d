import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { signIn } from './support/companion.ts';
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
 * The package has Node's inspector closed, which test drivers of Electron hold on to. Its page can be driven all the
 * same: Chromium's own debugging port is no fuse of Electron's. Chromium chooses a free one and says which.
 */
async function start(profile: string): Promise<Started> {
  const child: ChildProcess = spawn(
    executable,
    [...switches, `--user-data-dir=${profile}`, '--remote-debugging-port=0', '--lang=en-US'],
    { env: { ...process.env, LANGUAGE: 'en', LANG: 'en_US.UTF-8' }, stdio: ['ignore', 'pipe', 'pipe'] },
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
    return { page, output: () => output, end };
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

    await page.getByRole('textbox', { name: 'Number' }).fill('081 234 5678');
    await page.getByRole('button', { name: 'Call', exact: true }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Calling 081 234 5678' })).toBeVisible();
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    expect(pbx.received.filter((request) => request.action === 'dial')).toHaveLength(1);

    await program.end();
    program = await start(profile);
    await expect(program.page.getByRole('textbox', { name: 'Number' })).toBeVisible();
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
    await expect.poll(async () => (await heard(page)).at).toBeGreaterThan(0.3);
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

test('the package holds the program, the keychain module and nothing that loads another program', async () => {
  const resources = path.join(folder, 'resources');
  expect((await readdir(resources)).sort()).toEqual(['app.asar', 'app.asar.unpacked']);
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
