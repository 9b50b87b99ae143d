import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { StartingLine, startingLines } from '../contract/getting-started.ts';
import type { RequestInput } from '../contract/requests.ts';
import { defaults, type Settings } from '../contract/settings.ts';
import {
  chosenForFile,
  misfitsIn,
  readAccount,
  readChosen,
  readTold,
  type StoredAccount,
  type Told,
} from './schema.ts';

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
  /** What the file held of them that does not fit, and is left out. */
  readonly misfits: readonly (keyof Settings)[];
  settings(): Settings;
  change(part: SettingsChange): Settings;
  /** What the system was last told of settings that it must agree to. */
  told(): Told;
  keepTold(told: Told): void;
  /** The newer version that the person was last told of. */
  toldVersion(): string | null;
  keepToldVersion(version: string): void;
  /** The person asked the desktop for keys, and it gave them. */
  hasDesktopKeys(): boolean;
  keepDesktopKeys(has: boolean): void;
  account(): StoredAccount | null;
  keepAccount(account: StoredAccount): void;
  forgetAccount(): void;
  /** Who was signed in last, without credentials, for the form of whoever signs in next. */
  lastAccount(): StoredAccount | null;
  keepLastAccount(account: StoredAccount): void;
  /** What somebody new is still to be shown; nothing in a profile that is older than that. */
  gettingStarted(): readonly StartingLine[];
  keepGettingStarted(lines: readonly StartingLine[]): void;
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
const toldOf = 'systemTold';
const last = 'lastAccount';
const toldVersion = 'toldVersion';
const starting = 'gettingStarted';
const desktopKeys = 'desktopKeys';

/**
 * `fixed`: what IT locked. It stands in place of what the file holds, and never goes into it. `presets`: what IT put in the place of the
 * defaults, for what the person never chose.
 */
export function createSettingsStore(
  file: ValueFile,
  newId: () => string,
  fixed: Partial<Settings> = {},
  presets: Partial<Settings> = {},
): SettingsStore {
  let profile = v.safeParse(Profile, file.get('profile')).output;
  if (!v.is(Profile, profile)) {
    profile = newId();
    file.set('profile', profile);
    file.set(starting, [...startingLines]);
    file.set('settings', file.get('settings') ?? chosenForFile({}));
  }
  const hadLinks = readTold(file.get(toldOf)).telLinks === true && presets.telLinks === undefined;
  const misfits = misfitsIn(file.get('settings'));
  let own = readChosen(file.get('settings'), hadLinks);
  // One object until it changes: what is derived from it can tell.
  let settings = together([defaults, presets, own, fixed]);

  return {
    profile: v.parse(Profile, profile),
    misfits,
    settings: () => settings,
    change(part) {
      const named = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
      const next = readChosen(chosenForFile({ ...own, ...named }));
      file.set('settings', chosenForFile(next));
      own = next;
      settings = together([defaults, presets, own, fixed]);
      return settings;
    },
    told: () => readTold(file.get(toldOf)),
    keepTold(told) {
      if (!isDeepStrictEqual(file.get(toldOf), told)) file.set(toldOf, told);
    },
    toldVersion: () => v.parse(v.fallback(v.nullable(v.string()), null), file.get(toldVersion)),
    keepToldVersion: (version) => file.set(toldVersion, version),
    hasDesktopKeys: () => file.get(desktopKeys) === true,
    keepDesktopKeys(has) {
      if (has !== (file.get(desktopKeys) === true)) file.set(desktopKeys, has);
    },
    account: () => readAccount(file.get('account')),
    keepAccount(account) {
      // What is there already needs no room on the disk.
      if (!isDeepStrictEqual(file.get('account'), account)) file.set('account', account);
    },
    forgetAccount() {
      if (file.get('account') !== undefined) file.delete('account');
    },
    lastAccount: () => readAccount(file.get('account') ?? file.get(last)),
    keepLastAccount(account) {
      if (!isDeepStrictEqual(file.get(last), account)) file.set(last, account);
    },
    gettingStarted: () => v.parse(v.fallback(v.array(StartingLine), []), file.get(starting)),
    keepGettingStarted: (lines) =>
      lines.length === 0 ? file.delete(starting) : file.set(starting, [...lines]),
    mayHaveEntries: () => file.get(entries) === true || file.get('account') !== undefined,
    haveEntries(may) {
      if (may && file.get(entries) !== true) file.set(entries, true);
      if (!may && file.get(entries) !== undefined) file.delete(entries);
    },
  };
}

/** The last that says anything of a setting decides. Of the two lengths of extensions, the one that was said earlier gives way. */
function together(layers: readonly [Settings, ...Partial<Settings>[]]): Settings {
  const all = Object.assign({}, ...layers) as Settings;
  const { internalShortest: shortest, internalLength: longest } = all;
  if (shortest <= longest) return all;
  const saidBy = (key: keyof Settings) => layers.findLastIndex((layer) => layer[key] !== undefined);
  return saidBy('internalShortest') > saidBy('internalLength')
    ? { ...all, internalLength: shortest }
    : { ...all, internalShortest: longest };
}
