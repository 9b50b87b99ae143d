import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { zoneOfThisComputer } from './calls/recent-calls.ts';
import { createTypedNotes } from './calls/typed-notes.ts';
import { wireCalls } from './calls/wire.ts';
import type { Answer, Command } from './command-line/command.ts';
import { createCommands } from './command-line/run.ts';
import { wireContacts } from './contacts/wire.ts';
import type { PageState } from './contract/page.ts';
import type { PageHolds } from './desktop/page-holds.ts';
import { wireDesktopKeys } from './desktop/portal/wire.ts';
import { wireDiagnostics } from './diagnostics/wire.ts';
import { createNumbers } from './dialing/numbers.ts';
import { wireDialing } from './dialing/wire.ts';
import { createPasswords, directoryEntry } from './directory/password.ts';
import { wireDirectory } from './directory/wire.ts';
import { browse } from './electron/browser.ts';
import { offerEditing } from './electron/context-menu.ts';
import { ownLogFile, resolveProxy, versionsHere } from './electron/diagnose.ts';
import { startDrag } from './electron/drag.ts';
import { hotkeyView, keysFor, openDesktopKeys } from './electron/hotkey.ts';
import { say } from './electron/instances.ts';
import type { PageLink } from './electron/ipc.ts';
import { setLinks, takeSetUpLinks } from './electron/links.ts';
import { setStartAtLogin, startedHidden } from './electron/login-item.ts';
import { watchMachine } from './electron/machine.ts';
import { wireNetwork } from './electron/network-wire.ts';
import { clickableNotices } from './electron/notification.ts';
import type { Program } from './electron/program.ts';
import { applyTheme, openShipped } from './electron/program.ts';
import { createQuestionWindow } from './electron/question-window.ts';
import { serveRecordings } from './electron/recordings.ts';
import { createFileDialogs } from './electron/save-file.ts';
import { systemTexts } from './electron/selection.ts';
import { createTray } from './electron/tray.ts';
import { openUpdates, ownPackageKind } from './electron/updates.ts';
import type { CompanionWindow } from './electron/window.ts';
import type { Events } from './events/events.ts';
import type { Damages } from './files/damages.ts';
import type { Keeping } from './files/kept-file.ts';
import { createHandlers } from './gate/handlers.ts';
import { serve } from './gate/serve.ts';
import { givesGlobalKeys } from './hotkey/desktop.ts';
import { wireHotkey } from './hotkey/wire.ts';
import type { Log } from './log/log.ts';
import { createNotices } from './notices/notices.ts';
import { createNotifySend } from './notices/notify-send.ts';
import { wireNotices } from './notices/wire.ts';
import { endOf } from './numbers/end-of.ts';
import { wireOpenIn } from './open-in/wire.ts';
import { wirePeople } from './people/wire.ts';
import { wireCallQuestion } from './question/question.ts';
import { createPlayback } from './recordings/playback.ts';
import { createForgetting } from './retention/forgetting.ts';
import { openForgotten } from './retention/forgotten.ts';
import { keptFor } from './retention/kept-for.ts';
import { wireRetention } from './retention/wire.ts';
import { wireSelection } from './selection/wire.ts';
import { createSignOut } from './session/sign-out.ts';
import { isKnown, wireSession } from './session/wire.ts';
import { createCredentialStore, timeLimit } from './settings/credentials.ts';
import { createKeychain } from './settings/keychain.ts';
import type { Policy } from './settings/policy.ts';
import { copiesEntry, createSecretKey, forgottenEntry } from './settings/secret-key.ts';
import type { SettingsStore } from './settings/store.ts';
import { wireSettings } from './settings/wire.ts';
import { createSetUp } from './setup/set-up.ts';
import { createDeskTray, followOnTray } from './tray/desk-tray.ts';
import { wireUpdates } from './updates/wire.ts';
import { inTurn, timer } from './util/timer.ts';
import { wordsFor } from './words/index.ts';
import { languageOf } from './words/languages.ts';

/** Milliseconds. A program does not wait for the keychain for long; a person who unlocks it at start may (`session/wire.ts`). */
const keychainPatience = 10_000;

export interface DeskParts {
  readonly here: Program;
  readonly ownLog: Log;
  readonly asked: Command;
  /** From now on commands are carried out. */
  readonly ready: (run: (command: Command) => Promise<Answer>) => void;
  readonly events: Events;
  readonly policy: Policy;
  readonly damages: Damages;
  readonly keeping: Keeping;
  readonly store: SettingsStore;
  readonly hasTray: boolean;
  readonly page: PageLink;
  readonly holds: PageHolds;
  readonly window: CompanionWindow<PageState>;
}

/** All that the program does once its window is being made. A file of its own is read while the page starts. */
export async function openDesk({
  here,
  ownLog,
  asked,
  ready,
  events,
  policy,
  damages,
  keeping,
  store,
  hasTray,
  page,
  holds,
  window,
}: DeskParts): Promise<void> {
  const { log, hide } = ownLog;
  const folder = here.profileFolder;
  const { settings } = store;
  const language = () => settings().language ?? languageOf(here.locale());
  const words = () => wordsFor(language());
  offerEditing(window.browser, words);
  const numbers = createNumbers(settings, policy.view.rules);

  // Who is signed in, and what they call.
  const keychain = await inTurn(() => createKeychain(here.during));
  const limit = timeLimit(keychainPatience);
  const network = await wireNetwork({
    ...{ events, settings, policy, keychain, limit, hide, log },
    changeSettings: (part) => settingsDesk.change(part),
    trusted: here.trusted,
    profile: store.profile,
  });
  const credentials = createCredentialStore(
    keychain,
    [store.profile, copiesEntry(store.profile), directoryEntry(store.profile)],
    limit,
  );
  const desk = wireSession({
    events,
    folder,
    store,
    policy: policy.account,
    credentials,
    ...network,
    hide,
    log,
  });
  const { session, owner, account, line } = desk;
  const nameOf = (number: string) => people.nameOf(number);
  const { journal, dialler, ask, last } = wireDialing({
    ...{ events, folder, keeping, owner, numbers, nameOf, settings, line },
    companyOf: (number) => phoneBook.names.companyOf(number),
  });
  const questionWindow = createQuestionWindow({
    wayland: here.wayland,
    textSize: () => settings().textSize,
    preload: path.join(__dirname, 'question-preload.cjs'),
    made: (browser) => page.attach('question', browser),
    beside: window,
    closed: () => callQuestion.dismiss(),
    log,
  });
  const callQuestion = wireCallQuestion({
    ...{ events, dialler, window: questionWindow, words, language, settings },
    showFailure: window.reveal,
  });
  const dialogs = createFileDialogs();
  const phoneBook = await inTurn(() =>
    wireContacts({
      ...{ events, folder, keeping, owner, settings, language, words, numbers, ...dialogs },
      reader: path.join(__dirname, 'reader.cjs'),
      // The dialog took the focus, and a popover went with it: what is in the file is to be seen.
      openFile: (kind) => dialogs.openFile(kind).finally(window.reveal),
    }),
  );
  const directory = wireDirectory({
    ...{ events, folder, keeping, owner, settings, timer },
    trusted: here.trusted,
    elsewhere: network.elsewhere,
    reader: path.join(__dirname, 'reader.cjs'),
    passwords: createPasswords({ keychain, entry: directoryEntry(store.profile), limit, hide, log }),
    keyOf: (number) => numbers.read(number)?.key ?? number,
    now: Date.now,
  });
  /** As the person wrote it, or else as the company has it. */
  const inPhoneBook = (number: string) => phoneBook.names.of(number) ?? directory.nameOf(number);
  const holdersOf = (number: string) => {
    const own = phoneBook.holdersOf(number);
    return own.length > 0 ? own : directory.holdersOf(number);
  };
  const selection = wireSelection({
    events,
    ...systemTexts({
      mayCopy: () => settings().copyMarkedText,
      wayland: here.wayland,
      hasFocus: () => window.browser.isFocused(),
      takeFocus: window.takeFocus,
    }),
    find: numbers.find,
    read: numbers.read,
    prepare: network.prepare,
    ask,
    takesPress: holds.takesPress,
  });
  const desktopKeys =
    !here.wayland && givesGlobalKeys(process.platform, process.env)
      ? null
      : wireDesktopKeys({
          events,
          settings,
          locked: policy.view.keys,
          says: (key) => words().settings.hotkey.desktopKeys[key],
          asked: { get: store.hasDesktopKeys, keep: store.keepDesktopKeys },
          open: (heard) => openDesktopKeys(heard, log),
          log,
        });
  const hotkey = wireHotkey(
    events,
    keysFor('dial-selection', desktopKeys),
    () => void events.emit('hotkey.pressed'),
  );
  const boxKey = wireHotkey(events, keysFor('show', desktopKeys), () => window.show());
  const hotkeyNow = () => hotkeyView(hotkey, 'dial-selection', desktopKeys, here.wayland);
  const { updates: feed } = policy;
  const updates = wireUpdates({
    events,
    settings,
    open: feed && (() => openUpdates(feed, folder, network.trust)),
    installs: ownPackageKind() !== 'told',
    resting: window.rest.resting,
    dial: dialler.state,
    lastCall: () => journal.list()[0]?.at ?? null,
    restart: here.restart,
    timer,
    log,
  });
  const openIn = wireOpenIn({
    ...{ events, settings, numbers, nameOf, browse, log },
    plainHttp: policy.openInPlainHttp,
    elapsed: () => performance.now(),
    callOf: (id) => recent.partyOf(id),
    last: () => journal.list()[0] ?? null,
    extension: () => account()?.extension ?? null,
  });
  const settingsDesk = wireSettings({
    events,
    store,
    policy,
    program: here,
    hotkey,
    hotkeyNow,
    boxKey,
    boxKeyNow: () => hotkeyView(boxKey, 'show', desktopKeys, here.wayland),
    updatesNow: updates.view,
    opensIn: openIn.isOn,
    applyTheme,
    setLinks,
    setStartAtLogin,
    log,
  });

  // What is told, shown and played.
  const notifySend = createNotifySend(here.noticeIcon);
  const desktopNotices = createNotices({
    whose: owner,
    icon: here.noticeIcon,
    platform: process.platform,
    clickable: clickableNotices(here.noticeIcon),
    withAction: notifySend.show,
    unseen: window.reveal,
    log,
  });
  const notices = wireNotices({
    events,
    notices: desktopNotices,
    words,
    settings,
    account,
    lastNumber: () => journal.list()[0]?.number,
    toldVersion: { get: store.toldVersion, keep: store.keepToldVersion },
    clock: () => zoneOfThisComputer()().write(Date.now()),
    open: () => window.show(),
    openIn,
    call: (number) => void ask({ numbers: [{ number }], from: 'notice' }),
  });
  const diagnostics = wireDiagnostics({
    ...ownLog,
    ...{ session, settings, policy, hasTray, resolveProxy, chooseFile: dialogs.saveFile },
    directory: directory.view,
    logFile: ownLogFile,
    versions: versionsHere(here.version),
    hotkey: () => hotkeyNow().state,
    env: process.env,
  });
  const forgotten = openForgotten({
    file: path.join(folder, 'forgotten.json'),
    key: createSecretKey(keychain, forgottenEntry(store.profile), limit),
    keyOf: (number) => numbers.read(number)?.key ?? number,
    endOf,
    keeping,
  });
  events.on('settings.kept', forgotten.changed);
  const { recent, exportCalls } = await inTurn(() =>
    wireCalls({
      events,
      folder,
      keeping,
      forgotten,
      attempts: journal.all,
      numbers,
      holdersOf,
      endOf,
      inPhoneBook,
      whose: nameOf,
      settings,
      words,
      current: session.current,
      loaded: window.loaded,
      answered: desk.answered,
      changed: dialler.recorded,
      missed: notices.missed,
      remind: notices.remind,
      chooseFile: dialogs.saveFile,
      timer,
    }),
  );
  const people = wirePeople({
    events,
    favourites: phoneBook.favourites.list,
    contacts: phoneBook.contacts.all,
    colleagues: directory.people,
    recent: recent.numbers,
    inPhoneBook,
    settings,
    display: (number) => numbers.describe(number).display,
  });
  const playback = createPlayback({
    folder,
    decoder: path.join(__dirname, 'decoder.cjs'),
    keychain,
    profile: store.profile,
    limit,
    transport: network.streaming,
    account,
    owner,
    keptFor: () => keptFor(settings()).recordings,
    recordingsOf: recent.recordingsOf,
    measured: recent.measured,
    choose: (name, extension) => dialogs.saveFile(name, { label: extension.toUpperCase(), extension }),
    changed: (recording) => events.emit('recordings.changed', recording),
    saving: (progress) => events.emit('recordings.saving', progress),
    chooseFolder: dialogs.chooseFolder,
    startDrag: (file) => startDrag(window.browser.webContents, file, here.noticeIcon),
    timer,
    savingAll: (progress) => events.emit('recordings.savingAll', progress),
    fileNames: () => settings().recordingNames,
    directions: () => words().calls.directions,
    now: Date.now,
    log,
  });
  serveRecordings(playback.respond);
  const retention = wireRetention({
    events,
    folder,
    settings,
    recent,
    journal,
    copies: playback,
    now: Date.now,
    timer,
    log,
  });

  const forgetting = createForgetting({
    folder,
    owner,
    numbers,
    endOf,
    recent,
    journal,
    contacts: phoneBook.forgetting,
    forgetColleague: directory.forget,
    dialler,
    player: playback.player,
    copies: playback,
    forgotten,
    now: Date.now,
    log,
  });

  // What the page, the tray and other programs may ask for.
  const typedNotes = createTypedNotes(events, () => session.current() !== null);
  const signOut = createSignOut({
    session,
    owner,
    takeNotes: typedNotes.take,
    recent,
    journal,
    dialler,
    player: playback.player,
  });
  const setUp = createSetUp({
    session,
    signOut,
    rules: policy,
    changeSettings: settingsDesk.change,
    keepDirectoryPassword: directory.keepPassword,
    choose: () => dialogs.openFile({ label: words().setUp.file, extensions: ['json'] }),
    changed: (state) => events.emit('setUp.changed', state),
    newId: randomUUID,
    timer,
    log,
  });
  const handlers = createHandlers({
    session,
    signOut,
    setUp,
    dialler,
    callQuestion,
    journal,
    lastAttempt: last,
    numbers,
    contacts: phoneBook.contacts,
    contactFiles: phoneBook.files,
    favourites: phoneBook.favourites,
    recent,
    people,
    exportCalls,
    player: playback.player,
    recordingsInSight: playback.warm,
    forgetting,
    openIn,
    going: retention.going,
    settingsView: settingsDesk.view,
    gettingStartedDone: settingsDesk.gettingStartedDone,
    changeSettings: settingsDesk.change,
    directory,
    chooseDirectoryFile: () =>
      dialogs
        .openFile({ label: words().contacts.kind, extensions: ['vcf', 'csv', 'txt', 'tsv'] })
        .finally(window.reveal),
    askForKeys: async () => await desktopKeys?.ask(),
    trust: network.trust,
    proxyPasswords: network.proxyPasswords,
    damages,
    holds,
    rest: window.rest,
    notesGiven: typedNotes.given,
    hide: window.dismiss,
    quit: () => here.quit(),
    saveDiagnostics: diagnostics.save,
    openHelp: () => void openShipped(path.join('help', `user-guide.${language()}.html`), log),
    openLicences: () => void openShipped('THIRD-PARTY.txt', log),
    log,
  });
  const run = createCommands({
    ready: isKnown(events),
    ask,
    outcomeOf: dialler.outcomeOf,
    meant: selection.meant,
    copied: selection.copied,
    found: numbers.find,
    read: numbers.read,
    last: () => journal.list()[0],
    setUp,
    show: () => window.show(),
    diagnose: diagnostics.write,
    words,
  });
  const deskTray = createDeskTray({
    words,
    session: session.view,
    attempts: journal.list,
    nameOf,
    favourites: phoneBook.favourites.list,
    missed: () => recent.status().toDo.calls,
    ask: (wish) => void ask(wish),
    open: () => window.show(null),
    openToDo: () => {
      window.show(null);
      events.emit('calls.show', undefined);
    },
    signOut: () => {
      events.emit('session.signOutChosen', undefined);
      window.show(null);
    },
    quit: () => here.quit(),
  });

  // Start.
  page.answerBy(serve(handlers, log));
  const resumed = session.resume();
  const tray = createTray({
    icons: path.join(__dirname, 'icons'),
    pressed: window.toggle,
    chosen: deskTray.chosen,
  });
  const showTray = () => tray.show(deskTray.now());
  // A script sets the desk up, or wants a file, and nobody is there to see it.
  const isSilent = asked.kind === 'set-up' || asked.kind === 'diagnostics';
  if (!isSilent) {
    followOnTray(events, showTray);
    showTray();
  }
  here.onEnding(async () => {
    questionWindow.end();
    await typedNotes.take();
    window.release();
    tray.remove();
    notifySend.end();
    hotkey.end();
    boxKey.end();
    await Promise.all([playback.end(), recent.close(), desktopKeys?.end()]);
    await updates.end();
  });
  const dials = asked.kind !== 'start' && asked.kind !== 'show';
  if (!isSilent && !(hasTray && (startedHidden() || dials))) window.showFirst();
  ready(run);
  if (isSilent) {
    const { message, status } = await run(asked);
    say(message, status);
    return here.quit(status);
  }
  if (dials) void run(asked).then(({ message, status }) => say(message, status));
  for (const [key, wanted] of [[hotkey, settings().hotkey] as const, [boxKey, settings().boxKey] as const])
    void key.start(wanted).then((state) => {
      if (state === 'taken') notices.hotkeyTaken(key.label());
      events.emit('hotkey.changed');
    });
  await Promise.all([resumed, window.loaded]);
  void settingsDesk.agree();
  void desktopKeys?.start();
  takeSetUpLinks();
  void selection.remember();
  const machine = watchMachine(recent.machine, recent.clockSet);
  events.on('pbx.unanswered', machine.look);
  updates.start();
  // Code that never ran takes ten times as long: the first press of the key would wait for it.
  for (const { number } of numbers.find('081 234 5678')) numbers.read(number);
  directory.start();
  await retention.start();
  log(
    `started: ${here.version} on ${process.platform} ${process.arch}, Electron ${process.versions.electron}`,
  );
  await people.ready();
}
