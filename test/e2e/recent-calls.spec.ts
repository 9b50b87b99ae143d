import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { requests } from '../../app/contract/requests.ts';
import { startPbx } from '../pbx/stand-in.ts';
import {
  dialByKeyboard,
  newProfile,
  rmProfile,
  signIn,
  signOut,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { answered, othersRow, row } from './support/rows.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Calls' });
const items = (page: Page) => list(page).getByRole('listitem');
const openList = (page: Page) => page.getByRole('tab', { name: 'Recent calls' }).click();

test('a call that was dialled here appears by itself when the PBX has it', async () => {
  await withSignedIn(
    async ({ page }) => {
      await dialByKeyboard(page, '0812345678');
      await openList(page);
      await expect(items(page)).toHaveCount(1);
      await expect(items(page)).toContainText('081 234 5678');
      await expect(items(page)).toContainText('Outgoing');
      await expect(items(page)).toContainText('Answered', { timeout: 15_000 });
      await expect(items(page)).toHaveCount(1);
      await expect(items(page).getByRole('button', { name: 'Play recording' })).toHaveCount(1);
    },
    { pbx: { rows: [], onDial: 'leave-row', callLastsMs: 3_000 } },
  );
});

test('that a reply was lost is told with the number, and is no news any more once the call has its record', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      pbx.fault('dial', { kind: 'close-before-reply' }, 1);
      await dialByKeyboard(page, '0812345678');
      const outcome = page.getByRole('status').first();
      await expect(outcome).toContainText(
        "The PBX's reply got lost. The call to 081 234 5678 may have gone through.",
      );
      await openList(page);
      await expect(items(page)).toContainText('No record yet');
      await expect(items(page)).toContainText("The PBX's reply got lost.");
      await expect(items(page)).toContainText('Answered', { timeout: 20_000 });
      await expect(items(page)).not.toContainText("The PBX's reply got lost.");
      await page.getByRole('tab', { name: 'Dial pad' }).click();
      await expect(outcome).toBeEmpty();
      expect(pbx.dials()).toHaveLength(1);
    },
    { pbx: { rows: [], onDial: 'leave-row', callLastsMs: 6_000 } },
  );
});

test('a call that the PBX turned down is in the list, with the reason; one that is called back covers no row, and goes with the next press', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      pbx.fault('dial', { kind: 'refuse', msg: 'No such extension' }, 1);
      await dialByKeyboard(page, '0812345678');
      await openList(page);
      await expect(items(page)).toContainText('Failed');
      await expect(items(page)).toContainText('The PBX turned this call down.');

      pbx.fault('dial', { kind: 'refuse', msg: 'No such extension' }, 1);
      await items(page).hover();
      await items(page).getByRole('button', { name: 'Call 081 234 5678' }).click();
      const outcome = page.locator('.recent-outcome');
      await expect(outcome).toContainText('081 234 5678 was not called.');
      await expect(items(page)).toHaveCount(2);
      const bottomOfList = await page
        .locator('.calls-frame')
        .evaluate((list) => list.getBoundingClientRect().bottom);
      const box = await outcome.getByText('081 234 5678 was not called.').boundingBox();
      expect(box?.y ?? 0).toBeGreaterThanOrEqual(bottomOfList);
      // A press on a row shows what is known, and calls nobody.
      await items(page).first().getByText('Failed').click();
      await expect(items(page).first().getByRole('button', { name: 'Copy number' })).toBeVisible();
      await expect(outcome).toHaveText('');
      await items(page).first().getByText('Failed').dblclick();
      await expect(items(page).first().getByRole('button', { name: 'Copy number' })).toHaveCount(0);
      expect(pbx.dials()).toHaveLength(2);
    },
    { pbx: { rows: [] } },
  );
});

test('calls are searched, filtered, called back, copied and noted; the note is there after a restart', async () => {
  const pbx = await startPbx({
    rows: [
      row(60, { cnam: 'Jane Carter' }),
      row(120, { ...answered, src: '021234567', recordingfile: 'in.wav' }),
      row(90_000, { src: '053123456' }),
      othersRow(30),
    ],
  });
  const profile = newProfile();
  let at = await startCompanion(profile);
  await signIn(at.page, { address: pbx.origin });
  await openList(at.page);
  await expect(items(at.page)).toHaveCount(3);
  await expect(items(at.page).first()).toContainText('Jane Carter');
  await expect(items(at.page).first()).toContainText('Missed');
  await expect(items(at.page).nth(1)).toContainText('1:05');

  // The dial pad knows the name too: J-A-N-E on its keys.
  await at.page.getByRole('tab', { name: 'Dial pad' }).click();
  await at.page.keyboard.type('526');
  await expect(at.page.getByRole('button', { name: /^Jane Carter/ })).toBeVisible();
  await at.page.keyboard.press('Escape');
  await openList(at.page);

  await at.page.getByRole('radio', { name: 'Missed' }).check();
  await expect(items(at.page)).toHaveCount(2);
  await at.page.getByRole('radio', { name: 'Recorded' }).check();
  await expect(items(at.page)).toHaveCount(1);
  await at.page.getByRole('radio', { name: 'All' }).check();
  const search = at.page.getByRole('searchbox', { name: 'Search calls' });
  for (const asked of ['jane', '+66 81', '081-234']) {
    await search.fill(asked);
    await expect(items(at.page)).toHaveCount(1);
  }
  await search.fill('nobody');
  await expect(at.page.getByText('No calls found')).toBeVisible();
  await search.press('Escape');
  await expect(items(at.page)).toHaveCount(3);

  await items(at.page).first().getByRole('button', { name: 'Call 081 234 5678' }).click();
  await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);

  const called = items(at.page).filter({ hasText: '02 123 4567' });
  await called.getByRole('button', { name: 'More' }).click();
  await called.getByRole('button', { name: 'Copy number' }).click();
  expect(await at.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('021234567');
  await called.getByRole('textbox', { name: 'Note' }).fill('Ask for the invoice');
  await called.getByRole('textbox', { name: 'Note' }).press('Tab');
  await search.fill('invoice');
  await expect(items(at.page)).toHaveCount(1);
  await at.close();

  at = await startCompanion(profile);
  await openList(at.page);
  await at.page.getByRole('searchbox', { name: 'Search calls' }).fill('invoice');
  await expect(items(at.page)).toContainText('02 123 4567');

  // The call that Jane missed and the one back to her, at once, by the person's own name for her.
  const own = { name: 'คุณเจน', number: '+66 81 234 5678' };
  await at.page.getByRole('searchbox', { name: 'Search calls' }).fill(own.name);
  await expect(at.page.getByText('No calls found')).toBeVisible();
  await at.page.evaluate((one) => window.companion?.request('favourites.add', one), own);
  await expect(items(at.page)).toHaveCount(2);
  await expect(items(at.page).last()).toContainText(`${own.name}081 234 5678`);
  await at.close();
  await pbx.close();
  rmProfile(profile);
});

test('the list is there with the PBX down, and says how old it is; it mends itself when the PBX is back', async () => {
  const rows = [row(60), row(120, { src: '021234567' })];
  let pbx = await startPbx({ rows });
  const profile = newProfile();
  let at = await startCompanion(profile);
  await signIn(at.page, { address: pbx.origin });
  await openList(at.page);
  await expect(items(at.page)).toHaveCount(2);
  await at.close();
  const { port } = pbx;
  await pbx.close();

  at = await startCompanion(profile);
  await openList(at.page);
  await expect(items(at.page)).toHaveCount(2);
  await expect(at.page.locator('.calls-status')).toContainText("The PBX isn't taking connections.");
  // Just now, by this computer's clock.
  await expect(at.page.locator('.calls-status')).toContainText(/This is from \d\d:\d\d\./);
  pbx = await startPbx({ port, rows: [row(5, { src: '0899999999' }), ...rows] });
  await at.page.getByRole('button', { name: 'Refresh' }).click();
  await expect(items(at.page)).toHaveCount(3);
  await expect(at.page.locator('.calls-status')).toBeEmpty();
  await at.close();
  await pbx.close();
  rmProfile(profile);
});

test('whatever a row holds is shown as text', async () => {
  const wild = [
    row(10, { cnam: '<img src=x onerror="window.broken = 1"><b>bold</b>', src: '0811111111' }),
    row(20, { cnam: `${'\u0007\u202e\n\u0000evil'}`, src: '0822222222' }),
    row(30, { cnam: 'ก'.repeat(10_000), src: '0833333333' }),
    row(40, { src: '9'.repeat(10_000), cnam: '' }),
    row(50, { src: '=HYPERLINK("http://x")', cnam: '' }),
    row(60, { src: '*72081234567', cnam: 'Forward me' }),
    row(70, { src: 'anonymous', cnam: '', duration: '99999999999999999', billsec: '-5' }),
  ];
  await withSignedIn(
    async ({ page }) => {
      await openList(page);
      await expect(items(page)).toHaveCount(wild.length);
      await expect(items(page).first()).toContainText('<img src=x onerror="window.broken = 1"><b>bold</b>');
      await expect(list(page).locator('img, b')).toHaveCount(0);
      expect(await page.evaluate(() => 'broken' in window)).toBe(false);
      expect(await items(page).nth(1).textContent()).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect((await items(page).nth(2).textContent())?.length).toBeLessThan(400);
      for (const box of await items(page).all()) {
        const { width = 0, height = 0 } = (await box.boundingBox()) ?? {};
        expect([width <= 360, height <= 90]).toEqual([true, true]);
      }
      // A stranger chose this number: it is shown, and is not to be called by one press.
      const chosen = items(page).filter({ hasText: 'Forward me' });
      await expect(chosen).toContainText('*72');
      await expect(chosen.getByRole('button', { name: /^Call / })).toHaveCount(0);
      await expect(items(page).last()).toContainText('Number withheld');
    },
    { pbx: { rows: wild } },
  );
});

test('a page that is taken over reads no row of another extension, and the disk holds none', async () => {
  const secret = '0877777777';
  await withSignedIn(
    async ({ app, page, profile }) => {
      await openList(page);
      await expect(items(page)).toHaveCount(1);
      // The system's dialogs wait for a person, who puts each of them away here.
      await app.evaluate(({ dialog }) => {
        Object.assign(dialog, {
          showOpenDialog: async () => ({ canceled: true, filePaths: [] }),
          showSaveDialog: async () => ({ canceled: true, filePath: '' }),
        });
      });
      const names = Object.keys(requests).filter(
        // Those that act.
        (name) => !/^(app|window|dial|session\.sign|about|setUp)/.test(name),
      );
      const told = await page.evaluate(async (all) => {
        const looks = ['', '087', '102', '103', '%', '*', 'Malee'];
        const filters = [
          'all',
          'to-do',
          'missed',
          'incoming',
          'outgoing',
          'recorded',
          'everyone',
          '__proto__',
        ];
        const inputs: unknown[] = [
          undefined,
          null,
          {},
          { extension: '102' },
          { id: '1' },
          { to: 0 },
          { to: -1e15 },
        ];
        const windows: unknown[] = [];
        for (const query of looks) {
          for (const filter of filters) {
            for (const from of [-1, 0, 1, 1e9]) {
              windows.push({ query, filter, from, count: 200 }, { query, filter, count: 200 });
            }
            windows.push({ query, filter, extension: '102', owner: '102', count: 1e9 });
          }
        }
        const answers: unknown[] = [];
        for (const name of all.filter((one: string) => one !== 'calls.export')) {
          for (const input of name.startsWith('calls.') ? [...inputs, ...windows] : inputs) {
            answers.push(
              await window.companion?.request(name, input).catch((error: unknown) => String(error)),
            );
          }
        }
        return JSON.stringify(answers);
      }, names);
      expect(told).toContain('0812345678');
      for (const foreign of [secret, 'Malee', 'malee.wav', 'PJSIP/103']) expect(told).not.toContain(foreign);
      await expect(page.locator('body')).not.toContainText('Malee');
      const stored = path.join(profile, 'calls.json');
      await expect.poll(() => existsSync(stored)).toBe(true);
      for (const file of readdirSync(profile).filter((name) => name.endsWith('json'))) {
        expect(readFileSync(path.join(profile, file), 'utf8')).not.toMatch(/0877777777|Malee/);
      }
      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
      expect(existsSync(stored)).toBe(false);
    },
    {
      pbx: {
        rows: [
          row(60),
          othersRow(30, { src: secret, cnam: 'Malee', recordingfile: 'malee.wav' }),
          othersRow(20, { channel: 'PJSIP/1010-00000001', dstchannel: 'PJSIP/1101-00000002', cnam: 'Malee' }),
        ],
      },
    },
  );
});

test('three thousand calls are one list of which little is drawn; the keyboard goes to its end and back', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    row(60 + index * 20, { src: `08${String(10_000_000 + index)}` }),
  );
  await withSignedIn(
    async ({ page }) => {
      await openList(page);
      await expect(items(page).first()).toHaveAttribute('aria-setsize', '3000', { timeout: 20_000 });
      expect(await items(page).count()).toBeLessThan(40);
      await items(page)
        .first()
        .getByRole('button', { name: /^Call / })
        .focus();
      await page.keyboard.press('ArrowDown');
      await expect(
        items(page)
          .nth(1)
          .getByRole('button', { name: /^Call / }),
      ).toBeFocused();
      await page.keyboard.press('End');
      await expect(
        list(page)
          .locator('[aria-posinset="3000"]')
          .getByRole('button', { name: /^Call / }),
      ).toBeFocused();
      // Another screen is looked at meanwhile: the list is where it was left.
      const last = list(page).locator('[aria-posinset="3000"]');
      const place = (await last.boundingBox())?.y ?? 0;
      await page.getByRole('tab', { name: 'Settings' }).click();
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(last).toBeInViewport();
      expect(Math.abs(((await last.boundingBox())?.y ?? 0) - place)).toBeLessThan(2);
      await last.getByRole('button', { name: /^Call / }).focus();
      await page.keyboard.press('Home');
      await expect(
        items(page)
          .first()
          .getByRole('button', { name: /^Call / }),
      ).toBeFocused();
      expect(await items(page).count()).toBeLessThan(40);
    },
    { pbx: { rows: many } },
  );
});

test('what is shown is saved as a table where the person says', async () => {
  await withSignedIn(
    async ({ app, page, profile }) => {
      await openList(page);
      await page.getByRole('radio', { name: 'Missed' }).check();
      await expect(items(page)).toHaveCount(1);
      const save = async (name: string): Promise<string> => {
        const filePath = path.join(profile, name);
        await app.evaluate(({ dialog }, to) => {
          dialog.showSaveDialog = ((options: Electron.SaveDialogOptions) => {
            Object.assign(globalThis, { offered: options.filters?.flatMap(({ extensions }) => extensions) });
            return Promise.resolve({ canceled: false, filePath: to });
          }) as typeof dialog.showSaveDialog;
        }, filePath);
        await page.getByRole('button', { name: 'Export as a table' }).click();
        await expect(page.getByText('Saved.')).toBeVisible();
        return filePath;
      };
      const workbook = readFileSync(await save('table.xlsx'), 'latin1');
      expect(workbook.slice(0, 2)).toBe('PK');
      const offered = () => app.evaluate(() => (globalThis as { offered?: readonly string[] }).offered);
      expect(await offered()).toEqual(['csv', 'xlsx']);
      await page.getByRole('button', { name: 'Dismiss' }).click();
      const table = readFileSync(await save('table.csv'), 'utf8');
      expect(table.split('\r\n')).toHaveLength(3);
      expect(table).toContain(`"'=cmd|' /C calc'!A0"`);
    },
    { pbx: { rows: [row(60, { cnam: "=cmd|' /C calc'!A0" }), row(90, { ...answered, src: '021234567' })] } },
  );
});
