import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { desktopEntry } from '../desktop/desktop-entry.ts';
import { startCommand } from './start-command.ts';

/** Started by the system at login, or anew after an update, the program waits in the tray. */
export const hiddenSwitch = '--hidden';

export function startedHidden(): boolean {
  if (process.platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin;
  return process.argv.includes(hiddenSwitch) || process.argv.includes('--updated');
}

/** Throws where the system does not take it. */
export function setStartAtLogin(on: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: on, args: [hiddenSwitch] });
    return;
  }
  // Electron sets nothing on Linux: the freedesktop Autostart folder does.
  const file = path.join(app.getPath('appData'), 'autostart', 'promptcall-companion.desktop');
  if (!on) {
    rmSync(file, { force: true });
    return;
  }
  const entry = desktopEntry({
    name: app.getName(),
    command: [...startCommand(), hiddenSwitch],
    more: { 'X-GNOME-Autostart-enabled': 'true' },
  });
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, entry);
}
