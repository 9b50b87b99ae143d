import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { issue } from '../support/issue.ts';
import { basic, startProxy } from '../support/proxy.ts';
import { startFeed } from '../support/update-feed.ts';
import { type Companion, numberBox, withSignedIn } from './support/companion.ts';
import { press } from './support/desk.ts';

const said = ({ page }: Companion) =>
  page.getByRole('region', { name: 'About' }).getByRole('status').filter({ hasNotText: 'help desk' });
const isAway = ({ app }: Companion) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isCrashed());
const hide = ({ app }: Companion) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

/** One more start, which the program answers. */
async function again({ app }: Companion, command: string): Promise<void> {
  const { spawnfile, spawnargs } = app.process();
  const args = spawnargs.slice(1).filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg));
  await once(spawn(spawnfile, [...args, command]), 'exit');
}

/** Asked of the page by the main process: the driver loses hold of a page that is let go. */
const typed = ({ app }: Companion) =>
  app.evaluate(({ BrowserWindow }) =>
    Promise.race([
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.activeElement.value'),
      new Promise((resolve) => void setTimeout(() => resolve(null), 500)),
    ]),
  );

test('a newer version takes the place of the program once nobody is at work, and a forged one never', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'updates-'));
  const program = path.join(folder, 'Companion.AppImage');
  const started = path.join(folder, 'started');
  writeFileSync(program, 'the old one');
  const newer = Buffer.from(`#!/bin/sh\necho "$@" > ${started}\n${'#'.repeat(300_000)}\n`);
  const name = 'promptcall-companion-9.0.0-linux-x86_64.AppImage';
  const root = issue({ subject: 'Office root', authority: true });
  const trusted = path.join(folder, 'trusted.pem');
  writeFileSync(trusted, root.cert);
  // Only the proxy knows where that is.
  const feed = await startFeed({ host: 'feed.test', by: root });
  const proxy = await startProxy(feed.port, basic('somchai', 'right'));
  feed.publish('9.0.0', [{ name, content: newer }], { after: (text) => `${text}# changed\n` });
  const policy = path.join(folder, 'policy.json');
  writeFileSync(
    policy,
    JSON.stringify({
      updates: feed.source,
      settings: { proxy: { use: 'server', address: `127.0.0.1:${proxy.port}` } },
    }),
  );
  const env = {
    COMPANION_POLICY: policy,
    COMPANION_TRUSTED: trusted,
    COMPANION_LET_GO_AFTER: '1500',
    // As the AppImage's runtime sets them.
    APPIMAGE: program,
    APPDIR: path.dirname(process.env.COMPANION_ELECTRON ?? ''),
  };
  await withSignedIn(
    async (at) => {
      await at.page.getByRole('tab', { name: 'Settings' }).click();
      const updates = at.page.getByRole('combobox', { name: 'Updates' });
      await expect(updates).toHaveValue('off');
      expect(feed.asked).toEqual([]);
      await at.page.getByRole('button', { name: 'Check for updates' }).click();
      const asks = at.page.getByRole('dialog', { name: 'Proxy password' });
      await asks.getByRole('textbox', { name: 'User name' }).fill('somchai');
      await asks.getByRole('textbox', { name: 'Password' }).fill('right');
      await asks.getByRole('button', { name: 'Go on' }).click();
      expect(feed.asked).toEqual([]);
      await updates.selectOption('off');
      await updates.selectOption('install');
      await expect(said(at)).toContainText("isn't signed by IT");
      expect(feed.asked).not.toContain(name);

      feed.publish('9.0.0', [{ name, content: newer }]);
      feed.cutAfter(100_000);
      await updates.selectOption('off');
      await updates.selectOption('install');
      await expect(said(at)).toContainText('did not arrive whole');

      feed.cutAfter(Number.POSITIVE_INFINITY);
      feed.put(name, Buffer.from(newer.map((byte) => byte ^ 1)));
      await updates.selectOption('off');
      await updates.selectOption('install');
      await expect(said(at)).toContainText("isn't what IT signed");

      feed.put(name, newer);
      await updates.selectOption('off');
      await updates.selectOption('install');
      await expect(said(at)).toHaveText(/^Version 9\.0\.0 will be installed once nobody is at work/);

      // A number that waits for its last digits holds it up.
      await at.page.getByRole('tab', { name: 'Dial pad' }).click();
      await numberBox(at.page).fill('08');
      await hide(at);
      await expect.poll(() => isAway(at)).toBe(true);
      expect(readFileSync(program, 'utf8')).toBe('the old one');
      await again(at, '--show');
      await expect.poll(() => typed(at)).toBe('08');
      await press('BackSpace');
      await press('BackSpace');
      await expect.poll(() => typed(at)).toBe('');
      const ended = at.app.waitForEvent('close');
      await hide(at);
      await ended;
      await expect.poll(() => existsSync(started) && readFileSync(started, 'utf8')).toContain('--hidden');
      expect(readFileSync(started, 'utf8')).toContain(`--user-data-dir=${at.profile}`);
      expect(readFileSync(program)).toEqual(newer);
      expect(at.output()).toContain('updates: installed, the program starts again');
    },
    { env },
  );
  await feed.close();
  await proxy.close();
  rmSync(folder, { recursive: true });
});
