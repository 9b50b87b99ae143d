import type { Settings, SettingsView } from '../../../app/contract/settings.ts';
import { useWords } from '../../ui/context.ts';

/** For the control of a setting, with the note it has where it may be changed. */
export type Locked = (
  key: keyof Settings,
  note?: string,
) => { readonly disabled: boolean; readonly note: string | undefined };

/** What IT locked cannot be changed, and says so. */
export function useLocked({ managed }: Pick<SettingsView, 'managed'>): Locked {
  const words = useWords();
  return (key, note) => {
    const locked = managed.keys.includes(key);
    return { disabled: locked, note: locked ? words.managed.note : note };
  };
}
