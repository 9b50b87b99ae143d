import type { StartingLine } from '../contract/getting-started.ts';
import type { HotkeyView, Settings, SettingsView } from '../contract/settings.ts';
import type { UpdatesView } from '../contract/updates.ts';
import type { Events } from '../events/events.ts';
import { codeOf } from '../util/code-of.ts';
import { createSettingsChanges, type SettingsChanges, type SettingsChangesParts } from './changes.ts';
import type { Policy } from './policy.ts';
import { settingsView } from './view.ts';

export interface SettingsWires extends Omit<SettingsChangesParts, 'policy' | 'changed'> {
  readonly events: Events;
  readonly policy: Policy;
  readonly program: { readonly version: string; locale(): string };
  readonly hotkeyNow: () => HotkeyView;
  readonly boxKeyNow: () => HotkeyView;
  readonly updatesNow: () => UpdatesView;
  /** Numbers lead somewhere. */
  readonly opensIn: () => boolean;
  readonly applyTheme: (theme: Settings['theme']) => void;
}

export interface SettingsDesk extends SettingsChanges {
  view(): SettingsView;
  gettingStartedDone(lines: readonly StartingLine[]): void;
}

/** What the settings show, and what a change of them does. */
export function wireSettings(parts: SettingsWires): SettingsDesk {
  const { events, store, policy, program, updatesNow, applyTheme } = parts;
  const keys = () => ({ hotkeyNow: parts.hotkeyNow(), boxKeyNow: parts.boxKeyNow() });
  const view = () =>
    settingsView(
      store.settings(),
      policy.view,
      program,
      keys(),
      updatesNow(),
      parts.opensIn(),
      store.gettingStarted(),
    );
  const tell = () => void events.emit('settings.changed', view());
  events.on('hotkey.changed', tell);
  events.on('updates.changed', tell);
  events.on('settings.kept', () => {
    applyTheme(store.settings().theme);
    tell();
  });
  const kept = () => void events.emit('settings.kept');
  const gettingStartedDone = (lines: readonly StartingLine[]) => {
    try {
      store.keepGettingStarted(store.gettingStarted().filter((line) => !lines.includes(line)));
    } catch (error) {
      // Shown once more at the next start.
      parts.log(`settings not written: ${codeOf(error)}`);
    }
    tell();
  };
  return { ...createSettingsChanges({ ...parts, changed: kept }), view, gettingStartedDone };
}
