import { expect, test } from '@playwright/test';
import { wordsFor } from '../../renderer/words/index.ts';
import { newProfile, rmProfile, startCompanion } from './support/companion.ts';

for (const [language, locale] of [
  ['en', 'en-US'],
  ['th', 'th'],
  ['en', 'ja'],
] as const) {
  test(`the first screen on a computer that speaks ${locale} is in ${language}`, async () => {
    const profile = newProfile();
    const { page, close } = await startCompanion(profile, { locale });
    await expect(page.getByRole('heading', { name: wordsFor(language).signIn.title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await close();
    rmProfile(profile);
  });
}

test('a language that was chosen stays, whatever the computer speaks', async () => {
  const profile = newProfile();
  const first = await startCompanion(profile);
  await first.page.evaluate(() => window.companion?.call('settings.set', { language: 'th' }));
  await first.close();
  const second = await startCompanion(profile);
  await expect(second.page.getByRole('heading', { name: wordsFor('th').signIn.title })).toBeVisible();
  await second.close();
  rmProfile(profile);
});
