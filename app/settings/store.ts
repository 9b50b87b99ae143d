import * as v from 'valibot';
import type { CallInput, Settings } from '../contract.ts';
import { readAccount, readSettings, type StoredAccount } from './schema.ts';

/** A file of named values that is written whole: `settings-file.ts`. */
export interface ValueFile {
  get(key: string): unknown;
  /** Throws where the disk does not take it. */
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

/** What changes; what is not named, or named `undefined`, stays. */
export type SettingsChange = CallInput<'settings.set'>;

export interface SettingsStore {
  /** Names this profile's entry in the keychain, so that two profiles on one machine do not share one. */
  readonly profile: string;
  settings(): Settings;
  change(part: SettingsChange): Settings;
  account(): StoredAccount | null;
  keepAccount(account: StoredAccount): void;
  forgetAccount(): void;
}

const Profile = v.pipe(v.string(), v.uuid());

/** `fixed`: what IT decided. It stands in place of what the file holds, and never goes into it. */
export function createSettingsStore(
  file: ValueFile,
  newId: () => string,
  fixed: Partial<Settings> = {},
): SettingsStore {
  let profile = v.safeParse(Profile, file.get('profile')).output;
  if (!v.is(Profile, profile)) {
    profile = newId();
    file.set('profile', profile);
  }
  let own = readSettings(file.get('settings'));
  // One object until it changes: what is derived from it can tell.
  let settings: Settings = { ...own, ...fixed };

  return {
    profile: v.parse(Profile, profile),
    settings: () => settings,
    change(part) {
      const named = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      const next = readSettings({ ...own, ...named });
      file.set('settings', next);
      own = next;
      settings = { ...own, ...fixed };
      return settings;
    },
    account: () => readAccount(file.get('account')),
    keepAccount: (account) => file.set('account', account),
    forgetAccount: () => file.delete('account'),
  };
}
