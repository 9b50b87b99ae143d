import { app, globalShortcut } from 'electron';
import { commandToBind } from '../desktop/hotkey/desktop.ts';
import type { GlobalKeys } from '../desktop/hotkey/hotkey.ts';

/** Keys that are heard whichever window has the focus. */
export function globalKeys(pressed: () => void): GlobalKeys {
  return {
    register(accelerator) {
      // The first tells of a key that is taken; some systems say yes and give nothing, which the second tells.
      return globalShortcut.register(accelerator, pressed) && globalShortcut.isRegistered(accelerator);
    },
    unregister: (accelerator) => globalShortcut.unregister(accelerator),
  };
}

/** For a desktop that gives none: the setting is kept for another day. */
export const noKeys: GlobalKeys = { register: () => true, unregister: () => {} };

/** A window that lost the focus records no keys, whatever its page thinks. */
export function onFocusLost(act: () => void): void {
  app.on('browser-window-blur', act);
}

export function dialSelectionCommand(): string {
  const program = process.env.APPIMAGE
    ? [process.env.APPIMAGE]
    : process.defaultApp
      ? [process.execPath, app.getAppPath()]
      : [process.execPath];
  return commandToBind(program, process.argv);
}
