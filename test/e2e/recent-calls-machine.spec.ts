import { setTimeout as after } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { soon } from '../../renderer/screens/calls/just-moved.ts';
import { type Pbx, startPbx } from '../pbx/stand-in.ts';
import { newProfile, rmProfile, signIn, startCompanion, withSignedIn } from './support/companion.ts';
import { startLogind } from './support/logind.ts';
import { answered, row } from './support/rows.ts';

const openList = (page: Page) => page.getByRole('tab', { name: 'Recent calls' }).click();
const items = (page: Page) => page.getByRole('list', { name: 'Calls' }).getByRole('listitem');

/** Through the main process: Chromium drops the connection by which the page is driven when the computer goes to sleep. */
const onPage = (app: ElectronApplication, code: string): Promise<unknown> =>
  app.evaluate(
    ({ BrowserWindow }, run) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(run),
    code,
  );
/** Turns of the program in which nothing is asked any more, so many that a busy computer is not taken for it. */
const quietTurns = 10;

/** Whatever was being asked has been answered. */
async function settled(app: ElectronApplication, pbx: Pbx): Promise<void> {
  let before = pbx.received.length;
  for (let quiet = 0; quiet < quietTurns; quiet += 1) {
    await app.evaluate(() => 0);
    await after(70);
    if (pbx.received.length !== before) quiet = -1;
    before = pbx.received.length;
  }
}

const comesBack = `Promise.all([false, true].map((open) => window.companion.request('calls.open', { open })))`;

test('nothing is asked while the computer is locked or sleeps, and the list is up to date at once afterwards', async () => {
  const logind = await startLogind();
  // The desktop starts the program before somebody has unlocked the screen.
  await logind.screen('lock');
  const pbx = await startPbx({ rows: [row(60)] });
  const profile = newProfile();
  const { app, page } = await startCompanion(profile, { env: { ...logind.env } });
  const left = new Promise((resolve) => app.process().once('exit', resolve));
  await signIn(page, { address: pbx.origin });
  await logind.heard;
  await settled(app, pbx);
  const signedIn = pbx.received.length;
  await openList(page);
  await page.waitForTimeout(700);
  expect(pbx.received.length).toBe(signedIn);
  await logind.screen('unlock');
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
  await expect(items(page)).toHaveCount(1);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.on('suspend', () => Reflect.set(globalThis, 'lastPowerEvent', 'suspend'));
    powerMonitor.on('resume', () => Reflect.set(globalThis, 'lastPowerEvent', 'resume'));
  });
  const lastEvent = () => app.evaluate(() => Reflect.get(globalThis, 'lastPowerEvent'));

  await settled(app, pbx);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  // What was under way is answered; a minute may have been over.
  await settled(app, pbx);
  pbx.rows.push(row(2, { src: '0890000001' }));
  let before = pbx.received.length;
  // Somebody comes back to the list: at any other time this asks at once.
  await onPage(app, comesBack);
  await page.waitForTimeout(700);
  expect(pbx.received.length).toBe(before);
  await app.evaluate(({ powerMonitor }) => powerMonitor.emit('unlock-screen'));
  await expect(items(page)).toHaveCount(2);

  await settled(app, pbx);
  logind.say('sleep');
  await expect.poll(lastEvent).toBe('suspend');
  await settled(app, pbx);
  pbx.rows.push(row(2, { src: '0890000002' }));
  before = pbx.received.length;
  await onPage(app, comesBack);
  await after(700);
  expect(pbx.received.length).toBe(before);
  logind.say('wake');
  await expect.poll(lastEvent).toBe('resume');
  await expect
    .poll(() =>
      onPage(
        app,
        `document.querySelectorAll('[aria-label="Calls"] > [role=listitem], [aria-label="Calls"] > li').length`,
      ),
    )
    .toBe(3);

  await app.evaluate((electron) => electron.app.quit());
  await left;
  await pbx.close();
  await logind.close();
  rmProfile(profile);
});

test('a day that is picked is gone to, or said to have no calls; what is not found is looked for further back', async () => {
  const day = 86_400;
  /** Milliseconds that it is before the clocks of UTC. */
  const bangkok = 7 * 3_600_000;
  const many = Array.from({ length: 40 }, (_, index) => row(60 + index * 60));
  const back = [2, 9].map((days) => row(days * day, { ...answered, src: `0530000${days}0` }));
  const longAgo = row(60 * day, { src: 'anonymous', cnum: 'anonymous' });
  await withSignedIn(
    async ({ page }) => {
      await openList(page);
      await expect(items(page).first()).toBeVisible();
      const none = page.getByText(/^No calls on/);
      for (const [days, shown] of [
        [2, '053 000 020'],
        [5, null],
        [9, '053 000 090'],
      ] as const) {
        // As the PBX's clock has the day of that call.
        const dayOf = (at: number) => new Date(at + bangkok).toISOString();
        const wanted = dayOf(Date.now() - days * day * 1_000);
        await page.getByRole('button', { name: 'Go to a day' }).click();
        const form = page.getByRole('dialog', { name: 'Go to a day' });
        if (wanted.slice(0, 7) !== dayOf(Date.now()).slice(0, 7))
          await form.getByRole('button', { name: 'Previous month' }).click();
        await form
          .getByRole('button', { name: new RegExp(`\\b${Number(wanted.slice(8, 10))} [A-Z]`) })
          .click();
        await expect(form).toBeHidden();
        // Nothing is moved for the sake of a day without calls.
        await expect(items(page).filter({ hasText: shown ?? '053 000 020' })).toBeInViewport();
        await expect(none).toHaveCount(shown === null ? 1 : 0);
      }
      await expect(items(page).filter({ hasText: '081 234 5678' }).first()).not.toBeInViewport();

      await page.getByRole('searchbox', { name: 'Search calls' }).fill('withheld');
      const further = page.getByRole('button', { name: 'Look further back' });
      await expect(further).toBeVisible();
      await expect(async () => {
        if ((await items(page).count()) === 0) await further.click({ timeout: 2_000 });
        await expect(items(page)).toContainText(['Number withheld'], { timeout: 2_000 });
      }).toPass();
    },
    { pbx: { rows: [...many, ...back, longAgo] } },
  );
});

test('a call that comes in under the pointer is not called in the place of the one that was seen there', async () => {
  await withSignedIn(
    async ({ page, pbx }) => {
      await openList(page);
      const number = (round: number) => `08900000${10 + round}`;
      const spoken = (round: number) => `089 000 00${10 + round}`;
      const called = () => pbx.dials().map(({ tel }) => tel);
      await page.evaluate(() => {
        addEventListener(
          'pointerdown',
          ({ timeStamp }) => Reflect.set(globalThis, 'pressed', timeStamp),
          true,
        );
      });
      // Where the computer was so slow that the press came as late as one of somebody who has seen the new row: once more, with another.
      for (let round = 1; ; round += 1) {
        const button = page.getByRole('button', { name: `Call ${spoken(round - 1)}` });
        await expect(button).toBeEnabled();
        const box = await button.boundingBox();
        if (box === null) throw new Error('no button');
        const at = [box.x + box.width / 2, box.y + box.height / 2] as const;
        // As soon as the new row is there, as a finger that was on its way.
        const comes = page.evaluate(
          ([x, y, wanted]) =>
            new Promise<number>((tell) => {
              const seen = new MutationObserver(() => {
                const under = document.elementFromPoint(x, y)?.closest('button')?.ariaLabel ?? '';
                if (under.includes(wanted)) tell(performance.now());
              });
              seen.observe(document.body, { subtree: true, childList: true, attributes: true });
            }),
          [...at, spoken(round)] as const,
        );
        pbx.rows.push(row(2, { ...answered, src: number(round) }));
        await page.getByRole('button', { name: 'Refresh' }).click();
        const came = await comes;
        await page.mouse.click(...at);
        const pressed = Number(await page.evaluate(() => Reflect.get(globalThis, 'pressed')));
        await after(400);
        if (pressed - came >= soon - 50 && round < 15) continue;
        expect(called()).not.toContain(number(round));
        await page.mouse.click(...at);
        await expect.poll(called).toContain(number(round));
        return;
      }
    },
    { pbx: { rows: [row(600, { ...answered, src: '0890000010' })] } },
  );
});
