import { setTimeout as after } from 'node:timers/promises';
import { pressCopyKey } from '../desktop/clipboard/copy-key.ts';
import { copyMarked } from '../desktop/clipboard/copy-marked.ts';
import { readWayland } from '../desktop/wayland/paste.ts';
import { localDisplay } from '../desktop/x11/connection.ts';
import { createSelectionReader } from '../desktop/x11/selections.ts';
import type { Reading, Readings } from '../selection/reading.ts';
import { copiedText, lendingClipboard, markedText } from './clipboard.ts';

export interface SystemTexts {
  /** What is marked, and what was copied. */
  texts(): Promise<Readings>;
  /** The same without pressing any key: what is marked is known only where the system tells it. */
  atRest(): Promise<Readings>;
  clipboard(): Promise<Reading>;
}

/** True where what is marked has to be copied to be known. */
export const copiesMarked = process.platform === 'win32' || process.platform === 'darwin';

export interface SystemTextsParts {
  /** The person wants marked text to be copied where it cannot be known otherwise. */
  readonly mayCopy: () => boolean;
  /** The window is Wayland's. */
  readonly wayland: boolean;
  readonly hasFocus: () => boolean;
  /** Brings the window to the front. False: it did not get the focus. */
  readonly takeFocus: () => Promise<boolean>;
}

export function systemTexts(parts: SystemTextsParts): SystemTexts {
  if (process.platform === 'linux') return linuxTexts(parts);
  const { mayCopy } = parts;
  const clipboard = async () => reading(await copiedText(), 'nothing');
  const atRest = async () =>
    ({ marked: { kind: 'nothing' }, clipboard: await clipboard(), order: null }) as const;
  return {
    async texts() {
      if (!mayCopy()) return await atRest();
      const marked = await copyMarked({
        clipboard: lendingClipboard(),
        pressCopy: () => pressCopyKey(process.platform),
        wait: after,
      });
      // Nothing is marked, or the program in front was slow, or has a picture: that looks the same.
      return { marked: reading(marked, 'unreadable'), clipboard: await clipboard(), order: null };
    },
    atRest,
    clipboard,
  };
}

/**
 * By `wl-paste` where the desktop lets programs without the focus read, else by X, which many Wayland desktops have beside them. Where both
 * do not tell (GNOME's without X), the window comes to the front for it.
 */
function linuxTexts({ wayland, hasFocus, takeFocus }: SystemTextsParts): SystemTexts {
  const display = localDisplay(process.env.DISPLAY);
  const reader = display && createSelectionReader(display, process.env.XAUTHORITY);

  async function byX(): Promise<Readings> {
    if (!reader && wayland) return unknown;
    if (!reader) {
      const [marked, clipboard] = [await markedText(), await copiedText()];
      return {
        marked: reading(marked, 'unreadable'),
        clipboard: reading(clipboard, 'nothing'),
        order: null,
      };
    }
    const [marked, clipboard] = await Promise.all([reader.read('PRIMARY'), reader.read('CLIPBOARD')]);
    const order = reader.order();
    return { marked, clipboard, order: order && { marked: order.PRIMARY, clipboard: order.CLIPBOARD } };
  }

  /** Without its focus Electron says the same of a text as of none, and so it does for a moment after it has come. */
  async function byFocus(): Promise<Readings> {
    let texts: readonly (string | null)[] = [];
    for (let tries = focusTries; tries > 0 && texts.every((text) => !text); tries -= 1) {
      if (texts.length > 0) await after(focusStep);
      texts = await Promise.all([markedText(), copiedText()]);
    }
    const [marked = null, clipboard = null] = texts;
    const without = hasFocus() ? 'nothing' : 'unreadable';
    return { marked: reading(marked, without), clipboard: reading(clipboard, without), order: null };
  }

  async function atRest(): Promise<Readings> {
    const [marked, clipboard] = await Promise.all([
      readWayland('marked', process.env),
      readWayland('clipboard', process.env),
    ]);
    if (marked !== null && clipboard !== null) return { marked, clipboard, order: null };
    const readings = await byX();
    return wayland && isUnknown(readings) && hasFocus() ? await byFocus() : readings;
  }

  async function texts(): Promise<Readings> {
    const readings = await atRest();
    return wayland && isUnknown(readings) && (await takeFocus()) ? await byFocus() : readings;
  }

  return { texts, atRest, clipboard: async () => (await texts()).clipboard };
}

const focusTries = 6;
const focusStep = 50;

const unknown: Readings = { marked: { kind: 'unreadable' }, clipboard: { kind: 'unreadable' }, order: null };
const isUnknown = ({ marked, clipboard }: Readings): boolean =>
  marked.kind === 'unreadable' && clipboard.kind === 'unreadable';

const reading = (text: string | null, without: 'nothing' | 'unreadable'): Reading =>
  text === null ? { kind: without } : { kind: 'text', text };
