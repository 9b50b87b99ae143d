import { spawn } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { issue } from '../support/issue.ts';
import { basic, startProxy } from '../support/proxy.ts';
import { socksTo } from '../support/socks.ts';
import { switchable } from '../support/switchable.ts';
import { expectAccessible } from './support/accessible.ts';
import { again, ended } from './support/again.ts';
import {
  type Companion,
  dialByKeyboard,
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  startCompanion,
} from './support/companion.ts';

const keytar = createRequire(import.meta.url)('keytar') as typeof import('keytar');

const project = path.resolve(import.meta.dirname, '../..');
const switches = (process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean);

/** From nothing: no program runs, and there is no profile. */
const fresh = (profile: string, ...args: string[]) =>
  ended(
    spawn(process.env.COMPANION_ELECTRON ?? '', [
      ...switches,
      ...[project, `--user-data-dir=${profile}`, '--lang=en-US', ...args],
    ]),
  );

function setUpFile(folder: string, content: Record<string, unknown>): string {
  const file = path.join(folder, 'set up.json');
  writeFileSync(file, JSON.stringify({ apiKey: 'demo-key', apiSecret: 'demo-secret', ...content }), {
    mode: 0o600,
  });
  return file;
}

const asked = (page: Page, extension: string, host: string) =>
  page.getByRole('alertdialog', { name: `Sign in as ${extension} at ${host}?` });

/** As a finger drops it: the events are the system's, and not of the page's making. */
async function drop({ page }: Companion, file: string): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
}

/** The pictures of a look through this, where one is asked for. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SET_UP_PICTURES;
  if (folder) await page.screenshot({ path: path.join(folder, `${name}.png`) });
}

test('a set-up file takes a fresh profile to signed in, in one command and without a window; then a running one', async () => {
  const pbx = await startPbx();
  const host = new URL(pbx.origin).host;
  const profile = newProfile();
  const elsewhere = newProfile();
  const file = setUpFile(elsewhere, {
    address: pbx.origin,
    extension: '101',
    settings: { deskName: 'Front desk' },
  });
  // Another start is in the middle of its claim: its lock is there, and nobody answers at it yet.
  const other = spawn('sleep', ['120']);
  const lock = path.join(profile, 'SingletonLock');
  symlinkSync(`${os.hostname()}-${other.pid}`, lock);
  writeFileSync(path.join(profile, `claim-${other.pid}`), '');
  const setUp = fresh(profile, '--set-up', file);
  await expect
    .poll(() => readdirSync(profile).filter((name) => /^claim-/.test(name)).length, { intervals: [5] })
    .toBe(2);
  expect(readlinkSync(lock)).toBe(`${os.hostname()}-${other.pid}`);
  rmSync(lock);
  other.kill();
  expect(await setUp).toMatchObject({
    status: 0,
    out: 'Signed in as 101. The set-up file is removed.\n',
  });
  expect(existsSync(file)).toBe(false);

  const at = await startCompanion(profile);
  await expect(at.page.getByRole('heading', { name: '101 · Front desk' })).toBeVisible();
  const { profile: id } = JSON.parse(readFileSync(path.join(profile, 'settings.json'), 'utf8'));
  expect(await keytar.getPassword('promptCall Companion', id)).toContain('demo-secret');

  const statusOf = async (content: Record<string, unknown>) =>
    (await again(at, '--set-up', setUpFile(elsewhere, { address: pbx.origin, extension: '101', ...content })))
      .status;
  expect(await statusOf({ extension: '102' })).toBe(6);
  expect(await statusOf({ apiSecret: 'wrong' })).toBe(5);
  expect(await statusOf({ colour: 'blue' })).toBe(2);
  expect(await statusOf({})).toBe(0);

  // Dropped: a person is asked, and the one who was signed in goes properly.
  await drop(at, setUpFile(elsewhere, { address: pbx.origin, extension: '102' }));
  const question = asked(at.page, '102', host);
  await expect(question).toContainText('signed out first');
  await expect(question.getByRole('button', { name: 'Sign in' })).toBeFocused();
  await expectAccessible(at.page, 'the question before a set-up');
  await picture(at.page, 'file-while-signed-in');
  await question.getByRole('button', { name: 'Sign in' }).click();
  await expect(at.page.getByRole('heading', { name: '102 · Front desk' })).toBeVisible();
  expect(existsSync(file)).toBe(false);
  // A page that is taken over names a file in vain.
  const named = await at.page.evaluate(
    (at) =>
      window.companion?.request('setUp.dropped', { file: at }).catch((error: Error) => error.message) ?? '',
    file,
  );
  expect(named).toBe('no such request');
  expect(pbx.dials()).toEqual([]);
  await at.close();
  await pbx.close();
  for (const folder of [profile, elsewhere]) rmProfile(folder);
});

test('a file brings the way to a PBX that is reached by no other: proxy and pin; of one that fails nothing stays', async () => {
  const own = issue({ subject: 'pbx', names: ['DNS:pbx.test'] });
  const pbx = await startPbx({ tls: own });
  const sha256 = new X509Certificate(own.cert).fingerprint256;
  const other = new X509Certificate(issue({ subject: 'other' }).cert).fingerprint256;
  const profile = newProfile();
  const elsewhere = newProfile();
  const guarded = await startProxy(pbx.port, basic('fleet', 'pass-of-it'));
  const socks = await switchable(socksTo(pbx.port, { answer: 2 }));
  const by = (address: string, pin = sha256) => ({
    proxy: { use: 'server', address },
    trustedCertificates: [{ host: 'pbx.test', sha256: pin }],
  });
  const proxyLogin = { proxy: `127.0.0.1:${guarded.port}`, user: 'fleet', password: 'pass-of-it' };
  const trySetUp = (settings: object, more: object = {}) =>
    fresh(
      profile,
      '--set-up',
      setUpFile(elsewhere, { address: 'https://pbx.test', extension: '101', ...more, settings }),
    );
  const kept = () => readFileSync(path.join(profile, 'settings.json'), 'utf8');
  try {
    const bySocks = `socks5://127.0.0.1:${socks.port}`;
    const failed: readonly (readonly [object, object, string])[] = [
      [by(`127.0.0.1:${guarded.port}`), {}, "The network's proxy wants a password."],
      [
        by(`127.0.0.1:${guarded.port}`),
        { proxyLogin: { ...proxyLogin, password: 'wrong-of-it' } },
        "The set-up file's password doesn't open the network's proxy.",
      ],
      [by(bySocks), {}, "The network's proxy doesn't let this through."],
    ];
    for (const [settings, more, told] of failed) {
      const end = await trySetUp(settings, more);
      expect(end.status).toBe(5);
      expect(end.out + end.err).toContain(told);
    }
    socks.behave(socksTo(pbx.port));
    const refused: readonly (readonly [object, object, string])[] = [
      [by(bySocks, other), {}, "The PBX's certificate is not the one trusted here."],
      [by(bySocks), { apiSecret: 'wrong' }, "The PBX doesn't accept this API key and secret."],
    ];
    for (const [settings, more, told] of refused) {
      const end = await trySetUp(settings, more);
      expect(end.status).toBe(5);
      expect(end.out + end.err).toContain(told);
    }
    expect(kept()).not.toMatch(/socks5|pbx\.test|account/);

    const done = await trySetUp({ ...by(bySocks), deskName: 'Front desk' });
    expect(done).toMatchObject({ status: 0, out: 'Signed in as 101. The set-up file is removed.\n' });
    expect(kept()).toMatch(/socks5/);
    const at = await startCompanion(profile);
    await expect(at.page.getByRole('heading', { name: '101 · Front desk' })).toBeVisible();
    await dialByKeyboard(at.page, '021000001');
    await expect(at.page.getByRole('status').first()).toContainText('Calling');
    expect(pbx.dials().map(({ tel }) => tel)).toEqual(['021000001']);
    await at.close();

    // The same way, by a proxy that wants a password: nobody types it, here or in the next run.
    expect(await trySetUp(by(proxyLogin.proxy), { proxyLogin })).toMatchObject({ status: 0 });
    // A wrong one goes nowhere a second time.
    const wrong = `Basic ${Buffer.from('fleet:wrong-of-it').toString('base64')}`;
    expect(guarded.told.filter((told) => told === wrong)).toHaveLength(1);
    const behind = await startCompanion(profile);
    await dialByKeyboard(behind.page, '021000002');
    await expect(behind.page.getByRole('status').first()).toContainText('Calling');
    await expect(behind.page.getByRole('dialog', { name: 'Proxy password' })).toBeHidden();
    expect(pbx.dials().map(({ tel }) => tel)).toEqual(['021000001', '021000002']);
    await behind.close();
    expect(kept() + readFileSync(path.join(profile, 'logs', 'companion.log'), 'utf8')).not.toMatch(
      /fleet|of-it/,
    );
  } finally {
    await Promise.all([guarded.close(), socks.close(), pbx.close()]);
    for (const folder of [profile, elsewhere]) rmProfile(folder);
  }
});

test('a link and a file on the sign-in screen: asked about, filled in, refused with a secret, and told where it fails', async () => {
  const pbx = await startPbx();
  const host = new URL(pbx.origin).host;
  const profile = newProfile();
  const at = await startCompanion(profile);
  const { page } = at;
  await picture(page, 'form');
  const link = `promptcall-companion://setup?address=${encodeURIComponent(pbx.origin)}&extension=101`;
  const said = page.getByRole('alertdialog', { name: 'Not set up' });

  expect(await again(at, `${link}&apiSecret=demo-secret`)).toMatchObject({ status: 1 });
  await expect(said).toContainText('This link has a key or secret in it');
  await picture(page, 'link-with-secret');
  await page.keyboard.press('Escape');
  await expect(said).toBeHidden();

  // All of the host can be read, its end most of all.
  const label = 'x'.repeat(60);
  const long = `pbx.example.com.${label}.${label}.evil.example`;
  await again(at, `promptcall-companion://setup?address=${long}&extension=101`);
  const title = asked(page, '101', long).getByRole('heading');
  expect(await title.evaluate((at) => at.scrollWidth - at.clientWidth)).toBe(0);
  await page.keyboard.press('Escape');

  expect(await again(at, link)).toMatchObject({
    status: 0,
    out: 'The set-up is asked about in the window.\n',
  });
  await expect(asked(page, '101', host)).toContainText('A link fills in the sign-in form.');
  // Nobody answers, and another link comes: its question is there, and so is the next one's.
  for (const extension of ['102', '101']) {
    await again(at, link.replace('=101', `=${extension}`));
    await expect(asked(page, extension, host)).toBeVisible();
    await expect(page.getByRole('alertdialog')).toHaveCount(1);
    expect(await page.evaluate(() => window.companion?.request('setUp.get', undefined))).toMatchObject({
      value: { kind: 'asking', extension },
    });
  }
  await picture(page, 'link');
  await asked(page, '101', host).getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('textbox', { name: 'PBX address' })).toHaveValue(pbx.origin);
  await expect(page.getByRole('textbox', { name: 'Extension' })).toHaveValue('101');
  await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();

  const file = setUpFile(profile, { address: pbx.origin, extension: '101', apiSecret: 'wrong' });
  await at.app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
  await page.getByRole('button', { name: 'Set-up file…' }).click();
  await asked(page, '101', host).getByRole('button', { name: 'Sign in' }).click();
  await expect(said).toContainText("The PBX doesn't accept this API key and secret.");
  await picture(page, 'file-turned-down');
  await said.getByRole('button', { name: 'Close' }).click();
  expect(existsSync(file)).toBe(true);

  // The secret can be looked at while it is typed, and is hidden again with the next try.
  const secret = page.getByLabel('API secret');
  await secret.fill('wrong');
  await page.getByRole('textbox', { name: 'API key' }).fill('demo-key');
  await page.getByRole('button', { name: 'Show secret' }).click();
  await expect(secret).toHaveAttribute('type', 'text');
  await picture(page, 'form-revealed');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(secret).toHaveAttribute('aria-invalid', 'true');
  await expect(secret).toHaveAttribute('type', 'password');
  await expect(secret).toHaveAccessibleDescription(/doesn't accept this API key and secret/);
  await picture(page, 'form-wrong');
  await signIn(page, { address: pbx.origin });
  await page.getByRole('tab', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Sign out?' })).toBeVisible();
  await picture(page, 'sign-out');
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Dial pad' }).click();
  await expect(numberBox(page)).toBeVisible();
  expect(pbx.dials()).toEqual([]);
  await at.close();
  await pbx.close();
  rmProfile(profile);
});
