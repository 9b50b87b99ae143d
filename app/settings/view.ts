import { countryCodes } from '../contract/countries.ts';
import type { StartingLine } from '../contract/getting-started.ts';
import type { HotkeyView, Managed, Settings, SettingsView } from '../contract/settings.ts';
import type { UpdatesView } from '../contract/updates.ts';
import { languageOf } from '../words/languages.ts';
import { usefulLines } from './getting-started.ts';

/** The settings with what the screen needs to show them. */
export function settingsView(
  settings: Settings,
  managed: Managed,
  program: { readonly version: string; locale(): string },
  keys: { readonly hotkeyNow: HotkeyView; readonly boxKeyNow: HotkeyView },
  updatesNow: UpdatesView,
  opensIn: boolean,
  starting: readonly StartingLine[],
): SettingsView {
  return {
    ...settings,
    managed,
    ...keys,
    updatesNow,
    opensIn,
    gettingStarted: usefulLines(starting, settings, managed, keys),
    systemLanguage: languageOf(program.locale()),
    countries: [...countryCodes],
    version: program.version,
  };
}
