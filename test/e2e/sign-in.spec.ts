import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import {
  callButton,
  dialByKeyboard,
  fillSignIn,
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  signOut,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';

const service = 'promptCall Companion';
/** The same keychain, seen by another program. */
const keytar = createRequire(import.meta.url)('keytar') as typeof import('keytar');

const profileId = (profile: string): string =>
  JSON.parse(readFileSync(path.join(profile, 'settings.json'), 'utf8')).profile;

test('a person who signed in is still signed in after a restart, and can call', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const first = await startCompanion(profile);
  await signIn(first.page, { address: pbx.origin });
  expect(pbx.received.map(({ action }) => action)).toEqual(['cdrapi']);
  expect(pbx.received[0]?.body ?? {}).toMatchObject({ numRecords: '1' });
  await first.close();

  const second = await startCompanion(profile);
  await expect(numberBox(second.page)).toBeVisible();
  await dialByKeyboard(second.page, '021234567');
  await expect(second.page.getByRole('status').first()).toContainText('Calling');
  expect(pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
  await second.close();
  await pbx.close();
  rmProfile(profile);
});

test('a wrong secret is said so, and what was typed stays', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  await fillSignIn(page, { address: pbx.origin, apiSecret: 'wrong' });
  await expect(page.getByRole('alert')).toContainText("The PBX doesn't accept this API key and secret.");
  await expect(page.getByRole('textbox', { name: 'PBX address' })).toHaveValue(pbx.origin);
  // The header was turned down, so the body was tried, once; the query never.
  expect(pbx.received.map(({ authWays }) => authWays)).toEqual([['header'], ['body']]);
  await close();
  await pbx.close();
  rmProfile(profile);
});

test('a PBX that answers everything with 200 is understood by its words: a wrong secret, and a day without calls', async () => {
  const pbx = await startPbx({ turnDown: 'success-false' });
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  const alert = page.getByRole('alert');
  await fillSignIn(page, { address: pbx.origin, apiSecret: 'wrong' });
  await expect(alert).toContainText("The PBX doesn't accept this API key and secret.");
  await expect(alert).toContainText('Invalid API key or secret');

  pbx.fault('cdrapi', { kind: 'refuse', msg: 'No permission' });
  await fillSignIn(page, { address: pbx.origin });
  await expect(alert).toContainText('The PBX turned the sign-in down.');
  await expect(alert).toContainText('Check the API key and secret, or ask IT.');

  const body = JSON.stringify({ success: false, msg: 'ไม่พบข้อมูลการโทร' });
  pbx.fault('cdrapi', { kind: 'status', status: 404, body });
  await fillSignIn(page, { address: pbx.origin });
  await expect(numberBox(page)).toBeVisible();
  await page.getByRole('tab', { name: 'Recent calls' }).click();
  await expect(page.getByText('No calls yet')).toBeVisible();
  await expect(page.locator('.calls-status')).toBeEmpty();
  await close();
  await pbx.close();
  rmProfile(profile);
});

test('an extension is taken as it is pasted; one that cannot be meant marks its field and says what is wrong with it', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  const extension = page.getByRole('textbox', { name: 'Extension' });
  await fillSignIn(page, { address: pbx.origin, extension: '101/102' });
  await expect(page.getByRole('alert')).toContainText("This can't be an extension.");
  await expect(page.getByRole('alert').getByRole('button')).toHaveCount(0);
  await expect(extension).toHaveAttribute('aria-invalid', 'true');
  await expect(extension).toBeFocused();
  expect(pbx.received).toEqual([]);
  await fillSignIn(page, { address: pbx.origin, extension: 'PJSIP/๑๐๑' });
  await expect(page.getByRole('heading', { name: '101', exact: true })).toBeVisible();
  await close();
  await pbx.close();
  rmProfile(profile);
});

test('where the web server drops the header, sign-in goes on with the body, says so and keeps to it', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await expect(
        page.getByText(
          'The PBX turned the authorization header down. The request body works and is used from now on.',
        ),
      ).toBeVisible();
      await dialByKeyboard(page, '021234567');
      await expect(page.getByRole('status').first()).toContainText('Calling');
      // A look for the call's record may have come since.
      const dial = pbx.received.find(({ action }) => action === 'dial');
      expect(dial).toMatchObject({ method: 'POST', authWays: ['body'] });
    },
    { pbx: { accepts: ['body'] } },
  );
});

test('each thing that can be wrong with an address has its own sentence', async () => {
  const html = await startPbx();
  html.fault('*', { kind: 'html' });
  const barred = await startPbx();
  barred.fault('*', { kind: 'status', status: 403 });
  const untrusted = await startPbx({ tls: 'self-signed' });
  const elsewhere = await startPbx();
  const target = await startPbx();
  elsewhere.fault('*', { kind: 'redirect', to: `${target.origin}/pbxws.php/cdrapi`, status: 307 });
  const gone = await startPbx();
  await gone.close();
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  for (const [address, told] of [
    [gone.origin, "The PBX isn't taking connections."],
    ['https://pbx.invalid', "This network doesn't know the PBX's address."],
    [untrusted.origin, "This computer doesn't know who issued the PBX's certificate."],
    [barred.origin.replace('http:', 'https:'), 'What answers at this address speaks no https.'],
    ['https://127.0.0.1:5060', 'This port belongs to another service, such as SIP.'],
    [html.origin, "Something answers, but it isn't the promptCall API."],
    [barred.origin, 'Access to the PBX is barred (403).'],
    [elsewhere.origin, 'The PBX sends this on to another address.'],
    ['http://pbx.example.com', 'This address is not encrypted (http).'],
    ['not an address', "This address can't be used."],
  ] as const) {
    await fillSignIn(page, { address });
    await expect(page.locator('[role=alert]')).toContainText(told);
    // Who issued that one, the person may look into.
    if (address === untrusted.origin)
      await page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  }
  expect(target.received).toHaveLength(0);
  expect(untrusted.received).toHaveLength(0);
  await close();
  for (const pbx of [html, barred, untrusted, elsewhere, target]) await pbx.close();
  rmProfile(profile);
});

test('signing out empties the keychain, the settings and the list of calls', async () => {
  await withSignedIn(async ({ page, pbx, profile }) => {
    await dialByKeyboard(page, '021234567');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    const id = profileId(profile);
    expect(JSON.parse((await keytar.getPassword(service, id)) ?? '{}')).toEqual({
      apiKey: 'demo-key',
      apiSecret: 'demo-secret',
    });
    await page.getByRole('tab', { name: 'Settings' }).click();
    await signOut(page);
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    expect(await keytar.getPassword(service, id)).toBeNull();
    expect(filesWith(profile, 'demo-secret')).toEqual([]);
    // Who signs in again types the key and the secret, and no more.
    await expect(page.getByRole('textbox', { name: 'PBX address' })).toHaveValue(`${pbx.origin}/pbxws.php`);
    await expect(page.getByRole('textbox', { name: 'Extension' })).toHaveValue('101');
    await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
    expect(readdirSync(profile)).not.toContain('attempts.jsonl');
    // The next person at this desk neither sees nor redials whom the last one called.
    await signIn(page, { address: pbx.origin, extension: '102' });
    await expect(page.getByRole('button', { name: 'Redial' })).toBeDisabled();
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    await expect(page.getByRole('tabpanel').or(page.locator('main')).first()).not.toContainText(
      '02 123 4567',
    );
  });
});

test('two profiles on one computer keep their own accounts', async () => {
  const pbx = await startPbx();
  const [one, other] = [newProfile(), newProfile()];
  for (const [profile, extension] of [
    [one, '101'],
    [other, '102'],
  ] as const) {
    const { page, close } = await startCompanion(profile);
    await signIn(page, { address: pbx.origin, extension });
    await close();
  }
  for (const [profile, extension] of [
    [one, '101'],
    [other, '102'],
  ] as const) {
    const { page, close } = await startCompanion(profile);
    await expect(page.getByRole('heading', { name: extension, exact: true })).toBeVisible();
    await close();
  }
  await pbx.close();
  for (const profile of [one, other]) {
    await keytar.deletePassword(service, profileId(profile));
    rmProfile(profile);
  }
});

test('without a keychain the person is told, can go on for this run, and nothing is written', async () => {
  const env = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' };
  await withSignedIn(
    async ({ page, profile }) => {
      await expect(
        page.getByText("This computer's keychain doesn't answer: you stay signed in until the program ends."),
      ).toBeVisible();
      await expect(callButton(page)).toBeVisible();
      expect(filesWith(profile, 'demo-secret')).toEqual([]);
      expect(readFileSync(path.join(profile, 'settings.json'), 'utf8')).not.toContain('101');
    },
    { env },
  );
});

/** The forms in which a secret could hide: as it is, and as the API's token, encoded or hashed. */
function disguises(key: string, secret: string): Buffer[] {
  const token = Buffer.from(`${key}:${secret}`).toString('base64');
  const plain = [secret, token, encodeURIComponent(token)];
  const encoded = [secret, token].flatMap((text) => [
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
    Buffer.from(text).toString('hex'),
    createHash('sha256').update(text).digest('hex'),
  ]);
  const utf16 = [secret, token].map((text) => Buffer.from(text, 'utf16le'));
  return [...[...plain, ...encoded].map((text) => Buffer.from(text)), ...utf16];
}

function filesWith(folder: string, secret: string, key = 'demo-key'): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return disguises(key, secret).some((disguise) => bytes.includes(disguise));
    });
}

test('a secret is found in the keychain and nowhere else: no file, no output, no process title, nothing the page can reach', async () => {
  const secret = 'Zx9-planted-secret-Zx9';
  await withSignedIn(
    async ({ app, page, pbx, profile, output }) => {
      pbx.fault('dial', { kind: 'echo', status: 500 }, 1);
      await dialByKeyboard(page, '021234567');
      await expect(page.getByRole('status').first()).not.toBeEmpty();
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await page.getByRole('tab', { name: 'Settings' }).click();

      // An error that nobody expected holds whatever it likes, and is logged.
      const errors = disguises('demo-key', secret).map((disguise) => `at ${disguise.toString('utf8')} now`);
      await app.evaluate((_electron, texts) => {
        for (const text of texts) process.emit('uncaughtException', new Error(text));
      }, errors);
      expect(output().match(/not expected: Error: at .* now$/gm)).toHaveLength(errors.length);

      const reachable = await page.evaluate(async () => {
        const calls = ['session.get', 'settings.get', 'dial.get', 'attempts.last'];
        const answers = await Promise.all(calls.map((name) => window.companion?.request(name, undefined)));
        const inputs = [...document.querySelectorAll('input')].map(({ value }) => value);
        const seen = new Set<unknown>();
        const found: string[] = [];
        const walk = (value: unknown, depth: number) => {
          if (typeof value === 'string') found.push(value);
          if (typeof value !== 'object' || value === null || seen.has(value) || depth > 6) return;
          seen.add(value);
          for (const key of Object.getOwnPropertyNames(value)) {
            try {
              walk(Reflect.get(value, key), depth + 1);
            } catch {
              // A getter of the browser that wants another receiver.
            }
          }
        };
        walk(window, 0);
        const stored = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
        return [
          JSON.stringify(answers),
          document.documentElement.outerHTML,
          ...inputs,
          ...stored,
          ...found,
        ].join('\n');
      });
      const pids = await app.evaluate(({ app: own }) => own.getAppMetrics().map(({ pid }) => pid));
      const titles = pids.map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).join('\n');
      for (const disguise of disguises('demo-key', secret)) {
        const text = disguise.toString('utf8');
        expect(reachable.includes(text)).toBe(false);
        expect(titles.includes(text)).toBe(false);
        expect(output().includes(text)).toBe(false);
      }
      expect(reachable).not.toContain(pbx.origin);
      expect(filesWith(profile, secret)).toEqual([]);
      // The search can find: it finds the secret where it is.
      expect(await keytar.getPassword(service, profileId(profile))).toContain(secret);
    },
    { pbx: { apiSecret: secret }, fields: { apiSecret: secret } },
  );
});
