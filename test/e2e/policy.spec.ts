import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { allOfIt } from '../app/settings/every-setting.ts';
import { fillSignIn, withSignedIn, withStarted } from './support/companion.ts';

function policyFile(content: unknown): string {
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'policy-')), 'policy.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Places of the system's that the program writes to, for this test alone. */
function ownPlaces() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'home-'));
  const [config, data] = [path.join(home, 'config'), path.join(home, 'data')];
  return {
    env: { XDG_CONFIG_HOME: config, XDG_DATA_HOME: data },
    autostart: path.join(config, 'autostart', 'promptcall-companion.desktop'),
    links: path.join(data, 'applications', 'promptcall-companion-links.desktop'),
  };
}

const textOf = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');

test('what IT locked holds without anybody’s press, also for the account, the key, the links, the login and the language', async () => {
  const places = ownPlaces();
  const account = {
    settings: { address: 'pbx.example.com', requests: 'get' },
    presets: { extension: '101', agentId: '2001' },
  };
  const env = { ...places.env, COMPANION_POLICY: policyFile({ settings: allOfIt, account }) };
  await withStarted(
    async ({ page, profile }) => {
      await expect(page.getByRole('button', { name: 'ลงชื่อเข้าใช้' })).toBeVisible();
      await expect.poll(() => textOf(places.autostart)).toContain('--hidden');
      await expect.poll(() => textOf(places.links)).toContain('x-scheme-handler/sip;');
      expect(textOf(places.links)).toContain('x-scheme-handler/tel;');
      const view = await page.evaluate(() => window.companion?.request('settings.get', undefined));
      expect(view).toMatchObject({
        value: { ...allOfIt, hotkeyNow: { label: 'Ctrl+Alt+K', state: 'works' } },
      });
      // None of it is the person's.
      expect(textOf(path.join(profile, 'settings.json'))).not.toContain('Reception');

      const address = page.getByRole('textbox', { name: 'ที่อยู่ระบบโทรศัพท์ (PBX)' });
      await expect(address).toBeDisabled();
      await expect(address).toHaveValue('pbx.example.com');
      await expect(address).toHaveAccessibleDescription('กำหนดโดยฝ่ายไอที');
      await expect(page.getByRole('textbox', { name: 'เบอร์ภายใน' })).toHaveValue('101');
      await expect(page.getByRole('textbox', { name: 'คีย์ API' })).toBeFocused();
      await page.getByRole('button', { name: 'ขั้นสูง' }).press('Enter');
      await expect(page.getByRole('combobox', { name: 'วิธีส่งคำขอ' })).toBeDisabled();
      // A page that is taken over asks for another PBX all the same.
      const elsewhere = await page.evaluate(() =>
        window.companion?.request('session.signIn', {
          ...{ address: 'https://127.0.0.1:1', extension: '101', agentId: '', allowPlainHttp: false },
          ...{ apiKey: 'k', apiSecret: 's', authentication: 'header', requests: 'get' },
        }),
      );
      expect(elsewhere).toMatchObject({ ok: false, failure: { code: 'managed', details: 'address' } });
    },
    { env },
  );
});

test('a control that IT locked looks locked in the real program, and says by whom', async () => {
  const places = ownPlaces();
  const { language: _, ...settings } = allOfIt as Record<string, unknown>;
  const env = { ...places.env, COMPANION_POLICY: policyFile({ settings }) };
  await withSignedIn(
    async ({ page }) => {
      await page.getByRole('tab', { name: 'Settings' }).click();
      const start = page.getByRole('switch', { name: 'Start at login' });
      await expect(start).toBeDisabled();
      await expect(start).toBeChecked();
      await expect(start).toHaveAccessibleDescription('Set by your IT team');
      await expect(page.getByRole('textbox', { name: 'Hotkey' })).toBeDisabled();
      await expect(page.getByRole('textbox', { name: 'Desk name' })).toHaveValue('Reception');
      await expect(page.getByRole('combobox', { name: 'Language' })).toBeEnabled();
    },
    { env },
  );
});

test('a proxy that IT locked and that is none is told, and nothing goes around it', async () => {
  const env = { COMPANION_POLICY: policyFile({ settings: { proxy: 'proxy.example.com:3128' } }) };
  await withStarted(
    async ({ page }) => {
      await expect(page.locator('main')).toContainText("IT's setting for the proxy can't be read");
      await fillSignIn(page, { address: 'https://pbx.test' });
      const said = page.getByRole('alert');
      await expect(said).toContainText("The network's proxy can't be reached.");
      const folder = process.env.POLICY_PICTURES;
      if (folder) await page.screenshot({ path: path.join(folder, 'proxy-unreadable.png') });
      await said.getByRole('button', { name: 'Details' }).click();
      await expect(page.locator('.failure-pre')).toContainText('setting-of-it-cannot-be-read.invalid:1');
    },
    { env },
  );
});

/** With the program's own arguments, and without a display. */
function check(file: string): Promise<{ status: number | null; out: string; err: string }> {
  const project = path.resolve(import.meta.dirname, '../..');
  const profile = path.join(path.dirname(file), 'profile');
  const switches = (process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean);
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const child = spawn(
    process.env.COMPANION_ELECTRON ?? '',
    [...switches, project, `--user-data-dir=${profile}`, '--check-policy', file],
    { env: { ...env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' } },
  );
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })));
}

test('--check-policy says what does not fit, without a display, and starts nothing', async () => {
  const updates = { feed: 'https://it.example.com/', key: `MCowBQYDK2VwAyEA${'A'.repeat(43)}=` };
  const good = policyFile({ settings: allOfIt, presets: allOfIt, updates });
  expect(await check(good)).toMatchObject({ status: 0, out: 'Everything fits.\n' });
  const bad = policyFile({ settings: { theme: 's3cret' }, presets: { s3cret: 1 } });
  const { status, err, out } = await check(bad);
  expect({ status, out: out.trimEnd().split('\n') }).toEqual({
    status: 2,
    out: [
      'settings › theme: does not fit, expected ("system" | "light" | "dark")',
      'presets › 1: has a name that this program does not know',
    ],
  });
  expect(out + err).not.toContain('s3cret');
  expect(existsSync(path.join(path.dirname(bad), 'profile', 'settings.json'))).toBe(false);
  expect(await check(path.join(path.dirname(bad), 'none.json'))).toMatchObject({ status: 2 });
  // More than a pipe holds at once.
  const names = Object.fromEntries(Array.from({ length: 9_000 }, (_, at) => [`x${at}`, 1]));
  expect((await check(policyFile(names))).out.trimEnd().split('\n')).toHaveLength(9_000);
});
