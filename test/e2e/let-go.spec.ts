import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { type Companion, dialByKeyboard, numberBox, withSignedIn } from './support/companion.ts';
import { atDesk, press } from './support/desk.ts';
import { type Panel, startPanel } from './support/panel.ts';
import { askedAndRead } from './support/question.ts';
import { callsWith, playing, playRecording, wav } from './support/recordings.ts';
import { row } from './support/rows.ts';

/** In place of a quarter of an hour. */
const soon = { env: { COMPANION_LET_GO_AFTER: '1500' } };

let panel: Panel;
test.beforeEach(async () => {
  panel = await startPanel();
});
test.afterEach(() => panel.close());

const isAway = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.getTitle() === 'promptCall Companion')
      ?.webContents.isCrashed(),
  );
const isVisible = ({ app }: Companion) =>
  app.evaluate(
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.getTitle() === 'promptCall Companion')
        ?.isVisible() ?? false,
  );

/** Asked of the page by the main process: the driver loses hold of a page that is let go. */
const ask = (app: ElectronApplication, question: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, code) =>
      Promise.race([
        BrowserWindow.getAllWindows()
          .find((one) => one.getTitle() === 'promptCall Companion')
          ?.webContents.executeJavaScript(code),
        new Promise<string>((resolve) => void setTimeout(() => resolve(''), 500)),
      ]),
    question,
  );
const text = (app: ElectronApplication) => ask(app, 'document.body.innerText');
const choose = (app: ElectronApplication, tab: string) =>
  ask(
    app,
    `[...document.querySelectorAll('[role=tab]')].find((one) => one.textContent === '${tab}').click()`,
  );

async function hide(at: Companion): Promise<void> {
  await at.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.getTitle() === 'promptCall Companion')
      ?.close(),
  );
  await expect.poll(() => isVisible(at)).toBe(false);
}

async function letGo(at: Companion): Promise<void> {
  await hide(at);
  await expect.poll(() => isAway(at.app), { timeout: 10_000 }).toBe(true);
}

async function follow(at: Companion, link: string): Promise<void> {
  const [, ...args] = at.app
    .process()
    .spawnargs.filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg));
  await once(spawn(at.app.process().spawnfile, [...args, link]), 'exit');
}

test('a page that nobody looks at is let go, and the next press shows what was on it', async () => {
  await withSignedIn(async (at) => {
    await at.page.getByRole('tab', { name: 'Recent calls' }).click();
    await at.page.getByRole('searchbox', { name: 'Search calls' }).fill('somchai');
    await at.page.getByRole('tab', { name: 'Dial pad' }).click();
    await numberBox(at.page).fill('0812345');
    await letGo(at);

    await panel.press(1200, 880);
    await expect.poll(() => isVisible(at)).toBe(true);
    expect(await ask(at.app, 'document.activeElement.value')).toBe('081 234 5');
    await press('6');
    await expect.poll(() => ask(at.app, 'document.activeElement.value')).toBe('081 234 56');
    await choose(at.app, 'Recent calls');
    await expect.poll(() => ask(at.app, 'document.querySelector("[type=search]")?.value')).toBe('somchai');
  }, soon);
});

/** In the page: when the call at the top of the list began. */
const topOfList = `[...document.querySelectorAll('.call-item')]
  .find((one) => one.getBoundingClientRect().bottom > document.querySelector('.calls-scroll').getBoundingClientRect().top)
  ?.querySelector('time')?.dateTime`;

test('a link while there is no page asks without it, and the page comes back with what was on it: the list, at its place', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => row(3_600 + index * 600));
  await withSignedIn(
    async (at) => {
      await at.page.getByRole('tab', { name: 'Recent calls' }).click();
      await expect(at.page.getByRole('listitem').first()).toBeVisible();
      await at.page.locator('.calls-scroll').evaluate((list) => list.scrollTo(0, 1_234));
      await after(300);
      const top = await ask(at.app, topOfList);
      expect(top).toBeTruthy();
      await letGo(at);

      await follow(at, 'tel:0812345678');
      await askedAndRead(at.app);
      expect(at.pbx.dials()).toEqual([]);
      await press('Return');
      await expect.poll(() => at.pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
      expect(await isVisible(at)).toBe(false);
      expect(await isAway(at.app)).toBe(true);

      // What asks in the page brings it back, over what was there.
      await follow(at, 'promptcall-companion://setup?address=pbx.example.com&extension=102');
      await expect.poll(() => isVisible(at)).toBe(true);
      await expect.poll(() => text(at.app)).toContain('Sign in as 102');
      // There is one more above it by now.
      await expect.poll(() => ask(at.app, topOfList)).toBe(top);
    },
    { ...soon, pbx: { rows } },
  );
});

test('the hotkey calls while there is no page, and what became of it is there when somebody looks', async () => {
  const desk = atDesk();
  await withSignedIn(async (at) => {
    await letGo(at);
    at.pbx.fault('dial', { kind: 'status', status: 500 });
    await desk.mark('081 234 5678');
    await press('ctrl+alt+d');
    await expect.poll(() => at.pbx.dials().length).toBe(1);
    await after(500);
    expect(await isAway(at.app)).toBe(true);
    await panel.press(1200, 880);
    await expect.poll(() => text(at.app)).toContain('081 234 5678');
    expect(at.pbx.dials()).toHaveLength(1);
  }, soon);
  await desk.close();
});

test('what plays keeps its page, until it pauses', async () => {
  await withSignedIn(
    async (at) => {
      await playRecording(at.page, 0);
      await playing(at.page);
      await at.page.evaluate(() => document.querySelector('audio')?.setAttribute('loop', ''));
      await hide(at);
      await after(3 * 1_500);
      expect(await isAway(at.app)).toBe(false);
      await at.page.evaluate(() => document.querySelector('audio')?.pause());
      await expect.poll(() => isAway(at.app), { timeout: 10_000 }).toBe(true);
    },
    { ...soon, pbx: { rows: callsWith([wav]) } },
  );
});

test('a form with something in it keeps its page', async () => {
  await withSignedIn(async (at) => {
    await numberBox(at.page).fill('0812345678');
    await at.page.getByRole('button', { name: 'Favourites' }).click();
    await at.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Somchai');
    await hide(at);
    await after(3 * 1_500);
    expect(await isAway(at.app)).toBe(false);
    await at.page.getByRole('button', { name: 'Cancel' }).click();
    await expect.poll(() => isAway(at.app), { timeout: 10_000 }).toBe(true);
    await panel.press(1200, 880);
    await expect.poll(() => text(at.app)).toContain('Favourites');
    expect(await ask(at.app, 'document.querySelector("form") === null')).toBe(true);
  }, soon);
});

test('a setting that was being written is kept before the page goes', async () => {
  await withSignedIn(async (at) => {
    await at.page.getByRole('tab', { name: 'Settings' }).click();
    const name = at.page.getByRole('textbox', { name: 'Desk name' });
    await name.focus();
    await at.page.keyboard.type('Front desk');
    await letGo(at);
    await panel.press(1200, 880);
    await expect.poll(() => text(at.app)).toContain('101 · Front desk');
  }, soon);
});

test('who signs out while there is no page leaves nothing of it to the next person', async () => {
  await withSignedIn(async (at) => {
    await dialByKeyboard(at.page, '0812345678');
    await numberBox(at.page).fill('022222222');
    await letGo(at);
    await panel.choose('Sign out');
    // The page comes back for the question.
    await expect.poll(() => text(at.app)).toContain('Sign out?');
    await ask(at.app, "[...document.querySelectorAll('[role=alertdialog] button')].at(-1).click()");
    await expect.poll(() => text(at.app)).toContain('API secret');
    expect(await text(at.app)).not.toContain('2222');
    expect(
      await ask(
        at.app,
        '[...document.querySelectorAll("input:not([type=checkbox], [name=address], [name=extension])")].map(({ value }) => value).join("")',
      ),
    ).toBe('');
  }, soon);
});
