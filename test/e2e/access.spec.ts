import { expect, test } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible.ts';
import {
  callButton,
  dialByKeyboard,
  fillSignIn,
  newProfile,
  numberBox,
  rmProfile,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { answered, row } from './support/rows.ts';

/** Nothing but colours differs from one to the other. */
const themes = [
  ['light', 'all'],
  ['dark', 'colours'],
] as const;

for (const [theme, what] of themes) {
  test(`nobody is kept out of any screen, in ${theme}`, async () => {
    await withSignedIn(async ({ page, pbx }) => {
      await page.evaluate((value) => window.companion?.request('settings.set', { theme: value }), theme);
      await expectAccessible(page, 'dial pad', what);
      await dialByKeyboard(page, '0812345678');
      await expect(page.getByRole('status').first()).toContainText('Calling');
      await expectAccessible(page, 'placed', what);
      // A lost answer asks for longer than looking at the screen before takes.
      pbx.fault('dial', { kind: 'close-before-reply' }, 1);
      await dialByKeyboard(page, '053123456');
      await expect(page.getByRole('status').first()).toContainText('may have gone through');
      await page.getByRole('button', { name: 'Redial' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      await expectAccessible(page, 'question', what);
      await page.keyboard.press('Escape');
      pbx.fault('dial', { kind: 'refuse', msg: 'No such extension' }, 1);
      await dialByKeyboard(page, '021234567');
      await expect(page.getByRole('status').first()).toContainText('No such extension');
      await expectAccessible(page, 'failed', what);
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expectAccessible(page, 'recent calls', what);
      await page.getByRole('tab', { name: 'Settings' }).click();
      await expectAccessible(page, 'settings', what);
      await page.getByRole('button', { name: 'Add rule' }).click();
      await page.getByRole('textbox', { name: 'Numbers', exact: true }).fill('_1');
      await page.getByRole('textbox', { name: 'Try a number' }).fill('1669');
      await expectAccessible(page, 'a dialling rule that is being written', what);
      await page.getByRole('combobox', { name: 'Language' }).selectOption('ไทย');
      await expect(page.locator('html')).toHaveAttribute('lang', 'th');
      await expectAccessible(page, 'settings in Thai', what);
    });
  });
}

for (const [theme, what] of themes) {
  test(`nobody is kept out of the favourites and the matches, in ${theme}`, async () => {
    await withSignedIn(async ({ page }) => {
      await page.evaluate((value) => window.companion?.request('settings.set', { theme: value }), theme);
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page, 'no favourites', what);
      for (const number of ['0812345678', '0812345679']) {
        await page.evaluate((wish) => window.companion?.request('favourites.add', wish), {
          number,
          name: 'Ann',
        });
      }
      await expectAccessible(page, 'favourites', what);
      await page.keyboard.press('Escape');
      await expectAccessible(page, 'favourites on the dial pad', what);
      await numberBox(page).fill('081');
      await expectAccessible(page, 'a match', what);
      await page.keyboard.press('ArrowDown');
      await expectAccessible(page, 'all matches', what);
      await page.keyboard.press('Escape');
      await numberBox(page).fill('ann');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectAccessible(page, 'a name, and nobody chosen', what);
    });
  });
}

/** The smallest window, the usual one with text twice as large, and both. */
const tight = [
  [100, 320, 480],
  [200, 640, 960],
  [200, 480, 700],
  [200, 320, 600],
] as const;

test('in the smallest window, and with text twice as large, nothing is cut off, covered or scrolled to the side', async () => {
  await withSignedIn(
    async ({ app, page, pbx }) => {
      const set = (wish: object) =>
        page.evaluate((patch) => window.companion?.request('settings.set', patch), wish);
      const name = 'Wolfeschlegelsteinhausenbergerdorff Maximilian von und zu Habsburg';
      await page.evaluate((wish) => window.companion?.request('favourites.add', wish), {
        number: '0812345678',
        name,
      });
      await set({ deskName: 'Front desk of the building in Sukhumvit' });
      await expectFits(page, 'getting started');
      const goTo = (index: number) => page.getByRole('tab').nth(index).click();
      const status = page.getByRole('status').first();
      for (const [textSize, width, height] of tight)
        for (const language of ['en', 'th'] as const) {
          const where = `${language}, ${textSize} %, ${width} × ${height}`;
          await set({ textSize, language });
          await app.evaluate(
            ({ BrowserWindow }, size) => {
              const [browser] = BrowserWindow.getAllWindows();
              browser?.setMinimumSize(...size);
              browser?.setSize(...size);
            },
            [width, height] as const,
          );
          await goTo(0);
          await expectFits(page, `dial pad, ${where}`);
          const box = page.getByRole('textbox').first();
          await box.fill('0812345678');
          await expectFits(page, `a match, ${where}`);
          pbx.fault('dial', { kind: 'refuse', msg: 'Extension 101 is not registered' }, 1);
          await box.press('Enter');
          await expect(status).toContainText('101');
          await expectFits(page, `failed, ${where}`);
          await box.fill('');
          await goTo(1);
          await page.locator('.my-day-line strong').click();
          await expectFits(page, `my day, ${where}`);
          await page.locator('.my-day-line strong').click();
          const row = page.getByRole('listitem').last();
          await row.hover();
          await expectFits(page, `recent calls, ${where}`);
          await row.locator('.call-person').click();
          await expect(page.locator('.person-counts')).toBeVisible();
          await expectFits(page, `a person, ${where}`);
          await page.locator('.person-who .button').first().click();
          await goTo(2);
          await expectFits(page, `contacts, ${where}`);
          await page.locator('.tools-row > .button').first().click();
          await expect(page.getByRole('dialog')).toBeVisible();
          await expectFits(page, `a contact, ${where}`);
          await page.keyboard.press('Escape');
          await goTo(3);
          await expectFits(page, `settings, ${where}`);
        }
    },
    { pbx: { rows: [row(60, { src: '0891112222' }), row(90, { ...answered, src: '0812345678' })] } },
  );
});

test('nobody is kept out of sign-in, also when it fails', async () => {
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page, 'sign-in');
  await fillSignIn(page, { address: 'http://127.0.0.1:9', authentication: 'Query string' });
  await expect(page.getByRole('alert')).toBeVisible();
  await expectAccessible(page, 'sign-in failed');
  await close();
  rmProfile(profile);
});

test('everything works by keyboard: tabs by arrows, digits anywhere, hold 0 for +', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await page.getByRole('tab', { name: 'Dial pad' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Recent calls' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('10');
    await expect(numberBox(page)).toHaveValue('10');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    const zero = page.getByRole('button', { name: '0', exact: true });
    await zero.hover();
    await page.mouse.down();
    await expect(numberBox(page)).toHaveValue('+');
    await page.mouse.up();
    await page.keyboard.type('66812345678');
    await expect(numberBox(page)).toHaveValue('+66 81 234 5678');
    await callButton(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
  });
});
