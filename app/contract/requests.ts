import * as v from 'valibot';
import { Line, Natural, PersonName } from './bounds.ts';
import {
  CallQuery,
  CallsFound,
  CallsPage,
  CallsStatus,
  daySpans,
  longestKeptNote,
  longestPage,
  MyDay,
  NotesTaken,
  PersonView,
  PersonWish,
  RecordedAround,
} from './calls.ts';
import {
  Contact,
  ContactsChange,
  ContactsExport,
  ContactsFile,
  ContactsFound,
  ContactsLook,
  ContactsPage,
  ContactsPageLook,
  ContactsText,
  contactId,
  contactInput,
  ImportChosen,
  ImportView,
  numberId,
} from './contacts.ts';
import { Damage } from './damage.ts';
import { DialState, LastAttempt, QuestionView } from './dialing.ts';
import { DirectoryPassword, DirectoryView } from './directory.ts';
import { Favourites, favouriteId, favouriteInput } from './favourites.ts';
import { StartingLine } from './getting-started.ts';
import { FoundNumber, NumberAct, NumberMenu, NumberView } from './numbers.ts';
import { longestTemplate, OpenInTrial, OpenInWish } from './open-in.ts';
import { PageState } from './page.ts';
import { PeopleFound } from './people.ts';
import { ProxyLogin, ProxyQuestion } from './proxy.ts';
import {
  dragSteps,
  Encoded,
  Heard,
  Levels,
  OpenRecording,
  RecordingMeasures,
  SavedAll,
  saveAs,
  savedTogether,
  savingEnds,
} from './recordings.ts';
import { AboutNumber, forgottenFor, Going, KeepWish } from './retention.ts';
import { DiallingRules, DraftProblems, DraftRule, RuleTrial } from './rules.ts';
import { SessionView, SignIn } from './session.ts';
import { Settings, SettingsView } from './settings.ts';
import { longestPath, SetUpState } from './setup.ts';
import { CertificateOf, RefusedCertificate } from './trust.ts';

/**
 * Every request of the renderer to the main process: its name, what goes in, what comes out. The types
 * of both sides come from here and are written nowhere else; the gate (`gate/serve.ts`) parses each input by it.
 *
 * No output has a field for a secret, nor one for the address of the PBX while somebody is signed in: the renderer shows pages, and a
 * page that is taken over can tell only what it was told.
 */

const Nothing = v.undefined();

const RecordingId = v.pipe(v.string(), v.regex(/^r[0-9a-f]{32}$/));
/** A waveform in so many parts. */
const LookedInto = v.strictObject({
  id: RecordingId,
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)),
});
/** Milliseconds since 1970, before 2100. */
const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4_102_444_800_000));
const PageLength = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(longestPage));

const request = <I extends v.GenericSchema, O extends v.GenericSchema>(input: I, output: O) => ({
  input,
  output,
});

export const requests = {
  'session.get': request(Nothing, SessionView),
  'session.signIn': request(SignIn, SessionView),
  'session.signOut': request(Nothing, SessionView),
  'setUp.get': request(Nothing, SetUpState),
  /** Asks for a set-up file, by the system's dialog. The main process reads it: no part of it comes to the page. */
  'setUp.choose': request(Nothing, SetUpState),
  /** A file was dropped on the page. The preload asks it, by what the system says of the file; no page can. */
  'setUp.dropped': request(v.strictObject({ file: Line(longestPath) }), SetUpState),
  'setUp.confirm': request(v.strictObject({ question: Line(40) }), SetUpState),
  /** This question is answered with no; `null`: what was said is read. */
  'setUp.dismiss': request(v.strictObject({ question: v.nullable(Line(40)) }), SetUpState),
  /** What is in the number field, read as it is typed. */
  'number.describe': request(v.strictObject({ typed: Line(100) }), NumberView),
  /** Who may be meant by what is typed: by a name, a number, or a name on the keys of a phone. */
  'people.find': request(v.strictObject({ typed: Line(100) }), PeopleFound),
  /** Pasted text to the numbers in it, in their order, those that are not sure last; ready for the number field. */
  'number.find': request(v.strictObject({ text: Line(20_000) }), v.array(FoundNumber)),
  /** The menu of a number. Answers with what was chosen once it is gone; the page does it. */
  'number.menu': request(NumberMenu, v.nullable(NumberAct)),
  /** Asks the PBX for a call, once. `asking` in the answer: nothing was sent yet. */
  'dial.call': request(
    v.strictObject({
      number: Line(100),
      /** Stands beside the number, and is not dialled. */
      extension: v.optional(v.pipe(v.string(), v.regex(/^[\d*#,]{1,40}$/))),
      name: v.optional(PersonName),
      from: v.picklist(['pad', 'redial', 'call-back', 'favourite', 'contact', 'colleague']),
    }),
    DialState,
  ),
  /** `choice`: which of the question's numbers. */
  'dial.confirm': request(v.strictObject({ question: Line(40), choice: Natural }), DialState),
  'dial.cancel': request(v.strictObject({ question: Line(40) }), DialState),
  'dial.get': request(Nothing, DialState),
  /** What the small window asks; `null`: nothing any more. */
  'question.get': request(Nothing, v.nullable(QuestionView)),
  /** It is drawn and so tall, in pixels of the page. Answers once it is on the screen. */
  'question.drawn': request(
    v.strictObject({ question: Line(40), height: v.pipe(Natural, v.maxValue(5_000)) }),
    Nothing,
  ),
  'question.call': request(v.strictObject({ question: Line(40), choice: Natural }), Nothing),
  'question.cancel': request(v.strictObject({ question: Line(40) }), Nothing),
  /** The call that was placed last from this computer. */
  'attempts.last': request(Nothing, v.nullable(LastAttempt)),
  'favourites.list': request(Nothing, Favourites),
  /** `at`: its place in the list, from 0; else the end. */
  'favourites.add': request(v.strictObject({ ...favouriteInput, at: v.optional(Natural) }), Favourites),
  'favourites.change': request(v.strictObject({ id: favouriteId, ...favouriteInput }), Favourites),
  /** `to`: the place in the list, from 0. */
  'favourites.move': request(v.strictObject({ id: favouriteId, to: Natural }), Favourites),
  'favourites.remove': request(v.strictObject({ id: favouriteId }), Favourites),
  /** The phone book, in the order of its names. */
  'contacts.search': request(ContactsLook, ContactsFound),
  /** More of what a search found. */
  'contacts.page': request(ContactsPageLook, ContactsPage),
  'contacts.add': request(v.strictObject(contactInput), Contact),
  'contacts.change': request(v.strictObject({ id: contactId, ...contactInput }), Contact),
  'contacts.remove': request(v.strictObject({ id: contactId }), ContactsChange),
  'contacts.undo': request(ContactsChange, Nothing),
  /** Reads a file that the system's dialog asks for. `null`: the person thought better of it. Nothing is taken yet. */
  'contacts.openFile': request(Nothing, v.nullable(ImportView)),
  'contacts.readFile': request(ContactsFile, ImportView),
  'contacts.readText': request(ContactsText, ImportView),
  /** Takes what was shown. */
  'contacts.import': request(ImportChosen, ContactsChange),
  'contacts.forgetImport': request(Nothing, Nothing),
  /** By the system's dialog. `false`: the person thought better of it. */
  'contacts.export': request(ContactsExport, v.boolean()),
  /** Makes a favourite of a number, or no longer. */
  'contacts.pin': request(v.strictObject({ number: numberId, pinned: v.boolean() }), Nothing),
  /** Opens a recording of one of the user's own calls, by its place among them; the one that was open is closed. */
  'recordings.open': request(
    v.strictObject({ call: Line(300), index: Natural }),
    v.strictObject({ recording: OpenRecording, at: v.number() }),
  ),
  'recordings.again': request(v.strictObject({ id: RecordingId }), OpenRecording),
  /** Its waveform in so many parts, its silences and how loud it is. `null` where only the player decodes it. */
  'recordings.measures': request(LookedInto, v.nullable(RecordingMeasures)),
  /** The waveform alone, sooner and roughly: an hour takes a while to be decoded. `null` likewise. */
  'recordings.sketch': request(LookedInto, v.nullable(RecordingMeasures.entries.sides)),
  /** One that only the page can decode, as a file, once it is there. `seconds`: as its player knows it. `null`: it is too long for that, or gone. */
  'recordings.encoded': request(
    v.strictObject({ id: RecordingId, seconds: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
    v.nullable(Encoded),
  ),
  /** What such a one is like. `null`: it is not open. */
  'recordings.heard': request(v.strictObject({ id: RecordingId, ...Levels.entries }), v.nullable(Heard)),
  /** Asks where, by the system's dialog. Answers when the file is there, or will not be. */
  'recordings.save': request(
    v.strictObject({
      id: RecordingId,
      as: v.picklist(saveAs),
      direction: Line(100),
      number: Line(100),
      name: Line(300),
    }),
    v.picklist(savingEnds),
  ),
  /** Drags it out of the window as a file, once that is made. */
  'recordings.drag': request(
    v.strictObject({
      id: RecordingId,
      step: v.picklist(dragSteps),
      as: v.picklist(saveAs),
      direction: Line(100),
      number: Line(100),
      name: Line(300),
    }),
    Nothing,
  ),
  /** Asks for a folder, by the system's dialog. `null`: the person thought better of it. */
  'recordings.saveAll': request(
    v.strictObject({ ...CallQuery, call: Line(300), which: v.picklist(savedTogether) }),
    v.nullable(SavedAll),
  ),
  /** What the last one left, into the same folder. `null`: nothing is left. */
  'recordings.saveRest': request(Nothing, v.nullable(SavedAll)),
  'recordings.stopSavingAll': request(Nothing, Nothing),
  'recordings.stopSaving': request(v.strictObject({ id: RecordingId }), Nothing),
  /** `at`: seconds from the start, remembered for the next time. */
  'recordings.close': request(
    v.strictObject({ id: RecordingId, at: v.pipe(v.number(), v.finite(), v.minValue(0)) }),
    Nothing,
  ),
  /** The user's own calls, newest first: how many there are of each day, and the first of them. */
  'calls.search': request(v.strictObject({ ...CallQuery, count: PageLength }), CallsFound),
  /** More of what a search found. */
  'calls.page': request(v.strictObject({ ...CallQuery, from: Natural, count: PageLength }), CallsPage),
  /** Which calls with a recording stand around one among those that are looked at. */
  'calls.recorded': request(v.strictObject({ ...CallQuery, call: Line(300) }), RecordedAround),
  /** Who has a number, by the phone book, and how much there is with them. */
  'calls.person': request(PersonWish, PersonView),
  'calls.status': request(Nothing, CallsStatus),
  /** What the user's own calls come to. */
  'calls.myDay': request(v.strictObject({ span: v.picklist(daySpans) }), MyDay),
  /** The list is on the screen, or is not any more: it is kept fresh while it is. */
  'calls.open': request(v.strictObject({ open: v.boolean() }), Nothing),
  /** Answers when it is done, well or badly. */
  'calls.refresh': request(Nothing, CallsStatus),
  /** The list was scrolled: complete back to this moment, please. */
  'calls.reachBack': request(v.strictObject({ to: v.number() }), Nothing),
  /** Nothing is left to be done about the caller of a missed call. `change`: what `calls.undo` takes back; `null`: nothing was left. */
  'calls.done': request(
    v.strictObject({ id: Line(300) }),
    v.strictObject({ change: v.nullable(v.string()) }),
  ),
  /** A notice at a moment by this computer's clock; `null`: no more. */
  'calls.remind': request(v.strictObject({ id: Line(300), at: v.nullable(Moment) }), Nothing),
  /** A call that was marked done is to be done after all. */
  'calls.notDone': request(v.strictObject({ id: Line(300) }), Nothing),
  /** What was marked done together is taken back. */
  'calls.undo': request(v.strictObject({ change: Line(60) }), Nothing),
  /** Longer than what is typed: two notes may have become one. */
  'calls.note': request(v.strictObject({ id: Line(300), text: Line(longestKeptNote) }), Nothing),
  /** What would go with the number of a call; `null`: it has none that is known. */
  'number.about': request(v.strictObject({ call: Line(300) }), v.nullable(AboutNumber)),
  /** All of it goes, out of the phone book, too, or not. */
  'number.forget': request(
    v.strictObject({ call: Line(300), contact: v.boolean() }),
    v.picklist(forgottenFor),
  ),
  /** The answer to `notes.wanted`: nothing that was typed is left in the page. */
  'notes.given': request(Nothing, Nothing),
  /** All notes in a file, by the system's dialog: how many. 0: there are none; `null`: the person thought better of it. */
  'notes.export': request(Nothing, v.nullable(Natural)),
  /** Reads such a file, which the system's dialog asks for, and takes its notes. `null`: the person thought better of it. */
  'notes.import': request(Nothing, v.nullable(NotesTaken)),
  /** As a table, by the system's dialog. `false`: the person thought better of it. */
  'calls.export': request(v.strictObject(CallQuery), v.boolean()),
  'settings.get': request(Nothing, SettingsView),
  'settings.set': request(v.partial(Settings), SettingsView),
  /** Opens the address of the settings, with a number in it, in the browser. The page never says where. */
  'openIn.open': request(OpenInWish, Nothing),
  'openIn.check': request(v.strictObject({ address: Line(longestTemplate) }), OpenInTrial),
  'directory.get': request(Nothing, DirectoryView),
  /** Answers when it is done, well or badly. */
  'directory.refresh': request(Nothing, DirectoryView),
  /** Asks for a file of people by the system's dialog, and takes it for the directory: no page names a file. */
  'directory.chooseFile': request(Nothing, SettingsView),
  /** Of who signs in to the directory's server: kept in the keychain, and never told again. `false`: until the program ends. */
  'directory.password': request(DirectoryPassword, v.boolean()),
  /** How much would go if things were kept for this long. */
  'kept.going': request(KeepWish, Going),
  /** The certificate that was turned down last, where a person can do something about it. */
  'certificate.refused': request(v.strictObject({ of: CertificateOf }), v.nullable(RefusedCertificate)),
  /** Trusts it for its host, or who vouches for it: which of the two, by the fingerprint that was shown. */
  'certificate.trust': request(v.strictObject({ of: CertificateOf, sha256: Line(100) }), Nothing),
  /** Forgets what was trusted for its host before it changed. */
  'certificate.forget': request(v.strictObject({ of: CertificateOf }), Nothing),
  'proxy.question': request(Nothing, v.nullable(ProxyQuestion)),
  /** The answer to it: kept in the keychain, and never told again. */
  'proxy.answer': request(ProxyLogin, Nothing),
  'proxy.decline': request(Nothing, Nothing),
  /** The person wants to be asked after all. */
  'proxy.ask': request(Nothing, Nothing),
  'proxy.forget': request(Nothing, Nothing),
  /** What is wrong with a rule that is being written. */
  'rules.check': request(DraftRule, DraftProblems),
  /** What the rules make of a number; `rules` in place of the person's own. IT's come first in any case. */
  'rules.test': request(v.strictObject({ number: Line(100), rules: v.optional(DiallingRules) }), RuleTrial),
  /** While a new hotkey is recorded, the old one calls nobody. */
  'hotkey.record': request(v.strictObject({ on: v.boolean() }), Nothing),
  /** The desktop is asked for the keys, where it gives some to who asks; what it said is in the settings. */
  'hotkey.ask': request(v.undefined(), Nothing),
  /** While it is tried, the hotkey calls nobody; `hotkey.tried` says that it was pressed. */
  'hotkey.try': request(v.strictObject({ on: v.boolean() }), Nothing),
  /** These lines need not be shown again. */
  'gettingStarted.done': request(v.strictObject({ lines: v.array(StartingLine) }), Nothing),
  /** Files of the profile that could not be read, until somebody has seen that. */
  'files.damaged': request(Nothing, v.array(Damage)),
  'files.read': request(Nothing, Nothing),
  /** The answer to `page.wanted` of a page that may go. */
  'page.given': request(PageState, Nothing),
  /** What the page before this one gave. */
  'page.kept': request(Nothing, v.nullable(PageState)),
  /** There is something to see, and events are listened to. */
  'page.drawn': request(Nothing, Nothing),
  'window.hide': request(Nothing, Nothing),
  'app.quit': request(Nothing, Nothing),
  /** Opens the user guide in the language of the page. */
  'about.help': request(Nothing, Nothing),
  /** Writes a file for the help desk, by the system's dialog. `false`: the person thought better of it. */
  'about.diagnostics': request(Nothing, v.boolean()),
  'about.checkForUpdates': request(Nothing, Nothing),
  /** Opens the one file with the licences of what others made; nobody names another. */
  'about.licences': request(Nothing, Nothing),
} as const;

export type RequestName = keyof typeof requests;
export type RequestInput<N extends RequestName> = v.InferOutput<(typeof requests)[N]['input']>;
export type RequestOutput<N extends RequestName> = v.InferOutput<(typeof requests)[N]['output']>;
