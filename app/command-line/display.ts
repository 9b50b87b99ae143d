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

/** As libxcb finds it: `:0` is a socket of this computer, by a file or without one, and where neither is, a port of it. */
function hasX(display: string): boolean {
  const [, host, number] = /^(unix)?:(\d+)(?:\.\d+)?$/.exec(display) ?? [];
  if (number === undefined) return display !== '';
  const socket = `/tmp/.X11-unix/X${number}`;
  if (existsSync(socket) || isListening(`@${socket}`)) return true;
  return host === undefined && isListeningAt(firstPort + Number(number));
}

/** By a name that is no file's, of which Linux has a list; what it is filled up with shows as `@`. */
const isListening = (name: string): boolean =>
  inList('unix', (line) => line.replace(/@+$/, '').endsWith(` ${name}`));

/** Of X's displays. */
const firstPort = 6_000;
/** In the list: its number and its address, both in hexadecimal, and 0A where it listens. */
const listener = /^ *\d+: [\dA-F]+:([\dA-F]{4}) [\dA-F]+:0000 0A /;
const isListeningAt = (port: number): boolean =>
  ['tcp', 'tcp6'].some((list) =>
    inList(list, (line) => Number.parseInt(listener.exec(line)?.[1] ?? '', 16) === port),
  );

/** Where there is no such list, only Chromium can tell; a computer without IPv6 has none of it. */
function inList(name: string, isIt: (line: string) => boolean): boolean {
  try {
    return readFileSync(`/proc/net/${name}`, 'utf8').split('\n').some(isIt);
  } catch {
    return name !== 'tcp6';
  }
}
