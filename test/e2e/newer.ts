import path from 'node:path';
import { chromium, expect, type Page, test } from '@playwright/test';
import { events } from '../../app/contract/events.ts';
import { headersOf, packagedFile } from '../../app/policies/pages.ts';
import { startPbx } from '../pbx/stand-in.ts';
import { expectAccessible } from './support/accessible.ts';
import {
  type Companion,
  dialByKeyboard,
  fillSignIn,
  newProfile,
  rmProfile,
  startCompanion,
} from './support/companion.ts';
import { answered, row } from './support/rows.ts';

const pages = path.resolve(import.meta.dirname, '../../out/renderer');
/** A secure origin, as `app://` is. Nobody serves it: its files are put in before a request leaves. */
const origin = 'https://companion.invalid';

/**
 * The built page in the system's Chromium, with the content policy that it has in the app. What it asks, and what it is told, goes over
 * Playwright's sockets to the page of a running Electron, and from there through the real gate to the real handlers.
 */
async function mirror(at: Companion, page: Page): Promise<void> {
  await page.exposeFunction('companionRequest', (name: string, input: unknown) =>
    at.page.evaluate(([wanted, value]) => window.companion?.request(wanted as string, value), [
      name,
      input,
    ] as const),
  );
  await page.addInitScript(() => {
    const listeners: [string, (payload: unknown) => void][] = [];
    const request = Reflect.get(window, 'companionRequest') as (
      name: string,
      input: unknown,
    ) => Promise<unknown>;
    const on = (name: string, listener: (payload: unknown) => void) => {
      listeners.push([name, listener]);
      return () => {};
    };
    Object.defineProperty(window, 'companion', { value: { request, on } });
    Object.defineProperty(window, 'companionEvent', {
      value: (name: string, payload: unknown) => {
        for (const [wanted, listener] of listeners) if (wanted === name) listener(payload);
      },
    });
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const file = packagedFile(url.replace(origin, 'app://companion'));
    if (!url.startsWith(`${origin}/`) || file === null) return await route.abort();
    await route.fulfill({ path: path.join(pages, file.name), headers: headersOf(file.type) });
  });
  await page.goto(`${origin}/index.html`);

  await at.page.exposeFunction('companionEvent', (name: string, payload: unknown) =>
    page.evaluate(
      ([event, value]) =>
        (Reflect.get(window, 'companionEvent') as (...args: unknown[]) => void)(event, value),
      [name, payload] as const,
    ),
  );
  await at.page.evaluate((names) => {
    const pass = Reflect.get(window, 'companionEvent') as (name: string, payload: unknown) => void;
    for (const name of names) window.companion?.on(name, (payload) => pass(name, payload));
  }, Object.keys(events));
}

test('the page works in the Chromium of this system: a person signs in, calls, reads the list and changes settings', async () => {
  const pbx = await startPbx({
    rows: [
      row(60, { cnam: 'Jane Carter' }),
      row(120, { ...answered, src: '021234567', recordingfile: 'in.wav' }),
      ...Array.from({ length: 200 }, (_, at) => row(3_600 + 60 * at, { src: `05${3_000_000 + at}` })),
    ],
    onDial: 'leave-row',
    callLastsMs: 1_000,
  });
  const profile = newProfile();
  const companion = await startCompanion(profile);
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium' });
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 600 } });
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('pageerror', (error) => void errors.push(error.message));
    await mirror(companion, page);
    const [major] = browser.version().split('.');
    const [own] = await companion.app.evaluate(() => process.versions.chrome?.split('.') ?? []);
    expect(Number(major)).toBeGreaterThan(Number(own));

    await expectAccessible(page, 'sign-in');
    await fillSignIn(page, { address: pbx.origin });
    await dialByKeyboard(page, '081-234-5678');
    await expect(page.getByRole('status').first()).toContainText('Calling');
    expect(pbx.dials()).toEqual([{ ext: '101', tel: '0812345678' }]);
    await expectAccessible(page, 'dial pad');

    await page.getByRole('tab', { name: 'Recent calls' }).click();
    const items = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
    await expect(items.filter({ hasText: 'Jane Carter' })).toBeVisible();
    // The call that was made here comes by an event, when the PBX has it.
    await expect(items.first()).toContainText('Answered', { timeout: 20_000 });
    await expectAccessible(page, 'recent calls');
    await page.getByRole('searchbox', { name: 'Search calls' }).fill('02 123 4567');
    await expect(items).toHaveCount(1);
    await items.getByRole('button', { name: 'Play recording' }).click();
    await expect(page.getByRole('region', { name: 'Recording' })).toBeVisible();
    await page.getByRole('region', { name: 'Recording' }).getByRole('button', { name: 'Close' }).click();

    await page.getByRole('tab', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ไทย');
    await expect(page.locator('html')).toHaveAttribute('lang', 'th');
    await expectAccessible(page, 'settings');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectAccessible(page, 'settings in the dark', 'colours');
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await companion.close();
    await pbx.close();
    rmProfile(profile);
  }
});
