import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { startPbx } from '../pbx/stand-in.ts';
import {
  callButton,
  dialByKeyboard,
  newProfile,
  rmProfile,
  signIn,
  startCompanion,
  withSignedIn,
  withStarted,
} from './support/companion.ts';
import { startPanel } from './support/panel.ts';

/** As a mistake in the page, or somebody who took it over, would. Not waited for: it never answers. */
const hang = (page: Page) => void page.evaluate('setTimeout(() => { for (;;); })').catch(() => undefined);

const processOfPage = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0);

/** What is on the screen, asked of the page by the main process: the driver lost hold of a page that was ended. */
const textOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return Promise.race([
      contents?.executeJavaScript('document.body.innerText').then(String) ?? '',
      new Promise<string>((resolve) => void setTimeout(() => resolve(''), 500)),
    ]);
  });

async function endedWithin(child: ChildProcess, milliseconds: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  return await Promise.race([once(child, 'exit').then(() => true), pause(milliseconds).then(() => false)]);
}

for (const [how, stop] of [
  ['runs for ever', (page: Page) => hang(page)],
  ['stands still', (_page: Page, process: number) => execFileSync('kill', ['-STOP', `${process}`])],
] as const) {
  test(`a page that ${how} is made anew, with the question that stood, which nobody has answered`, async () => {
    await withSignedIn(async ({ app, page, pbx, output }) => {
      await dialByKeyboard(page, '081 234 5678');
      await expect.poll(() => pbx.dials().length).toBe(1);
      await expect(callButton(page)).toBeEnabled();
      await dialByKeyboard(page, '081 234 5678');
      await expect(page.getByRole('alertdialog')).toBeVisible();

      const before = await processOfPage(app);
      stop(page, before);
      await expect.poll(output, { timeout: 30_000 }).toContain('does not answer');
      await expect.poll(() => processOfPage(app)).not.toBe(before);
      await expect.poll(() => textOf(app)).toContain('You called it a moment ago.');
      expect(pbx.dials()).toHaveLength(1);
    });
  });
}

test('a window that nothing is painted in, for the process that draws stands still, is painted by another', async () => {
  await withStarted(
    async ({ page, output }) => {
      await page.getByRole('button', { name: 'Advanced' }).click();
      await expect(page.getByRole('combobox', { name: 'Requests' })).toBeVisible();
      expect(output()).toContain('nothing is painted');
    },
    { program: path.join(import.meta.dirname, 'support/nothing-painted') },
  );
});

test('a page that keeps dying is loaded less and less often, and lives on once it can', async () => {
  await withSignedIn(async ({ app, output }) => {
    const times = () => output().split('is loaded again').length - 1;
    const died = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) return 0;
      let count = 0;
      const kill = () => contents.forcefullyCrashRenderer();
      contents.on('render-process-gone', () => {
        count += 1;
      });
      contents.on('did-finish-load', kill);
      kill();
      await new Promise((resolve) => setTimeout(resolve, 8_000));
      contents.off('did-finish-load', kill);
      return count;
    });
    expect(died).toBeGreaterThan(2);
    expect(died).toBeLessThan(6);
    await expect.poll(() => textOf(app), { timeout: 30_000 }).toContain('Call');
    expect(times()).toBe(died);
  });
});

test.describe('told to end, the program ends', () => {
  test('by a signal, while its page hangs', async () => {
    await withSignedIn(async ({ app, page }) => {
      hang(page);
      await pause(300);
      const child = app.process();
      child.kill('SIGTERM');
      expect(await endedWithin(child, 5_000)).toBe(true);
    });
  });

  test('while a file is waited for that never comes', async () => {
    const place = mkdtempSync(path.join(os.tmpdir(), 'companion-pipe-'));
    const pipe = path.join(place, 'pipe');
    execFileSync('mkfifo', [pipe]);
    await withSignedIn(async ({ app }) => {
      // As on a file server that is gone: a thread of the program stands still.
      await app.evaluate((_electron, file) => {
        const fs = process.mainModule?.require('node:fs') as typeof import('node:fs');
        fs.readFile(file, () => {});
      }, pipe);
      const child = app.process();
      child.kill('SIGTERM');
      expect(await endedWithin(child, 5_000)).toBe(true);
    });
    rmSync(place, { recursive: true });
  });

  test('while the keyring does not answer', async () => {
    const pbx = await startPbx();
    const profile = newProfile();
    const first = await startCompanion(profile);
    await signIn(first.page, { address: pbx.origin });
    await first.close();
    const said = execFileSync('dbus-send', [
      ...['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus'],
      ...['org.freedesktop.DBus.GetConnectionUnixProcessID', 'string:org.freedesktop.secrets'],
    ]);
    const keyring = Number(/(\d+)\s*$/.exec(said.toString())?.[1]);
    process.kill(keyring, 'SIGSTOP');
    try {
      const { app, page } = await startCompanion(profile);
      await expect(page.getByText('Opening…')).toBeVisible();
      const child = app.process();
      child.kill('SIGTERM');
      expect(await endedWithin(child, 5_000)).toBe(true);
    } finally {
      process.kill(keyring, 'SIGCONT');
      await pbx.close();
      rmProfile(profile);
    }
  });

  test('by Quit in the tray, while its page hangs', async () => {
    const panel = await startPanel();
    try {
      await withSignedIn(async ({ app, page }) => {
        hang(page);
        await pause(300);
        const child = app.process();
        await panel.choose('Quit');
        expect(await endedWithin(child, 5_000)).toBe(true);
      });
    } finally {
      await panel.close();
    }
  });
});
