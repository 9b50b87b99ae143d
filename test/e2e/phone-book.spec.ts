import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { appleVcard, inTis620, outlookVcard, thaiTable } from '../app/contacts/files.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { expectAccessible } from './support/accessible.ts';
import { newProfile, rmProfile, signIn, startCompanion, withSignedIn } from './support/companion.ts';
import { answerSaveDialog } from './support/recordings.ts';
import { answered, row } from './support/rows.ts';

const list = (page: Page) => page.getByRole('list', { name: 'Contacts' }).getByRole('listitem');
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import contacts' });
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search contacts' });
const names = (page: Page) => page.locator('.contact .call-title').allTextContents();

async function open(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Contacts' }).click();
  await expect(search(page)).toBeVisible();
}

async function importFile(app: ElectronApplication, page: Page, file: string): Promise<void> {
  await app.evaluate(({ dialog: system, BrowserWindow }, chosen) => {
    system.showOpenDialog = async () => {
      // As a popover goes when the dialog takes the focus.
      BrowserWindow.getAllWindows()[0]?.hide();
      return { canceled: false, filePaths: [chosen] };
    };
  }, file);
  await page.getByRole('button', { name: 'Import…' }).first().click();
}

/** As a file manager does it, as far as a page can tell. */
async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.evaluate(
    ([called, content]) => {
      const carried = new DataTransfer();
      carried.items.add(new File([new Uint8Array(content)], called));
      const pane = document.querySelector('.contacts');
      for (const type of ['dragover', 'drop'])
        pane?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
    },
    [name, [...bytes]] as const,
  );
}

test('a phone book comes in from three programs, is seen before, found, called, edited, undone and written out', async () => {
  const pbx = await startPbx({
    rows: [
      row(60, { ...answered, src: '0812345678' }),
      row(90, { ...answered, src: '0896660000', cnam: '' }),
    ],
  });
  const profile = newProfile();
  const at = await startCompanion(profile);
  const { app, page } = at;
  await signIn(page, { address: pbx.origin });
  await page.evaluate(() => window.companion?.request('favourites.add', { number: '0812345678', name: '' }));
  await open(page);
  await expect(list(page)).toHaveCount(1);

  // Chosen in a dialog: Thai in the encoding of before. The favourite that was a number only gets its name.
  const table = path.join(profile, 'people.csv');
  writeFileSync(table, inTis620(thaiTable(';')));
  await importFile(app, page, table);
  await expect(dialog(page)).toContainText('1 new contact');
  const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await expect.poll(isVisible).toBe(true);
  await expect(dialog(page)).toContainText('1 contact changes');
  await expect(dialog(page)).toContainText('1 without a number');
  await expect(dialog(page).getByRole('list', { name: 'People in the file' })).toContainText('สมชาย');
  await expect.poll(() => names(page)).toEqual(['081 234 5678']);
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '1 added, 1 changed.' })).toBeVisible();
  await expect.poll(() => names(page)).toEqual(['พลอย ใจดี', 'สมชาย']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(page)).toEqual(['081 234 5678']);
  await importFile(app, page, table);
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();

  // Dropped, and pasted; one that is no file of contacts says so.
  await drop(page, 'firm.vcf', appleVcard);
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await app.evaluate(({ clipboard }) =>
    clipboard.writeText('Name\tPhone\nNoi\t02 123 4567\nMax\t0891112222\n'),
  );
  await search(page).focus();
  await page.keyboard.press('Control+V');
  await expect(dialog(page)).toContainText('2 new contacts');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await page.keyboard.press('Control+V');
  await dialog(page).getByRole('button', { name: 'Import', exact: true }).click();
  await drop(page, 'book.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4]));
  await expect(
    page.getByRole('status').filter({ hasText: 'This is a workbook or an archive.' }),
  ).toBeVisible();
  await drop(page, 'outlook.vcf', outlookVcard);
  await expect(dialog(page)).toContainText('1 contact changes');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => names(page)).toEqual(['Max', 'Noi', 'พลอย ใจดี', 'ร้านดอกไม้', 'สมชาย']);

  // Found by name and number; two who share a number are both named where it calls.
  await search(page).fill('ใจดี');
  await expect.poll(() => names(page)).toEqual(['พลอย ใจดี']);
  await search(page).fill('+66 2 123 4567');
  await expect.poll(() => names(page)).toEqual(['Noi', 'พลอย ใจดี']);
  await search(page).fill('nobody');
  await expect(page.getByText('Try a part of the name')).toBeVisible();
  await search(page).press('Escape');

  // Called, by the first number and by another.
  const ploy = list(page).filter({ hasText: 'พลอย' });
  await ploy.getByRole('button', { name: 'More about พลอย ใจดี' }).click();
  await ploy.getByRole('button', { name: 'Call 02 123 4567' }).click();
  await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
  await ploy.getByRole('button', { name: 'Add 02 123 4567 to favourites' }).click();
  await expect(ploy.getByRole('button', { name: 'Remove 02 123 4567 from favourites' })).toBeVisible();

  // Edited; what is refused stays in the form.
  await ploy.getByRole('button', { name: 'Edit' }).click();
  const form = page.getByRole('dialog', { name: 'Edit contact' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Ploy J.');
  await form.getByRole('button', { name: 'Add number' }).click();
  await form.getByRole('textbox', { name: 'Phone number' }).last().fill('hello');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText("This can't be called.");
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Ploy J.');
  await form.getByRole('textbox', { name: 'Phone number' }).last().fill('103');
  await form.getByRole('combobox', { name: 'Label' }).last().fill('Work');
  await form.getByRole('textbox', { name: 'Note' }).fill('Mondays');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form).toBeHidden();
  await expect(list(page).filter({ hasText: 'Ploy J.' })).toContainText('Mondays');

  // Deleted, and back.
  await list(page).filter({ hasText: 'Ploy J.' }).getByRole('button', { name: 'Edit' }).click();
  await form.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => names(page)).toEqual(['Max', 'Noi', 'ร้านดอกไม้', 'สมชาย']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(page)).toContain('Ploy J.');

  // Written out.
  const out = path.join(profile, 'out.vcf');
  await answerSaveDialog(app, out);
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('button', { name: /^vCard/ }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  expect(readFileSync(out, 'utf8')).toContain('TEL;TYPE=WORK:103');

  // The name stands in the list of calls; from there, somebody else is added.
  await page.getByRole('tab', { name: 'Recent calls' }).click();
  await expect(page.getByRole('list', { name: 'Calls' })).toContainText('Ploy J.');
  const calls = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
  const stranger = calls.filter({ hasText: '089 666 0000' });
  await stranger.getByRole('button', { name: /^More/ }).click();
  await stranger.getByRole('button', { name: 'Add contact' }).click();
  const added = page.getByRole('dialog', { name: 'New contact' });
  await expect(added.getByRole('textbox', { name: 'Phone number' })).not.toHaveValue('');
  // What is written stays, whoever brings the window to the front meanwhile.
  await added.getByRole('textbox', { name: 'Name', exact: true }).fill('Half written');
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('event', 'window.shown'),
  );
  await expect(added.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Half written');
  await page.keyboard.press('Escape');
  await expect(added).toBeHidden();
  await at.close();

  const later = await startCompanion(profile);
  await open(later.page);
  await expect.poll(() => names(later.page)).toEqual(['Max', 'Noi', 'Ploy J.', 'ร้านดอกไม้', 'สมชาย']);
  const lines = later.output();
  for (const secret of ['พลอย', 'Ploy', '0812345678', 'ร้านดอกไม้']) expect(lines).not.toContain(secret);
  expect(JSON.stringify(pbx.received)).not.toMatch(/Ploy|%E0%B8/);
  await later.close();
  await pbx.close();
  rmProfile(profile);
});

test('5,000 people are scrolled and searched; by keyboard alone, and nobody is kept out', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    const rows = Array.from({ length: 5_000 }, (_, index) => {
      const name = index % 2 === 0 ? `Person ${index}` : `คนที่ ${index}`;
      return `${name}\t08${String(10_000_000 + index)}`;
    });
    await open(page);
    await expectAccessible(page, 'no contacts');
    const read = await page.evaluate(
      async (text) => {
        const seen = (await window.companion?.request('contacts.readText', { text })) as {
          readonly value?: { readonly import: string };
        };
        return await window.companion?.request('contacts.import', { import: seen.value?.import ?? '' });
      },
      ['Name\tPhone', ...rows].join('\n'),
    );
    expect(read).toMatchObject({ ok: true });
    await expect(page.getByText('5,000 contacts')).toBeVisible();
    const scroller = page.locator('.contacts-scroll');
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect(list(page).last()).toContainText('คนที่ 4999');
    expect(await list(page).count()).toBeLessThan(60);
    await search(page).fill('4998');
    await expect.poll(() => names(page)).toEqual(['Person 4998']);
    await search(page).fill('');
    await page.getByRole('button', { name: 'Call Person 0 081 000 0000' }).focus();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Call Person 2 081 000 0002' })).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('button', { name: 'Call คนที่ 4999 081 000 4999' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0810004999' }]);
    await page.keyboard.press('ArrowRight');
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((value) => window.companion?.request('settings.set', { theme: value }), theme);
      const what = theme === 'light' ? 'all' : 'colours';
      await page.getByRole('button', { name: 'More about คนที่ 4999' }).click();
      await expectAccessible(page, `a contact in ${theme}`, what);
      await page.getByRole('button', { name: 'Edit' }).click();
      await expectAccessible(page, `its form in ${theme}`, what);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'More about คนที่ 4999' }).click();
    }
  });
});
