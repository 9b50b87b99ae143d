import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import { isFocused } from './support/again.ts';
import { newProfile, numberBox, rmProfile, signIn, startCompanion } from './support/companion.ts';
import { atDesk, press } from './support/desk.ts';

test('somebody new tries the hotkey, which calls nobody, starts it at login, takes links, names the desk, and never sees the card again', async () => {
  const desk = atDesk();
  const pbx = await startPbx();
  const profile = newProfile();
  const data = path.join(profile, 'data');
  const env = { XDG_DATA_HOME: data, XDG_CONFIG_HOME: path.join(profile, 'config') };
  const linkEntry = path.join(data, 'applications', 'promptcall-companion-links.desktop');
  const first = await startCompanion(profile, { env });
  const { page } = first;
  await signIn(page, { address: pbx.origin });
  const card = page.getByRole('region', { name: 'Getting started' });
  await expect(card).toBeVisible();
  // Who wants to call is not in its way, nor it in theirs.
  await expect(numberBox(page)).toBeFocused();
  await page.keyboard.type('1');
  await expect(card).toBeHidden();
  await page.keyboard.press('Backspace');

  await desk.mark('0812345678');
  await card.getByRole('button', { name: 'Try the hotkey' }).click();
  await expect(card).toContainText('Press Ctrl+Alt+D: nobody is called yet.');
  // Marked in another program, which has the focus: what the window says can be read all the same, and holds.
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur());
  await expect.poll(() => isFocused(first)).toBe(false);
  await press('ctrl+alt+d');
  await expect(card).toContainText('It works');
  expect(pbx.dials()).toEqual([]);
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
  await expect.poll(() => isFocused(first)).toBe(true);
  // Once more, to see it again. Two presses within a second are one that is held.
  await after(1_100);
  await press('ctrl+alt+d');
  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card.getByRole('button', { name: 'Try the hotkey' })).toHaveCount(0);
  expect(pbx.dials()).toEqual([]);
  // From now on it is the key that it was.
  await after(1_100);
  await press('ctrl+alt+d');
  await expect.poll(() => pbx.dials().length).toBe(1);

  await page.keyboard.press('Escape');
  await page.evaluate(() => window.companion?.request('settings.set', { startAtLogin: false }));
  await first.close();

  // Nobody has said so yet.
  expect(existsSync(linkEntry)).toBe(false);

  const again = await startCompanion(profile, { env });
  const later = again.page.getByRole('region', { name: 'Getting started' });
  await later.getByRole('button', { name: 'Start at login' }).click();
  await expect(later.getByRole('button', { name: 'Start at login' })).toHaveCount(0);
  await later.getByRole('button', { name: 'Take telephone links' }).click();
  await expect(later.getByRole('button', { name: 'Take telephone links' })).toHaveCount(0);
  expect(readFileSync(linkEntry, 'utf8')).toContain('x-scheme-handler/tel;');
  await later.getByRole('button', { name: 'Name this desk' }).click();
  await expect(again.page.getByRole('textbox', { name: 'Desk name' })).toBeFocused();
  await again.page.getByRole('tab', { name: 'Dial pad' }).click();
  await later.getByRole('button', { name: 'Set a key for the box' }).click();
  await expect(again.page.getByRole('textbox', { name: 'Key for the box' })).toBeFocused();
  await again.page.getByRole('tab', { name: 'Dial pad' }).click();
  await expect(later).toBeHidden();
  expect(
    JSON.parse(readFileSync(path.join(profile, 'settings.json'), 'utf8')).gettingStarted,
  ).toBeUndefined();
  await again.close();

  rmProfile(profile);
  await pbx.close();
  await desk.close();
});

test('nobody who knows the program already is shown the card, and nobody what IT decided', async () => {
  const pbx = await startPbx();
  const known = newProfile();
  const before = path.join(known, 'settings.json');
  writeFileSync(before, JSON.stringify({ profile: '0f0a3c6e-6f3a-4b5e-9a59-0a4f5a1d2c3b', settings: {} }));
  const at = await startCompanion(known);
  await signIn(at.page, { address: pbx.origin });
  await expect(at.page.getByRole('region', { name: 'Getting started' })).toBeHidden();
  await at.close();
  rmProfile(known);

  const managed = newProfile();
  const policy = path.join(managed, 'policy.json');
  writeFileSync(
    policy,
    JSON.stringify({ settings: { startAtLogin: false, hotkey: '' }, presets: { telLinks: true } }),
  );
  const other = await startCompanion(managed, { env: { COMPANION_POLICY: policy } });
  await signIn(other.page, { address: pbx.origin });
  const card = other.page.getByRole('region', { name: 'Getting started' });
  await expect(card.getByRole('button')).toHaveText(['', 'Name this desk', 'Set a key for the box']);
  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card).toBeHidden();
  await other.page.reload();
  await expect(numberBox(other.page)).toBeVisible();
  await expect(card).toBeHidden();
  await other.close();
  rmProfile(managed);
  await pbx.close();
});
