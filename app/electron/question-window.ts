import { type BrowserWindow, screen } from 'electron';
import { type Point, placeByPointer } from '../desktop/placement.ts';
import { questionPage } from '../policies/pages.ts';
import type { QuestionWindow } from '../question/question.ts';
import { timer } from '../util/timer.ts';
import { keepPage } from './page.ts';
import { scaled } from './text-size.ts';
import { makeWindow } from './window-options.ts';

export interface QuestionWindowParts {
  readonly wayland: boolean;
  /** Per cent of the usual. */
  readonly textSize: () => number;
  readonly preload: string;
  readonly made: (browser: BrowserWindow) => void;
  /** The window that is in front may stay there while this one is. */
  readonly beside: { stepAside(): void; stepBack(hadFocus: boolean): void };
  /** It was closed by the desktop. */
  readonly closed: () => void;
  readonly log: (line: string) => void;
}

/** Its page tells how tall it is; before it has, not much. */
const smallest = { width: 320, height: 120 } as const;
/** Milliseconds. A question that nobody can see would keep others from being asked. */
const longestDrawing = 2_000;
/** Milliseconds out of sight: the key that answered is let go meanwhile, and the next question may come at once. */
const lingers = 1_000;

interface Made {
  readonly browser: BrowserWindow;
  readonly page: ReturnType<typeof keepPage>;
}

/** Made when there is something to ask, and gone soon after: it is seldom needed, and a page that waits takes memory. */
export function createQuestionWindow(parts: QuestionWindowParts): QuestionWindow & { end(): void } {
  let made: Made | null = null;
  let asks = false;
  let ended = false;
  /** Where the pointer was when it was asked; `null`: the desktop chooses the place. */
  let pointer: Point | null = null;
  let height = 0;
  let cancel = () => {};

  function make(): Made {
    const browser = makeWindow(parts.preload, {
      ...scaled(smallest, parts.textSize()),
      useContentSize: true,
      // On Wayland the desktop chooses its place: there it has a frame to move it by.
      frame: parts.wayland,
      skipTaskbar: !parts.wayland,
      autoHideMenuBar: true,
      resizable: false,
      fullscreenable: false,
      maximizable: false,
      minimizable: false,
    });
    browser.setAlwaysOnTop(true, 'pop-up-menu');
    parts.made(browser);
    browser.on('page-title-updated', (event) => event.preventDefault());
    browser.on('close', (event) => {
      event.preventDefault();
      parts.closed();
    });
    browser.webContents.on('dom-ready', () => browser.webContents.setZoomFactor(parts.textSize() / 100));
    return { browser, page: keepPage(browser, questionPage, () => {}, parts.log) };
  }

  function show(wanted: number): void {
    if (made === null || !asks) return;
    const { browser, page } = made;
    // A question only grows while it is looked at: what one is about to press stays where it is.
    if (wanted > height) {
      height = wanted;
      const size = scaled({ width: smallest.width, height }, parts.textSize());
      if (pointer === null) browser.setContentSize(size.width, size.height);
      else browser.setBounds(placeByPointer(pointer, screen.getDisplayNearestPoint(pointer), size));
    }
    if (browser.isVisible()) return;
    parts.beside.stepAside();
    browser.show();
    browser.focus();
    page.watch.seen(true);
  }

  function after(milliseconds: number, then: () => void): void {
    cancel();
    cancel = timer(milliseconds, then);
  }

  function letGo(): void {
    made?.page.watch.stop();
    // Not closed: that asks the page first, which may not answer.
    made?.browser.destroy();
    made = null;
  }

  function close(): void {
    if (made === null || !asks) return;
    const { browser, page } = made;
    asks = false;
    after(lingers, letGo);
    if (!browser.isVisible()) return;
    const hadFocus = browser.isFocused();
    browser.hide();
    page.watch.seen(false);
    parts.beside.stepBack(hadFocus);
  }

  return {
    ask(title) {
      if (ended) return;
      // Wayland tells nobody where the pointer is; some releases end when they are asked.
      if (!asks) pointer = parts.wayland ? null : screen.getCursorScreenPoint();
      asks = true;
      height = 0;
      if (made === null) made = make();
      else made.page.load();
      made.browser.setTitle(title);
      after(longestDrawing, () => show(smallest.height));
    },
    async drawn(tall) {
      show(tall);
    },
    close,
    end() {
      ended = true;
      cancel();
      letGo();
    },
  };
}
