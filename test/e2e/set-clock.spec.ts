import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
import { answerSaveDialog } from './support/recordings.ts';
import { row } from './support/rows.ts';

/** As a computer with two systems has it each morning: the one takes the hardware's clock for UTC, the other does not. */
const setClock = (app: ElectronApplication, hours: number) =>
  app.evaluate((_electron, by) => {
    const before = Date.now;
    Date.now = () => before() + by * 3_600_000;
  }, hours);

test('where the clock is set back 7 hours the PBX is still asked, and so where it is set forward again', async () => {
  await withSignedIn(
    async ({ app, page, pbx }) => {
      const items = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(items).toHaveCount(1);
      for (const [index, hours] of [-7, 7].entries()) {
        await setClock(app, hours);
        pbx.rows.push(row(5, { src: `089000000${index}` }));
        await expect(items).toHaveCount(2 + index, { timeout: 60_000 });
      }
    },
    { pbx: { rows: [row(60)] } },
  );
});

test('where the clock is set back the tray icon opens the window nevertheless', async () => {
  const panel = await startPanel();
  await withSignedIn(async ({ app }) => {
    const isVisible = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
    await expect.poll(isVisible).toBe(false);
    await setClock(app, -7);
    // A press that takes the focus away is another matter.
    await new Promise((resolve) => setTimeout(resolve, 400));
    await panel.press(1200, 880);
    await expect.poll(isVisible).toBe(true);
  });
  await panel.close();
});

test("elsewhere, and with a PBX whose clock is 3 h ahead, days and times are those of the PBX's zone, put right and said", async () => {
  const ahead = 3 * 3_600_000;
  const now = Date.now();
  const bangkok = (form: Intl.DateTimeFormatOptions, at: number) =>
    new Intl.DateTimeFormat('en-GB', { ...form, timeZone: 'Asia/Bangkok' }).format(at);
  const time = (at: number) => bangkok({ hour: '2-digit', minute: '2-digit' }, at);
  // In the middle of a minute: a PBX tells its clock to the second.
  const just = 60 + ((now / 1_000 - 30) % 60);
  const longAgo = 3 * 86_400;
  await withSignedIn(
    async ({ app, page, profile }) => {
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      const items = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await expect(items).toHaveCount(2);
      await expect(
        page.getByText(/^Times are in the PBX's time zone, 1[12] h ahead of yours\./),
      ).toContainText("The PBX's clock is 3 h ahead");
      await expect(items.nth(0)).toContainText('Today');
      await expect(items.nth(0)).toContainText(time(now - just * 1_000));
      const day = bangkok({ day: 'numeric', month: 'long' }, now - longAgo * 1_000);
      await expect(items.nth(1)).toContainText(day);
      await expect(page.getByRole('region', { name: 'My day' })).toContainText('1 call ·');
      await items.nth(0).getByRole('button', { name: 'More' }).click();
      await expect(page.getByText("By the PBX's clock:")).toContainText(time(now - just * 1_000 + ahead));

      const table = path.join(profile, 'table.csv');
      await answerSaveDialog(app, table);
      await page.getByRole('button', { name: 'Export as a table' }).click();
      await expect
        .poll(() => existsSync(table) && readFileSync(table, 'utf8'))
        .toContain(` ${time(now - just * 1_000)}:`);
    },
    {
      env: { TZ: 'America/New_York' },
      pbx: {
        now: () => Date.now() + ahead,
        rows: [row(just, {}, now + ahead), row(longAgo, { src: '0898765432' }, now + ahead)],
      },
    },
  );
});
