import { isDeepStrictEqual } from 'node:util';
import type { Looked } from '../calls/list.ts';
import type { NoteFiles } from '../calls/note-files.ts';
import type { RecentCalls } from '../calls/recent-calls.ts';
import type { ContactFiles } from '../contacts/contact-files.ts';
import type { Contacts } from '../contacts/contacts.ts';
import type { Favourites } from '../contacts/favourites.ts';
import type { LastAttempt } from '../contract/dialing.ts';
import { fail, ok, type Reply } from '../contract/failures.ts';
import type { StartingLine } from '../contract/getting-started.ts';
import type { NumberAct, NumberMenu } from '../contract/numbers.ts';
import type { PageState } from '../contract/page.ts';
import type { Going, KeepWish } from '../contract/retention.ts';
import type { SettingsView } from '../contract/settings.ts';
import type { PageHolds } from '../desktop/page-holds.ts';
import type { PageRest } from '../desktop/page-rest.ts';
import { askedApart, type Dialler, inPage } from '../dialing/dialler.ts';
import { draftProblems } from '../dialing/draft-rule.ts';
import type { Journal } from '../dialing/journal.ts';
import type { Numbers } from '../dialing/numbers.ts';
import type { DirectoryDesk } from '../directory/wire.ts';
import type { Damages } from '../files/damages.ts';
import type { OpenIn } from '../open-in/open-in.ts';
import type { People } from '../people/people.ts';
import type { CallQuestion } from '../question/question.ts';
import type { Player } from '../recordings/player.ts';
import type { Forgetting } from '../retention/forgetting.ts';
import type { Session } from '../session/session.ts';
import type { ProxyPasswords } from '../settings/proxy-passwords.ts';
import type { SettingsChange } from '../settings/store.ts';
import type { SetUp } from '../setup/set-up.ts';
import type { Trust } from '../trust/trust.ts';
import { codeOf } from '../util/code-of.ts';
import { type Handlers, Refused } from './serve.ts';

export interface HandlerParts {
  readonly session: Session;
  readonly signOut: () => ReturnType<Session['signOut']>;
  readonly setUp: SetUp;
  readonly dialler: Dialler;
  /** In the small window. */
  readonly callQuestion: CallQuestion;
  readonly journal: Journal;
  readonly lastAttempt: () => LastAttempt | null;
  readonly numbers: Numbers;
  readonly contacts: Contacts;
  readonly contactFiles: ContactFiles;
  readonly favourites: Favourites;
  readonly recent: RecentCalls;
  readonly people: Pick<People, 'find' | 'colleagues'>;
  readonly exportCalls: (look: Looked) => Promise<Reply<boolean>>;
  readonly noteFiles: NoteFiles;
  readonly player: Player;
  readonly recordingsInSight: () => void;
  readonly forgetting: Forgetting;
  /** What is removed where things are kept for less time. */
  readonly going: (wish: KeepWish) => Promise<Going>;
  readonly openIn: Pick<OpenIn, 'open' | 'check'>;
  readonly settingsView: () => SettingsView;
  /** All of them or none. Rejects where the disk does not take them. */
  readonly changeSettings: (part: SettingsChange) => Promise<Reply<unknown>>;
  readonly directory: Pick<DirectoryDesk, 'typed' | 'searched' | 'view' | 'refresh' | 'keepPassword'>;
  /** By the system's dialog; `null`: the person thought better of it. */
  readonly chooseDirectoryFile: () => Promise<string | null>;
  /** Of the desktop. */
  readonly askForKeys: () => Promise<void>;
  readonly trust: Trust;
  readonly proxyPasswords: ProxyPasswords;
  readonly damages: Damages;
  readonly holds: Pick<PageHolds, 'listOpen' | 'recordHotkey' | 'tryHotkey'>;
  readonly rest: Pick<PageRest<PageState>, 'given' | 'kept' | 'drawn'>;
  readonly notesGiven: () => void;
  readonly hide: () => void;
  readonly quit: () => void;
  readonly checkForUpdates: () => void;
  readonly saveDiagnostics: () => Promise<Reply<boolean>>;
  readonly gettingStartedDone: (lines: readonly StartingLine[]) => void;
  readonly numberMenu: (number: NumberMenu) => Promise<NumberAct | null>;
  readonly openHelp: () => void;
  readonly openLicences: () => void;
  readonly log: (line: string) => void;
}

/** Which feature answers each call of the contract. */
export function createHandlers(parts: HandlerParts): Handlers {
  const {
    session,
    setUp,
    dialler,
    callQuestion,
    numbers,
    recent,
    player,
    contacts,
    contactFiles,
    favourites,
    directory,
  } = parts;
  return {
    'session.get': () => ok(session.view()),
    'session.signIn': async (input) => {
      // The form is not shown then: only a page that is taken over would swap the person's account for another.
      if (session.view().state !== 'signed-out') throw new Refused('session.signIn while not signed out');
      return await session.signIn(input);
    },
    'session.signOut': () => parts.signOut(),
    'setUp.get': () => ok(setUp.state()),
    'setUp.choose': async () => {
      // The form, where its button is, is not shown then.
      if (session.view().state !== 'signed-out') throw new Refused('setUp.choose while not signed out');
      return ok(await setUp.choose());
    },
    'setUp.dropped': ({ file }) => ok(setUp.openFile(file)),
    'setUp.confirm': ({ question }) => setUp.confirm(question),
    'setUp.dismiss': ({ question }) => ok(setUp.dismiss(question)),
    'number.describe': ({ typed }) => ok(numbers.describe(typed)),
    'people.find': async ({ typed }) => {
      directory.typed(typed);
      return ok(await parts.people.find(typed));
    },
    'number.find': ({ text }) => ok(numbers.find(text)),
    'dial.call': ({ number, extension = null, name, from }) =>
      dialler.call({ numbers: [{ number, extension, name }], from, inPage: true }),
    'dial.confirm': ({ question, choice }) => {
      ownQuestion(question);
      return dialler.confirm(question, choice);
    },
    'dial.cancel': ({ question }) => {
      ownQuestion(question);
      const reply = dialler.cancel(question);
      return reply.ok ? ok(inPage(reply.value)) : reply;
    },
    'dial.get': () => ok(inPage(dialler.state())),
    'question.get': () => ok(callQuestion.view()),
    'question.drawn': async ({ question, height }) => done(await callQuestion.drawn(question, height)),
    'question.call': ({ question, choice }) => callQuestion.call(question, choice),
    'question.cancel': ({ question }) => done(callQuestion.cancel(question)),
    'attempts.last': () => ok(parts.lastAttempt()),
    'favourites.list': () => ok([...favourites.list()]),
    'favourites.add': (input) => many(favourites.add(input)),
    'favourites.change': ({ id, ...input }) => many(favourites.change(id, input)),
    'favourites.move': ({ id, to }) => many(favourites.move(id, to)),
    'favourites.remove': ({ id }) => many(favourites.remove(id)),
    'contacts.search': async (look) => {
      directory.searched(look.text);
      return ok(contacts.find(look, await parts.people.colleagues(look.text)));
    },
    'contacts.page': async (look) => ok(contacts.page(look, await parts.people.colleagues(look.text))),
    'contacts.add': (typed) => contacts.add(typed),
    'contacts.change': ({ id, ...typed }) => contacts.change(id, typed),
    'contacts.remove': ({ id }) => contacts.remove(id),
    'contacts.undo': ({ change }) => contacts.undo(change),
    'contacts.openFile': () => contactFiles.open(),
    'contacts.readFile': ({ bytes }) => contactFiles.look(bytes),
    'contacts.readText': ({ text }) => contactFiles.look(text),
    'contacts.import': (chosen) => contactFiles.take(chosen.import),
    'contacts.forgetImport': () => done(contactFiles.forget()),
    'contacts.export': ({ as }) => contactFiles.export(as),
    'contacts.pin': ({ number, pinned }) => favourites.pin(number, pinned),
    'recordings.open': (which) => player.open(which),
    'recordings.again': ({ id }) => player.again(id),
    'recordings.measures': ({ id, count }) => player.measures(id, count),
    'recordings.sketch': ({ id, count }) => player.sketch(id, count),
    'recordings.encoded': ({ id, seconds }) => player.encoded(id, seconds),
    'recordings.heard': ({ id, ...levels }) => player.heard(id, levels),
    'recordings.save': (request) => player.save(request),
    'recordings.drag': ({ step, ...request }) => player.drag(step, request),
    'recordings.saveRest': player.saveRest,
    'recordings.saveAll': ({ which, ...look }) => player.saveAll(recent.savable(look, which)),
    'recordings.stopSavingAll': () => done(player.stopSavingAll()),
    'recordings.stopSaving': ({ id }) => done(player.stopSaving(id)),
    'recordings.close': async ({ id, at }) => done(await player.close(id, at)),
    'calls.search': (look) => recent.find(look),
    'calls.page': (look) => recent.page(look),
    'calls.recorded': (look) => recent.recorded(look),
    'calls.person': (who) => recent.person(who),
    'calls.myDay': ({ span }) => recent.myDay(span),
    'calls.status': () => ok(recent.status()),
    'calls.open': ({ open }) => {
      if (open) parts.recordingsInSight();
      return done(parts.holds.listOpen(open));
    },
    'calls.refresh': () => recent.refresh(),
    'calls.reachBack': ({ to }) => done(recent.reachBack(to)),
    'calls.done': ({ id }) => recent.done(id),
    'calls.remind': ({ id, at }) => recent.remind(id, at),
    'calls.notDone': ({ id }) => recent.notDone(id),
    'calls.undo': ({ change }) => recent.undo(change),
    'calls.note': ({ id, text }) => recent.note(id, text),
    'notes.given': () => done(parts.notesGiven()),
    'notes.export': () => parts.noteFiles.export(),
    'notes.import': () => parts.noteFiles.import(),
    'calls.export': (look) => parts.exportCalls(look),
    'openIn.open': (wish) => parts.openIn.open(wish),
    'openIn.check': ({ address }) => ok(parts.openIn.check(address)),
    'settings.get': () => ok(parts.settingsView()),
    'settings.set': (part) => {
      const { trustedCertificates: now } = parts.settingsView();
      const isNew = part.trustedCertificates?.some((one) => !now.some((had) => isDeepStrictEqual(had, one)));
      // They are taken away there. One more is trusted only after it was presented and shown.
      if (isNew) throw new Refused('settings.set with a certificate that nobody was shown');
      const { directory: before } = parts.settingsView();
      const after = part.directory;
      const isHeld = after === undefined || isDeepStrictEqual(after, before);
      // A page that names a file has it read; and that no encryption is meant is for IT to say.
      if (!isHeld && (after.from === 'file' || ('allowPlain' in after && after.allowPlain === true)))
        throw new Refused('settings.set with a directory that only a dialog, or IT, names');
      return change(part);
    },
    'directory.get': () => ok(directory.view()),
    'directory.refresh': async () => ok(await directory.refresh()),
    'directory.chooseFile': async () => {
      const path = await parts.chooseDirectoryFile();
      return path === null ? ok(parts.settingsView()) : change({ directory: { from: 'file', path } });
    },
    'directory.password': ({ password }) => directory.keepPassword(password),
    'proxy.question': () => ok(parts.proxyPasswords.question()),
    'proxy.answer': (login) => done(parts.proxyPasswords.answer(login)),
    'proxy.decline': () => done(parts.proxyPasswords.decline()),
    'proxy.ask': () => done(parts.proxyPasswords.ask()),
    'proxy.forget': async () => done(await parts.proxyPasswords.forget()),
    'certificate.refused': ({ of }) => ok(parts.trust[of].refused()),
    'certificate.trust': ({ of, sha256 }) => parts.trust[of].trust(sha256),
    'certificate.forget': ({ of }) => parts.trust[of].forget(),
    'number.about': async ({ call }) => ok(await parts.forgetting.about(call)),
    'number.forget': ({ call, contact }) => parts.forgetting.forget(call, contact),
    'kept.going': async (wish) => ok(await parts.going(wish)),
    'rules.check': (draft) => ok(draftProblems(draft)),
    'rules.test': ({ number, rules }) => ok(numbers.tryRules(number, rules)),
    'hotkey.ask': async () => done(await parts.askForKeys()),
    'hotkey.try': ({ on }) => done(parts.holds.tryHotkey(on)),
    'gettingStarted.done': ({ lines }) => done(parts.gettingStartedDone(lines)),
    'files.damaged': () => ok(parts.damages.list()),
    'files.read': () => done(parts.damages.read()),
    'hotkey.record': ({ on }) => done(parts.holds.recordHotkey(on)),
    'number.menu': async (number) => ok(await parts.numberMenu(number)),
    'page.given': (state) => done(parts.rest.given(state)),
    'page.kept': () => ok(parts.rest.kept()),
    'page.drawn': () => done(parts.rest.drawn()),
    'window.hide': () => done(parts.hide()),
    'app.quit': () => done(parts.quit()),
    'about.diagnostics': () => parts.saveDiagnostics(),
    'about.checkForUpdates': () => done(parts.checkForUpdates()),
    'about.help': () => done(parts.openHelp()),
    'about.licences': () => done(parts.openLicences()),
  };

  /** The page was never told of another. */
  function ownQuestion(question: string): void {
    if (askedApart(dialler.state())?.question === question)
      throw new Refused('dial.confirm or dial.cancel of a question in another window');
  }

  async function change(part: SettingsChange): Promise<Reply<SettingsView>> {
    try {
      const changed = await parts.changeSettings(part);
      return changed.ok ? ok(parts.settingsView()) : changed;
    } catch (error) {
      parts.log(`settings not changed: ${codeOf(error)}`);
      return fail('settings-file');
    }
  }
}

/** The contract's lists may be changed by who gets them. */
const many = <T>(reply: Reply<readonly T[]>): Reply<T[]> => (reply.ok ? ok([...reply.value]) : reply);

const done = (_nothing: unknown): Reply<undefined> => ok(undefined);
