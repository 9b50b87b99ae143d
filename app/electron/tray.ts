import path from 'node:path';
import {
  app,
  Menu,
  type MenuItemConstructorOptions,
  type NativeImage,
  nativeImage,
  nativeTheme,
  Tray,
} from 'electron';
import type { Rectangle } from '../desktop/placement.ts';
import type { TrayItem, TrayShown } from '../tray/tray-menu.ts';

export interface TrayParts {
  readonly icons: string;
  /** The icon's rectangle; `null` where the desktop tells none (Linux). */
  readonly pressed: (anchor: Rectangle | null) => void;
  readonly chosen: (item: TrayItem) => void;
}

export interface TrayIcon {
  show(shown: TrayShown): void;
  remove(): void;
}

export function createTray(parts: TrayParts): TrayIcon {
  const tray = new Tray(icon(parts.icons, 0));
  let shownCount = 0;
  tray.on('click', (_event, bounds) => parts.pressed(bounds.width > 0 ? bounds : null));
  if (process.platform !== 'darwin') {
    nativeTheme.on('updated', () => tray.setImage(icon(parts.icons, shownCount)));
  }

  function showCount(count: number): void {
    if (count === shownCount) return;
    shownCount = count;
    // Beside the icon in the menu bar: a template has one colour, and a badge in it would be a smudge.
    if (process.platform === 'darwin') tray.setTitle(count === 0 ? '' : String(count));
    else tray.setImage(icon(parts.icons, count));
    // The Dock's badge, and the launcher's of desktops that have one.
    app.setBadgeCount(count);
  }

  let known = '';
  let menu = Menu.buildFromTemplate([]);
  // With a menu set, macOS opens it on every click and reports none; it is popped up by hand there.
  tray.on('right-click', () => {
    if (process.platform === 'darwin') tray.popUpContextMenu(menu);
  });

  function entry(item: TrayItem): MenuItemConstructorOptions {
    if (item.kind === 'line') return { type: 'separator' };
    if (item.kind === 'menu') return { label: item.label, submenu: item.items.map(entry) };
    return { label: item.label, click: () => parts.chosen(item) };
  }

  return {
    show({ tooltip, menu: items, toDo }) {
      showCount(toDo);
      tray.setToolTip(tooltip);
      // Set anew, a menu closes under the finger, and what is chosen from the old one is lost.
      const next = JSON.stringify(items);
      if (next === known) return;
      known = next;
      menu = Menu.buildFromTemplate(items.map(entry));
      // Linux shows what was set last: a changed menu must be set again.
      if (process.platform !== 'darwin') tray.setContextMenu(menu);
    },
    remove: () => tray.destroy(),
  };
}

/** macOS tints a template by itself; elsewhere the panel's colour is guessed from the theme. */
function icon(folder: string, count: number): NativeImage {
  const load = (name: string) => nativeImage.createFromPath(path.join(folder, name));
  if (process.platform === 'darwin') return load('trayTemplate.png');
  const name = nativeTheme.shouldUseDarkColors ? 'tray-light' : 'tray-dark';
  const plain = load(`${name}.png`);
  if (count === 0) return plain;
  const { width, height } = plain.getSize();
  // Side by side: with a count of 1 to 9, and one for all that are more (`build/icons/badges.ts`).
  return load(`${name}-missed.png`).crop({ x: (Math.min(count, 10) - 1) * width, y: 0, width, height });
}
