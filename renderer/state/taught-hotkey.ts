import type { SettingsView } from '../../app/contract/settings.ts';

/** The hotkey as somebody new is told of it. */
export interface TaughtHotkey {
  /** For people: `Ctrl+Alt+D`. */
  readonly keys: string;
  /** What it calls here: what is selected, or no more than what was copied. */
  readonly takes: 'selected' | 'copied';
}

/** `null` where there is none that works: nothing is taught that does nothing. */
export function taughtHotkey(
  view: Pick<SettingsView, 'hotkeyNow' | 'copyMarkedText'> | null,
): TaughtHotkey | null {
  if (view === null || view.hotkeyNow.state !== 'works' || view.hotkeyNow.label === '') return null;
  const { label, copiesMarked } = view.hotkeyNow;
  return { keys: label, takes: copiesMarked && !view.copyMarkedText ? 'copied' : 'selected' };
}
