import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { again, isVisible } from './support/again.ts';
import { dialByKeyboard, numberBox, withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
import { startPortal } from './support/portal.ts';
import { askedAndRead, notAsked } from './support/question.ts';
import { type WaylandDesk, waylandDesk } from './support/sway.ts';

let desk: WaylandDesk;
test.beforeEach(async () => {
  desk = await waylandDesk();
});
test.afterEach(() => desk.close());

const own = 'com.promptcall.companion';
const shown = async () => (await desk.windows()).map(({ app, focused }) => ({ app, focused }));
const inFront = [{ app: own, focused: true }];

/** A folder of programs without `wl-paste`, but with the one that asks for a tray. */
async function withoutPaste(): Promise<string> {
  const folder = test.info().outputPath('programs');
  await mkdir(folder, { recursive: true });
  await symlink('/usr/bin/dbus-send', path.join(folder, 'dbus-send'));
  return folder;
}

test('a Wayland desktop without a tray shows the window, and calls what is typed, marked and copied', async () => {
  const { env, switches } = desk;
  await withSignedIn(
    async (at) => {
      await expect.poll(shown).toEqual(inFront);
      await expect(numberBox(at.page)).toBeFocused();
      await dialByKeyboard(at.page, '081 234 5678');
      await expect.poll(() => at.pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
      for (const theme of ['Dark', 'Light']) {
        await at.page.getByRole('tab', { name: 'Settings' }).click();
        await at.page.getByRole('combobox', { name: 'Theme' }).selectOption(theme);
        await at.page.getByText('On this desktop (Wayland)').scrollIntoViewIfNeeded();
        await desk.picture(`settings-${theme.toLowerCase()}`);
        await at.page.getByRole('tab', { name: 'Dial pad' }).click();
        await desk.picture(`dial-pad-${theme.toLowerCase()}`);
      }

      // Marked and copied in other programs, which have the focus as far as this one knows.
      await desk.own('marked', 'Call us: 02 123 4567');
      expect(await again(at, '--dial-selection')).toMatchObject({ status: 0 });
      await desk.own('copied', '089 876 5432');
      expect(await again(at, '--dial-clipboard')).toMatchObject({ status: 0 });
      expect(at.pbx.dials().map(({ tel }) => tel)).toEqual(['0812345678', '021234567', '0898765432']);

      // Without a tray it stays at Escape; closed, the next start brings it back.
      await at.page.keyboard.press('Escape');
      await at.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
      await expect.poll(shown).toEqual([]);
      expect(await again(at)).toMatchObject({ status: 0 });
      await expect.poll(shown).toEqual(inFront);
    },
    { env, switches },
  );
});

test('with a tray it is an ordinary window that the icon shows and puts away, and a link brings to the front', async () => {
  const panel = await startPanel();
  const { env, switches } = desk;
  await withSignedIn(
    async (at) => {
      await expect.poll(shown).toEqual(inFront);
      await panel.press(1200, 880);
      await expect.poll(shown).toEqual([]);
      expect(await isVisible(at)).toBe(false);

      await again(at, 'tel:+66-81-234-5678;ext=12');
      const small = await askedAndRead(at.app);
      await expect.poll(shown).toEqual(inFront);
      await desk.picture('question');
      await small.keyboard.press('Escape');
      await notAsked(at.app);
      // It was hidden before the link came, and is again.
      await expect.poll(shown).toEqual([]);

      // Without the program that reads what is marked, it comes to the front and reads it there.
      await desk.own('marked', 'Call us: 02 123 4567');
      expect(await again(at, '--dial-selection')).toMatchObject({ status: 0 });
      expect(at.pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
      await expect.poll(shown).toEqual(inFront);
    },
    { env: { ...env, PATH: await withoutPaste() }, switches },
  );
  await panel.close();
});

test('a desktop with a portal is asked for a key once somebody wants to try it, and says which; a press of it calls what is marked', async () => {
  const { env, switches } = desk;
  const portal = await startPortal(process.env);
  await withSignedIn(
    async (at) => {
      const { page } = at;
      const card = page.getByRole('region', { name: 'Getting started' });
      await expect(card.getByRole('button', { name: 'Try the hotkey' })).toBeVisible();
      expect(portal.bound()).toEqual([]);
      await card.getByRole('button', { name: 'Try the hotkey' }).click();
      await expect(card).toContainText('Press CTRL+ALT+d: nobody is called yet.');
      await expect.poll(() => portal.bound()).toEqual(['dial-selection CTRL+ALT+d', 'show']);
      await portal.press('dial-selection');
      await expect(card).toContainText('It works');
      await card.getByRole('button', { name: 'Dismiss' }).click();
      expect(at.pbx.dials()).toEqual([]);

      await desk.own('marked', 'Call us: 02 123 4567');
      await after(1_100);
      await portal.press('dial-selection');
      await expect.poll(() => at.pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);

      await page.getByRole('tab', { name: 'Settings' }).click();
      const key = page.getByRole('textbox', { name: 'Hotkey' });
      await expect(key).toHaveValue('CTRL+ALT+d');
      await expect(key).toBeDisabled();
      await portal.move('dial-selection', 'Meta+F9');
      await expect(key).toHaveValue('Meta+F9');
      await key.scrollIntoViewIfNeeded();
      for (const [language, theme] of [
        ['en', 'light'],
        ['th', 'dark'],
      ] as const) {
        await page.evaluate((look) => window.companion?.request('settings.set', look), { language, theme });
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        await desk.picture(`key-of-the-desktop-${language}`);
      }

      // What the desktop takes back is gone, and may be asked for again.
      await page.evaluate(() => window.companion?.request('settings.set', { language: 'en' }));
      await portal.end();
      await expect(page.getByText('The desktop gave no key.')).toBeVisible();
      await desk.picture('no-key-of-the-desktop');
      await page.getByRole('button', { name: 'Ask for the keys' }).click();
      await expect(key).toHaveValue('CTRL+ALT+d');
    },
    { env, switches },
  );
  await portal.close();
});
