import { type ElectronApplication, expect, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
import { row } from './support/rows.ts';

/** As a computer with two systems has it each morning: the one takes the hardware's clock for UTC, the other does not. */
const setClock = (app: ElectronApplication, hours: number) =>
  app.evaluate((_electron, by) => {
    const before = Date.now;
    Date.now = () => before() + by * 3_600_000;
  }, hours);

test('where the clock is set back 7 hours the PBX is still asked, and so where it is set forward again', async () => {
  test.setTimeout(180_000);
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
