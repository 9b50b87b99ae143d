import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../app/contract/settings.ts';
import type { Words } from '../../app/words/index.ts';
import type { Pbx } from '../../test/pbx/stand-in.ts';
import { projectFolder } from '../project.ts';
import { say } from '../say.ts';
import {
  callAround,
  fillIn,
  keepFavourites,
  signIn,
  startCompanion,
  startOffice,
  wordsOn,
} from './companion.ts';

const looks = [
  { language: 'en', theme: 'light' },
  { language: 'th', theme: 'dark' },
] as const satisfies { language: Language; theme: 'light' | 'dark' }[];

const folder = path.join(projectFolder, 'out', 'demo');

type Take = (name: string) => Promise<void>;

/** Every screen, in the order in which a person comes to it. */
async function walk(page: Page, words: Words, pbx: Pbx, take: Take): Promise<void> {
  const number = page.getByRole('textbox', { name: words.dial.number, exact: true });
  const goTo = (tab: string) => page.getByRole('tab', { name: tab }).click();

  await fillIn(page, words, pbx);
  await take('sign-in');
  await signIn(page, words);
  await take('getting-started');
  await page.getByRole('button', { name: words.dismiss }).click();

  await goTo(words.tabs.settings);
  await page.getByLabel(words.settings.deskName, { exact: true }).fill(words.settings.deskNameHint);
  await goTo(words.tabs.dialPad);
  await page.getByRole('heading', { name: words.settings.deskNameHint }).waitFor();

  await keepFavourites(page, words);
  await take('favourites-on-the-pad');
  await page.getByRole('button', { name: words.favourites.title, exact: true }).click();
  await take('favourites');
  await page.keyboard.press('Escape');
  await number.fill('756');
  await take('name-by-its-keys');

  await number.fill('0812340012');
  await take('number-typed');
  await callAround(page, words, pbx, take);

  await goTo(words.tabs.recentCalls);
  await page.getByRole('list', { name: words.calls.list }).waitFor();
  // Until the PBX's calls have joined those that were made from here.
  await page.locator('.tool-turning').waitFor({ state: 'detached' });
  await take('recent-calls');
  await goTo(words.tabs.contacts);
  await page.getByRole('list', { name: words.contacts.list }).waitFor();
  await take('contacts');
  await goTo(words.tabs.settings);
  await page.getByRole('combobox', { name: words.settings.theme }).waitFor();
  await take('settings');
}

const pbx = await startOffice();
try {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const look of looks) {
    const name = `${look.language}-${look.theme}`;
    const { app, page } = await startCompanion({ profile: name, pbx, look });
    try {
      let taken = 0;
      const take: Take = async (screen) => {
        taken += 1;
        // Away from whatever was pressed last, which would look as if the mouse were on it.
        await page.mouse.move(0, 0);
        const file = path.join(folder, `${name}-${taken}-${screen}.png`);
        await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
      };
      await walk(page, await wordsOn(page), pbx, take);
      say(`Walked through the screens: ${taken} pictures, ${name}.`);
    } finally {
      await app.close();
    }
  }
  say(`There is no display to show the app on: pictures of its screens are in ${folder}`);
} finally {
  await pbx.close();
}
