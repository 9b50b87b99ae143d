import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { autostartEntry } from '../desktop/autostart.ts';

/** Started by the system at login, the program waits in the tray. */
export const hiddenSwitch = '--hidden';

export function startedHidden(): boolean {
  if (process.platform === 'darwin') return app.getLoginItemSettings().wasOpenedAtLogin;
  return process.argv.includes(hiddenSwitch);
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
  const command = process.defaultApp ? [process.execPath, app.getAppPath()] : [process.execPath];
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, autostartEntry(app.getName(), [...command, hiddenSwitch]));
}
