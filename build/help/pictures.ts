import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type Language, languages } from '../../app/contract/settings.ts';
import type { Words } from '../../app/words/index.ts';
import type { Pbx } from '../../test/pbx/stand-in.ts';
import {
  callAround,
  fillIn,
  keepFavourites,
  signIn,
  startCompanion,
  startOffice,
  wordsOn,
} from '../demo/companion.ts';
import { projectFolder } from '../project.ts';
import { say } from '../say.ts';

interface Walk {
  readonly page: Page;
  readonly words: Words;
  readonly language: Language;
  readonly pbx: Pbx;
  readonly take: (name: string) => Promise<void>;
}

/** What the guides show, in the order in which they tell it. */
async function walk({ page, words, language, pbx, take }: Walk): Promise<void> {
  const number = page.getByRole('textbox', { name: words.dial.number, exact: true });
  const goTo = (tab: string) => page.getByRole('tab', { name: tab }).click();
  const toTop = (title: string) =>
    page.getByRole('heading', { name: title, exact: true }).evaluate((heading) => {
      const scroller = heading.closest('.settings');
      const above = scroller?.getBoundingClientRect().top ?? 0;
      scroller?.scrollBy(0, heading.getBoundingClientRect().top - above - 8);
    });

  await fillIn(page, words, pbx);
  await page.getByLabel(words.signIn.address, { exact: true }).fill('pbx.example.com');
  await take('sign-in');
  await fillIn(page, words, pbx);
  await signIn(page, words);
  const card = page.getByRole('region', { name: words.start.title });
  await card.waitFor();
  await take('getting-started');
  await card.getByRole('button', { name: words.dismiss }).click();

  await goTo(words.tabs.settings);
  await page.getByLabel(words.settings.deskName, { exact: true }).fill(words.settings.deskNameHint);
  await toTop(words.settings.hotkey.title);
  await take('hotkey');
  const [outside, premium] = rulesIn[language];
  await page.evaluate((rules) => window.companion?.request('settings.set', { rules }), [
    { name: premium, match: '1900.', action: 'block', value: '' },
    { name: outside, match: '0X.', action: 'prefix', value: '9' },
  ] as const);
  await page.getByLabel(words.rules.test, { exact: true }).fill('02 123 4567');
  await toTop(words.rules.title);
  await take('rules');
  await goTo(words.tabs.dialPad);
  await keepFavourites(page, words);
  await take('dial-pad');
  await number.fill('756');
  await take('matches');

  await callAround(page, words, pbx, take);

  await goTo(words.tabs.recentCalls);
  const calls = page.getByRole('list', { name: words.calls.list });
  await calls.waitFor();
  await page.locator('.tool-turning').waitFor({ state: 'detached' });
  await take('recent-calls');
  await page.getByRole('radio', { name: words.calls.filters.recorded, exact: true }).check();
  const heard = calls.getByRole('listitem').first();
  await heard.hover();
  await heard.getByRole('button', { name: words.calls.play }).click();
  const player = page.getByRole('region', { name: words.recordings.region });
  await player.getByRole('button', { name: words.recordings.pause, exact: true }).click();
  await player.getByRole('slider', { name: words.recordings.position }).fill('40');
  await player.locator('.wave-rest').waitFor({ state: 'attached' });
  await take('recording');
  await goTo(words.tabs.contacts);
  await page.getByRole('list', { name: words.contacts.title }).waitFor();
  await take('contacts');
}

/** On the page: everything that moves has arrived. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  const moving = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity);
  await Promise.allSettled(moving.map(({ finished }) => finished));
}

/** What an office has: an outside line, and what is not called from its desks. */
const rulesIn = {
  en: ['Outside line', 'No premium numbers'],
  th: ['สายนอก', 'ห้ามโทรหมายเลขพิเศษ'],
} as const satisfies Record<Language, readonly [string, string]>;

const folder = path.join(projectFolder, 'docs', 'pictures');
const pbx = await startOffice();
try {
  await rm(folder, { recursive: true, force: true });
  for (const language of languages) {
    const to = path.join(folder, language);
    await mkdir(to, { recursive: true });
    const { app, page } = await startCompanion({
      profile: language,
      pbx,
      look: { language, theme: 'light' },
    });
    try {
      // A quarter of the bytes of PNG.
      const chromium = await page.context().newCDPSession(page);
      const take = async (name: string) => {
        await page.mouse.move(0, 0);
        await page.evaluate(settled);
        const { data } = await chromium.send('Page.captureScreenshot', { format: 'webp', quality: 90 });
        await writeFile(path.join(to, `${name}.webp`), Buffer.from(data, 'base64'));
        say(`${language}/${name}`);
      };
      await walk({ page, words: await wordsOn(page), language, pbx, take });
    } finally {
      await app.close();
    }
  }
} finally {
  await pbx.close();
}
