import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { newProfile, rmProfile, signIn, startCompanion } from '../e2e/support/companion.ts';
import { row } from '../e2e/support/rows.ts';
import { startPbx } from '../pbx/stand-in.ts';

export interface ScrollFrames {
  /** Of each round, the mean milliseconds from frame to frame while the list is scrolled by so many pixels in each. */
  readonly ours: readonly number[];
  /** The same of an empty box as high, in the same window. */
  readonly floor: readonly number[];
}

/** As many as the program keeps. */
const calls = 20_000;

/** Scrolls a list of twenty thousand calls, and in turns an empty box: quickly, as somebody does who drags the bar. */
export async function scrollCalls({ pixels = 3_000, frames = 120, rounds = 4 } = {}): Promise<ScrollFrames> {
  const rows = Array.from({ length: calls }, (_, index) =>
    row(60 + index * 4, { src: `08${String(10_000_000 + index)}`, cnam: `Customer ${index}` }),
  );
  const pbx = await startPbx({ rows, maxRows: 5_000 });
  const profile = newProfile();
  const { page, close } = await startCompanion(profile);
  try {
    await signIn(page, { address: pbx.origin });
    await page.getByRole('tab', { name: 'Recent calls' }).click();
    await page.locator(`[aria-setsize="${calls}"]`).first().waitFor({ timeout: 120_000 });
    await page.evaluate(() => {
      const box = document.createElement('div');
      box.className = 'bench-empty';
      box.style.cssText = 'position: fixed; inset: 0; overflow-y: auto; background: white; display: none';
      box.append(Object.assign(document.createElement('p'), { style: 'height: 1100000px' }));
      document.body.append(box);
    });
    const [ours, floor]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      floor.push(mean(await scroll(page, '.bench-empty', pixels, frames)));
      ours.push(mean(await scroll(page, '.calls-scroll', pixels, frames)));
    }
    return { ours, floor };
  } finally {
    await close();
    await pbx.close();
    rmProfile(profile);
  }
}

/** As text: what tsx adds to a function is not there in the page. */
function scroll(page: Page, selector: string, pixels: number, frames: number): Promise<number[]> {
  return page.evaluate(`new Promise((resolve) => {
    const box = document.querySelector('${selector}');
    const isCover = box.style.display === 'none';
    if (isCover) box.style.display = 'block';
    box.scrollTop = 0;
    const took = [];
    let last = 0;
    const step = (at) => {
      if (last > 0) took.push(at - last);
      last = at;
      box.scrollTop += ${pixels};
      if (took.length < ${frames}) return requestAnimationFrame(step);
      if (isCover) box.style.display = 'none';
      resolve(took);
    };
    setTimeout(() => requestAnimationFrame(step), 500);
  })`);
}

const mean = (all: readonly number[]): number => all.reduce((sum, one) => sum + one, 0) / all.length;

// A program of its own: where Electron lies is known by its environment, before anything is imported.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(
    JSON.stringify([await scrollCalls({ pixels: 300 }), await scrollCalls({ pixels: 3_000 })]),
  );
}
