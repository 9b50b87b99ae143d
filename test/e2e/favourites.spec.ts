import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { wordsFor } from '../../renderer/words/index.ts';
import { startPbx } from '../pbx/stand-in.ts';
import {
  dialByKeyboard,
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { startPanel } from './support/panel.ts';

const words = wordsFor('en');
const { favourites: said } = words;

const star = (page: Page) => page.getByRole('button', { name: said.title, exact: true });
const rows = (page: Page) => page.getByRole('list', { name: said.list }).getByRole('listitem');
const chips = (page: Page) => page.getByRole('list', { name: said.title, exact: true }).getByRole('button');
const namesOf = (page: Page) => rows(page).locator('.favourite-name').allTextContents();

/** By the form, as a person does; the panel is open. */
async function add(page: Page, name: string, number: string): Promise<void> {
  await page.getByRole('button', { name: said.add }).first().click();
  await page.getByRole('textbox', { name: said.name }).fill(name);
  await page.getByRole('textbox', { name: said.number }).fill(number);
  await page.keyboard.press('Enter');
  await expect(rows(page).filter({ hasText: name })).toBeVisible();
}

/** As quickly as a program can: for tests about something else. */
async function keep(page: Page, list: readonly (readonly [name: string, number: string])[]): Promise<void> {
  for (const [name, number] of list) {
    const reply = await page.evaluate((wish) => window.companion?.call('favourites.add', wish), {
      name,
      number,
    });
    expect(reply).toMatchObject({ ok: true });
  }
}

test('favourites are added, renamed, put in order and removed, and a press calls one once', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await star(page).click();
    await expect(page.getByText(said.emptyTitle)).toBeVisible();
    await add(page, 'Sales', '102');
    await add(page, 'Khun Somchai', '081-234-5678');
    await add(page, 'Clinic', '02 123 4567');
    expect(await namesOf(page)).toEqual(['Sales', 'Khun Somchai', 'Clinic']);

    await rows(page).nth(1).hover();
    await page.getByRole('button', { name: said.change('Khun Somchai') }).click();
    await page.getByRole('textbox', { name: said.name }).fill('Somchai J.');
    await page.getByRole('button', { name: said.save }).click();
    await expect(rows(page).nth(1)).toContainText('Somchai J.');

    await page.getByRole('button', { name: said.move('Clinic'), exact: true }).focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => namesOf(page)).toEqual(['Sales', 'Clinic', 'Somchai J.']);
    await expect(page.getByRole('button', { name: said.move('Clinic'), exact: true })).toBeFocused();
    await expect(page.locator('.favourites [role=status]')).toHaveText('Clinic: 2 of 3');

    const grip = page.getByRole('button', { name: said.move('Somchai J.'), exact: true });
    const box = await grip.boundingBox();
    if (!box) throw new Error('no grip');
    await page.mouse.move(box.x + 8, box.y + 20);
    await page.mouse.down();
    await page.mouse.move(box.x + 8, box.y - 60, { steps: 5 });
    await page.mouse.move(box.x + 8, box.y - 100, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => namesOf(page)).toEqual(['Somchai J.', 'Sales', 'Clinic']);

    await page.getByRole('button', { name: said.remove('Sales') }).click();
    await expect.poll(() => namesOf(page)).toEqual(['Somchai J.', 'Clinic']);
    const undo = page.getByRole('button', { name: said.undo });
    await expect(undo).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => namesOf(page)).toEqual(['Somchai J.', 'Sales', 'Clinic']);
    expect(pbx.dials()).toEqual([]);

    await page.getByRole('button', { name: said.call('Somchai J., 081 234 5678') }).click();
    await expect(page.getByRole('status').first()).toContainText('Calling 081 234 5678');
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
  });
});

test('by keyboard alone: arrow down to the favourites, arrows between them, Enter calls, Escape goes back', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, [
      ['Sales', '102'],
      ['Workshop', '103'],
    ]);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: said.call('Sales, 102') })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: said.call('Workshop, 103') })).toBeFocused();
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => namesOf(page)).toEqual(['Workshop', 'Sales']);
    await page.keyboard.press('Escape');
    await expect(numberBox(page)).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '103' }]);
    await expect(numberBox(page)).toBeFocused();
  });
});

test('a number on the dial pad is kept by the star, once, and told why it is not kept twice', async () => {
  await withSignedIn(async ({ page }) => {
    await numberBox(page).fill('0812345678');
    await page.getByRole('button', { name: said.addThis }).click();
    await expect(page.getByRole('textbox', { name: said.number })).toHaveValue('081 234 5678');
    await page.keyboard.type('Somchai');
    await page.keyboard.press('Enter');
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('button', { name: said.back }).click();
    await expect(page.getByText('Somchai', { exact: true })).toBeVisible();
    await numberBox(page).fill('+66812345678');
    await page.getByRole('button', { name: said.addThis }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(words.failure['favourite-exists'].what);
    await page.getByRole('textbox', { name: said.number }).fill('somebody');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText(words.failure['not-a-number'].what);
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(1);
  });
});

test('favourites survive a restart and a sign-out, and nobody else sees them', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const first = await startCompanion(profile);
  await signIn(first.page, { address: pbx.origin });
  await keep(first.page, [
    ['Sales', '102'],
    ['คุณสมชาย', '0812345678'],
  ]);
  await first.close();

  const second = await startCompanion(profile);
  await expect(chips(second.page)).toHaveText(['Sales', 'คุณสมชาย']);
  const file = path.join(profile, 'favourites.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(file, 'utf8')).not.toMatch(/127\.0\.0\.1|localhost|demo-key/);

  const signOut = async () => {
    await second.page.getByRole('tab', { name: 'Settings' }).click();
    await second.page.getByRole('button', { name: 'Sign out' }).click();
  };
  await signOut();
  await signIn(second.page, { address: pbx.origin, extension: '102' });
  await expect(numberBox(second.page)).toBeFocused();
  await expect(chips(second.page)).toHaveCount(0);
  await second.page.keyboard.press('ArrowDown');
  await expect(second.page.getByText(said.emptyTitle)).toBeVisible();

  await second.page.keyboard.press('Escape');
  await signOut();
  await signIn(second.page, { address: pbx.origin });
  await expect(chips(second.page)).toHaveText(['Sales', 'คุณสมชาย']);
  await chips(second.page).first().click();
  await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '102' }]);
  await second.close();
  await pbx.close();
  rmProfile(profile);
});

test('digits find numbers and names, Latin and Thai; the arrow down lists all; the keys stay where they are', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, [
      ['Somchai Jaidee', '0811111111'],
      ['คุณสมชาย ใจดี', '0822222222'],
      ['Sombat', '0833333333'],
    ]);
    await dialByKeyboard(page, '076622222');
    await expect.poll(() => pbx.dials().length).toBe(1);
    const five = page.getByRole('button', { name: '5', exact: true });
    const before = await five.boundingBox();

    await page.keyboard.type('524');
    await expect(page.locator('.match')).toContainText('Somchai Jaidee');
    await numberBox(page).fill('763');
    await expect(page.locator('.match')).toContainText('คุณสมชาย ใจดี');
    await numberBox(page).fill('0766');
    await expect(page.locator('.match')).toContainText('076 622 222');

    await numberBox(page).fill('766');
    await expect(page.locator('.match')).toContainText('Somchai Jaidee');
    await expect(page.getByRole('button', { name: words.matches.more(1) })).toBeVisible();
    expect(await five.boundingBox()).toEqual(before);
    await page.keyboard.press('ArrowDown');
    const list = page.getByRole('listbox', { name: words.matches.list });
    await expect(list.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(numberBox(page)).toHaveValue('083 333 3333');
    await expect(page.getByText('Sombat', { exact: true })).toBeVisible();
    expect(pbx.dials()).toHaveLength(1);

    // Typing on, in the list, types on in the number.
    await numberBox(page).fill('76');
    await page.keyboard.press('ArrowDown');
    await expect(list).toBeFocused();
    await page.keyboard.type('62');
    await expect(list).toBeHidden();
    await expect(numberBox(page)).toHaveValue('7662');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(numberBox(page)).toBeFocused();
    // By mouse: the small button, then a row.
    await numberBox(page).fill('766');
    await page.getByRole('button', { name: words.matches.more(1) }).click();
    await list.getByRole('option').nth(1).click();
    await expect(numberBox(page)).toHaveValue('083 333 3333');
  });
});

test('Redial by keyboard: its button, and Enter twice on an empty number', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await dialByKeyboard(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    await page.getByRole('button', { name: 'Redial' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials().length).toBe(2);
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await numberBox(page).fill('');
    await page.keyboard.press('Enter');
    await expect(numberBox(page)).toHaveValue('081 234 5678');
    expect(pbx.dials()).toHaveLength(2);
  });
});

test('the tray menu calls a favourite once; many are in a menu of their own; a name is no access key', async () => {
  const panel = await startPanel();
  await withSignedIn(async ({ page, pbx }) => {
    const labels = async () => (await panel.menu()).map(([, label]) => label).filter(Boolean);
    await keep(page, [
      ['R&D _Lab_', '102'],
      ['', '021234567'],
    ]);
    // The protocol of the menu marks access keys by one underscore, and writes an underscore as two.
    await expect
      .poll(labels)
      .toEqual([words.tray.open, 'R&D __Lab__ · 102', '02 123 4567', words.tray.signOut, words.tray.quit]);
    await panel.choose('R&D __Lab__ · 102');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '102' }]);

    await keep(
      page,
      [3, 4, 5, 6].map((n) => [`Name ${n}`, `10${n}`] as const),
    );
    await expect.poll(labels).toContain(words.tray.favourites);
    await panel.choose('Name 6 · 106');
    await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '106' });
    expect(pbx.dials()).toHaveLength(2);
  });
  await panel.close();
});
