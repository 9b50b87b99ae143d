import * as v from 'valibot';
import { CallQuery, CallsFound, CallsPage, CallsStatus, longestPage, RecentNumber } from './calls/views.ts';
import { DiallingRules, DraftProblems, DraftRule, RuleTrial } from './dialing/rule-shapes.ts';
import { Failure } from './failures.ts';
import { Damage } from './files/damage.ts';
import { OpenRecording, Saving, saveAs, savingEnds } from './recordings/view.ts';
import { HotkeyView, languages, Managed, Settings } from './settings/shape.ts';

export * from './dialing/rule-shapes.ts';
export * from './settings/shape.ts';

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
export type {
  CallFilter,
  CallsPage,
  CallsStatus,
  CallView,
  RecentNumber,
} from './calls/views.ts';
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

/**
 * Why it is not sure that a text means this number to be called.
 *
 * - `labelled`: what stands before or behind it does not say that it is a telephone number (`Ref. 0812345678`);
 * - `neighbour`: a number, or digits, beside it were dropped, so it may not be the one that is meant;
 * - `unlisted`: the numbering plan does not know it (`tel:5551234`).
 */
export const doubts = ['labelled', 'neighbour', 'unlisted'] as const;
export type Doubt = (typeof doubts)[number];

/** Why a number is asked about, beside where it came from. */
export const askReasons = ['again', 'again-unknown', 'emergency', 'international', ...doubts] as const;

export const AskedNumber = v.strictObject({
  display: v.string(),
  /** Stood behind the number (`ext. 12`): shown, and not dialled. */
  extension: v.nullable(v.string()),
  /** Where it stood, if two places were looked at. */
  origin: v.nullable(v.picklist(['marked', 'clipboard'])),
  reasons: v.array(v.picklist(askReasons)),
});
export type AskedNumber = v.InferOutput<typeof AskedNumber>;

/** What is marked. `text`: the beginning of it. `nothing`: it was, and is not any more. */
export const Marked = v.variant('kind', [
  v.strictObject({ kind: v.literal('text'), text: v.string() }),
  v.strictObject({ kind: v.literal('unreadable') }),
  v.strictObject({ kind: v.literal('nothing') }),
]);
export type Marked = v.InferOutput<typeof Marked>;

export const DialState = v.variant('kind', [
  v.strictObject({ kind: v.literal('idle') }),
  v.strictObject({
    kind: v.literal('asking'),
    /** Goes back with `dial.confirm`: what is confirmed is this question, never a number that came later. */
    question: v.string(),
    from: v.picklist(waysIn),
    /** Best first; with several the person chooses. Never empty. */
    numbers: v.array(AskedNumber),
    /** What is marked, where there is no number in it and these are what was copied before. */
    marked: v.nullable(Marked),
    /**
     * Milliseconds for which the question takes no "yes", and again after each key that comes too early: it was meant
     * for what was there before.
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

export const SettingsView = v.strictObject({
  ...Settings.entries,
  managed: Managed,
  hotkeyNow: HotkeyView,
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

/** A number that a person keeps under a name. */
export const Favourite = v.strictObject({
  id: v.pipe(v.string(), v.maxLength(60)),
  /** As it was typed: what goes into `dial.call`. */
  number: Line(100),
  name: Line(80),
  display: v.string(),
});
export type Favourite = v.InferOutput<typeof Favourite>;

const favouriteInput = { number: Line(100), name: Line(80) };
const favouriteId = v.pipe(v.string(), v.maxLength(60));
const Favourites = v.array(Favourite);

/** A number out of a text. */
export const FoundNumber = v.strictObject({
  /** As it goes into the number field and into `dial.call`. */
  number: v.string(),
  display: v.string(),
  extension: v.nullable(v.string()),
  /** `null`: it is sure. Else it is asked about before it is called. */
  doubt: v.nullable(v.picklist(doubts)),
});
export type FoundNumber = v.InferOutput<typeof FoundNumber>;

export type { Damage } from './files/damage.ts';
export type { RecordingProblem } from './recordings/problems.ts';
export type { OpenRecording, SaveAs, Saving } from './recordings/view.ts';

const RecordingId = v.pipe(v.string(), v.regex(/^r[0-9a-f]{32}$/));
const PageLength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestPage));

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
  /** The call that was placed last from this computer. */
  'attempts.last': call(Nothing, v.nullable(Attempt)),
  'favourites.list': call(Nothing, Favourites),
  /** `at`: its place in the list, from 0; else the end. */
  'favourites.add': call(
    v.strictObject({ ...favouriteInput, at: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))) }),
    Favourites,
  ),
  'favourites.change': call(v.strictObject({ id: favouriteId, ...favouriteInput }), Favourites),
  /** `to`: the place in the list, from 0. */
  'favourites.move': call(
    v.strictObject({ id: favouriteId, to: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    Favourites,
  ),
  'favourites.remove': call(v.strictObject({ id: favouriteId }), Favourites),
  /** Opens a recording of one of the user's own calls, by its place among them; the one that was open is closed. */
  'recordings.open': call(
    v.strictObject({ call: Line(300), index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    v.strictObject({ recording: OpenRecording, at: v.number() }),
  ),
  'recordings.again': call(v.strictObject({ id: RecordingId }), OpenRecording),
  /** The waveform: the loudest of each of so many equal parts, 0 to 1. `null` where only the player decodes it. */
  'recordings.peaks': call(
    v.strictObject({
      id: RecordingId,
      count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
    }),
    v.nullable(v.array(v.number())),
  ),
  /** Asks where, by the system's dialog. Answers when the file is there, or will not be. */
  'recordings.save': call(
    v.strictObject({ id: RecordingId, as: v.picklist(saveAs), direction: Line(100), party: Line(100) }),
    v.picklist(savingEnds),
  ),
  'recordings.stopSaving': call(v.strictObject({ id: RecordingId }), Nothing),
  /** `at`: seconds from the start, remembered for the next time. */
  'recordings.close': call(
    v.strictObject({ id: RecordingId, at: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
    Nothing,
  ),
  /** The user's own calls, newest first: how many there are of each day, and the first of them. */
  'calls.search': call(v.strictObject({ ...CallQuery, count: PageLength }), CallsFound),
  /** More of what a search found. */
  'calls.page': call(
    v.strictObject({ ...CallQuery, from: v.pipe(v.number(), v.integer(), v.minValue(0)), count: PageLength }),
    CallsPage,
  ),
  /** Numbers of the user's own calls, each once, newest first. */
  'calls.numbers': call(Nothing, v.array(RecentNumber)),
  'calls.status': call(Nothing, CallsStatus),
  /** The list is on the screen, or is not any more: it is kept fresh while it is. */
  'calls.open': call(v.strictObject({ open: v.boolean() }), Nothing),
  /** Answers when it is done, well or badly. */
  'calls.refresh': call(Nothing, CallsStatus),
  /** The list was scrolled: complete back to this moment, please. */
  'calls.reachBack': call(v.strictObject({ to: v.number() }), Nothing),
  /** All missed calls until now were on the screen. */
  'calls.seen': call(Nothing, Nothing),
  /** Longer than what is typed: two notes may have become one. */
  'calls.note': call(v.strictObject({ id: Line(300), text: Line(2_000) }), Nothing),
  /** As a table, by the system's dialog. `false`: the person thought better of it. */
  /** The answer to `notes.wanted`: nothing that was typed is left in the page. */
  'notes.given': call(Nothing, Nothing),
  'calls.export': call(v.strictObject(CallQuery), v.boolean()),
  'settings.get': call(Nothing, SettingsView),
  'settings.set': call(v.partial(Settings), SettingsView),
  /** What is wrong with a rule that is being written. */
  'rules.check': call(DraftRule, DraftProblems),
  /** What the rules make of a number; `rules` in place of the person's own. IT's come first in any case. */
  'rules.test': call(v.strictObject({ number: Line(100), rules: v.optional(DiallingRules) }), RuleTrial),
  /** While a new hotkey is recorded, the old one calls nobody. */
  'hotkey.record': call(v.strictObject({ on: v.boolean() }), Nothing),
  /** Files of the profile that could not be read, until somebody has seen that. */
  'files.damaged': call(Nothing, v.array(Damage)),
  'files.read': call(Nothing, Nothing),
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
  'attempts.changed': v.nullable(Attempt),
  'favourites.changed': Favourites,
  /** A transfer ended otherwise than its beginning promised. */
  'recordings.changed': OpenRecording,
  'recordings.saving': Saving,
  'calls.changed': v.strictObject({ revision: v.number() }),
  'calls.status': CallsStatus,
  'files.damaged': v.array(Damage),
  /** The person is about to be signed out, or the program to end: what was typed is to be kept now. */
  'notes.wanted': v.undefined(),
  /** A missed-call notice was clicked, or whatever else leads to the list. */
  'calls.show': v.undefined(),
  /** The window came to the front: put the focus where typing goes. */
  'window.shown': v.undefined(),
} as const;

export type CallName = keyof typeof calls;
export type CallInput<N extends CallName> = v.InferOutput<(typeof calls)[N]['input']>;
export type CallOutput<N extends CallName> = v.InferOutput<(typeof calls)[N]['output']>;
export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = v.InferOutput<(typeof events)[N]>;
