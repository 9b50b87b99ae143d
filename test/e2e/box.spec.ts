import { expect, type Page, test } from '@playwright/test';
import { callButton, numberBox, withSignedIn } from './support/companion.ts';
import { pressTaken } from './support/desk.ts';
import { startPanel } from './support/panel.ts';
import { answered, row } from './support/rows.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Matches' });
const options = (page: Page) => list(page).getByRole('option');
const chosen = (page: Page) => list(page).getByRole('option', { selected: true });

const contacts = [
  { name: 'Wipha Saengthong', company: 'Siam Trading', numbers: ['081 111 1111', '02 111 1111'] },
  { name: 'คุณสมชาย ใจดี', company: '', numbers: ['082 222 2222'] },
  { name: 'น้ำทิพย์', company: 'ร้านดอกไม้', numbers: ['083 333 3333'] },
];

async function keep(page: Page): Promise<void> {
  for (const { name, company, numbers } of contacts) {
    const wish = { name, company, note: '', numbers: numbers.map((number) => ({ number, label: '' })) };
    expect(await page.evaluate((one) => window.companion?.request('contacts.add', one), wish)).toMatchObject({
      ok: true,
    });
  }
}

test('a name is found while it is written, in either script; a call takes a choice, and Escape closes the list first', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await keep(page);
      await expect(numberBox(page)).toBeFocused();
      await page.keyboard.type('trading wip');
      await expect(options(page)).toHaveText([
        /Wipha Saengthong.*081 111 1111/,
        /Wipha Saengthong.*02 111 1111/,
      ]);
      // Nobody was chosen: letters are not dialled, and the first of a list is a guess.
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await expect(page.getByText('↓ and ↑ choose, Enter calls')).toHaveRole('alert');
      await expect(chosen(page)).toHaveCount(0);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(chosen(page)).toContainText('02 111 1111');
      await page.keyboard.press('Tab');
      await expect(callButton(page)).toBeFocused();
      await page.keyboard.press('Shift+Tab');
      await expect(numberBox(page)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '021111111' }]);
      await expect(numberBox(page)).toHaveValue('');
      // By name, wherever the number stands.
      await expect(page.getByRole('status').first()).toContainText('Calling Wipha Saengthong · 02 111 1111');
      await expect(page.getByText('Press Call to redial Wipha Saengthong · 02 111 1111')).toBeVisible();

      // A slip, no tone marks, another order.
      for (const [typed, who] of [
        ['สมขาย', 'คุณสมชาย ใจดี'],
        ['นำทิพ', 'น้ำทิพย์'],
        ['ใจดี สมชาย', 'คุณสมชาย ใจดี'],
        ['jane', 'Jane Carter'],
      ] as const) {
        await numberBox(page).fill('');
        await page.keyboard.insertText(typed);
        await expect(options(page)).toHaveText([new RegExp(who)]);
      }
      await page.keyboard.press('Escape');
      await expect(list(page)).toBeHidden();
      await expect(numberBox(page)).toHaveValue('jane');
      await page.keyboard.press('ArrowDown');
      await options(page).click();
      await expect(numberBox(page)).toHaveValue('089 111 2222');
      await numberBox(page).fill('');
      await page.keyboard.type('nobody at all');
      await expect(page.getByText('Nobody found for “nobody at all”.')).toBeVisible();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Call', exact: true }).click();
      expect(pbx.dials()).toHaveLength(1);

      // Keys that are quicker than the list wait for it: neither the digits are called, nor somebody of the list before.
      await numberBox(page).fill('');
      await page.keyboard.type('94742');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '0811111111' });
      expect(pbx.dials()).toHaveLength(2);
      // Who is chosen stays so by another name.
      await expect(numberBox(page)).toHaveValue('');
      await page.keyboard.type('1222');
      await page.keyboard.press('ArrowDown');
      await expect(chosen(page)).toContainText('Jane Carter');
      const jane = {
        name: 'Jane',
        company: '',
        note: '',
        numbers: [{ number: '+66 89 111 2222', label: '' }],
      };
      await page.evaluate((one) => window.companion?.request('contacts.add', one), jane);
      await expect(chosen(page)).not.toContainText('Carter');
      await expect(chosen(page)).toContainText('Jane');
      await page.keyboard.press('Enter');
      await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '0891112222' });
      expect(pbx.dials()).toHaveLength(3);
    },
    { pbx: { rows: [row(3_600, { ...answered, src: '0891112222', cnam: 'Jane Carter' })] } },
  );
});

test('keys of a Thai keyboard: its row of digits writes numbers, and names once a letter has come', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await keep(page);
      const keyboard = await page.context().newCDPSession(page);
      const press = async (code: string, text: string) => {
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, code, text });
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text, code });
      };
      // 0 8 2
      for (const [code, text] of [
        ['Digit0', 'จ'],
        ['Digit8', 'ค'],
        ['Digit2', '/'],
      ] as const)
        await press(code, text);
      await expect(numberBox(page)).toHaveValue('082');
      await numberBox(page).fill('');
      // คุณ
      for (const [code, text] of [
        ['Digit8', 'ค'],
        ['Digit6', 'ุ'],
        ['KeyI', 'ณ'],
      ] as const)
        await press(code, text);
      await expect(numberBox(page)).toHaveValue('คุณ');
      await expect(options(page)).toHaveText([/คุณสมชาย ใจดี/]);
      expect(pbx.dials()).toEqual([]);
      // Whoever called is found as well, as soon as the calls are there.
    },
    { pbx: { rows: [] } },
  );
});

test('what can be done is found by its name: with the sign for it, and as a plain word', async () => {
  await withSignedIn(async ({ page }) => {
    await page.keyboard.type('> dark');
    await expect(options(page)).toHaveText(['Theme: Dark']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(numberBox(page)).toHaveValue('');
    await page.keyboard.type('missed');
    await options(page).filter({ hasText: 'Missed calls' }).click();
    await expect(page.getByRole('radio', { name: 'Missed' })).toBeChecked();
    await page.getByRole('tab', { name: 'Dial pad' }).click();
    await page.keyboard.type('sign');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog', { name: 'Sign out?' })).toBeVisible();
  });
});

test('a key of its own, off until somebody chooses one, opens the window with the box ready', async () => {
  const tray = await startPanel();
  await withSignedIn(async ({ app, page, pbx }) => {
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
    await page.getByRole('tab', { name: 'Settings' }).click();
    const box = page.getByRole('textbox', { name: 'Key for the box' });
    await expect(box).toHaveValue('');
    await box.focus();
    // One key cannot be both.
    await page.keyboard.press('Control+Alt+D');
    await expect(page.getByRole('alert')).toContainText('Your other key is this one already.');
    await page.keyboard.press('Control+Alt+J');
    await expect(box).toHaveValue('Ctrl+Alt+J');
    await page.evaluate(() => window.companion?.request('window.hide', undefined));
    await expect.poll(isVisible).toBe(false);
    await pressTaken('Control+Alt+J');
    await expect.poll(isVisible).toBe(true);
    await expect(numberBox(page)).toBeFocused();
    expect(pbx.dials()).toEqual([]);
  });
  await tray.close();
});

test('what an input method writes stands in the box once: wide digits are the number, and no other is called', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    const devtools = await page.context().newCDPSession(page);
    const box = numberBox(page);
    for (const [steps, shown] of [
      [['ｓ', 'さ', 'さく', 'さくら'], 'さくら'],
      [['０', '０８', '０８１', '０８１２', '０８１２３４５６７８'], '081 234 5678'],
    ] as const) {
      await box.fill('');
      await box.focus();
      for (const text of steps) {
        await devtools.send('Input.imeSetComposition', {
          ...{ text, selectionStart: text.length, selectionEnd: text.length },
        });
        // As long as the answer takes by which a number is grouped.
        await page.evaluate((typed) => window.companion?.request('number.describe', { typed }), text);
        await expect(box).toHaveValue(text);
      }
      await devtools.send('Input.insertText', { text: steps.at(-1) ?? '' });
      await expect(box).toHaveValue(shown);
    }
    await box.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
  });
});
