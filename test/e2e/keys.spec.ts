import { expect, type Page, test } from '@playwright/test';
import { numberBox, withSignedIn, withStarted } from './support/companion.ts';
import { atDesk, press, xdotool } from './support/desk.ts';
import { startPanel } from './support/panel.ts';
import { button, playing, wav } from './support/recordings.ts';
import { answered, row } from './support/rows.ts';

const items = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
const calls = [
  row(60, { ...answered, src: '0812345678' }),
  row(200, { src: '0891112222' }),
  row(400, { ...answered, src: '021234567', recordingfile: wav }),
];

test('what a day is made of takes three presses at most: redial, the last missed call, the last recording', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      const keys = async (...presses: readonly string[]) => {
        expect(presses.length).toBeLessThanOrEqual(3);
        for (const one of presses) await page.keyboard.press(one);
      };
      const called = () => pbx.dials().map(({ tel }) => tel);

      await keys('Control+m');
      const back = page.getByRole('button', { name: 'Call 089 111 2222' });
      await expect(back).toBeFocused();
      await keys('Enter');
      await expect.poll(called).toEqual(['0891112222']);
      // A row without a recording: Space is no Enter.
      await keys('Space');
      await expect(back).toBeFocused();

      await keys('Control+p');
      const recorded = page.getByRole('button', { name: 'Call 02 123 4567' });
      await expect(recorded).toBeFocused();
      await keys('Space');
      await playing(page);
      // Of the row that plays it is the pause.
      await recorded.focus();
      await keys('Space');
      await expect(button(page, 'Play')).toBeVisible();
      await keys('Space');
      await playing(page);
      await button(page, 'Close').click();
      expect(called()).toEqual(['0891112222']);

      await keys('Control+k');
      await expect(numberBox(page)).toBeFocused();
    },
    { pbx: { rows: calls } },
  );
});

test('every screen, the search, a note and the list of keys are reached by keys, in a Thai layout too', async () => {
  await withSignedIn(
    async ({ page, app }) => {
      const tab = (name: string) => page.getByRole('tab', { name });
      const panel = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
      // Where a name could begin, a sign that begins none is a key.
      await expect(numberBox(page)).toBeFocused();
      await page.keyboard.press('?');
      await expect(panel).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(numberBox(page)).toBeFocused();
      await page.keyboard.type('who?/');
      await expect(numberBox(page)).toHaveValue('who?/');
      await numberBox(page).fill('');
      await page.keyboard.press('/');
      await expect(page.getByRole('searchbox', { name: 'Search calls' })).toBeFocused();
      for (const [key, name] of [
        ['2', 'Recent calls'],
        ['3', 'Contacts'],
        ['4', 'Settings'],
        ['1', 'Dial pad'],
      ] as const) {
        await page.keyboard.press(`Control+${key}`);
        await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
      }
      await page.keyboard.press('Control+,');
      await expect(tab('Settings')).toHaveAttribute('aria-selected', 'true');

      const search = page.getByRole('searchbox', { name: 'Search calls' });
      // The key of F, which writes ด there.
      await page.evaluate(() =>
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: 'ด',
            code: 'KeyF',
            ctrlKey: true,
            bubbles: true,
            cancelable: true,
          }),
        ),
      );
      await expect(search).toBeFocused();
      await page.keyboard.type('/?089');
      await expect(search).toHaveValue('/?089');
      await search.fill('');
      await expect(items(page)).toHaveCount(3);
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('button', { name: 'Call 081 234 5678' })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('n');
      const note = page.getByRole('textbox', { name: 'Note' });
      await expect(note).toBeFocused();
      await page.keyboard.type('no? yes/no');
      await expect(note).toHaveValue('no? yes/no');

      await page.keyboard.press('F1');
      await expect(panel).toContainText('Missed calls');
      // A dialog keeps the screen behind it as it is.
      await page.keyboard.press('Control+1');
      await expect(tab('Recent calls')).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('Escape');
      await expect(panel).toBeHidden();
      await expect(note).toBeFocused();

      await items(page).first().click({ button: 'right' });
      await expect(items(page).first().getByRole('button', { name: 'Copy number' })).toBeVisible();

      // A number anywhere else has a menu of the system's.
      const menu = await app.evaluateHandle(({ Menu }) => {
        const seen = { labels: [] as string[], x: -1, y: -1 };
        Menu.prototype.popup = function (this: Electron.Menu, { x = -1, y = -1 } = {}) {
          Object.assign(seen, { x, y });
          seen.labels.push(...this.items.map(({ label }) => label));
          this.items.find(({ label }) => label === 'Copy number')?.click();
        };
        return seen;
      });
      await page.evaluate(() =>
        window.companion?.request('favourites.add', { number: '+66 (0)81 234 5678', name: 'Ploy' }),
      );
      await page.keyboard.press('Control+k');
      await numberBox(page).fill('ploy');
      const match = page.getByRole('option', { name: 'Ploy' }).first();
      await match.click({ button: 'right' });
      const seen = async () => (await menu.jsonValue()).labels;
      await expect.poll(seen).toEqual(['Call 081 234 5678', 'Copy number']);
      await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe('081 234 5678');

      // The menu key: where the number is, at any size of the text, and not where the pointer happens to be.
      await page.evaluate(() => window.companion?.request('settings.set', { textSize: 150 }));
      await numberBox(page).fill('');
      await page.getByRole('button', { name: 'Dismiss' }).click();
      const favourite = page.getByRole('button', { name: 'Ploy' });
      await favourite.focus();
      await press('Menu');
      await expect.poll(async () => (await seen()).length).toBe(4);
      const { x, y } = await menu.jsonValue();
      const box = await favourite.boundingBox();
      if (box === null) throw new Error('no favourite');
      expect(x / 1.5).toBeGreaterThanOrEqual(box.x - 1);
      expect(x / 1.5).toBeLessThanOrEqual(box.x + box.width + 1);
      expect(y / 1.5).toBeGreaterThanOrEqual(box.y - 1);
      expect(y / 1.5).toBeLessThanOrEqual(box.y + box.height + 1);
    },
    { pbx: { rows: calls } },
  );
});

/** Of rows with the focus in them, what the buttons lie over, or what is cut off: a number in place of a name, and what became of the call. */
const hidden = (page: Page) =>
  page.evaluate(() => {
    const wrong: string[] = [];
    for (const item of document.querySelectorAll<HTMLElement>('.call-item')) {
      item.querySelector<HTMLElement>('.call-again')?.focus();
      const [number, result, facts] = ['.call-title', '.call-result', '.call-facts'].map((name) =>
        item.querySelector(name),
      );
      const buttons = [...item.querySelectorAll('.call-action')].map((one) => one.getBoundingClientRect());
      for (const part of [number, result]) {
        if (!part) continue;
        const at = part.getBoundingClientRect();
        const end = (facts ?? part).getBoundingClientRect().right;
        if (part === number && /\d/.test(part.textContent ?? '') && part.scrollWidth > part.clientWidth + 1)
          wrong.push(`cut: ${part.textContent}`);
        if (part === result && at.right > end) wrong.push(`cut: ${part.textContent}`);
        for (const one of buttons)
          if (
            one.left < at.right &&
            one.right > at.left &&
            one.top < at.bottom - 4 &&
            one.bottom > at.top + 4
          )
            wrong.push(`covered: ${part.textContent}`);
      }
    }
    return wrong;
  });

test('in an ordinary window no button covers a number or an outcome, and usual text brings back its size', async () => {
  const rows = [
    row(60, { ...answered, src: '+442079460958', recordingfile: wav }),
    row(200, { src: '+442079460958' }),
    row(400, {
      ...answered,
      src: '021234567',
      cnam: 'A name that is longer than the row',
      recordingfile: wav,
    }),
    row(500, { src: '0891112222', cnam: 'Somchai Jaidee of Siam Trading' }),
  ];
  await withSignedIn(
    async ({ page, app }) => {
      const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
      await page.evaluate(() =>
        window.companion?.request('settings.set', { openIn: 'https://crm.example.com/?q={number}' }),
      );
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(items(page)).toHaveCount(4);
      for (const width of [360, 320]) {
        await app.evaluate(
          ({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setSize(to, 600),
          width,
        );
        await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
        expect(await hidden(page), `${width} px`).toEqual([]);
      }
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(360, 600));
      await expect.poll(size).toEqual([360, 600]);
      for (let steps = 0; steps < 8; steps += 1) await page.keyboard.press('Control+=');
      await expect.poll(async () => (await size())?.[0]).toBe(720);
      expect(await hidden(page), 'twice as large').toEqual([]);
      // The screen was too low for all of it.
      await page.keyboard.press('Control+0');
      await expect.poll(size).toEqual([360, 600]);
    },
    { pbx: { rows } },
  );
});

test('larger text makes the popover larger, is kept, and fits a narrow screen at twice the size', async () => {
  const panel = await startPanel();
  await withSignedIn(
    async ({ page, app }) => {
      const size = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize());
      const within = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
      await expect.poll(size).toEqual([360, 600]);
      await page.keyboard.press('Control+=');
      await expect.poll(size).toEqual([414, 690]);
      for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press('Control+=');
      await expect.poll(async () => (await size())?.[0]).toBe(720);
      for (const key of ['1', '2', '3', '4']) {
        await page.keyboard.press(`Control+${key}`);
        const [inner, scroll] = await within();
        expect(scroll).toBeLessThanOrEqual(inner ?? 0);
        expect(inner).toBe(360);
      }
      await expect(page.getByRole('combobox', { name: 'Text size' })).toHaveValue('200');
      await page.reload();
      await expect.poll(async () => (await within())[0]).toBe(360);
      await page.keyboard.press('Control+0');
      await expect.poll(size).toEqual([360, 600]);
    },
    { pbx: { rows: calls } },
  );
  await panel.close();
});

test('an API key is pasted by the mouse, and the popover stays meanwhile', async () => {
  const desk = atDesk();
  const panel = await startPanel();
  await withStarted(async ({ page, app }) => {
    const key = page.getByRole('textbox', { name: 'API key' });
    await expect(key).toBeVisible();
    await desk.copy('key-by-mouse');
    const { x, y } = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.getContentBounds() ?? { x: 0, y: 0 };
    });
    const field = await key.boundingBox();
    if (field === null) throw new Error('no field');
    await xdotool(
      'mousemove',
      `${Math.round(x + field.x + 20)}`,
      `${Math.round(y + field.y + 10)}`,
      'click',
      '3',
    );
    // Cut and Copy have nothing to do: the first that can be chosen is Paste.
    await expect
      .poll(async () => {
        await press('Down');
        await press('Return');
        return await key.inputValue();
      })
      .toBe('key-by-mouse');
    const isVisible = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.isVisible(),
    );
    expect(isVisible).toBe(true);
  });
  await panel.close();
  await desk.close();
});
