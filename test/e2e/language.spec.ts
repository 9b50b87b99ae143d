import { expect, test } from '@playwright/test';
import { newProfile, rmProfile, startCompanion } from './support/companion.ts';

for (const [language, locale, title] of [
  ['en', 'en-US', 'Sign in'],
  ['th', 'th', 'ลงชื่อเข้าใช้'],
  ['en', 'ja', 'Sign in'],
] as const) {
  test(`the first screen on a computer that speaks ${locale} is in ${language}`, async () => {
    const profile = newProfile();
    const { page, close } = await startCompanion(profile, { locale });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await close();
    rmProfile(profile);
  });
}

test('a language that was chosen stays, whatever the computer speaks', async () => {
  const profile = newProfile();
  const first = await startCompanion(profile);
  await first.page.evaluate(() => window.companion?.request('settings.set', { language: 'th' }));
  await first.close();
  const second = await startCompanion(profile);
  await expect(second.page.getByRole('heading', { name: 'ลงชื่อเข้าใช้' })).toBeVisible();
  await second.close();
  rmProfile(profile);
});
