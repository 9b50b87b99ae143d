import { spawn } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import {
  type Companion,
  confirmSignOut,
  dialByKeyboard,
  newProfile,
  numberBox,
  rmProfile,
  signIn,
  startCompanion,
  withSignedIn,
} from './support/companion.ts';
import { press } from './support/desk.ts';
import { startPanel } from './support/panel.ts';
import { askedAndRead, questionWindow } from './support/question.ts';

const windowFacts = ({ app }: Companion) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const [window] = BrowserWindow.getAllWindows();
    return {
      count: BrowserWindow.getAllWindows().length,
      visible: window?.isVisible() ?? false,
      bounds: window?.getBounds() ?? { x: 0, y: 0, width: 0, height: 0 },
      area: screen.getPrimaryDisplay().workArea,
      id: window?.id,
    };
  });

const isVisible = async (companion: Companion) => (await windowFacts(companion)).visible;

test('the tray icon opens and closes one popover, whole inside the work area, made once', async () => {
  const panel = await startPanel();
  await withSignedIn(async (at) => {
    const before = await windowFacts(at);
    expect(before.visible).toBe(true);
    await at.page.keyboard.press('Escape');
    await expect.poll(() => isVisible(at)).toBe(false);

    await panel.press(1200, 880);
    await expect.poll(() => isVisible(at)).toBe(true);
    const { bounds, area, count, id } = await windowFacts(at);
    expect({ count, id }).toEqual({ count: 1, id: before.id });
    expect(bounds.x).toBeGreaterThanOrEqual(area.x);
    expect(bounds.y).toBeGreaterThanOrEqual(area.y);
    expect(bounds.x + bounds.width).toBeLessThanOrEqual(area.x + area.width);
    expect(bounds.y + bounds.height).toBeLessThanOrEqual(area.y + area.height);
    await expect(numberBox(at.page)).toBeFocused();

    await new Promise((resolve) => setTimeout(resolve, 400));
    await panel.press(1200, 880);
    await expect.poll(() => isVisible(at)).toBe(false);
  });
  await panel.close();
});

test('the popover goes when the focus goes elsewhere', async () => {
  const panel = await startPanel();
  await withSignedIn(async (at) => {
    await expect.poll(() => isVisible(at)).toBe(true);
    await at.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.emit('blur'));
    await expect.poll(() => isVisible(at)).toBe(false);
  });
  await panel.close();
});

test('the menu calls the last number again, signs out and quits', async () => {
  const panel = await startPanel();
  const pbx = await startPbx({ rows: [] });
  const profile = newProfile();
  const at = await startCompanion(profile);
  const labels = async () => (await panel.menu()).map(([, label]) => label).filter(Boolean);
  await expect.poll(labels).toEqual(['Open', 'Quit']);
  await signIn(at.page, { address: pbx.origin });
  await dialByKeyboard(at.page, '0812345678');
  await expect.poll(() => pbx.dials().length).toBe(1);
  await dialByKeyboard(at.page, '021234567');
  await expect.poll(() => pbx.dials().length).toBe(2);
  await expect
    .poll(labels)
    .toEqual(['Open', 'Redial 02 123 4567', 'Call 081 234 5678 again', 'Sign out', 'Quit']);
  await at.page.keyboard.press('Escape');
  // Called a moment ago: it asks, in front, and calls nobody by itself.
  await panel.choose('Redial 02 123 4567');
  await askedAndRead(at.app);
  await expect.poll(() => questionWindow(at.app)).toMatchObject({ visible: true, focused: true });
  expect(pbx.dials()).toHaveLength(2);
  await press('Return');
  await expect.poll(() => pbx.dials().length).toBe(3);

  await panel.choose('Sign out');
  await confirmSignOut(at.page);
  await expect(at.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  const gone = new Promise((resolve) => at.app.process().once('exit', resolve));
  await panel.choose('Quit');
  await gone;
  await pbx.close();
  await panel.close();
  rmProfile(profile);
});

test('a second start shows the first one and ends', async () => {
  await withSignedIn(async (at) => {
    await at.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => isVisible(at)).toBe(false);
    const args = at.app
      .process()
      .spawnargs.filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg))
      .slice(1);
    const second = spawn(at.app.process().spawnfile, args);
    await new Promise((resolve) => second.once('exit', resolve));
    await expect.poll(() => isVisible(at)).toBe(true);
    await expect(numberBox(at.page)).toBeVisible();
  });
});

test('told to end by a signal, as at the end of a desktop session, the program ends, signed in or not', async () => {
  const pbx = await startPbx();
  const profile = newProfile();
  const endBySignal = async ({ app }: Companion) => {
    const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGTERM');
    // By itself, with its work done: not by the signal.
    expect(await ended).toBe(0);
  };
  const first = await startCompanion(profile);
  await expect(first.page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await endBySignal(first);
  const second = await startCompanion(profile);
  await signIn(second.page, { address: pbx.origin });
  await endBySignal(second);
  await pbx.close();
  rmProfile(profile);
});

test('without a tray it is an ordinary window that Escape leaves alone', async () => {
  await withSignedIn(async (at) => {
    await at.page.keyboard.press('Escape');
    await numberBox(at.page).fill('1');
    expect(await isVisible(at)).toBe(true);
  });
});

test('what became of a call is told by a notification, as text, and a setting turns it off', async () => {
  const panel = await startPanel();
  await withSignedIn(
    async ({ page, pbx }) => {
      await dialByKeyboard(page, '0812345678');
      await panel.until(
        ({ event, title, body }) =>
          event === 'notice' && title === 'Calling 081 234 5678' && !!body?.includes('101'),
      );

      pbx.fault(
        'dial',
        { kind: 'refuse', msg: '--icon=/etc/passwd $(touch /tmp/x) `id` "quoted" <b>bold</b>' },
        1,
      );
      await dialByKeyboard(page, '021234567');
      const told = await panel.until(({ title }) => title === '02 123 4567 was not called');
      expect(told.body).toContain('$(touch /tmp/x) `id` "quoted"');
      expect(told.body).not.toContain('<b>');

      await page.evaluate(() =>
        window.companion?.request('settings.set', { notifyPlaced: false, notifyFailed: false }),
      );
      const before = panel.told.length;
      await dialByKeyboard(page, '053123456');
      await expect(page.getByRole('status').first()).toContainText('Calling 053 123 456');
      await page.evaluate(() => window.companion?.request('settings.set', { notifyPlaced: true }));
      await dialByKeyboard(page, '054123456');
      await panel.until(({ title }) => title === 'Calling 054 123 456');
      expect(panel.told.slice(before).filter(({ event }) => event === 'notice')).toHaveLength(1);
    },
    { pbx: { rows: [] } },
  );
  await panel.close();
});
