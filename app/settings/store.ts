import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import type { RequestInput } from '../contract/requests.ts';
import type { Settings } from '../contract/settings.ts';
import { readAccount, readSettings, type StoredAccount } from './schema.ts';

/** A file of named values that is written whole: `electron/settings-file.ts`. */
export interface ValueFile {
  get(key: string): unknown;
  /** Throws where the disk does not take it. */
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

/** What changes; what is not named, or named `undefined`, stays. */
export type SettingsChange = RequestInput<'settings.set'>;

export interface SettingsStore {
  /** Names this profile's entry in the keychain, so that two profiles on one machine do not share one. */
  readonly profile: string;
  settings(): Settings;
  change(part: SettingsChange): Settings;
  account(): StoredAccount | null;
  keepAccount(account: StoredAccount): void;
  forgetAccount(): void;
  /** Something of this profile may be in the keychain. Said before it is written there, and until it is known to be gone. */
  mayHaveEntries(): boolean;
  haveEntries(may: boolean): void;
}

const Profile = v.pipe(v.string(), v.uuid());

/**
 * The name of a profile whose settings are new: the same each time for one folder, so that what a lost file named is found again in
 * the keychain.
 */
export function profileOf(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex');
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** In the file. */
const entries = 'keychainEntriesLeft';

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
  let settings: Settings = together(own, fixed);

  return {
    profile: v.parse(Profile, profile),
    settings: () => settings,
    change(part) {
      const named = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      const next = readSettings({ ...own, ...named });
      file.set('settings', next);
      own = next;
      settings = together(own, fixed);
      return settings;
    },
    account: () => readAccount(file.get('account')),
    keepAccount(account) {
      // What is there already needs no room on the disk.
      if (!isDeepStrictEqual(file.get('account'), account)) file.set('account', account);
    },
    forgetAccount() {
      if (file.get('account') !== undefined) file.delete('account');
    },
    mayHaveEntries: () => file.get(entries) === true || file.get('account') !== undefined,
    haveEntries(may) {
      if (may && file.get(entries) !== true) file.set(entries, true);
      if (!may && file.get(entries) !== undefined) file.delete(entries);
    },
  };
}

/** IT may fix one end of the lengths of extensions; a person's other end gives way. */
function together(own: Settings, fixed: Partial<Settings>): Settings {
  const all = { ...own, ...fixed };
  const { internalShortest: shortest, internalLength: longest } = all;
  if (shortest <= longest) return all;
  return fixed.internalShortest !== undefined && fixed.internalLength === undefined
    ? { ...all, internalLength: shortest }
    : { ...all, internalShortest: longest };
}
