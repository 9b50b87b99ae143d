import path from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import type { CdrRow } from '../pbx/cdr.ts';
import {
  dialByKeyboard,
  fillSignIn,
  numberBox,
  question,
  readQuestion,
  withStarted,
} from './support/companion.ts';
import { button, playing, position, wav } from './support/recordings.ts';
import { answered, row } from './support/rows.ts';

const support = path.join(import.meta.dirname, 'support');

/** A Thursday, by the clocks of the program, its page and the PBX alike; they go on from there. */
const moment = Date.parse('2026-03-12T14:30:20+07:00');
const hours = 3_600;
const at = (ago: number, columns: CdrRow) => row(ago, columns, moment);

const calls = [
  at(0.75 * hours, { src: '0891112222', cnam: 'Jane Carter' }),
  at(1.1 * hours, { ...answered, src: '021234567', recordingfile: wav }),
  at(3.2 * hours, { ...answered, src: '053123456' }),
  at(26 * hours, { ...answered, src: '0612345678', cnam: 'สมชาย ใจดี' }),
  at(28 * hours, { src: 'anonymous' }),
  at(50 * hours, { ...answered, src: '102', cnum: '102', did: '', cnam: 'Ploy' }),
];

const favourites = [
  { number: '0812345678', name: 'Ann Lee' },
  { number: '021234567', name: 'ร้านกาแฟ' },
  { number: '102', name: 'Ploy' },
];

const english = { language: 'en', theme: 'light' } as const;
const thai = { language: 'th', theme: 'dark' } as const;

/** What the pictures were made with. Another Electron draws every letter a little differently: there, only what is plain counts. */
const madeWith = '25.1.1';
const tolerance = async (app: ElectronApplication) =>
  (await app.evaluate(() => process.versions.electron)) === madeWith
    ? { maxDiffPixels: 60 }
    : { maxDiffPixelRatio: 0.03 };

test('every screen looks as it did', async () => {
  const by = moment - Date.now();
  await withStarted(
    async ({ app, page, pbx }) => {
      await page.addInitScript((more) => {
        const before = Date.now;
        Date.now = () => before() + more;
      }, by);
      await page.reload();
      const compare = comparer(page, await tolerance(app));

      await page.getByRole('textbox', { name: 'PBX address' }).fill('pbx.example.com');
      await page.getByRole('textbox', { name: 'API key' }).fill('demo-key');
      await compare('sign-in');

      await fillSignIn(page, { address: pbx.origin });
      await expect(page.getByRole('tab', { name: 'Dial pad' })).toBeVisible();
      await compare('getting-started');
      await page
        .getByRole('region', { name: 'Getting started' })
        .getByRole('button', { name: 'Dismiss' })
        .click();
      await compare('dial-pad');

      for (const favourite of favourites)
        await page.evaluate((wish) => window.companion?.request('favourites.add', wish), favourite);
      await numberBox(page).fill('266');
      await expect(page.getByRole('button', { name: /^Ann Lee/ })).toBeVisible();
      await compare('dial-pad-match');

      await dialByKeyboard(page, '0812345678');
      await expect(page.getByRole('status').first()).toContainText('Calling');
      await dialByKeyboard(page, '0812345678');
      await readQuestion(page);
      await compare('question');
      await page.keyboard.press('Escape');
      await expect(question(page)).toBeHidden();

      pbx.fault('dial', { kind: 'refuse', msg: 'Extension 101 is not registered' }, 1);
      await dialByKeyboard(page, '053123456');
      await expect(page.getByRole('status').first()).toContainText("isn't connected");
      await compare('outcome-failed');

      await numberBox(page).fill('');
      await page.getByRole('tab', { name: 'Recent calls' }).click();
      const items = page.getByRole('list', { name: 'Calls' }).getByRole('listitem');
      await expect(items.filter({ hasText: 'Jane Carter' })).toBeVisible();
      await expect(page.locator('.tool-turning')).toHaveCount(0);
      await compare('recent-calls');

      const heard = items.filter({ hasText: '02 123 4567' });
      await heard.hover();
      await heard.getByRole('button', { name: 'Play recording' }).click();
      await playing(page);
      await button(page, 'Pause').click();
      await position(page).fill('3');
      await compare('player');
      await button(page, 'Close').click();

      await page.getByRole('tab', { name: 'Settings' }).click();
      await compare('settings');
    },
    {
      pbx: { rows: calls, now: () => Date.now() + by },
      program: path.join(support, 'other-clock'),
      env: {
        COMPANION_CLOCK: String(by),
        TZ: 'Asia/Bangkok',
        FONTCONFIG_FILE: path.join(support, 'fonts.conf'),
      },
    },
  );
});

/** Compares what is there now, in both looks, with the kept pictures; goes on where it differs, so that one run tells of all. */
function comparer(page: Page, allowed: Awaited<ReturnType<typeof tolerance>>) {
  const turnTo = async (look: typeof english | typeof thai) => {
    await page.evaluate((wish) => window.companion?.request('settings.set', wish), look);
    await expect(page.locator('html')).toHaveAttribute('lang', look.language);
  };
  return async (screen: string) => {
    // Away from whatever was pressed last, which would look as if the mouse were on it.
    await page.mouse.move(0, 0);
    for (const look of [english, thai]) {
      await turnTo(look);
      await expect.soft(page).toHaveScreenshot(`${screen}-${look.language}-${look.theme}.png`, allowed);
    }
    await turnTo(english);
  };
}
