import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { dialByKeyboard, withSignedIn } from './support/companion.ts';
import { startPanel } from './support/panel.ts';
import { answered, row } from './support/rows.ts';

const template =
  'https://crm.example.com/find?phone={e164}&n={number}&who={name}&way={direction}&at={extension}';

/** What the desktop starts for a web address: a browser that writes down where it was sent. */
function standInBrowser() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'browser-'));
  const file = path.join(folder, 'opened');
  writeFileSync(path.join(folder, 'xdg-open'), `#!/bin/sh\nprintf '%s\\n' "$*" >> '${file}'\n`, {
    mode: 0o755,
  });
  return {
    env: { PATH: `${folder}:${process.env.PATH ?? ''}` },
    opened: () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []),
    query: (at: number) =>
      existsSync(file)
        ? Object.fromEntries(new URL(readFileSync(file, 'utf8').split('\n').at(at) ?? '').searchParams)
        : {},
    remove: () => rmSync(folder, { recursive: true }),
  };
}

const items = (page: Page) => page.getByRole('list', { name: 'Calls', exact: true }).getByRole('listitem');
const openIn = { name: 'Open in…' } as const;

test('a number leads to the address of the settings: from a row, by a key, from a notice, after a call; once, and to nowhere else', async () => {
  const browser = standInBrowser();
  const panel = await startPanel();
  await withSignedIn(
    async ({ page, pbx, output }) => {
      const opened = (count: number) => expect.poll(() => browser.opened().length).toBe(count);

      // No address: no button, whoever called.
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(items(page)).toHaveCount(3);
      await items(page).first().hover();
      await expect(items(page).first().getByRole('button', openIn)).toHaveCount(0);

      // Seen with a sample before it is kept; what cannot be used is said, and stays to be mended.
      await page.getByRole('tab', { name: 'Settings' }).click();
      const field = page.getByRole('textbox', { name: 'Open in', exact: true });
      await field.fill('javascript:alert({number})');
      await field.blur();
      await expect(page.getByText('Begin with https://', { exact: true })).toBeVisible();
      await expect(field).toHaveValue('javascript:alert({number})');
      const kept = () => page.evaluate(() => window.companion?.request('settings.get', undefined));
      expect(await kept()).toMatchObject({ value: { openIn: '', opensIn: false } });
      await field.fill(template);
      await expect(
        page.getByText(/^For example: https:\/\/crm\.example\.com\/find\?phone=%2B66812345678&/),
      ).toBeVisible();
      expect(await kept()).toMatchObject({ value: { openIn: '' } });
      await field.press('Enter');
      await expect.poll(kept).toMatchObject({ value: { openIn: template, opensIn: true } });

      // From a row, by an impatient hand, and by a key.
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      const somchai = items(page).filter({ hasText: 'Somchai' });
      await somchai.hover();
      await somchai.getByRole('button', openIn).dblclick();
      await opened(1);
      expect(browser.query(0)).toEqual({
        ...{ phone: '+66812345678', n: '0812345678', who: 'Somchai', way: 'incoming', at: '101' },
      });
      await somchai.getByRole('button', openIn).press('ArrowDown');
      await page.keyboard.press('o');
      await opened(2);
      expect(browser.query(1)).toMatchObject({ phone: '', n: '102', way: 'outgoing' });
      const hidden = items(page).filter({ hasText: 'Number withheld' });
      await hidden.hover();
      await expect(hidden.getByRole('button', openIn)).toHaveCount(0);

      // A missed call: its notice has a button, and nobody is called or asked.
      pbx.rows.push(row(5, { src: '0898765432', cnam: 'Malee' }));
      await page.getByRole('button', { name: 'Refresh' }).click();
      const told = await panel.until(({ title }) => title === 'Missed call from Malee');
      expect(told.actions).toEqual(['default', 'Call', 'open-in', 'Open in…']);
      await panel.click('open-in');
      await opened(3);
      expect(browser.query(2)).toMatchObject({ phone: '+66898765432', who: 'Malee', way: 'incoming' });
      await expect(page.getByRole('alertdialog')).toHaveCount(0);
      expect(pbx.dials()).toHaveLength(0);

      // After a call, where the person wants that; and by a key of every screen.
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByRole('switch', { name: 'Open it for each call placed' }).click();
      await page.getByRole('tab', { name: 'Dial pad' }).click();
      await dialByKeyboard(page, '021234567');
      await opened(4);
      expect(browser.query(3)).toMatchObject({ phone: '+6621234567', n: '021234567', way: 'outgoing' });
      expect(pbx.dials()).toHaveLength(1);
      await expect(async () => {
        await page.keyboard.press('Control+o');
        expect(browser.opened().length).toBeGreaterThan(4);
      }).toPass();
      expect(browser.opened()[4]).toBe(browser.opened()[3]);

      // And from a person's page.
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await somchai.getByRole('button', { name: 'Somchai', exact: true }).click();
      await page.getByRole('region', { name: 'Person' }).getByRole('button', openIn).click();
      await expect.poll(() => browser.query(-2)).toMatchObject({ phone: '+66812345678', who: 'Somchai' });

      // The page says about whom, never where; and nothing of it is written down.
      // Of two who have one number, it is about whose row it was pressed in.
      await page.evaluate(async () => {
        for (const name of ['Wipha', 'Front office'])
          await window.companion?.request('contacts.add', {
            ...{ name, company: '', note: '' },
            numbers: [{ number: '02 555 0000', label: '' }],
          });
      });
      await page.getByRole('tab', { name: 'Contacts' }).click();
      const wipha = page
        .getByRole('list', { name: 'Contacts' })
        .getByRole('listitem')
        .filter({ hasText: 'Wipha' });
      await wipha.hover();
      const before = browser.opened().length;
      await wipha.getByRole('button', openIn).click();
      await opened(before + 1);
      expect(browser.query(before)).toMatchObject({ n: '025550000', who: 'Wipha' });

      const tried = await page.evaluate(async () => {
        const wishes = [
          { of: 'contact', number: 'https://evil.example/' },
          { of: 'last', address: 'https://evil.example/' },
          { of: 'call', call: '', number: '191' },
          'https://evil.example/',
        ];
        const ask = (wish: unknown) =>
          window.companion?.request('openIn.open', wish).then(
            (reply) => (reply as { ok: boolean }).ok,
            () => 'refused',
          );
        return await Promise.all(wishes.map(ask));
      });
      expect(tried).toEqual([false, 'refused', 'refused', 'refused']);
      expect(browser.opened().join()).not.toContain('evil');
      expect(output()).not.toMatch(/crm\.example|find\?phone/);
    },
    {
      env: browser.env,
      pbx: {
        rows: [
          row(60, { ...answered, src: '0812345678', cnam: 'Somchai' }),
          row(120, {
            ...answered,
            src: '101',
            cnum: '101',
            dst: '102',
            did: '',
            channel: 'PJSIP/101-1a',
            dstchannel: 'PJSIP/102-1b',
            lastdata: 'PJSIP/102',
          }),
          row(180, { src: 'anonymous', cnam: '' }),
        ],
      },
    },
  );
  await panel.close();
  browser.remove();
});
