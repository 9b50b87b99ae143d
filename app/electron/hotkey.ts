import { globalShortcut } from 'electron';
import type { HotkeyView } from '../contract/settings.ts';
import { localDisplay } from '../desktop/x11/connection.ts';
import { createXKeys } from '../desktop/x11/keys.ts';
import { shellLine } from '../hotkey/desktop.ts';
import type { GlobalKeys, Hotkey } from '../hotkey/hotkey.ts';
import { copiesMarked } from './selection.ts';
import { startCommand } from './start-command.ts';

/** Keys that are heard whichever window has the focus. `remapped`: the keyboard's layout is another now. */
export function globalKeys(pressed: () => void, remapped: () => void): GlobalKeys {
  const display = process.platform === 'linux' ? localDisplay(process.env.DISPLAY) : null;
  if (display !== null)
    return createXKeys({ display, xauthority: process.env.XAUTHORITY, pressed, remapped });
  return {
    async register(accelerator) {
      // The first tells of a key that is taken; some systems say yes and give nothing, which the second tells.
      return globalShortcut.register(accelerator, pressed) && globalShortcut.isRegistered(accelerator);
    },
    unregister: (accelerator) => globalShortcut.unregister(accelerator),
  };
}

/** For a desktop that gives none: the setting is kept for another day. */
export const noKeys: GlobalKeys = { register: async () => true, unregister: () => {} };

/** What to bind a key to on a desktop that gives none: this program, told what the key is for. */
const commandFor = (wish: KeyWish): string => shellLine([...startCommand(), wish]);
export type KeyWish = '--dial-selection' | '--show';

/** The key as the settings show it; with a command for the desktop's own keys where no program may have one. */
export function hotkeyView(
  hotkey: Pick<Hotkey, 'label' | 'state'>,
  wish: KeyWish,
  anyKeys: boolean,
  wayland: boolean,
): HotkeyView {
  const label = hotkey.label();
  const here = { label, copiesMarked, wayland };
  if (anyKeys) return { ...here, state: hotkey.state(), command: null };
  return { ...here, state: 'unavailable', command: commandFor(wish) };
}
