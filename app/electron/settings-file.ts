import { renameSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import type { ValueFile } from '../settings/store.ts';

/**
 * `settings.json` in the profile's folder, written atomically and readable by its owner only. A file that is not JSON any more is
 * put aside, not thrown away: someone may want to look at what they had.
 */
export function openSettingsFile(folder: string, log: (line: string) => void): ValueFile {
  const open = () =>
    new Store({ name: 'settings', cwd: folder, configFileMode: 0o600, accessPropertiesByDotNotation: false });
  let store: ReturnType<typeof open>;
  try {
    store = open();
  } catch {
    const file = path.join(folder, 'settings.json');
    renameSync(file, `${file}.unreadable`);
    log('settings.json could not be read: put aside as settings.json.unreadable');
    store = open();
  }
  return {
    get: (key) => store.get(key),
    set: (key, value) => store.set(key, value),
    delete: (key) => store.delete(key),
  };
}
