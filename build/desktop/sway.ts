import { chmod, chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type Service, startService } from './service.ts';

export interface Wayland {
  /** For programs in it, and for `swaymsg`. There is no X server. */
  readonly env: Readonly<Record<string, string>>;
  end(): Promise<void>;
}

/** Windows lie where they are put, as on the desktops that most people have; sway alone would make each as large as the screen. */
const config = `xwayland disable
output HEADLESS-1 resolution 1280x900
default_border normal
for_window [app_id=".*"] floating enable
exec echo "$WAYLAND_DISPLAY $SWAYSOCK"
`;

/** Of nobody: sway refuses to run as root. */
const nobody = 65_534;

/** Starts a Wayland compositor without a screen, keyboard or mouse, which is drawn by the processor. */
export async function startSway(): Promise<Wayland> {
  const isRoot = process.getuid?.() === 0;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-sway-'));
  const file = path.join(folder, 'config');
  await writeFile(file, config);
  await chmod(folder, 0o700);
  if (isRoot) await chown(folder, nobody, nobody);
  const as = isRoot ? [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'] : [];
  // Who changes the user is no longer tied to this process, so that the inner one is tied to it again.
  const args = [...as, '--pdeathsig', 'TERM', 'sway', '--config', file];
  const remove = () => rm(folder, { recursive: true, force: true });
  let service: Service;
  try {
    service = await startService('setpriv', args, {
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        XDG_RUNTIME_DIR: folder,
        WLR_BACKENDS: 'headless',
        WLR_LIBINPUT_NO_DEVICES: '1',
        WLR_RENDERER: 'pixman',
      },
      readyOn: 1,
    });
  } catch (error) {
    await remove();
    throw error;
  }
  const [socket = '', control = ''] = service.firstLine.split(' ');
  return {
    env: {
      XDG_RUNTIME_DIR: folder,
      XDG_SESSION_TYPE: 'wayland',
      WAYLAND_DISPLAY: socket,
      SWAYSOCK: control,
      DISPLAY: '',
      XAUTHORITY: '',
    },
    async end() {
      await service.end();
      await remove();
    },
  };
}
