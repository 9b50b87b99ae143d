import { expect, type Page, test } from '@playwright/test';
import { withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
import { asked, notAsked } from './support/question.ts';
import { answered, row } from './support/rows.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Calls' });
const items = (page: Page) => list(page).getByRole('listitem');
/** A pixel of the red that counts missed calls. */
const isBadge = (argb: string): boolean => argb === 'ffe5483c';
const openList = (page: Page) => page.getByRole('tab', { name: 'Recent calls' }).click();

test('a missed call is told of and counted on the tray until it is dealt with, not until it is looked at; a click on the notice asks to call back', async () => {
  const panel = await startPanel();
  await withSignedIn(
    async ({ app, page, pbx }) => {
      const status = () => page.evaluate(() => window.companion?.request('calls.status', undefined));
      const putAway = async () => {
        const question = await asked(app);
        await expect(question.getByRole('alertdialog')).toContainText('89 876 5432');
        await question.keyboard.press('Escape');
        await notAsked(app);
      };
      const refresh = () => page.evaluate(() => window.companion?.request('calls.refresh', undefined));
      await expect.poll(status).toMatchObject({ value: { working: false } });
      const plain = await panel.picture();
      expect(plain.filter(isBadge)).toHaveLength(0);
      pbx.rows.push(row(30, { src: '0898765432', cnam: 'Somchai' }));
      await refresh();
      const told = await panel.until(({ title }) => title === 'Missed call from Somchai');
      expect(told.body).toContain('089 876 5432');
      await expect.poll(async () => (await panel.picture()).filter(isBadge).length).toBeGreaterThan(50);
      const one = await panel.picture();
      pbx.rows.push(row(20, { src: '+66898765432', cnam: 'Somchai' }));
      await refresh();
      await panel.click();
      await putAway();
      expect(pbx.dials()).toHaveLength(0);

      pbx.rows.push(row(10, { src: '021234567', cnam: 'Jane' }));
      await openList(page);
      await expect(items(page)).toHaveCount(3);
      // Another count is another numeral: two callers, though they called three times.
      await expect.poll(async () => (await panel.picture()).join() === one.join()).toBe(false);
      await expect.poll(status).toMatchObject({ value: { toDo: 2 } });
      // By the tray's menu, which counts the same.
      await page.getByRole('tab', { name: 'Settings' }).click();
      await expect.poll(async () => (await panel.menu()).map(([, label]) => label)).toContain('2 to do');
      await panel.choose('2 to do');
      await expect(page.getByRole('radio', { name: 'To do', exact: true })).toBeChecked();
      await expect(items(page)).toHaveCount(2);
      await expect(items(page).nth(1)).toContainText('Somchai (2)');
      await items(page).nth(1).getByRole('button', { name: 'Mark done' }).click();
      await expect(items(page)).toHaveCount(1);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect(items(page)).toHaveCount(2);
      const somchai = items(page).nth(1);
      await somchai.getByRole('button', { name: 'Remind me…' }).click();
      const form = page.getByRole('dialog', { name: 'Remind me' });
      await form.getByRole('button', { name: 'In an hour' }).click();
      await expect(somchai).toContainText('Remind me');
      await somchai.getByRole('button', { name: 'Remind me…' }).click();
      await form.getByRole('button', { name: 'Remove' }).click();
      await expect(somchai).not.toContainText('Remind me');
      // As if an hour were over.
      const due = Date.now();
      await page.evaluate(async (at) => {
        const look = { query: '', filter: 'to-do', count: 2 } as const;
        const found = await window.companion?.request('calls.search', look);
        const [, second] = (found as { value: { calls: { id: string }[] } }).value.calls;
        await window.companion?.request('calls.remind', { id: second?.id ?? '', at });
      }, due);
      const reminded = await panel.until(({ title }) => title === 'Reminder: Somchai');
      expect(reminded.body).toContain('89 876 5432');
      await panel.click();
      await putAway();
      await openList(page);
      // Without the mouse: the focus goes on to the next one.
      await items(page).first().getByRole('button', { name: 'Mark done' }).focus();
      await page.keyboard.press('m');
      await expect(items(page)).toHaveCount(1);
      await expect(items(page).first().getByRole('button', { name: 'Mark done' })).toBeFocused();
      // And one after the other back again.
      await page.keyboard.press('m');
      await expect(page.getByText('Done: Somchai, the last of 2.')).toBeVisible();
      await expect(page.getByText('Nothing left to do')).toBeVisible();
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect(items(page)).toHaveCount(2);
      await items(page).first().getByRole('button', { name: 'Mark done' }).focus();
      await page.keyboard.press('m');
      await expect(items(page)).toHaveCount(1);
      await expect.poll(status).toMatchObject({ value: { toDo: 1 } });

      // Called back, and answered, before the reminder came.
      const back = { src: '101', cnum: '101', dst: '0898765432', channel: 'PJSIP/101-0000aaaa' };
      pbx.rows.push(
        row(
          3,
          { ...back, ...answered, dstchannel: 'PJSIP/trunk-0000bbbb', duration: '2', billsec: '1' },
          due,
        ),
      );
      await refresh();
      // There is still the reminder.
      await expect.poll(status).toMatchObject({ value: { toDo: 1 } });
      await items(page).first().getByRole('button', { name: 'Mark done' }).click();
      await expect(page.getByText('Nothing left to do')).toBeVisible();
      await expect.poll(() => panel.picture()).toEqual(plain);

      const before = panel.told.length;
      await page.evaluate(() =>
        window.companion?.request('settings.set', { quietHours: { from: '00:00', to: '23:59' } }),
      );
      pbx.rows.push(row(5, { src: '0898765433', cnam: 'At night' }));
      await refresh();
      await expect(items(page)).toHaveCount(1);
      expect(panel.told.slice(before).filter(({ title }) => title?.includes('At night'))).toEqual([]);
    },
    { pbx: { rows: [] } },
  );
  await panel.close();
});
