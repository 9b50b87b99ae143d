import type { RequestName } from '../contract/requests.ts';

export interface Limit {
  /** Requests in any sixty seconds. Far above what a person does, so that only a page that is taken over meets it. */
  readonly perMinute: number;
  /** Requests that have not been answered yet; as many as come where it is left out. */
  readonly atOnce?: number;
  /** What a page that is taken over could do with it, and what a person does. */
  readonly why: string;
}

/** A key that is held down repeats thirty times a second. */
const keyHeld = 3_000;
/** Something small on this computer, answered from memory. */
const fromMemory =
  'tells the page what it shows anyway; a flood of it takes the processor, and no more than the page has itself';
const opensAFile = 'opens a window of another program with one fixed file; a person looks at it once';
const readsAFile =
  'has some megabytes read on a thread of their own, with an end of time and memory; a person drops one file';
const writesFile =
  'each writes a file of the profile; a person presses a button, or holds a key that moves a row';

/**
 * What a page that is taken over can ask for in a minute, by the requests of the contract. It holds what a person who uses the
 * program holds, as long as the page lives: it can place calls and read the list. What it must not have is thousands of them.
 */
export const limits: Readonly<Record<RequestName, Limit>> = {
  'session.get': { perMinute: 600, why: fromMemory },
  'session.signIn': {
    perMinute: 20,
    atOnce: 1,
    why: 'asks any address on the network with any key, which would look for machines and guess keys; a person types five fields. Only while signed out',
  },
  'session.signOut': {
    perMinute: 20,
    why: 'deletes the calls and the keychain entry; once is all that there is to lose',
  },
  'setUp.get': { perMinute: 600, why: fromMemory },
  'setUp.choose': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and only while signed out; a person opens one file',
  },
  'setUp.dropped': {
    perMinute: 20,
    atOnce: 1,
    why: 'reads a small file, of which the page learns whether it fits; a person drops one',
  },
  'setUp.confirm': {
    perMinute: 20,
    atOnce: 1,
    why: 'signs in with what a person gave, once a question; it may sign out, as session.signOut does',
  },
  'setUp.dismiss': { perMinute: 600, why: 'puts a question away, which closing the window does as well' },
  'number.describe': { perMinute: keyHeld, why: fromMemory },
  'people.find': { perMinute: keyHeld, why: 'looks through 50,000 people each time; a person types' },
  'number.menu': {
    perMinute: 120,
    atOnce: 1,
    why: 'opens a menu of three lines over the window, which takes the keyboard until it is closed; a person presses a button of the mouse',
  },
  'number.find': { perMinute: 600, why: 'looks through 20,000 letters each time; a person pastes' },
  'dial.call': {
    perMinute: 60,
    why: 'rings telephones and costs money; a person who redials as fast as a desk phone lets them calls ten times a minute',
  },
  'dial.confirm': {
    perMinute: 60,
    why: 'answers a question, of which there is one at a time, and so rings as dial.call does',
  },
  'dial.cancel': {
    perMinute: 600,
    why: 'keeps the hotkey and links from calling, which closing the window does as well',
  },
  'dial.get': { perMinute: 600, why: fromMemory },
  'question.get': { perMinute: 600, why: fromMemory },
  'question.drawn': { perMinute: 600, why: 'shows a window, for as long as a question stands' },
  'question.call': {
    perMinute: 60,
    why: 'answers a question, of which there is one at a time, and so rings as dial.call does',
  },
  'question.cancel': { perMinute: 600, why: 'puts a question away, which closing its window does as well' },
  'attempts.last': { perMinute: 600, why: fromMemory },
  'favourites.list': { perMinute: 600, why: fromMemory },
  'favourites.add': { perMinute: 600, why: writesFile },
  'favourites.change': { perMinute: 600, why: writesFile },
  'favourites.move': { perMinute: keyHeld, why: writesFile },
  'favourites.remove': { perMinute: 600, why: writesFile },
  'contacts.search': { perMinute: keyHeld, why: 'looks through 20,000 people each time; a person types' },
  'contacts.page': {
    perMinute: 2 * keyHeld,
    why: 'reads a part of the phone book; scrolling asks for each picture that is drawn',
  },
  'contacts.add': { perMinute: 600, why: writesFile },
  'contacts.change': { perMinute: 600, why: writesFile },
  'contacts.remove': { perMinute: 600, why: writesFile },
  'contacts.undo': { perMinute: 600, why: writesFile },
  'contacts.openFile': {
    perMinute: 30,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and reads the file that the person chooses there',
  },
  'contacts.readFile': { perMinute: 30, atOnce: 1, why: readsAFile },
  'contacts.readText': { perMinute: 30, atOnce: 1, why: readsAFile },
  'contacts.import': { perMinute: 30, atOnce: 1, why: writesFile },
  'contacts.forgetImport': { perMinute: 600, why: 'lets go of what was read; a person presses a button' },
  'contacts.export': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and writes the file that the person names there',
  },
  'contacts.pin': { perMinute: 600, why: writesFile },
  'recordings.open': {
    perMinute: 120,
    why: 'fetches megabytes from the PBX; the one before is closed, so that one is open; a person listens',
  },
  'recordings.again': { perMinute: 60, why: 'fetches it once more' },
  'recordings.measures': {
    perMinute: 300,
    why: 'decodes a whole recording; asked for once for each that is opened',
  },
  'recordings.sketch': {
    perMinute: 300,
    why: 'decodes a small part of a recording; asked for once for each that is opened',
  },
  'recordings.encoded': {
    perMinute: 120,
    why: 'hands over a file of some megabytes; asked for once for each that is opened, and a person listens',
  },
  'recordings.heard': { perMinute: 120, why: 'as often as one of those is opened' },
  'recordings.save': {
    perMinute: 30,
    atOnce: 3,
    why: 'opens a dialog, of which there is one at a time, and keeps its recording open until it is written',
  },
  'recordings.drag': {
    perMinute: 120,
    why: 'writes one file into the profile, which is removed again; only a pressed button of the mouse takes it out',
  },
  'recordings.saveAll': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and fetches recordings one after the other until it is stopped',
  },
  'recordings.saveRest': {
    perMinute: 20,
    atOnce: 1,
    why: 'fetches recordings that were not to be had, one after the other, until it is stopped',
  },
  'recordings.stopSavingAll': { perMinute: 600, why: 'ends what the page began' },
  'recordings.stopSaving': { perMinute: 600, why: 'ends what the page began' },
  'recordings.close': { perMinute: 600, why: 'ends what the page began' },
  'calls.search': { perMinute: keyHeld, why: 'looks through 20,000 calls each time; a person types' },
  'calls.page': {
    perMinute: 2 * keyHeld,
    why: 'reads a part of the list; scrolling asks for each picture that is drawn',
  },
  'calls.recorded': { perMinute: 600, why: 'looks through the list; asked for where a recording is opened' },
  'calls.person': { perMinute: 600, why: 'looks through 20,000 calls each time; a person opens a page' },
  'calls.myDay': { perMinute: keyHeld, why: 'adds up a month of calls; each change of the list asks for it' },
  'calls.status': { perMinute: 600, why: fromMemory },
  'calls.open': {
    perMinute: 600,
    why: 'has the PBX asked more often, for as long as its page lives and its window is seen, and at the pace of the sync',
  },
  'calls.refresh': {
    perMinute: 60,
    why: 'asks the PBX for everything that is new; a person presses a button',
  },
  'calls.reachBack': {
    perMinute: keyHeld,
    why: 'asks the PBX for older calls, at the pace of the sync; scrolling repeats it',
  },
  'calls.done': { perMinute: 600, why: writesFile },
  'calls.remind': { perMinute: 600, why: writesFile },
  'calls.notDone': { perMinute: 600, why: writesFile },
  'calls.undo': { perMinute: 600, why: writesFile },
  'calls.note': { perMinute: 600, why: writesFile },
  'notes.given': { perMinute: 600, why: 'ends a wait of less than a second' },
  'notes.export': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time; the file goes where the person says there',
  },
  'notes.import': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and reads the file that the person chooses there; the page learns how many came',
  },
  'calls.export': {
    perMinute: 20,
    why: 'opens a dialog, of which there is one at a time, and makes a table of the whole list',
  },
  'openIn.open': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a page of the one host that the settings name, and brings the browser to the front; a person looks at one',
  },
  'openIn.check': { perMinute: keyHeld, why: fromMemory },
  'settings.get': { perMinute: 600, why: fromMemory },
  'settings.set': {
    perMinute: 300,
    why: 'writes a file, and may have the system take links, a key and the start at login; what IT fixed stays',
  },
  'number.about': {
    perMinute: 60,
    why: 'looks through the calls; may ask the keychain for the key of the copies',
  },
  'number.forget': {
    perMinute: 30,
    why: 'removes, and writes each file that has the number; a person asks for it',
  },
  'directory.get': { perMinute: 600, why: fromMemory },
  'directory.refresh': {
    perMinute: 20,
    atOnce: 1,
    why: 'fetches megabytes from where the settings say, once at a time; a person presses a button',
  },
  'directory.chooseFile': {
    perMinute: 20,
    atOnce: 1,
    why: 'opens a dialog, of which there is one at a time, and reads the file that the person chooses there',
  },
  'directory.password': {
    perMinute: 20,
    atOnce: 1,
    why: 'signs in to the directory, which may lock an account; a person types a password',
  },
  'kept.going': { perMinute: 60, why: 'counts what is kept; may ask the keychain for the key of the copies' },
  'certificate.refused': { perMinute: 600, why: fromMemory },
  'certificate.trust': {
    perMinute: 20,
    why: 'trusts what the network presented last, if IT lets people do so; a person compares a fingerprint',
  },
  'certificate.forget': { perMinute: 20, why: 'trusts less; what came instead is asked about' },
  'proxy.question': { perMinute: 600, why: fromMemory },
  'proxy.answer': {
    perMinute: 20,
    why: 'tells the proxy that asked who it is, which may lock an account; a person types a password',
  },
  'proxy.decline': { perMinute: 600, why: 'closes a question' },
  'proxy.ask': { perMinute: 60, why: 'opens a question that only a proxy brings' },
  'proxy.forget': { perMinute: 20, why: 'removes a password that a person can type again' },
  'rules.check': { perMinute: keyHeld, why: fromMemory },
  'rules.test': { perMinute: keyHeld, why: fromMemory },
  'hotkey.record': {
    perMinute: 600,
    why: 'keeps the hotkey from calling, for as long as its page lives and its window has the focus',
  },
  'hotkey.ask': { perMinute: 10, why: 'the desktop may show a dialog each time' },
  'hotkey.try': {
    perMinute: 60,
    why: 'keeps the hotkey from calling: one press while its window can be seen, all while that has the focus',
  },
  'gettingStarted.done': { perMinute: 20, why: writesFile },
  'files.damaged': { perMinute: 600, why: fromMemory },
  'files.read': { perMinute: 600, why: 'puts away what was said about files; it is in the log' },
  'page.given': { perMinute: 60, why: 'ends the page itself, once, while nobody sees it' },
  'page.kept': { perMinute: 600, why: fromMemory },
  'page.drawn': { perMinute: 600, why: 'shows a window that is about to be shown' },
  'window.hide': { perMinute: 600, why: 'the tray and the hotkey bring the window back' },
  'app.quit': { perMinute: 600, why: 'ends the program, once' },
  'about.help': { perMinute: 5, why: opensAFile },
  'about.diagnostics': {
    perMinute: 5,
    why: 'opens a dialog, of which there is one at a time, and looks at the way to the PBX; asks it for one record, never for a call',
  },
  'about.checkForUpdates': { perMinute: 5, why: 'asks the place that IT named, once at a time' },
  'about.licences': { perMinute: 5, why: opensAFile },
};
