import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startBus } from '../../build/desktop/bus.ts';
import { startKeyring } from '../../build/desktop/keyring.ts';
import type { Service } from '../../build/desktop/service.ts';
import { type Pbx, startPbx } from '../pbx/stand-in.ts';
import { newProfile, rmProfile, signIn, signOut, startCompanion } from './support/companion.ts';
import { row } from './support/rows.ts';

const secrets = [
  'call',
  '--session',
  '-d',
  'org.freedesktop.secrets',
  '-o',
  '/org/freedesktop/secrets',
  '-m',
];
const method = (name: string) => `org.freedesktop.Secret.Service.${name}`;

/** A person's keyring that can be locked, on a bus of its own, where no prompt comes up: it is as if each were dismissed. */
async function withKeyring(
  act: (at: {
    readonly env: Record<string, string>;
    /** Places of all entries of this program, whether they can be read or not. */
    entries(): string[];
    lock(): void;
    /** Logged in anew. */
    unlock(): Promise<void>;
    /** A person unlocks it while it runs. */
    open(): Promise<void>;
    readonly pbx: Pbx;
    profile(): string;
  }) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'keyring-'));
  const { DISPLAY: _noPrompt, ...outside } = process.env;
  const bus = await startBus(outside);
  const env = { ...outside, ...bus.env } as Record<string, string>;
  const other = { src: '0898765432', cnum: '0898765432' };
  const pbx = await startPbx({ rows: [row(600), row(7_200, { src: '+66812345678' }), row(9_000, other)] });
  const profiles: string[] = [];
  const gdbus = (...args: string[]) => execFileSync('gdbus', [...secrets, ...args], { env }).toString();
  let keyring: Service | null = null;
  let work = '';
  const logIn = async () => {
    work = mkdtempSync(path.join(folder, 'login-'));
    keyring = await startKeyring(path.join(folder, 'data'), work, env);
  };
  try {
    await logIn();
    await act({
      env: bus.env as Record<string, string>,
      entries: () =>
        gdbus(method('SearchItems'), "{'service': 'promptCall Companion'}").match(/\/\w+\/\d+'/g) ?? [],
      lock: () => void gdbus(method('Lock'), "['/org/freedesktop/secrets/collection/login']"),
      async unlock() {
        await keyring?.end();
        await logIn();
      },
      open: async () =>
        await unlockBy(
          path.join(work, 'keyring', 'control'),
          readFileSync(path.join(folder, 'data', 'password')),
        ),
      pbx,
      profile() {
        const made = newProfile();
        profiles.push(made);
        return made;
      },
    });
  } finally {
    for (const profile of profiles) rmProfile(profile);
    await pbx.close();
    await (keyring as Service | null)?.end();
    await bus.service.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As PAM does it at a log-in, by the keyring's own socket: a byte, by which it sees who asks, and the wish as lengths and texts. */
async function unlockBy(socket: string, password: Buffer): Promise<void> {
  const four = (value: number): Buffer => Buffer.from([value >> 24, value >> 16, value >> 8, value]);
  const wish = Buffer.concat([four(1), four(password.length), password]);
  const to = net.connect(socket);
  to.write(Buffer.concat([Buffer.of(0), four(wish.length + 4), wish]));
  const [answer] = (await once(to, 'data')) as [Buffer];
  to.destroy();
  expect(answer.readUInt32BE(4)).toBe(0);
}

async function signOutAndWait(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Settings' }).click();
  await signOut(page);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
}

// A program that asked a locked keyring is ended by force, after a while: each start here may be one.
test.describe.configure({ timeout: 180_000 });

test('signed out under a locked keyring, the person is told what is left in it, and the next start removes it', async () => {
  await withKeyring(async ({ env, entries, lock, unlock, pbx, profile }) => {
    const [mine, others] = [profile(), profile()];
    const other = await startCompanion(others, { env });
    await signIn(other.page, { address: pbx.origin, extension: '102' });
    await other.close();
    const first = await startCompanion(mine, { env });
    await signIn(first.page, { address: pbx.origin });
    expect(entries()).toHaveLength(2);
    lock();
    await signOutAndWait(first.page);
    await expect(first.page.getByRole('alert')).toContainText(
      "Your key is still in this computer's keychain, which is locked.",
    );
    expect(entries()).toHaveLength(2);
    await first.close();

    // Still locked: told again.
    const second = await startCompanion(mine, { env });
    await expect(second.page.getByRole('alert')).toContainText(
      "Your key is still in this computer's keychain, which is locked.",
    );
    await second.close();

    await unlock();
    const third = await startCompanion(mine, { env });
    await expect(third.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect.poll(entries).toHaveLength(1);
    await expect(third.page.getByRole('alert')).toHaveCount(0);
    // What is kept now is not removed by the start after the next one.
    await signIn(third.page, { address: pbx.origin });
    await third.close();
    const fourth = await startCompanion(mine, { env });
    await expect(fourth.page.getByRole('heading', { name: '101', exact: true })).toBeVisible();
    await fourth.close();
    const otherAgain = await startCompanion(others, { env });
    await expect(otherAgain.page.getByRole('heading', { name: '102', exact: true })).toBeVisible();
    await otherAgain.close();
  });
});

const onDisk = (profile: string): string =>
  readdirSync(profile)
    .filter((name) => /\.jsonl?/.test(name))
    .map((name) => readFileSync(path.join(profile, name), 'utf8'))
    .join('\n');

test('a start under a locked keyring says so; who signs in by hand sees no call that was forgotten, then or later', async () => {
  await withKeyring(async ({ env, lock, open, pbx, profile }) => {
    const mine = profile();
    const spelled = /812345678/;
    const first = await startCompanion(mine, { env });
    await signIn(first.page, { address: pbx.origin });
    await first.page.getByRole('tab', { name: 'Recent calls' }).click();
    const callsOn = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
    await expect(callsOn(first.page)).toHaveCount(3);
    await callsOn(first.page).first().getByRole('button', { name: 'More' }).click();
    await first.page.getByRole('button', { name: 'Forget this number…' }).click();
    await first.page.getByRole('button', { name: 'Forget', exact: true }).click();
    await expect(callsOn(first.page)).toHaveCount(1);
    await first.close();
    expect(onDisk(mine)).not.toMatch(spelled);

    lock();
    const { app, page, close } = await startCompanion(mine, { env });
    await expect(page.getByRole('alert')).toContainText("This computer's keychain doesn't answer.");
    // Somebody else's set-up file asks first, and whom the settings name stays: the keychain does not take the other one either.
    const named = () => JSON.parse(readFileSync(path.join(mine, 'settings.json'), 'utf8')).account.extension;
    const file = path.join(mine, 'set-up.json');
    const content = { address: pbx.origin, extension: '102', apiKey: 'demo-key', apiSecret: 'demo-secret' };
    writeFileSync(file, JSON.stringify(content), { mode: 0o600 });
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    }, file);
    await page.getByRole('button', { name: 'Set-up file…' }).click();
    const asked = page.getByRole('alertdialog', { name: /^Sign in as 102 at/ });
    await expect(asked).toContainText('signed out first');
    await asked.getByRole('button', { name: 'Sign in' }).click();
    const said = page.getByRole('alertdialog', { name: 'Not set up' });
    await expect(said).toContainText('nothing was changed', { timeout: 30_000 });
    await said.getByRole('button', { name: 'Close' }).click();
    expect([named(), existsSync(file)]).toEqual(['101', true]);
    // With another name of the PBX.
    await signIn(page, { address: pbx.origin.replace('127.0.0.1', 'localhost') });
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    const held = page.getByText('Calls are not shown: which numbers to forget is in the keychain.');
    await expect(held).toBeVisible();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(page.getByRole('button', { name: 'Refresh' })).toBeEnabled();
    await expect(held).toBeVisible();
    await expect(callsOn(page)).toHaveCount(0);
    await open();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(callsOn(page)).toHaveCount(1);
    await expect(held).toBeHidden();
    await close();
    expect(onDisk(mine)).toContain('0898765432');
    expect(onDisk(mine)).not.toMatch(spelled);
  });
});

test('a keyring that was started anew, and once more, is asked as the one before by the program that runs', async () => {
  await withKeyring(async ({ env, entries, unlock, pbx, profile }) => {
    const { page, close } = await startCompanion(profile(), { env });
    await signIn(page, { address: pbx.origin });
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
    await expect(calls).toHaveCount(3);
    await unlock();
    await calls.first().getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Forget this number…' }).click();
    await page.getByRole('button', { name: 'Forget', exact: true }).click();
    await expect(calls).toHaveCount(1);
    await expect(page.getByText("This computer's keychain doesn't answer")).toBeHidden();
    // With the key by which it is known which number that was.
    await expect.poll(entries).toHaveLength(2);
    await unlock();
    await signOutAndWait(page);
    await expect.poll(entries).toHaveLength(1);
    await expect(page.getByRole('alert')).toHaveCount(0);
    await close();
  });
});

test('with the settings lost, the entries of this profile go with the next start or the next sign-out, and no others', async () => {
  await withKeyring(async ({ env, entries, pbx, profile }) => {
    const [mine, others] = [profile(), profile()];
    for (const [where, extension] of [
      [others, '102'],
      [mine, '101'],
    ] as const) {
      const { page, close } = await startCompanion(where, { env });
      await signIn(page, { address: pbx.origin, extension });
      await close();
    }
    const before = entries();
    expect(before).toHaveLength(2);
    const settings = path.join(mine, 'settings.json');
    const name = (): string => JSON.parse(readFileSync(settings, 'utf8')).profile;
    const was = name();
    rmSync(settings);
    const second = await startCompanion(mine, { env });
    await expect.poll(entries).toHaveLength(1);
    expect(name()).toBe(was);
    await signIn(second.page, { address: pbx.origin });
    expect(entries()).toHaveLength(2);
    await signOutAndWait(second.page);
    expect(entries()).toHaveLength(1);
    await second.close();
  });
});
