import path from 'node:path';
import { Menu, type MenuItemConstructorOptions, nativeImage, nativeTheme, Tray } from 'electron';
import type { Rectangle } from '../desktop/placement.ts';
import type { TrayItem } from '../desktop/tray-menu.ts';

export interface TrayParts {
  readonly icons: string;
  /** The icon's rectangle; `null` where the desktop tells none (Linux). */
  readonly pressed: (anchor: Rectangle | null) => void;
  readonly chosen: (item: TrayItem) => void;
}

export interface TrayIcon {
  show(tooltip: string, menu: readonly TrayItem[]): void;
  remove(): void;
}

export function createTray(parts: TrayParts): TrayIcon {
  const tray = new Tray(icon(parts.icons));
  tray.on('click', (_event, bounds) => parts.pressed(bounds.width > 0 ? bounds : null));
  if (process.platform !== 'darwin') nativeTheme.on('updated', () => tray.setImage(icon(parts.icons)));

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
    show(tooltip, items) {
      tray.setToolTip(tooltip);
      menu = Menu.buildFromTemplate(items.map(entry));
      // Linux shows what was set last: a changed menu must be set again.
      if (process.platform !== 'darwin') tray.setContextMenu(menu);
    },
    remove: () => tray.destroy(),
  };
}

/** macOS tints a template by itself; elsewhere the panel's colour is guessed from the theme. */
function icon(folder: string) {
  if (process.platform === 'darwin') return nativeImage.createFromPath(path.join(folder, 'trayTemplate.png'));
  const name = nativeTheme.shouldUseDarkColors ? 'tray-light.png' : 'tray-dark.png';
  return nativeImage.createFromPath(path.join(folder, name));
}
