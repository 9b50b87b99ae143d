import type { StartingLine } from '../contract/getting-started.ts';
import type { HotkeyView, Managed, Settings } from '../contract/settings.ts';

/** Of what is to be shown to somebody new, the lines that have a use here: not what is done, what IT decided, or a key that does not work. */
export function usefulLines(
  lines: readonly StartingLine[],
  {
    deskName,
    startAtLogin,
    telLinks,
    boxKey,
  }: Pick<Settings, 'deskName' | 'startAtLogin' | 'telLinks' | 'boxKey'>,
  { keys }: Pick<Managed, 'keys'>,
  {
    hotkeyNow,
    boxKeyNow,
  }: {
    readonly hotkeyNow: Pick<HotkeyView, 'state' | 'desktop'>;
    readonly boxKeyNow: Pick<HotkeyView, 'state'>;
  },
): StartingLine[] {
  const useful: Readonly<Record<StartingLine, boolean>> = {
    hotkey: hotkeyNow.state === 'works' || hotkeyNow.desktop === 'offered',
    startAtLogin: !startAtLogin && !keys.includes('startAtLogin'),
    telLinks: !telLinks && !keys.includes('telLinks'),
    deskName: deskName === '' && !keys.includes('deskName'),
    boxKey: boxKey === '' && boxKeyNow.state !== 'unavailable' && !keys.includes('boxKey'),
  };
  return lines.filter((line) => useful[line]);
}
