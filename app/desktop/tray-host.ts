import { execFile } from 'node:child_process';
import { hasXembedTray } from './xembed-tray.ts';

/**
 * Whether anything shows tray icons here. On Windows and macOS always; on Linux only where a StatusNotifier host or
 * an XEmbed tray runs (GNOME has neither). Electron makes a tray icon all the same and does not tell that nobody
 * sees it.
 */
export async function hasTrayHost(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (platform !== 'linux') return true;
  const [notifier, xembed] = await Promise.all([
    hasStatusNotifierHost(env),
    hasXembedTray(env.DISPLAY, env.XAUTHORITY),
  ]);
  return notifier || xembed;
}

const watcher = 'org.kde.StatusNotifierWatcher';

/** Small programs that ask the session bus, one of which every desktop has; a D-Bus library for one question is not worth its weight. */
const askers: readonly (readonly [string, readonly string[], RegExp])[] = [
  [
    'gdbus',
    [
      'call',
      '--session',
      '--timeout=2',
      '-d',
      'org.freedesktop.DBus',
      '-o',
      '/org/freedesktop/DBus',
      '-m',
      'org.freedesktop.DBus.NameHasOwner',
      watcher,
    ],
    /true/,
  ],
  [
    'dbus-send',
    [
      '--session',
      '--print-reply',
      '--reply-timeout=2000',
      '--dest=org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
      `string:${watcher}`,
    ],
    /boolean true/,
  ],
];

async function hasStatusNotifierHost(env: NodeJS.ProcessEnv): Promise<boolean> {
  // Without a session bus these programs would start one.
  if (!env.DBUS_SESSION_BUS_ADDRESS && !env.XDG_RUNTIME_DIR) return false;
  for (const [program, args, yes] of askers) {
    const answer = await run(program, args, env);
    if (answer !== null) return yes.test(answer);
  }
  return false;
}

/** What it printed; `null` where the program is not installed. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: 3_000 }, (error, stdout) => {
      resolve(error && 'code' in error && error.code === 'ENOENT' ? null : stdout);
    });
  });
}
