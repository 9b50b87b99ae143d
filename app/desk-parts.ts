import path from 'node:path';
import { wireCalls } from './calls/wire.ts';
import { holderAlone, holdersMeant } from './contacts/names.ts';
import { wireContacts } from './contacts/wire.ts';
import type { Given } from './desk-given.ts';
import { wireDiagnostics } from './diagnostics/wire.ts';
import { createNumbers } from './dialing/numbers.ts';
import { wireDialing } from './dialing/wire.ts';
import { createPasswords, directoryEntry } from './directory/password.ts';
import { wireDirectory } from './directory/wire.ts';
import { browse } from './electron/browser.ts';
import { offerEditing } from './electron/context-menu.ts';
import { ownLogFile, versionsHere } from './electron/diagnose.ts';
import { startDrag } from './electron/drag.ts';
import { wireKeys } from './electron/keys-wire.ts';
import { setLinks } from './electron/links.ts';
import { setStartAtLogin } from './electron/login-item.ts';
import { wireNetwork } from './electron/network-wire.ts';
import { clickableNotices } from './electron/notification.ts';
import { applyTheme } from './electron/program.ts';
import { createQuestionWindow } from './electron/question-window.ts';
import { serveRecordings } from './electron/recordings.ts';
import { createFileDialogs } from './electron/save-file.ts';
import { systemTexts } from './electron/selection.ts';
import { clearUpdates, openUpdates, ownPackageKind } from './electron/updates.ts';
import { createNotices } from './notices/notices.ts';
import { createNotifySend } from './notices/notify-send.ts';
import { wireNotices } from './notices/wire.ts';
import { endOf } from './numbers/end-of.ts';
import { wireOpenIn } from './open-in/wire.ts';
import { wirePeople } from './people/wire.ts';
import { wireCallQuestion } from './question/question.ts';
import { createPlayback } from './recordings/playback.ts';
import { onListClock } from './recordings/save.ts';
import { createForgetting } from './retention/forgetting.ts';
import { openForgotten } from './retention/forgotten.ts';
import { keptFor } from './retention/kept-for.ts';
import { wireRetention } from './retention/wire.ts';
import { wireSelection } from './selection/wire.ts';
import { wireSession } from './session/wire.ts';
import { createCredentialStore, timeLimit } from './settings/credentials.ts';
import { createKeychain } from './settings/keychain.ts';
import { copiesEntry, createSecretKey, forgottenEntry } from './settings/secret-key.ts';
import { wireSettings } from './settings/wire.ts';
import { wireUpdates } from './updates/wire.ts';
import { inTurn, timer } from './util/timer.ts';
import { zoneNamed, zoneOfThisComputer } from './util/zone.ts';
import { wordsFor } from './words/index.ts';
import { languageOf } from './words/languages.ts';

/** Milliseconds. A program does not wait for the keychain for long; a person who unlocks it at start may (`session/wire.ts`). */
const keychainPatience = 10_000;

/** Each feature, wired to those that it needs. */
export async function openParts({
  here,
  ownLog,
  asked,
  events,
  policy,
  keeping,
  store,
  hasTray,
  page,
  holds,
  window,
}: Given) {
  const { log, hide } = ownLog;
  const folder = here.profileFolder;
  const { settings } = store;
  const language = () => settings().language ?? languageOf(here.locale());
  const words = () => wordsFor(language());
  offerEditing(window.browser, words);
  const numbers = createNumbers(settings, policy.view.rules, (extension) =>
    words().dial.extension(extension),
  );
  const keyOf = (number: string) => numbers.read(number)?.key ?? number;

  // Who is signed in, and what they call.
  const keychain = await inTurn(() => createKeychain(here.during));
  const limit = timeLimit(keychainPatience);
  const network = await wireNetwork({
    ...{ events, settings, policy, keychain, limit, hide, log },
    changeSettings: (part) => settingsDesk.change(part),
    trusted: here.trusted,
    pbxOrigin: () => account()?.endpoint.origin ?? null,
    profile: store.profile,
  });
  const credentials = createCredentialStore(
    keychain,
    [store.profile, copiesEntry(store.profile), directoryEntry(store.profile)],
    limit,
  );
  const desk = wireSession({
    ...{ events, folder, store, credentials, hide, log },
    policy: policy.account,
    ...network,
  });
  const { session, owner, account, line } = desk;
  const nameOf = (number: string) => people.nameOf(number);
  const holderNamed = (number: string, name: string) =>
    phoneBook.names.named(number, name) ?? directory.named(number, name);
  const { journal, dialler, ask, last, whoHas } = wireDialing({
    ...{ events, folder, keeping, owner, numbers, nameOf, settings, line },
    companyOf: (number) => phoneBook.names.companyOf(number),
    labelOf: (number) => phoneBook.names.labelOf(number) ?? directory.labelOf(number),
    holderNamed,
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
  const passwords = createPasswords({ keychain, entry: directoryEntry(store.profile), limit, hide, log });
  const directory = wireDirectory({
    ...{ events, folder, keeping, owner, settings, timer },
    trusted: here.trusted,
    elsewhere: network.directory,
    seen: network.trust.directory.seen,
    reader: path.join(__dirname, 'reader.cjs'),
    passwords,
    keyOf,
    version: here.version,
    now: Date.now,
  });
  /** As the person wrote it, or else as the company has it. */
  const inPhoneBook = (number: string) => phoneBook.names.of(number) ?? directory.nameOf(number);
  const holdersOf = (number: string, name?: string) =>
    holdersMeant(phoneBook.holdersOf(number), directory.holdersOf(number), name);
  const holderOf = (number: string) => holderAlone(phoneBook.holdersOf(number), directory.holdersOf(number));
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
  const { desktopKeys, hotkey, boxKey, hotkeyNow, boxKeyNow } = wireKeys({
    ...{ events, settings, policy, store, words, log },
    wayland: here.wayland,
    show: () => window.show(),
  });
  const { updates: feed } = policy;
  const updates = wireUpdates({
    events,
    settings,
    open: feed && (() => openUpdates(feed, folder, network)),
    installs: ownPackageKind() !== 'told',
    clear: () => clearUpdates(folder),
    resting: window.rest.resting,
    dial: dialler.state,
    lastCall: () => journal.list()[0]?.at ?? null,
    restart: here.restart,
    timer,
    log,
  });
  const openIn = wireOpenIn({
    ...{ events, settings, numbers, whoHas, browse, log },
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
    boxKeyNow,
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
    last: () => journal.list()[0],
    toldVersion: { get: store.toldVersion, keep: store.keepToldVersion },
    clock: () => zoneOfThisComputer()().write(Date.now()),
    open: () => window.show(),
    openIn,
    call: (wished) => void ask({ numbers: [wished], from: 'notice' }),
  });
  const diagnostics = wireDiagnostics({
    ...ownLog,
    ...{ session, settings, policy, hasTray, chooseFile: dialogs.saveFile },
    ...{ resolveProxy: network.route, judge: network.trust.judge },
    loginFor: network.proxyPasswords.for,
    passwords: { proxy: network.proxyPasswords.look, directory: passwords.look },
    isAlone: asked.kind === 'diagnostics',
    directory: directory.view,
    logFile: ownLogFile,
    versions: versionsHere(here.version),
    hotkey: () => hotkeyNow().state,
    env: process.env,
  });
  const forgotten = openForgotten({
    file: path.join(folder, 'forgotten.json'),
    key: createSecretKey(keychain, forgottenEntry(store.profile), limit),
    keyOf,
    ...{ endOf, limit, timer, keeping },
    told: () => void events.emit('forgotten.told'),
  });
  events.on('settings.kept', forgotten.changed);
  // A keychain that takes what somebody signed in with is unlocked by now.
  events.on('owner.changed', () => void forgotten.ask());
  const { recent, exportCalls, noteFiles } = await inTurn(() =>
    wireCalls({
      ...{ events, folder, keeping, forgotten, numbers, settings, words, timer },
      ...{ holdersOf, holderOf, holderNamed, endOf, inPhoneBook },
      attempts: journal.all,
      bare: directory.bare,
      isContact: (number) => phoneBook.holdersOf(number).length > 0,
      whose: nameOf,
      current: session.current,
      drawn: window.drawn,
      answered: desk.answered,
      changed: dialler.recorded,
      missed: notices.missed,
      remind: notices.remind,
      chooseFile: dialogs.saveFile,
      openFile: dialogs.openFile,
      notesKeptFor: () => keptFor(settings()).notes,
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
    display: numbers.shown,
    forField: numbers.forField,
  });
  const listZone = zoneNamed(() => settings().pbxTimeZone);
  const playback = createPlayback({
    folder,
    decoder: path.join(__dirname, 'decoder.cjs'),
    keychain,
    profile: store.profile,
    limit,
    transport: network.streaming,
    through: network.through,
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
    onListClock: (calldate) => onListClock(calldate, listZone(), recent.skew()),
    fileNames: () => settings().recordingNames,
    directions: () => words().calls.directions,
    now: Date.now,
    log,
  });
  serveRecordings(playback);
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
  return {
    log,
    settings,
    language,
    words,
    numbers,
    network,
    session,
    owner,
    nameOf,
    journal,
    dialler,
    ask,
    last,
    whoHas,
    questionWindow,
    callQuestion,
    dialogs,
    phoneBook,
    directory,
    selection,
    desktopKeys,
    hotkey,
    boxKey,
    updates,
    openIn,
    settingsDesk,
    notifySend,
    notices,
    diagnostics,
    recent,
    exportCalls,
    noteFiles,
    people,
    playback,
    retention,
    forgetting,
  };
}

export type Parts = Awaited<ReturnType<typeof openParts>>;
