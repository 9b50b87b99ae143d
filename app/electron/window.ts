import { setTimeout as after } from 'node:timers/promises';
import { type BrowserWindow, screen } from 'electron';
import type { PageHolds } from '../desktop/page-holds.ts';
import type { PageRest } from '../desktop/page-rest.ts';
import { placePopover, type Rectangle } from '../desktop/placement.ts';
import { page as pageAddress } from '../policies/pages.ts';
import { timer } from '../util/timer.ts';
import { endDrawingProcess } from './end-process.ts';
import { keepPage, type LivingPage } from './page.ts';
import { followTextSize, scaled, usual } from './text-size.ts';
import { makeWindow } from './window-options.ts';

export interface CompanionWindow<State> {
  readonly browser: BrowserWindow;
  readonly rest: PageRest<State>;
  /** Its first picture is there, or takes very long: what can wait need wait no more. */
  readonly drawn: Promise<void>;
  /** In front and with the focus; a popover beside `anchor`, beside the cursor for `null`, else where trays usually are. */
  show(anchor?: Rectangle | null): void;
  /** At start: as soon as there is something to see. */
  showFirst(): void;
  /** Puts it away. Where there is no tray it stays, for nothing would bring it back. */
  dismiss(): void;
  toggle(anchor: Rectangle | null): void;
  /** Something can be said nowhere but here: shows a hidden window, and leaves one alone that somebody looks at. */
  reveal(): void;
  /** In front. False where the desktop does not give it the focus. */
  takeFocus(): Promise<boolean>;
  /** A question is asked: in front, with the focus, and there until it is answered. */
  interrupt(): void;
  /** The question is answered. Back to how it was before, unless there is something to `read`. */
  resume(read: boolean): void;
  /** Another window of the program comes to the front, for a moment: this one stays as it is. */
  stepAside(): void;
  /** It is gone. `hadFocus`: until then; who has it now asked for it elsewhere otherwise. */
  stepBack(hadFocus: boolean): void;
  /** Another size of text was chosen. */
  applyTextSize(): void;
  /** The program ends, and the window is gone. */
  release(): void;
}

export interface WindowParts<State> {
  /** The desktop shows the icon that opens it. */
  readonly tray: boolean;
  /** It is a window of Wayland's. */
  readonly wayland: boolean;
  readonly title: string;
  /** Per cent of the usual. */
  readonly textSize: () => number;
  readonly preload: string;
  readonly shown: () => void;
  /** The page has drawn its first picture. */
  readonly drawn: Promise<void>;
  readonly holds: Pick<PageHolds, 'seen' | 'focused' | 'gone'>;
  readonly restOf: (page: Pick<LivingPage, 'letGo' | 'load'>) => PageRest<State>;
  readonly log: (line: string) => void;
}

const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Milliseconds. */
const quietAfterQuestion = 1_000;
const longestDrawing = 2_000;
const longestPainting = 15_000;

/** Made once, hidden, and then only shown: building it at the click would take ten times as long. Only its page is let go, when nobody looks for long. */
export function createWindow<State>(parts: WindowParts<State>): CompanionWindow<State> {
  // A popover stands beside the tray icon and goes at a click elsewhere. On Wayland it would open wherever the desktop puts it, with
  // no frame to move it by; and where the cursor is, Electron must not even be asked, for some releases end then.
  const popover = parts.tray && !parts.wayland;
  const browser = makeWindow(parts.preload, {
    ...usual,
    ...(popover
      ? {
          frame: false,
          resizable: false,
          skipTaskbar: true,
          fullscreenable: false,
          maximizable: false,
          minimizable: false,
        }
      : { minWidth: 320, minHeight: 480, maximizable: false, fullscreenable: false, autoHideMenuBar: true }),
    title: parts.title,
  });

  /** From the beginning: it may be before anybody asks. */
  const painted = new Promise<void>((resolve) => {
    // Wayland paints no window that is hidden.
    if (parts.wayland) return;
    // Chromium waits for the process that draws for as long as that stands still, and nobody would see the program that they started.
    const cancel = timer(longestPainting, () => {
      parts.log('nothing is painted: the process that draws is started anew');
      endDrawingProcess();
      resolve();
    });
    browser.once('ready-to-show', () => {
      cancel();
      resolve();
    });
  });
  // A turn later: what waits for it shall not keep the window from being shown.
  const drawn = new Promise<void>((resolve) => {
    void Promise.all([parts.drawn, parts.wayland ? undefined : painted]).then(() => setImmediate(resolve));
    timer(longestDrawing, resolve);
  });
  let ending = false;
  /** How the window was before a question brought it to the front. */
  let before: { readonly visible: boolean; readonly focused: boolean } | null = null;
  /** Whether the window had the focus before another one of the program took it. */
  let aside: { readonly focused: boolean } | null = null;
  /** Until when no key calls: the one that answered a question may be pressed once more. */
  let quietUntil = 0;
  browser.webContents.on('before-input-event', (event, { key }) => {
    if (performance.now() < quietUntil && (key === 'Enter' || key === ' ')) event.preventDefault();
  });
  /** When a click elsewhere last took the focus, and hid a popover. That click may be the one on the tray icon. */
  let blurredAt = Number.NEGATIVE_INFINITY;
  /** Goes up with each wish to show or hide it: a page that comes back late is shown only if nobody thought better of it. */
  let wishes = 0;

  /** Beside what the popover stands, and on which display where that is nothing. */
  let stands: { readonly at: Rectangle | null; readonly near: Rectangle } = { at: null, near: nowhere };
  const place = () =>
    placePopover(
      stands.at,
      screen.getDisplayNearestPoint(stands.at ?? stands.near),
      scaled(usual, parts.textSize()),
    );
  const applyTextSize = followTextSize(browser, { percent: parts.textSize, place: popover ? place : null });

  function show(anchor?: Rectangle | null) {
    // A notice's answer may come while the program ends.
    if (ending || browser.isDestroyed()) return;
    // One that is open stays where it is: a question may come while the person looks at it.
    if (popover && !browser.isVisible()) {
      const cursor = { ...screen.getCursorScreenPoint(), width: 0, height: 0 };
      stands = { at: anchor === undefined ? null : (anchor ?? cursor), near: cursor };
      browser.setBounds(place());
    } else if (browser.isMinimized()) {
      browser.restore();
    }
    wishes += 1;
    const wish = wishes;
    const coming = rest.needed();
    if (coming === null) toFront();
    else void coming.then(() => wish === wishes && toFront());
    parts.shown();
  }

  function toFront() {
    if (ending || browser.isDestroyed()) return;
    // Wayland lets no window come to the front by itself, but puts a new one there. Nor does it tell of one that is minimized.
    if (parts.wayland && browser.isVisible() && !browser.isFocused()) browser.hide();
    browser.show();
    browser.focus();
    watch.look();
  }

  function hide() {
    wishes += 1;
    browser.hide();
  }

  browser.on('blur', () => {
    // Hiding takes the focus away too: that is no click elsewhere.
    if (!browser.isVisible() || browser.webContents.isDevToolsOpened()) return;
    // A question that goes at a click elsewhere would be one that nobody answered and nobody saw go.
    if (before !== null || aside !== null) return;
    blurredAt = performance.now();
    if (popover) hide();
  });
  browser.on('close', (event) => {
    if (ending) return;
    event.preventDefault();
    hide();
  });
  browser.on('page-title-updated', (event) => event.preventDefault());
  const page = keepPage(browser, pageAddress, parts.holds.gone, parts.log);
  const { watch } = page;
  const rest = parts.restOf(page);
  const seen = () => {
    const visible = browser.isVisible() && !browser.isMinimized();
    parts.holds.seen(visible);
    watch.seen(visible);
    rest.seen(visible);
  };
  for (const change of ['show', 'hide', 'minimize', 'restore'] as const) browser.on(change as 'show', seen);
  browser.on('focus', () => parts.holds.focused(true));
  browser.on('blur', () => parts.holds.focused(false));

  return {
    browser,
    rest,
    drawn,
    show,
    showFirst() {
      // Shown before it is painted, an empty window flashes.
      if (parts.wayland) void drawn.then(() => show());
      else void painted.then(() => show());
    },
    dismiss() {
      if (parts.tray) hide();
    },
    toggle(anchor) {
      // A press on the tray icon first takes the focus, which hides the popover; showing it again would make it
      // impossible to close by the icon.
      const hadFocus = performance.now() - blurredAt < 250;
      // An ordinary window may lie behind others: then the icon brings it to the front.
      const inFront = popover ? browser.isVisible() : browser.isFocused();
      if (inFront || hadFocus) hide();
      else show(anchor);
    },
    reveal() {
      if (!browser.isDestroyed() && !browser.isVisible()) show();
    },
    async takeFocus() {
      show();
      for (let tries = 20; tries > 0 && !browser.isDestroyed() && !browser.isFocused(); tries -= 1)
        await after(50);
      return !browser.isDestroyed() && browser.isFocused();
    },
    interrupt() {
      if (ending || browser.isDestroyed()) return;
      before ??= { visible: browser.isVisible(), focused: browser.isFocused() };
      browser.setAlwaysOnTop(true, 'pop-up-menu');
      show();
    },
    resume(read) {
      if (before === null || browser.isDestroyed()) return;
      const { visible, focused } = before;
      before = null;
      browser.setAlwaysOnTop(false);
      if (read) return;
      if (!visible) hide();
      else if (!focused) browser.blur();
    },
    stepAside() {
      if (!browser.isDestroyed()) aside ??= { focused: browser.isFocused() };
    },
    stepBack(hadFocus) {
      const wasFocused = aside?.focused === true;
      aside = null;
      if (hadFocus) quietUntil = performance.now() + quietAfterQuestion;
      if (ending || browser.isDestroyed() || !browser.isVisible()) return;
      if (wasFocused && hadFocus) browser.focus();
      // The click elsewhere that would have put it away.
      else if (popover && wasFocused && before === null) hide();
    },
    applyTextSize,
    release() {
      ending = true;
      watch.stop();
      rest.stop();
      // Not closed: that asks the page first, which may not answer.
      browser.destroy();
    },
  };
}
