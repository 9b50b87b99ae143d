import type { StartingLine } from '../contract/getting-started.ts';
import type { HotkeyView, Managed, Settings } from '../contract/settings.ts';

/** Of what is to be shown to somebody new, the lines that have a use here: not what is done, what IT decided, or a key that does not work. */
export function usefulLines(
  lines: readonly StartingLine[],
  { deskName, startAtLogin, telLinks }: Pick<Settings, 'deskName' | 'startAtLogin' | 'telLinks'>,
  { keys }: Pick<Managed, 'keys'>,
  hotkey: Pick<HotkeyView, 'state' | 'desktop'>,
): StartingLine[] {
  const useful: Readonly<Record<StartingLine, boolean>> = {
    hotkey: hotkey.state === 'works' || hotkey.desktop === 'offered',
    startAtLogin: !startAtLogin && !keys.includes('startAtLogin'),
    telLinks: !telLinks && !keys.includes('telLinks'),
    deskName: deskName === '' && !keys.includes('deskName'),
  };
  return lines.filter((line) => useful[line]);
}
