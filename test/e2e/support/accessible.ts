import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { whileItReads } from './companion.ts';

/** WCAG 2.2, levels A and AA, and what axe holds to be good practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** @param what of all that is there, or of what another theme can change */
export async function expectAccessible(
  page: Page,
  where: string,
  what: 'all' | 'colours' = 'all',
): Promise<void> {
  await page.waitForTimeout(250);
  const axe = new AxeBuilder({ page }).setLegacyMode();
  const asked = what === 'all' ? axe.withTags(tags) : axe.withRules('color-contrast');
  const { violations } = await whileItReads(page, () => asked.analyze());
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  expect(told, where).toEqual([]);
  if (what === 'all') await expectStill(page, where);
}

/** For who wants no motion, nothing on the page takes longer than a frame to become what it is. */
async function expectStill(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving = await page.evaluate(() => {
    const seconds = (list: string) => list.split(',').map((time) => Number.parseFloat(time));
    return [...document.querySelectorAll(':not(option)')].flatMap((element) =>
      ['', '::before', '::after', '::backdrop']
        .map((part) => getComputedStyle(element, part))
        .filter(
          ({ animationDuration, transitionDuration, animationName, animationIterationCount }) =>
            Math.max(...seconds(animationDuration), ...seconds(transitionDuration)) > 0.016 ||
            (animationName !== 'none' && animationIterationCount.includes('infinite')),
        )
        .map(() => element.outerHTML.slice(0, 120)),
    );
  });
  await page.emulateMedia({ reducedMotion: null });
  expect(moving, `${where}, without motion`).toEqual([]);
}

/** Nothing is wider than its place but what is scrolled by intent, and no line of text lies over another. Of a dialog: within it. */
export async function expectFits(page: Page, where: string): Promise<void> {
  const wrong = await page.evaluate(() => {
    const told: string[] = [];
    const called = (element: Element) => `${element.className} “${(element.textContent ?? '').slice(0, 40)}”`;
    /** What is left of a line of text by the places that cut it off. */
    const seen = (line: DOMRect, element: Element) => {
      let [left, top, right, bottom] = [line.left, line.top, line.right, line.bottom];
      for (let at: Element | null = element; at !== null; at = at.parentElement) {
        if (getComputedStyle(at).opacity === '0') return null;
        if (getComputedStyle(at).overflow === 'visible') continue;
        const place = at.getBoundingClientRect();
        left = Math.max(left, place.left);
        top = Math.max(top, place.top);
        right = Math.min(right, place.right);
        bottom = Math.min(bottom, place.bottom);
      }
      return right - left > 1 && bottom - top > 1 ? { element, left, top, right, bottom } : null;
    };
    const whole = document.querySelector('dialog:modal') ?? document.body;
    for (const element of [whole, ...whole.querySelectorAll('*')]) {
      const mayScroll = element.matches('.chips, .filters, .tags');
      const { overflowX } = getComputedStyle(element);
      const scrolls = ['auto', 'scroll'].includes(overflowX);
      if (scrolls && !mayScroll && element.scrollWidth > element.clientWidth + 1) {
        const { right } = element.getBoundingClientRect();
        const wide = [...element.querySelectorAll('*')].filter(
          (part) => part.getBoundingClientRect().right > right,
        );
        told.push(`scrolls sideways: ${called(element)} for ${wide.map(called).join(', ')}`);
      }
    }
    const lines = [];
    const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { currentNode: text } = texts;
      const element = text.parentElement;
      // What lies over the keys lies there by intent, as the row of Call does over what scrolls; what is said only has no place.
      if (
        element === null ||
        element.closest('.said-only, option, .getting-started, .calls-day, .dial-actions')
      )
        continue;
      const range = document.createRange();
      range.selectNodeContents(text);
      for (const box of range.getClientRects()) {
        if (
          box.right > innerWidth + 1 &&
          element.closest('.cut, .chips, .filters, .tags, .my-day-line') === null
        )
          told.push(`out of the window: ${called(element)}`);
        const line = seen(box, element);
        if (line !== null) lines.push(line);
      }
    }
    for (const [index, one] of lines.entries())
      for (const other of lines.slice(index + 1)) {
        const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        if (one.element !== other.element && wide > 3 && high > 6)
          told.push(`over each other: ${called(one.element)} and ${called(other.element)}`);
      }
    return told;
  });
  expect(wrong, where).toEqual([]);
}
