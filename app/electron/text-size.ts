import { type BrowserWindow, screen } from 'electron';
import type { Rectangle, Size } from '../desktop/placement.ts';
import { rescaled, type Scaled } from '../desktop/text-scaled.ts';

/** The smallest and the first size of the window, where the text has its usual size. */
export const usual = { width: 360, height: 600 } as const satisfies Size;
const smallest: Size = { width: 320, height: 480 };

export const scaled = ({ width, height }: Size, percent: number): Size => ({
  width: Math.round((width * percent) / 100),
  height: Math.round((height * percent) / 100),
});

export interface TextSizing {
  /** Per cent of the usual, as it is set now. */
  readonly percent: () => number;
  /** Where a popover goes with its new size; `null`: it is an ordinary window, which keeps its place. */
  readonly place: (() => Rectangle) | null;
}

/** Larger text makes the window larger, as far as the screen goes, so that what is on it stays on it. */
export function followTextSize(browser: BrowserWindow, { percent, place }: TextSizing): () => void {
  let now: Scaled = { percent: 100, usual, made: usual, room: usual };
  const zoom = () => browser.webContents.setZoomFactor(percent() / 100);
  browser.webContents.on('dom-ready', zoom);

  function apply(): void {
    const next = percent();
    if (next === now.percent || browser.isDestroyed()) return;
    zoom();
    if (place === null) {
      const { workArea } = screen.getDisplayMatching(browser.getBounds());
      const [width = usual.width, height = usual.height] = browser.getSize();
      now = rescaled(now, { width, height }, next, workArea);
      const least = scaled(smallest, next);
      browser.setMinimumSize(Math.min(least.width, workArea.width), Math.min(least.height, workArea.height));
      browser.setSize(now.made.width, now.made.height);
      return;
    }
    if (browser.isVisible()) browser.setBounds(place());
    now = { ...now, percent: next };
  }
  apply();
  return apply;
}
