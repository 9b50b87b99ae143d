import * as v from 'valibot';
import { Failure } from './failures.ts';

/**
 * Every call and event between the renderer and the main process: its name, what goes in, what comes out. The types
 * of both sides come from here and are written nowhere else; the gate (`serve.ts`) parses each input by it.
 *
 * No output has a field for a secret, or for the address of the PBX: the renderer shows pages, and a page that is
 * taken over can tell only what it was told.
 */

const Nothing = v.undefined();
const Line = (max: number) => v.pipe(v.string(), v.maxLength(max));

export const authentications = ['header', 'body', 'query'] as const;
export const requestWays = ['post', 'get'] as const;
export const languages = ['en', 'th'] as const;
export const themes = ['system', 'light', 'dark'] as const;
export const numberForms = ['national', 'e164', 'as-typed'] as const;
export const beforeHotkeyCall = ['call', 'ask'] as const;
export const ruleActions = ['prefix', 'replace', 'block'] as const;
/** From where a number reaches the dialler. How far each is trusted is a table: `app/dialing/trust.ts`. */
export const waysIn = [
  'pad',
  'redial',
  'call-back',
  'favourite',
  'tray',
  'notice',
  'hotkey',
  'link',
  'command-line',
] as const;

export type Authentication = (typeof authentications)[number];
export type RequestWay = (typeof requestWays)[number];
export type Language = (typeof languages)[number];
export type NumberForm = (typeof numberForms)[number];
export type WayIn = (typeof waysIn)[number];

/** What the person types on the sign-in screen. Bounds are generous; what is too long was not typed by a person. */
export const SignIn = v.strictObject({
  address: Line(2_000),
  apiKey: Line(1_000),
  apiSecret: Line(1_000),
  extension: Line(40),
  agentId: Line(40),
  authentication: v.picklist(authentications),
  requests: v.picklist(requestWays),
  /** The person said that an unencrypted connection is meant. */
  allowPlainHttp: v.boolean(),
});
export type SignIn = v.InferOutput<typeof SignIn>;

/** Whether the PBX answered the last request; `unknown` until there was one. */
export const PbxState = v.picklist(['unknown', 'answers', 'silent']);
export type PbxState = v.InferOutput<typeof PbxState>;

export const SessionView = v.variant('state', [
  /** The keychain has been asked for the credentials and has not answered yet. */
  v.strictObject({ state: v.literal('starting') }),
  v.strictObject({
    state: v.literal('signed-out'),
    /** Why the person is not signed in although they were before (say, the keychain did not answer). */
    failure: v.nullable(Failure),
  }),
  v.strictObject({
    state: v.literal('signed-in'),
    extension: v.string(),
    agentId: v.nullable(v.string()),
    /** Where the credentials are: kept in the keychain, or in memory until the program ends. */
    kept: v.picklist(['keychain', 'this-run']),
    /** Said once after sign-in: the header was turned down and the request body worked. */
    switchedToBody: v.boolean(),
    pbx: PbxState,
  }),
]);
export type SessionView = v.InferOutput<typeof SessionView>;

/** Why a number is asked about, beside where it came from. */
export const askReasons = ['again', 'again-unknown', 'international'] as const;

export const AskedNumber = v.strictObject({
  display: v.string(),
  /** Stood behind the number (`ext. 12`): shown, and not dialled. */
  extension: v.nullable(v.string()),
  /** Where it stood, if two places were looked at. */
  origin: v.nullable(v.picklist(['marked', 'clipboard'])),
  reasons: v.array(v.picklist(askReasons)),
});
export type AskedNumber = v.InferOutput<typeof AskedNumber>;

export const DialState = v.variant('kind', [
  v.strictObject({ kind: v.literal('idle') }),
  v.strictObject({
    kind: v.literal('asking'),
    /** Goes back with `dial.confirm`: what is confirmed is this question, never a number that came later. */
    question: v.string(),
    from: v.picklist(waysIn),
    /** Best first; with several the person chooses. Never empty. */
    numbers: v.array(AskedNumber),
    /**
     * Milliseconds for which the question takes no "yes": it came up while somebody was typing elsewhere, and their
     * next Enter was meant for something else.
     */
    armsAfter: v.number(),
  }),
  v.strictObject({ kind: v.literal('calling'), display: v.string(), extension: v.nullable(v.string()) }),
  v.strictObject({
    kind: v.literal('placed'),
    display: v.string(),
    extension: v.nullable(v.string()),
    /** The PBX's `msg`, plain text, bounded; empty where it said nothing. */
    message: v.string(),
  }),
  /** `display` is empty where there was no number: nothing to call in a clipboard. */
  v.strictObject({ kind: v.literal('failed'), display: v.string(), failure: Failure }),
]);
export type DialState = v.InferOutput<typeof DialState>;

/** One call placed, or tried, from this computer. */
export const Attempt = v.strictObject({
  id: v.string(),
  /** Milliseconds since 1970, this computer's clock. */
  at: v.number(),
  display: v.string(),
  /** As it was first dialled: what goes back into `dial.call` to call it again. */
  number: v.string(),
  from: v.picklist(waysIn),
  /** `interrupted`: the program ended between asking and the answer. */
  outcome: v.picklist(['placed', 'failed', 'unknown', 'interrupted']),
  failure: v.nullable(Failure),
  /** The PBX's `msg` on a call that it took. */
  message: v.optional(v.string(), ''),
});
export type Attempt = v.InferOutput<typeof Attempt>;

/**
 * A dialling rule: what is done to the digits that the PBX would be sent. The first rule whose pattern fits is applied, and no other.
 */
export const DiallingRule = v.strictObject({
  name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  /** Asterisk's pattern without its `_`: `X` 0-9, `Z` 1-9, `N` 2-9, `[1-5]`, `.` one or more, `!` none or more. */
  match: v.pipe(v.string(), v.nonEmpty(), v.maxLength(60)),
  action: v.picklist(ruleActions),
  /** `prefix`: put before the number. `replace`: put in place of what `match` names before its `.` or `!`. */
  value: v.pipe(v.string(), v.regex(/^\+?[\d*#]{0,20}$/)),
});
export type DiallingRule = v.InferOutput<typeof DiallingRule>;

/** Settings that a person sees. Nothing here is a secret. */
export const Settings = v.strictObject({
  /** `null`: the system's language. */
  language: v.nullable(v.picklist(languages)),
  theme: v.picklist(themes),
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  numberForm: v.picklist(numberForms),
  /** Shown beside the extension: "101 · Front desk". */
  deskName: Line(40),
  notifyPlaced: v.boolean(),
  notifyFailed: v.boolean(),
  /** Nothing to call: no number where one was looked for, or one that may not be called. */
  notifyNothing: v.boolean(),
  startAtLogin: v.boolean(),
  /** Electron's accelerator; empty for none. */
  hotkey: Line(60),
  beforeHotkeyCall: v.picklist(beforeHotkeyCall),
  /** Windows and macOS: the hotkey copies the marked text and puts back what the clipboard held. */
  copyMarkedText: v.boolean(),
  /** Most digits of an extension of this PBX: they are called as they stand. */
  internalLength: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
  rules: v.pipe(v.array(DiallingRule), v.maxLength(50)),
  /** This program opens `tel:` and `callto:` links, and `sip:` links. */
  telLinks: v.boolean(),
  sipLinks: v.boolean(),
});
export type Settings = v.InferOutput<typeof Settings>;

export const SettingsView = v.strictObject({
  ...Settings.entries,
  /** What `null` stands for here: the system's language, or English where it is neither of ours. */
  systemLanguage: v.picklist(languages),
  /** ISO codes that may be chosen, for the combo box. */
  countries: v.array(v.string()),
  version: v.string(),
});
export type SettingsView = v.InferOutput<typeof SettingsView>;

export const NumberView = v.strictObject({
  /** Grouped for reading: `081 234 5678`. Empty for empty input. */
  display: v.string(),
  /** May be dialled as it stands. */
  dialable: v.boolean(),
});
export type NumberView = v.InferOutput<typeof NumberView>;

/** A number out of a text. */
export const FoundNumber = v.strictObject({
  /** As it goes into the number field and into `dial.call`. */
  number: v.string(),
  display: v.string(),
  extension: v.nullable(v.string()),
});
export type FoundNumber = v.InferOutput<typeof FoundNumber>;

/** A number kept by the person who is signed in, in their own order. */
export const Favourite = v.strictObject({
  id: v.string(),
  /** As it was kept: what goes into `dial.call`. */
  number: v.string(),
  display: v.string(),
  /** One line of plain text; empty where the number has no name. */
  name: v.string(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

const Place = v.pipe(v.number(), v.integer(), v.minValue(0));

const call = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({
  input,
  output,
});

export const calls = {
  'session.get': call(Nothing, SessionView),
  'session.signIn': call(SignIn, SessionView),
  'session.signOut': call(Nothing, SessionView),
  /** What is in the number field, read as it is typed. */
  'number.describe': call(v.strictObject({ typed: Line(100) }), NumberView),
  /** Pasted text to the numbers in it, best first, ready for the number field. */
  'number.find': call(v.strictObject({ text: Line(20_000) }), v.array(FoundNumber)),
  /** Asks the PBX for a call, once. `asking` in the answer: nothing was sent yet. */
  'dial.call': call(
    v.strictObject({ number: Line(100), from: v.picklist(['pad', 'redial', 'call-back', 'favourite']) }),
    DialState,
  ),
  /** `choice`: which of the question's numbers. */
  'dial.confirm': call(
    v.strictObject({ question: Line(40), choice: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    DialState,
  ),
  'dial.cancel': call(v.strictObject({ question: Line(40) }), DialState),
  'dial.get': call(Nothing, DialState),
  /** Calls placed from this computer, newest first. */
  'attempts.list': call(Nothing, v.array(Attempt)),
  /** In the person's order; empty where nobody is signed in. Each change answers with the list as it is then. */
  'favourites.list': call(Nothing, v.array(Favourite)),
  /** At the end, or at a place of the list (as undoing a removal does). */
  'favourites.add': call(
    v.strictObject({ number: Line(100), name: Line(200), at: v.optional(Place) }),
    v.array(Favourite),
  ),
  'favourites.change': call(
    v.strictObject({ id: Line(40), name: v.optional(Line(200)), number: v.optional(Line(100)) }),
    v.array(Favourite),
  ),
  /** `to`: its place in the list without it. Past the end is the end. */
  'favourites.move': call(v.strictObject({ id: Line(40), to: Place }), v.array(Favourite)),
  'favourites.remove': call(v.strictObject({ id: Line(40) }), v.array(Favourite)),
  'settings.get': call(Nothing, SettingsView),
  'settings.set': call(v.partial(Settings), SettingsView),
  'window.hide': call(Nothing, Nothing),
  'app.quit': call(Nothing, Nothing),
  /** Opens a page of a fixed list in the browser; the renderer names it and gives no address. */
  'about.open': call(v.strictObject({ page: v.picklist(['typeface-licence']) }), Nothing),
} as const;

export const events = {
  'session.changed': SessionView,
  'settings.changed': SettingsView,
  'dial.changed': DialState,
  /** A call that the page did not ask for was turned down before it was sent. */
  'dial.turnedDown': v.strictObject({ display: v.string(), failure: Failure }),
  'attempts.changed': v.array(Attempt),
  /** Changed, or another person signed in. */
  'favourites.changed': v.array(Favourite),
  /** The window came to the front: put the focus where typing goes. */
  'window.shown': v.undefined(),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = v.InferOutput<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = v.InferOutput<(typeof calls)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;
