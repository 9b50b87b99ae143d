import { globalShortcut } from 'electron';
import type { HotkeyView } from '../contract/settings.ts';
import type { DesktopKey, DesktopKeys, DesktopKeysParts } from '../desktop/portal/desktop-keys.ts';
import { localDisplay } from '../desktop/x11/connection.ts';
import { createXKeys } from '../desktop/x11/keys.ts';
import { shellLine } from '../hotkey/desktop.ts';
import type { GlobalKeys, Hotkey } from '../hotkey/hotkey.ts';
import { inTurn } from '../util/timer.ts';
import { appId } from './program.ts';
import { copiesMarked } from './selection.ts';
import { startCommand } from './start-command.ts';

/** Keys that are heard whichever window has the focus. `remapped`: the keyboard's layout is another now. */
function globalKeys(pressed: () => void, remapped: () => void): GlobalKeys {
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

/** For a desktop that lets no program take one: the setting is what it is asked for. */
const noKeys: GlobalKeys = { register: async () => true, unregister: () => {} };

/** The system's keys; `desktop`: the ones that it gives. */
export const keysFor =
  (id: DesktopKey, desktop: DesktopKeys | null): typeof globalKeys =>
  (pressed, remapped) => {
    if (desktop === null) return globalKeys(pressed, remapped);
    desktop.on(id, pressed);
    return noKeys;
  };

/** What to bind a key to on a desktop that gives none: this program, told what the key is for. */
const commandFor = (id: DesktopKey): string => shellLine([...startCommand(), `--${id}`]);

/** The key as the settings show it; with a command for the desktop's own keys where it gave none. `desktop`: no program takes one there. */
export function hotkeyView(
  hotkey: Pick<Hotkey, 'label' | 'state'>,
  id: DesktopKey,
  desktop: DesktopKeys | null,
  wayland: boolean,
): HotkeyView {
  const here = { copiesMarked, wayland };
  if (desktop === null)
    return { ...here, label: hotkey.label(), state: hotkey.state(), command: null, desktop: 'none' };
  const label = desktop.trigger(id);
  const given = label !== '';
  return {
    ...here,
    label,
    state: given ? 'works' : 'unavailable',
    command: given ? null : commandFor(id),
    desktop: desktop.state(),
  };
}

/** The session bus and its portal are read where a desktop may have one, and nowhere else. */
export async function openDesktopKeys(
  heard: Parameters<DesktopKeysParts['open']>[0],
  log: (line: string) => void,
): ReturnType<DesktopKeysParts['open']> {
  const address = process.env.DBUS_SESSION_BUS_ADDRESS;
  if (address === undefined || address === '') return null;
  const { openPortalKeys } = await inTurn(() => import('../desktop/portal/portal-keys.ts'));
  return await openPortalKeys({ ...heard, address, appId, log });
}
