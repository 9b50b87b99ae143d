import { setTimeout as after } from 'node:timers/promises';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { question, readQuestion } from './companion.ts';

/** The windows that ask before a call. One that goes meanwhile asks no more. */
async function asking(app: ElectronApplication): Promise<Page[]> {
  const counts = await Promise.all(
    app.windows().map(async (page) => {
      const counted = question(page).count();
      // A page that was let go does not answer the driver.
      return { page, count: await Promise.race([counted.catch(() => 0), after(1_000, 0)]) };
    }),
  );
  return counts.filter(({ count }) => count > 0).map(({ page }) => page);
}

/** The small window that asks before a call, once it does: no other asks beside it. */
export async function asked(app: ElectronApplication): Promise<Page> {
  // Looked for all the time: what is to be tried before it takes a yes is to come in time.
  await expect
    .poll(async () => (await asking(app)).map((page) => page.url()), { intervals: [50] })
    .toEqual(['app://companion/question.html']);
  const [page] = await asking(app);
  if (page === undefined) throw new Error('it asks no more');
  return page;
}

/** Once it takes a yes, as for a person who reads it. */
export async function askedAndRead(app: ElectronApplication): Promise<Page> {
  const page = await asked(app);
  await readQuestion(page);
  return page;
}

/** Nothing is asked, in no window. */
export const notAsked = (app: ElectronApplication): Promise<void> =>
  expect.poll(async () => (await asking(app)).length).toBe(0);

/** Of the small window: where it is, and whether a person sees it; `null`: there is none. */
export const questionWindow = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow, screen }) => {
    const window = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().endsWith('/question.html'),
    );
    if (window === undefined) return null;
    const bounds = window.getBounds();
    return {
      title: window.getTitle(),
      visible: window.isVisible(),
      focused: window.isFocused(),
      bounds,
      workArea: screen.getDisplayMatching(bounds).workArea,
    };
  });
