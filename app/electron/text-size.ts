import { type BrowserWindow, screen } from 'electron';
import type { Rectangle, Size } from '../desktop/placement.ts';

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
  let now = 100;
  const zoom = () => browser.webContents.setZoomFactor(percent() / 100);
  browser.webContents.on('dom-ready', zoom);

  function apply(): void {
    const next = percent();
    if (next === now || browser.isDestroyed()) return;
    zoom();
    if (place === null) {
      const { workArea } = screen.getDisplayMatching(browser.getBounds());
      const fits = (wanted: Size): [number, number] => [
        Math.min(wanted.width, workArea.width),
        Math.min(wanted.height, workArea.height),
      ];
      const [width = usual.width, height = usual.height] = browser.getSize();
      browser.setMinimumSize(...fits(scaled(smallest, next)));
      browser.setSize(...fits(scaled({ width, height }, (next / now) * 100)));
    } else if (browser.isVisible()) browser.setBounds(place());
    now = next;
  }
  apply();
  return apply;
}
