import type { HotkeyView, Language, Managed, Settings, SettingsView } from '../contract/settings.ts';
import { countryList } from '../numbers/country-list.ts';

/** The settings with what the screen needs to show them. */
export function settingsView(
  settings: Settings,
  managed: Managed,
  program: { readonly version: string; locale(): string },
  hotkeyNow: HotkeyView,
): SettingsView {
  return {
    ...settings,
    managed,
    hotkeyNow,
    systemLanguage: languageOf(program.locale()),
    countries: countryList(),
    version: program.version,
  };
}

/** English where the system speaks neither of our languages. */
export function languageOf(locale: string): Language {
  return /^th\b/i.test(locale) ? 'th' : 'en';
}
