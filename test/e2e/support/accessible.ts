import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2, levels A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** @param what of all that is there, or of what another theme can change */
export async function expectAccessible(
  page: Page,
  where: string,
  what: 'all' | 'colours' = 'all',
): Promise<void> {
  await page.waitForTimeout(250);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (what === 'all'
    ? axe.withTags(tags)
    : axe.withRules('color-contrast')
  ).analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told, where).toEqual([]);
}
