import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { NumberAct, NumberMenu } from '../contract/numbers.ts';
import type { Words } from '../words/index.ts';

/** The menu of text fields and of marked text, by the right button of the mouse: an API key is pasted by it, say. */
export function offerEditing(browser: BrowserWindow, words: () => Words): void {
  browser.webContents.on('context-menu', (_event, { x, y, isEditable, editFlags, selectionText }) => {
    const { editing } = words();
    const item = (role: keyof typeof editing, enabled: boolean): MenuItemConstructorOptions => ({
      role,
      label: editing[role],
      enabled,
    });
    const copy = item('copy', editFlags.canCopy);
    const items = isEditable
      ? [
          item('cut', editFlags.canCut),
          copy,
          item('paste', editFlags.canPaste),
          { type: 'separator' as const },
          item('selectAll', editFlags.canSelectAll),
        ]
      : selectionText.trim() === ''
        ? []
        : [copy];
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window: browser, ...placeOf(x, y) });
  });
}

/** Electron's own choice is the pointer, which is anywhere when the menu key is pressed. */
const placeOf = (x: number, y: number) => ({ x: Math.round(x), y: Math.round(y) });

/** The menu of a number in the page. `null`: it was closed. */
export function askNumberMenu(
  browser: BrowserWindow,
  { calls }: Words,
  { display, opens, x, y }: NumberMenu,
): Promise<NumberAct | null> {
  return new Promise((resolve) => {
    const item = (act: NumberAct, label: string) => ({ label, click: () => resolve(act) });
    const zoom = browser.webContents.getZoomFactor();
    const items = [
      item('call', calls.call(display)),
      item('copy', calls.copyNumber),
      ...(opens ? [item('openIn', calls.openIn)] : []),
    ];
    // On some systems the menu is gone before it tells what was chosen.
    const callback = () => setTimeout(() => resolve(null), 100);
    Menu.buildFromTemplate(items).popup({ window: browser, callback, ...placeOf(x * zoom, y * zoom) });
  });
}
