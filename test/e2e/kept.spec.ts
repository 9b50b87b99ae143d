import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import {
  dialByKeyboard,
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  signOut,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { answerSaveDialog, callsWith, heard, playRecording } from './support/recordings.ts';
import { answered, row } from './support/rows.ts';

const items = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
const openList = (page: Page) => page.getByRole('tab', { name: 'Recent calls' }).click();
const note = (page: Page) => page.getByRole('textbox', { name: 'Note' });
const redial = (page: Page) => page.getByRole('button', { name: 'Redial' });

async function openDetails(page: Page): Promise<void> {
  await items(page).first().hover();
  await items(page).first().locator('.call-more').click();
}
const notesFile = (profile: string): string =>
  path.join(profile, readdirSync(profile).find((name) => name.startsWith('notes-')) ?? '');

test('a note that is being written while the record of its call comes stays under the hand, and is kept', async () => {
  await withSignedIn(
    async ({ page, profile }) => {
      await dialByKeyboard(page, '0812345678');
      await openList(page);
      await openDetails(page);
      await note(page).pressSequentially('wants the ');
      await expect(items(page)).toContainText('Answered', { timeout: 15_000 });
      await expect(note(page)).toBeFocused();
      await note(page).pressSequentially('invoice');
      await page.keyboard.press('Escape');
      await openDetails(page);
      await expect(note(page)).toHaveValue('wants the invoice');
      await expect.poll(() => readFileSync(notesFile(profile), 'utf8')).toContain('wants the invoice');
      // Signed out and in again, nobody knows any more that the call was asked for here.
      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
    },
    { pbx: { rows: [], onDial: 'leave-row', callLastsMs: 4_000 } },
  );
});

test('a note on a call without a record outlives a sign-out, and stands on the record when that has come', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await dialByKeyboard(page, '0812345678');
      await openList(page);
      await openDetails(page);
      await note(page).fill('wants the invoice');
      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await signIn(page, { address: pbx.origin, extension: '102' });
      await expect(redial(page)).toBeDisabled();
      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await signIn(page, { address: pbx.origin });
      await openList(page);
      await expect(items(page)).toHaveCount(1);
      await expect(async () => {
        await page.getByRole('button', { name: 'Refresh' }).click();
        await expect(items(page)).toContainText('Answered');
      }).toPass();
      await expect(items(page)).toHaveCount(1);
      await openDetails(page);
      await expect(note(page)).toHaveValue('wants the invoice');
    },
    { pbx: { rows: [], onDial: 'leave-row', callLastsMs: 8_000 } },
  );
});

test('a note that the disk does not take is said not to be saved, and stays until it is', async () => {
  await withSignedIn(
    async ({ page, profile }) => {
      await openList(page);
      await expect(items(page)).toHaveCount(1);
      const file = notesFile(profile);
      // The program may be writing the file for the first time between the two.
      await expect(() => {
        rmSync(file, { force: true });
        mkdirSync(path.join(file, 'in the way'), { recursive: true });
      }).toPass();
      await openDetails(page);
      await note(page).fill('wants the invoice');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('status').filter({ hasText: 'Your note is not saved.' })).toBeVisible();
      await openDetails(page);
      await expect(note(page)).toHaveValue('wants the invoice');
      rmSync(file, { recursive: true });
      await note(page).fill('wants the invoice soon');
      await page.keyboard.press('Escape');
      await expect(page.getByText('Your note is not saved.')).toBeHidden();
      expect(readFileSync(file, 'utf8')).toContain('wants the invoice soon');
    },
    { pbx: { rows: [row(60)] } },
  );
});

test('a second press while a table is being saved opens no second dialog, from the page or past it', async () => {
  await withSignedIn(
    async ({ app, page }) => {
      await openList(page);
      await expect(items(page)).toHaveCount(1);
      await app.evaluate(({ dialog }) => {
        const asked: (() => void)[] = [];
        Object.assign(globalThis, { asked });
        dialog.showSaveDialog = () =>
          new Promise((resolve) => asked.push(() => resolve({ canceled: true, filePath: '' })));
      });
      const table = page.getByRole('button', { name: 'Export as a table' });
      await table.click();
      await expect(table).toBeDisabled();
      const past = await page.evaluate(() =>
        window.companion?.request('calls.export', { query: '', filter: 'all' }),
      );
      expect(past).toEqual({ ok: false, failure: { code: 'already-saving' } });
      const dialogs = await app.evaluate(() => {
        const { asked } = globalThis as unknown as { asked: (() => void)[] };
        for (const answer of asked) answer();
        return asked.length;
      });
      expect(dialogs).toBe(1);
      await expect(table).toBeEnabled();
    },
    { pbx: { rows: [row(60)] } },
  );
});

test('whoever signs in next sees nothing of the last one, also where only the tray was told, or a file was edited', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await dialByKeyboard(page, '021234567');
      await expect(page.getByRole('status').first()).toContainText('Calling');
      await openList(page);
      await page.getByRole('radio', { name: 'Missed' }).check();
      await page.getByRole('searchbox', { name: 'Search calls' }).fill('0812');
      await page.getByRole('tab', { name: 'Dial pad' }).click();
      await numberBox(page).fill('0898765432');
      await page.getByRole('tab', { name: 'Settings' }).click();
      // As the tray's menu does it: the page hears of it afterwards.
      await page.evaluate(() => window.companion?.request('session.signOut', undefined));
      await signIn(page, { address: pbx.origin, extension: '102' });
      await expect(numberBox(page)).toHaveValue('');
      await expect(redial(page)).toBeDisabled();
      await openList(page);
      await expect(page.getByRole('searchbox', { name: 'Search calls' })).toHaveValue('');
      await expect(page.getByRole('radio', { name: 'All' })).toBeChecked();
      await expect(page.locator('body')).not.toContainText('123 4567');
    },
    { pbx: { rows: [row(60)] } },
  );

  const pbx = await startPbx({ rows: [] });
  const profile = newProfile();
  const settings = path.join(profile, 'settings.json');
  const first = await startCompanion(profile);
  await signIn(first.page, { address: pbx.origin });
  await dialByKeyboard(first.page, '021234567');
  await expect(redial(first.page)).toBeEnabled();
  await first.close();
  for (const [extension, sees] of [
    ['102', false],
    ['101', true],
  ] as const) {
    const text = readFileSync(settings, 'utf8').replace(/"extension": "\d+"/, `"extension": "${extension}"`);
    // As an editor of Windows saves it.
    writeFileSync(settings, `\ufeff${text}`);
    const { page, close } = await startCompanion(profile);
    await expect(page.getByRole('heading', { name: extension, exact: true })).toBeVisible();
    await expect(redial(page)).toBeEnabled({ enabled: sees });
    await openList(page);
    if (sees) await expect(items(page)).toContainText('02 123 4567');
    else await expect(page.getByText('Or type it on the dial pad and press Enter.')).toBeVisible();
    await close();
  }
  await pbx.close();
  rmProfile(profile);
});

test('what could not be read at a start is told once, with where it is now', async () => {
  const profile = newProfile();
  for (const name of ['settings.json', 'favourites.json']) writeFileSync(path.join(profile, name), '{"a":');
  const first = await startCompanion(profile);
  for (const [file, what] of [
    ['settings.json', 'Your settings could not be read.'],
    ['favourites.json', 'Not all of your favourites could be read.'],
  ] as const) {
    const told = first.page.locator('.notice').filter({ hasText: what });
    await expect(told).toContainText(`${file}.unreadable-`);
  }
  await first.page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(first.page.locator('.notice')).toHaveCount(0);
  await first.close();
  expect(readdirSync(profile).filter((name) => name.includes('.unreadable-'))).toHaveLength(2);

  const { page, close } = await startCompanion(profile);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page.locator('.notice')).toHaveCount(0);
  await close();
  rmProfile(profile);
});

/** What Chromium keeps in a profile; all else there is ours. */
const chromiums =
  /^(?:Local State|Preferences|Cookies|Trust Tokens|TransportSecurity|Network Persistent State|SharedStorage|DIPS|DevToolsActivePort|Singleton\w+|[\w ]*(?:Cache|Storage|databases|leveldb|Dictionaries|Crashpad|blob_storage|Network|WebStorage)\b.*)/i;

test('every file that a full session writes is readable by its owner only', async () => {
  await withSignedIn(
    async ({ app, page, profile }) => {
      const saved = path.join(profile, 'saved.wav');
      const table = path.join(profile, 'table.csv');
      await dialByKeyboard(page, '021234567');
      await page.evaluate(() => window.companion?.request('settings.set', { deskName: 'Reception' }));
      await page.evaluate(() =>
        window.companion?.request('favourites.add', { number: '0812345678', name: 'Noi' }),
      );
      await playRecording(page, 0);
      await expect.poll(async () => (await heard(page)).length).toBeGreaterThan(0);
      await answerSaveDialog(app, saved);
      await page.getByRole('button', { name: 'Save as…' }).first().click();
      await expect.poll(() => readdirSync(profile)).toContain('saved.wav');
      await page.getByRole('searchbox', { name: 'Search calls' }).fill('');
      await openDetails(page);
      await note(page).fill('a note');
      await page.keyboard.press('Escape');
      await answerSaveDialog(app, table);
      await page.getByRole('button', { name: 'Export as a table' }).click();
      await expect(page.getByText('Saved.')).toBeVisible();
      await app.close();

      const ours = readdirSync(profile, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => path.relative(profile, path.join(parentPath, name)))
        .filter((name) => !chromiums.test(name));
      expect(ours.map((name) => name.replace(/[0-9a-f]{16,}/, '…')).sort()).toEqual([
        'attempts.jsonl',
        'calls.json',
        'contacts.json',
        'logs/companion.log',
        'notes-….json',
        'recordings/….rec',
        'saved.wav',
        'settings.json',
        'table.csv',
      ]);
      const open = ours.filter((name) => (statSync(path.join(profile, name)).mode & 0o077) !== 0);
      expect(open).toEqual([]);
    },
    {
      pbx: {
        rows: [
          ...callsWith(['external-101-0812345678-20261123-134102-1795416062.73.wav']),
          row(60, answered),
        ],
      },
    },
  );
});
