import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether Chromium would end this process at once, with a status that nobody chose (134), because there is nothing to draw on: no display
 * is named, or one of this computer that is not there. One that is elsewhere (`HOST:0`) is Chromium's to ask.
 *
 * @param ozone Chromium's name of what draws here; empty where it is X
 */
export function isWithoutDisplay(platform: NodeJS.Platform, ozone: string, env: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return false;
  if (ozone === 'wayland') return !hasWayland(env);
  return (ozone === '' || ozone === 'x11') && !hasX(env.DISPLAY ?? '');
}

/** As libwayland finds it. */
function hasWayland({ WAYLAND_SOCKET, WAYLAND_DISPLAY, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): boolean {
  if (WAYLAND_SOCKET) return true;
  const named = WAYLAND_DISPLAY || 'wayland-0';
  if (path.isAbsolute(named)) return existsSync(named);
  return Boolean(XDG_RUNTIME_DIR) && existsSync(path.resolve(XDG_RUNTIME_DIR ?? '', named));
}

function hasX(display: string): boolean {
  const [, number] = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  if (number === undefined) return display !== '';
  const socket = `/tmp/.X11-unix/X${number}`;
  return existsSync(socket) || isListening(`@${socket}`);
}

/** By a name that is no file's, of which Linux has a list; what it is filled up with shows as `@`. */
function isListening(name: string): boolean {
  try {
    return readFileSync('/proc/net/unix', 'utf8')
      .split('\n')
      .some((line) => line.replace(/@+$/, '').endsWith(` ${name}`));
  } catch {
    return false;
  }
}
