import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { again, isVisible } from './support/again.ts';
import { dialByKeyboard, numberBox, question, readQuestion, withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
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
      await readQuestion(at.page);
      await expect.poll(shown).toEqual(inFront);
      await desk.picture('question');
      await at.page.keyboard.press('Escape');
      await expect(question(at.page)).toBeHidden();
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
