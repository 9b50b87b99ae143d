import { localDisplay, openDisplay } from '../desktop/x11/connection.ts';
import { getSelectionOwner, internAtom } from '../desktop/x11/requests.ts';

/**
 * Whether a system tray of the older kind (freedesktop System Tray Protocol, "XEmbed") runs on this X display: it owns
 * the selection `_NET_SYSTEM_TRAY_S<screen>`. Anything unexpected, a display on another computer included, reads as
 * "none".
 */
export async function hasXembedTray(display: string | undefined, xauthority?: string): Promise<boolean> {
  const at = localDisplay(display);
  if (!at) return false;
  try {
    const connection = await openDisplay(at, xauthority);
    // Without a tray nobody made the atom, and it is 0.
    const giveUp = setTimeout(connection.close, 1_000);
    try {
      const name = internAtom(`_NET_SYSTEM_TRAY_S${at.screen}`, { onlyIfExists: true });
      const atom = (await connection.ask(name)).readUInt32LE(8);
      return atom !== 0 && (await connection.ask(getSelectionOwner(atom))).readUInt32LE(8) !== 0;
    } finally {
      clearTimeout(giveUp);
      connection.close();
    }
  } catch {
    return false;
  }
}
