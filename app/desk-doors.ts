import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { createTypedNotes } from './calls/typed-notes.ts';
import { createCommands } from './command-line/run.ts';
import type { Given } from './desk-given.ts';
import type { Parts } from './desk-parts.ts';
import { askNumberMenu } from './electron/context-menu.ts';
import { openShipped } from './electron/program.ts';
import { createHandlers } from './gate/handlers.ts';
import { createSignOut } from './session/sign-out.ts';
import { isKnown } from './session/wire.ts';
import { createSetUp } from './setup/set-up.ts';
import { createDeskTray } from './tray/desk-tray.ts';
import { timer } from './util/timer.ts';

/** What the page, the tray and other programs may ask for. */
export function openDoors({ here, events, policy, damages, holds, window }: Given, parts: Parts) {
  const {
    log,
    language,
    words,
    numbers,
    network,
    session,
    owner,
    whoHas,
    journal,
    dialler,
    ask,
    last,
    callQuestion,
    dialogs,
    phoneBook,
    directory,
    selection,
    desktopKeys,
    openIn,
    settingsDesk,
    diagnostics,
    updates,
    recent,
    exportCalls,
    noteFiles,
    people,
    playback,
    retention,
    forgetting,
  } = parts;
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
    keepProxyLogin: network.proxyPasswords.swap,
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
    noteFiles,
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
    checkForUpdates: updates.check,
    saveDiagnostics: diagnostics.save,
    numberMenu: (number) => askNumberMenu(window.browser, words(), number),
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
    whoHas,
    favourites: phoneBook.favourites.list,
    toDo: () => recent.status().toDo,
    toDoWhole: () => recent.status().toDoWhole,
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
  return { typedNotes, handlers, run, deskTray };
}

export type Doors = ReturnType<typeof openDoors>;
