import type { HotkeyView, Settings } from '../contract/settings.ts';
import type { DesktopKeys } from '../desktop/portal/desktop-keys.ts';
import { wireDesktopKeys } from '../desktop/portal/wire.ts';
import type { Events } from '../events/events.ts';
import { givesGlobalKeys } from '../hotkey/desktop.ts';
import type { Hotkey } from '../hotkey/hotkey.ts';
import { wireHotkey } from '../hotkey/wire.ts';
import type { Policy } from '../settings/policy.ts';
import type { SettingsStore } from '../settings/store.ts';
import type { Words } from '../words/index.ts';
import { hotkeyView, keysFor, openDesktopKeys } from './hotkey.ts';

export interface KeysWires {
  readonly events: Events;
  readonly settings: () => Settings;
  readonly policy: Policy;
  readonly store: Pick<SettingsStore, 'hasDesktopKeys' | 'keepDesktopKeys'>;
  readonly words: () => Words;
  readonly wayland: boolean;
  /** Brings the window to the front with the box ready. */
  readonly show: () => void;
  readonly log: (line: string) => void;
}

export interface WiredKeys {
  /** `null`: this desktop lets programs take keys. */
  readonly desktopKeys: DesktopKeys | null;
  readonly hotkey: Hotkey;
  readonly boxKey: Hotkey;
  hotkeyNow(): HotkeyView;
  boxKeyNow(): HotkeyView;
}

/** The key that calls and the one that opens the box: taken from the system, or asked for where the desktop gives them. */
export function wireKeys(parts: KeysWires): WiredKeys {
  const { events, settings, policy, store, words, wayland, show, log } = parts;
  const desktopKeys =
    !wayland && givesGlobalKeys(process.platform, process.env)
      ? null
      : wireDesktopKeys({
          events,
          settings,
          locked: policy.view.keys,
          says: (key) => words().settings.hotkey.desktopKeys[key],
          asked: { get: store.hasDesktopKeys, keep: store.keepDesktopKeys },
          open: (heard) => openDesktopKeys(heard, log),
          log,
        });
  const hotkey = wireHotkey(
    events,
    keysFor('dial-selection', desktopKeys),
    () => void events.emit('hotkey.pressed'),
  );
  const boxKey = wireHotkey(events, keysFor('show', desktopKeys), show);
  return {
    desktopKeys,
    hotkey,
    boxKey,
    hotkeyNow: () => hotkeyView(hotkey, 'dial-selection', desktopKeys, wayland),
    boxKeyNow: () => hotkeyView(boxKey, 'show', desktopKeys, wayland),
  };
}
