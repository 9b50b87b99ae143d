import { askBus } from '../desktop/bus-question.ts';
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

async function hasStatusNotifierHost(env: NodeJS.ProcessEnv): Promise<boolean> {
  // Without a session bus the programs that ask would start one.
  if (!env.DBUS_SESSION_BUS_ADDRESS && !env.XDG_RUNTIME_DIR) return false;
  const answer = await askBus(
    {
      bus: 'session',
      to: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      method: 'org.freedesktop.DBus.NameHasOwner',
      with: ['org.kde.StatusNotifierWatcher'],
    },
    env,
  );
  return /\btrue\b/.test(answer ?? '');
}
