import { expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import {
  dialByKeyboard,
  newProfile,
  numberBox,
  readQuestion,
  rmProfile,
  signIn,
  signOut,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { startPanel } from './support/panel.ts';

const panel = (page: Page) => page.getByRole('dialog', { name: 'Favourites' });
const names = (page: Page) => panel(page).locator('.favourite-name').allTextContents();

async function open(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Favourites' }).click();
  await expect(panel(page)).toBeVisible();
}

async function add(page: Page, name: string, number: string): Promise<void> {
  await panel(page).getByRole('button', { name: 'Add', exact: true }).click();
  await panel(page).getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await panel(page).getByRole('textbox', { name: 'Phone number' }).fill(number);
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('button', { name: `Change ${name}` })).toBeAttached();
}

/** As quickly as a program can, for tests about something else: 081 000 0000 and the numbers after it. */
async function keep(page: Page, kept: readonly string[]): Promise<void> {
  for (const [index, name] of kept.entries()) {
    const wish = { name, number: `081000000${index}` };
    expect(
      await page.evaluate((one) => window.companion?.request('favourites.add', one), wish),
    ).toMatchObject({
      ok: true,
    });
  }
}

test('favourites are added, renamed, ordered, removed and brought back, called once, and there after a restart', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const at = await startCompanion(profile);
  const { page } = at;
  await signIn(page, { address: pbx.origin });
  await open(page);
  await add(page, 'Somchai', '081-234-5678');
  await add(page, 'มาลี', '02 123 4567');
  await add(page, '<b>Noi</b>', '103');
  expect(await names(page)).toEqual(['Somchai', 'มาลี', '<b>Noi</b>']);

  await panel(page).getByRole('button', { name: 'Move <b>Noi</b> up' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Somchai', '<b>Noi</b>', 'มาลี']);
  await panel(page).getByRole('button', { name: 'Change Somchai' }).focus();
  await page.keyboard.press('Enter');
  await panel(page).getByRole('textbox', { name: 'Name', exact: true }).fill('Boss');
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['Boss', '<b>Noi</b>', 'มาลี']);
  await panel(page).getByRole('button', { name: 'Remove Boss' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => names(page)).toEqual(['<b>Noi</b>', 'มาลี']);
  await panel(page).getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => names(page)).toEqual(['Boss', '<b>Noi</b>', 'มาลี']);

  await panel(page).getByRole('button', { name: 'Call มาลี 02 123 4567' }).click();
  await expect(panel(page)).toBeHidden();
  await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
  await at.close();

  const later = await startCompanion(profile);
  await expect(later.page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
  await open(later.page);
  await expect.poll(() => names(later.page)).toEqual(['Boss', '<b>Noi</b>', 'มาลี']);
  await later.close();
  await pbx.close();
  rmProfile(profile);
});

test('a number that is there already is told with its name, and is one press away', async () => {
  await withSignedIn(async ({ page }) => {
    await open(page);
    await add(page, 'Somchai', '0812345678');
    await keep(page, ['Ploy']);
    await panel(page).getByRole('button', { name: 'Add', exact: true }).click();
    await panel(page).getByRole('textbox', { name: 'Phone number' }).fill('+66 81 234 5678');
    await page.keyboard.press('Enter');
    const alert = page.getByRole('dialog').getByRole('alert');
    await expect(alert).toContainText('081 234 5678 is already Somchai.');
    await alert.getByRole('button', { name: 'Edit' }).click();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Somchai');
    await expect(alert).toBeHidden();
  });
});

test('another extension sees none of them, and the same person finds them after signing out', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await open(page);
    await add(page, 'Somchai', '0812345678');
    await page.keyboard.press('Escape');
    for (const [extension, expected] of [
      ['102', []],
      ['101', ['Somchai']],
    ] as const) {
      await page.getByRole('tab', { name: 'Settings' }).click();
      await signOut(page);
      await signIn(page, { address: pbx.origin, extension });
      await open(page);
      await expect.poll(() => names(page)).toEqual(expected);
      await page.keyboard.press('Escape');
    }
  });
});

test('a name is spelled on the keys in either script, and the arrow reaches every match', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await open(page);
    await add(page, 'Somchai Jaidee', '0812345678');
    await add(page, 'สมชาย ใจดี', '0898765432');
    await add(page, 'Sompong', '021234567');
    await page.keyboard.press('Escape');
    await page.keyboard.type('7662');
    await page.getByRole('button', { name: /^Somchai Jaidee/ }).click();
    await expect(numberBox(page)).toHaveValue('081 234 5678');

    await numberBox(page).fill('766');
    await page.keyboard.press('ArrowDown');
    const list = page.getByRole('listbox', { name: 'Matches' });
    await expect(list.getByRole('option')).toHaveCount(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '021234567' }]);
    await numberBox(page).fill('763');
    await page.getByRole('button', { name: /^สมชาย ใจดี/ }).click();
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()[1]).toEqual({ ext: '101', tel: '0898765432' });
  });
});

test('the tray calls a favourite, once, and a name in it is a name', async () => {
  const tray = await startPanel();
  await withSignedIn(async ({ page, pbx }) => {
    await open(page);
    await add(page, 'R&D _lab', '103');
    await page.keyboard.press('Escape');
    await dialByKeyboard(page, '0812345678');
    await expect.poll(() => pbx.dials().length).toBe(1);
    const label = 'R&&D _lab · 103';
    await expect
      .poll(async () => (await tray.menu()).map(([, text]) => text))
      .toContainEqual(expect.stringMatching(/^R&?&D _{1,2}lab · 103$/));
    const entry = (await tray.menu()).find(([, text]) => /lab/.test(text));
    await tray.choose(entry?.[1] ?? label);
    await expect.poll(() => pbx.dials().at(-1)).toEqual({ ext: '101', tel: '103' });
    expect(pbx.dials()).toHaveLength(2);
  });
  await tray.close();
});

test('a row is carried by its grip; one moved by its arrow keeps the focus, and at the end hands it to the other arrow', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, ['A', 'B', 'C', 'D']);
    await page.keyboard.press('ArrowDown');
    const grip = await panel(page).locator('.favourite-grip').nth(3).boundingBox();
    if (!grip) throw new Error('no grip');
    await page.mouse.move(grip.x + 8, grip.y + 20);
    await page.mouse.down();
    await page.mouse.move(grip.x + 8, grip.y - 60, { steps: 5 });
    await page.mouse.move(grip.x + 8, grip.y - 84, { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => names(page)).toEqual(['A', 'D', 'B', 'C']);

    const up = panel(page).getByRole('button', { name: 'Move B up', exact: true });
    await up.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['A', 'B', 'D', 'C']);
    await expect(up).toBeFocused();
    await page.keyboard.press('Enter');
    await expect.poll(() => names(page)).toEqual(['B', 'A', 'D', 'C']);
    await expect(panel(page).getByRole('button', { name: 'Move B down', exact: true })).toBeFocused();
    expect(pbx.dials()).toEqual([]);
  });
});

test('on an empty number the favourites stand one press away, and a number typed whole says whose it is', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, ['Sales', 'คุณสมชาย ใจดี']);
    // For who is new, a card lies there.
    await page.getByRole('button', { name: 'Dismiss' }).click();
    const chips = page.getByRole('list', { name: 'Favourites' }).getByRole('button');
    await expect(chips).toHaveText(['Sales', 'คุณสมชาย ใจดี']);
    const five = page.getByRole('button', { name: '5', exact: true });
    const before = await five.boundingBox();
    // A word inside a Thai name, which has no spaces; vowels typed or not.
    for (const typed of ['763', '76396', '924']) {
      await numberBox(page).fill(typed);
      await expect(page.getByRole('button', { name: /^คุณสมชาย/ })).toBeVisible();
      expect(await five.boundingBox()).toEqual(before);
    }
    await numberBox(page).fill('0810000001');
    await expect(page.getByText('คุณสมชาย ใจดี', { exact: true })).toBeVisible();
    await numberBox(page).fill('81');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeHidden();
    await numberBox(page).fill('0810');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('listbox')).toBeVisible();
    await page.keyboard.type('00');
    await expect(page.getByRole('listbox')).toBeHidden();
    await expect(numberBox(page)).toHaveValue('081 000');
    await numberBox(page).fill('');
    await chips.first().click();
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0810000000' }]);
  });
});

test('by keyboard alone: arrow down to the favourites, arrows between them, Enter calls one', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, ['A', 'B', 'C']);
    await page.keyboard.press('ArrowDown');
    await expect(panel(page)).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(panel(page).getByRole('button', { name: 'Call B 081 000 0001' })).toBeFocused();
    expect(pbx.dials()).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0810000001' }]);
    await expect(numberBox(page)).toBeFocused();
  });
});

test('Redial by keyboard: its button, and Enter on an empty number brings the last one back', async () => {
  await withSignedIn(async ({ page, pbx }) => {
    await dialByKeyboard(page, '0812345678');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    await page.getByRole('button', { name: 'Redial' }).focus();
    await page.keyboard.press('Enter');
    await readQuestion(page);
    await page.keyboard.press('Enter');
    await expect.poll(() => pbx.dials().length).toBe(2);
    await expect(page.getByRole('alertdialog')).toBeHidden();
    await numberBox(page).fill('');
    await page.keyboard.press('Enter');
    await expect(numberBox(page)).toHaveValue('081 234 5678');
    expect(pbx.dials()).toHaveLength(2);
  });
});

test('more than five favourites are a menu of their own in the tray, and each calls once', async () => {
  const tray = await startPanel();
  await withSignedIn(async ({ page, pbx }) => {
    await keep(page, ['A', 'B', 'C', 'D', 'E', 'F']);
    const labels = async () => (await tray.menu()).map(([, label]) => label);
    await expect.poll(labels).toContain('Favourites');
    await expect.poll(labels).toContain('F · 081 000 0005');
    await tray.choose('F · 081 000 0005');
    await expect.poll(() => pbx.dials()).toEqual([{ ext: '101', tel: '0810000005' }]);
  });
  await tray.close();
});
