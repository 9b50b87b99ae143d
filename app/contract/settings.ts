import * as v from 'valibot';
import { Line } from './bounds.ts';
import { countryCodes } from './countries.ts';
import { DirectoryChoice } from './directory.ts';
import { StartingLine } from './getting-started.ts';
import { forExample } from './hosts.ts';
import { OpenInAddress } from './open-in.ts';
import { ProxyChoice } from './proxy.ts';
import { DiallingRule, DiallingRules } from './rules.ts';
import { TrustedCertificates } from './trust.ts';
import { UpdatesView, updateModes } from './updates.ts';

/** Settings as they cross between the processes; a part of the contract. */

export const languages = ['en', 'th'] as const;
export const themes = ['system', 'light', 'dark'] as const;
/** Per cent of the usual. */
export const textSizes = [100, 115, 130, 150, 175, 200] as const;
export const numberForms = ['national', 'e164', 'as-typed'] as const;
export const beforeHotkeyCall = ['call', 'ask'] as const;

export type Language = (typeof languages)[number];
export type NumberForm = (typeof numberForms)[number];

/** How long something is kept. Ten years are the most that anybody has to. */
const longestKept = 3_650;
const Days = v.pipe(v.number(), v.integer(forExample('30')), v.minValue(1), v.maxValue(longestKept));

const TimeZone = v.pipe(v.string(), v.maxLength(60), v.check(isTimeZone, forExample('Asia/Bangkok')));
/** `07:30`. */
const TimeOfDay = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, forExample('07:30')));

/** Where promptCall's customers are. */
const usualTimeZone = 'Asia/Bangkok';

function isTimeZone(name: string): boolean {
  // Known without asking: the first question takes Intl long enough to hold the start up.
  if (name === usualTimeZone) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** Settings that a person sees. Nothing here is a secret. */
export const Settings = v.strictObject({
  /** `null`: the system's language. */
  language: v.nullable(v.picklist(languages)),
  theme: v.picklist(themes),
  textSize: v.picklist(textSizes),
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  country: v.pipe(v.string(), v.regex(new RegExp(`^(?:${countryCodes.join('|')})$`), forExample('TH'))),
  numberForm: v.picklist(numberForms),
  /** Shown beside the extension: "101 · Front desk". */
  deskName: Line(40),
  notifyPlaced: v.boolean(),
  notifyFailed: v.boolean(),
  /** Nothing to call: no number where one was looked for, or one that may not be called. */
  notifyNothing: v.boolean(),
  startAtLogin: v.boolean(),
  /** The PBX writes its times without an offset; IANA's name of the zone whose clocks it goes by. */
  pbxTimeZone: TimeZone,
  notifyMissed: v.boolean(),
  /** No missed-call notices between these times of the day; `null`: at any time. Counted on the tray all the same. */
  quietHours: v.nullable(v.strictObject({ from: TimeOfDay, to: TimeOfDay })),
  /** Electron's accelerator; empty for none. */
  hotkey: Line(60),
  /** The same, for the key that opens the window with the box ready. */
  boxKey: Line(60),
  beforeHotkeyCall: v.picklist(beforeHotkeyCall),
  /** Windows and macOS: the hotkey copies the marked text and puts back what the clipboard held. */
  copyMarkedText: v.boolean(),
  /** Most digits of an extension of this PBX: they are called as they stand. */
  internalLength: v.pipe(v.number(), v.integer(forExample('4')), v.minValue(1), v.maxValue(10)),
  /** Fewest digits of one: what is shorter is no number in a text, and is still called when it is typed. */
  internalShortest: v.pipe(v.number(), v.integer(forExample('4')), v.minValue(1), v.maxValue(10)),
  rules: DiallingRules,
  /** This program opens `tel:` and `callto:` links, and `sip:` links. */
  telLinks: v.boolean(),
  sipLinks: v.boolean(),
  /** Where a number leads: a web address with placeholders; empty for none. */
  openIn: OpenInAddress,
  /** It is opened for each call that was placed from here. */
  openInAfterCall: v.boolean(),
  proxy: ProxyChoice,
  /** Where the company's directory is. */
  directory: DirectoryChoice,
  /** Of servers that nobody else here vouches for. A host that stands here has to present one of its own. */
  trustedCertificates: TrustedCertificates,
  /** A person is asked whether to trust a certificate whose issuer nobody knows. */
  askToTrust: v.boolean(),
  /** Days that calls stay on this computer, whatever the PBX keeps. Nothing else about them stays longer. */
  keepCalls: Days,
  /** Days from when a note was written; `null`: as long as calls. */
  keepNotes: v.nullable(Days),
  /** Days from when a call was asked for here; `null`: as long as calls. */
  keepAttempts: v.nullable(Days),
  /** What the names of saved recordings are made of: `{date}`, `{time}`, `{direction}`, `{number}`, `{name}` and any text. */
  recordingNames: Line(200),
  /** Days from when a recording was fetched; 0: none is kept. */
  keepRecordings: v.pipe(v.number(), v.integer(forExample('14')), v.minValue(0), v.maxValue(longestKept)),
  /** Newer versions, where IT named a place to look for them. `install`: where this package can, else as `tell`. */
  updates: v.picklist(updateModes),
});
export type Settings = v.InferOutput<typeof Settings>;

export const defaults: Settings = {
  language: null,
  theme: 'system',
  textSize: 100,
  country: 'TH',
  numberForm: 'national',
  deskName: '',
  notifyPlaced: true,
  notifyFailed: true,
  notifyNothing: true,
  startAtLogin: false,
  pbxTimeZone: usualTimeZone,
  notifyMissed: true,
  quietHours: null,
  hotkey: 'CommandOrControl+Alt+D',
  boxKey: '',
  beforeHotkeyCall: 'call',
  copyMarkedText: false,
  internalLength: 4,
  internalShortest: 3,
  rules: [],
  telLinks: false,
  sipLinks: false,
  openIn: '',
  openInAfterCall: false,
  proxy: { use: 'system' },
  directory: { from: 'none' },
  trustedCertificates: [],
  askToTrust: true,
  keepCalls: 400,
  keepNotes: null,
  keepAttempts: null,
  recordingNames: '{date} {time} {direction} {number}',
  keepRecordings: 14,
  updates: 'off',
};

const SettingKey = v.keyof(Settings);
/** All settings by name. IT may preset or lock each of them. */
export const settingKeys = SettingKey.options;

/** What IT decided for this computer (`settings/policy.ts`). */
export const Managed = v.strictObject({
  /** Come before the person's own. */
  rules: v.array(DiallingRule),
  /** May not be changed here. */
  keys: v.array(SettingKey),
  /**
   * `file`: nothing of it could be read. `rules`: not all of its rules. `writers`: it may be anybody's and is not obeyed. What they
   * block is not blocked. `proxy`, `trustedCertificates`: what it locks there is none, and nothing goes around it. `settings`,
   * `account`: none of the settings, or a field of the sign-in form, is locked although it was meant to be. `secret`: one stands in it, where everybody at this computer can read it.
   */
  problem: v.nullable(
    v.picklist([
      ...(['file', 'rules', 'writers', 'proxy', 'trustedCertificates'] as const),
      ...(['settings', 'account', 'secret'] as const),
    ]),
  ),
});
export type Managed = v.InferOutput<typeof Managed>;

export const hotkeyStates = ['off', 'works', 'taken', 'unavailable'] as const;

/**
 * What a desktop says that gives keys only to programs that ask (Wayland's portals). `none`: it is no such desktop. `offered`: nobody has
 * asked yet. `declined`: the person said no there. `failed`: it gave none.
 */
export const desktopKeysStates = ['none', 'offered', 'given', 'declined', 'failed'] as const;
export type DesktopKeysState = (typeof desktopKeysStates)[number];

/** The hotkey as it is now, beside the setting that names it. */
export const HotkeyView = v.strictObject({
  /** For people: `Ctrl+Alt+D`; empty for none. */
  label: v.string(),
  /** `taken`: another program owns it. `unavailable`: this desktop gives no keys that work in every window. */
  state: v.picklist(hotkeyStates),
  /** What to bind a key to in the desktop's own settings, where it gives none. */
  command: v.nullable(v.string()),
  desktop: v.picklist(desktopKeysStates),
  /** The system does not tell what is marked: it has to be copied to be known. */
  copiesMarked: v.boolean(),
  /** The window is Wayland's: the desktop decides where it opens, and what is read without the focus. */
  wayland: v.boolean(),
});
export type HotkeyView = v.InferOutput<typeof HotkeyView>;

export const SettingsView = v.strictObject({
  ...Settings.entries,
  managed: Managed,
  hotkeyNow: HotkeyView,
  boxKeyNow: HotkeyView,
  updatesNow: UpdatesView,
  /** Numbers lead somewhere: there is an address, and it may be used. */
  opensIn: v.boolean(),
  /** What is still to be shown to somebody who is new here. */
  gettingStarted: v.array(StartingLine),
  /** What `null` stands for here: the system's language, or English where it is neither of ours. */
  systemLanguage: v.picklist(languages),
  /** ISO codes that may be chosen, for the combo box. */
  countries: v.array(v.string()),
  version: v.string(),
});
export type SettingsView = v.InferOutput<typeof SettingsView>;
