import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { wordsFor } from '../renderer/words/index.ts';
import { exportToFile } from './calls/export-file.ts';
import type { Looked } from './calls/list.ts';
import { tellMissed } from './calls/missed-notices.ts';
import { createRecentCalls, zoneOfThisComputer } from './calls/recent-calls.ts';
import { numbersShown } from './calls/view.ts';
import type { DialState, SessionView } from './contract.ts';
import { dialNotice } from './desktop/dial-notices.ts';
import { createNotices } from './desktop/notices.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import { type TrayItem, trayMenu } from './desktop/tray-menu.ts';
import { createDialler } from './dialing/dialler.ts';
import { openJournal } from './dialing/journal.ts';
import { createNumbers } from './dialing/numbers.ts';
import { guardPages, guardSession } from './electron/guard.ts';
import { listen, tell } from './electron/ipc.ts';
import { setStartAtLogin, startedHidden } from './electron/login-item.ts';
import { watchMachine } from './electron/machine.ts';
import { createTransport } from './electron/network.ts';
import { declarePages, servePages } from './electron/pages.ts';
import { applyTheme, declareProgram, isFirstInstance, openOutside, program } from './electron/program.ts';
import { chooseFile } from './electron/save-file.ts';
import { openSettingsFile } from './electron/settings-file.ts';
import { createTray, type TrayIcon } from './electron/tray.ts';
import { type CompanionWindow, createWindow } from './electron/window.ts';
import { createHandlers, mostAttempts } from './handlers.ts';
import { createPbx } from './pbx/client.ts';
import { signIn } from './pbx/sign-in.ts';
import { page } from './policies/pages.ts';
import { serve } from './serve.ts';
import { pbxStateAfter } from './session/pbx-state.ts';
import { createSession } from './session/session.ts';
import { createCredentialStore, timeLimit } from './settings/credentials.ts';
import { createKeychain } from './settings/keychain.ts';
import { createSettingsStore, type SettingsChange } from './settings/store.ts';
import { settingsView } from './settings/view.ts';

const log = (line: string) => console.error(`promptcall-companion: ${line}`);

function timer(ms: number, then: () => void): () => void {
  const running = setTimeout(then, ms);
  return () => clearTimeout(running);
}

/** How long the keychain may take: a person who unlocks it at start needs a while, a program does not. */
const keychainPatience = { start: 20_000, later: 10_000 } as const;

async function main(): Promise<void> {
  declareProgram();
  declarePages();
  guardPages(log);
  let window: CompanionWindow | null = null;
  let tray: TrayIcon | null = null;
  if (!isFirstInstance(() => window?.show())) return here.quit();

  // Asked while Electron is still starting: what the window is made as depends on it.
  const trayHost = hasTrayHost(process.platform, process.env);
  const store = createSettingsStore(openSettingsFile(here.profileFolder, log), randomUUID);
  const journal = openJournal(path.join(here.profileFolder, 'attempts.jsonl'), log);
  const numbers = createNumbers(store.settings);
  await here.ready;

  applyTheme(store.settings().theme);
  guardSession();
  servePages(path.join(__dirname, 'renderer'));
  const transport = createTransport();
  // Another program shows it, which cannot look into the package's archive: packed, the file lies beside it.
  const besideArchive = __dirname.replace('app.asar', 'app.asar.unpacked');
  const notify = createNotices(path.join(besideArchive, 'icons', 'notice.png'), log);
  const seen = () => settingsView(store.settings(), here);
  const words = () => wordsFor(seen().language ?? seen().systemLanguage);

  const session = createSession({
    store,
    credentials: createCredentialStore(createKeychain(), store.profile, timeLimit(keychainPatience.later)),
    prove: (account) => signIn({ transport, account, now: new Date() }),
    connect: (account) => createPbx({ transport, account, timeZone: store.settings().pbxTimeZone }),
    changed: sessionChanged,
    afterPatience: (then) => void setTimeout(then, keychainPatience.start).unref(),
    log,
  });

  const dialler = createDialler({
    read: numbers.read,
    line() {
      const current = session.current();
      if (current === null) return null;
      return async (tel) => {
        const reply = await current.pbx.dial({ tel });
        session.answered(pbxStateAfter(reply));
        return reply;
      };
    },
    journal,
    askBeforeHotkey: () => store.settings().beforeHotkeyCall === 'ask',
    inUse: here.inUse,
    now: Date.now,
    newId: randomUUID,
    timer,
    changed: dialChanged,
  });

  const personZone = zoneOfThisComputer();
  const numberOf = numbersShown(numbers);
  const recent = createRecentCalls({
    folder: here.profileFolder,
    attempts: journal.list,
    numberOf,
    keyOf: (number) => numbers.read(number)?.key ?? number,
    settings: store.settings,
    personZone,
    now: Date.now,
    timer,
    random: Math.random,
    answered: (reply) => session.answered(pbxStateAfter(reply)),
    changed: (revision) => tell(window?.browser ?? null, 'calls.changed', { revision }),
    status(status) {
      tell(window?.browser ?? null, 'calls.status', status);
      refreshTray();
    },
    missed: (calls, skew) =>
      tellMissed(calls, {
        words: words(),
        settings: store.settings(),
        numberOf,
        skew,
        now: Date.now(),
        zone: personZone(),
        notify: (notice) => notify(notice),
      }),
    log,
  });

  const handlers = createHandlers({
    session,
    signOut,
    dialler,
    journal,
    numbers,
    recent,
    exportCalls,
    settingsView: seen,
    changeSettings,
    hide: () => window?.dismiss(),
    quit: here.quit,
    openOutside,
    log,
  });
  listen(() => window?.browser ?? null, serve(handlers, page, log));

  const hasTray = await trayHost;
  window = createWindow({
    kind: hasTray ? 'popover' : 'window',
    title: here.name,
    preload: path.join(__dirname, 'preload.cjs'),
    shown: () => tell(window?.browser ?? null, 'window.shown', undefined),
    log,
  });
  here.onEnding(() => {
    window?.release();
    tray?.remove();
    void recent.close();
  });
  tray = createTray({
    icons: path.join(__dirname, 'icons'),
    pressed: (anchor) => window?.toggle(anchor),
    chosen: trayChosen,
  });
  watchMachine(recent.machine);
  if (!(hasTray && startedHidden())) window.showFirst();
  await session.resume();

  function sessionChanged(view: SessionView) {
    tell(window?.browser ?? null, 'session.changed', view);
    recent.signedIn(session.current());
    refreshTray();
  }

  function dialChanged(state: DialState) {
    tell(window?.browser ?? null, 'dial.changed', state);
    if (state.kind !== 'idle' && state.kind !== 'asking') {
      tell(window?.browser ?? null, 'attempts.changed', journal.list().slice(0, mostAttempts));
      recent.attempted();
    }
    refreshTray();
    // A call that was asked for from the menu must not fail, or ask, where nobody looks.
    if (state.kind === 'asking') window?.show();
    const account = session.current()?.account;
    const notice = account
      ? dialNotice(state, words(), words().phoneInFull(account.extension, account.agentId), store.settings())
      : null;
    if (notice) notify(notice);
  }

  async function signOut() {
    const reply = await session.signOut();
    // The next person at this desk is not to see whom the last one called.
    journal.clear();
    dialler.reset();
    await recent.settled();
    return reply;
  }

  async function exportCalls(look: Looked) {
    const { export: table } = words().calls;
    const choose = (name: string) => chooseFile(name, { label: table.kind, extension: 'csv' });
    const calls = recent.found(look);
    return exportToFile({
      calls,
      noteOf: recent.noteOf,
      words: table,
      zone: personZone(),
      now: Date.now(),
      choose,
      log,
    });
  }

  function changeSettings(part: SettingsChange) {
    if (part.startAtLogin !== undefined && part.startAtLogin !== store.settings().startAtLogin) {
      setStartAtLogin(part.startAtLogin);
    }
    applyTheme(store.change(part).theme);
    tell(window?.browser ?? null, 'settings.changed', seen());
    recent.settingsChanged();
    refreshTray();
  }

  function refreshTray() {
    const view = session.view();
    const extension = view.state === 'signed-in' ? view.extension : null;
    const { unseen } = recent.status();
    tray?.show(
      words().tray.tooltip(extension, unseen),
      trayMenu(words(), extension !== null, journal.list()),
      unseen,
    );
  }

  function trayChosen(item: TrayItem) {
    if (item.kind === 'open') window?.show(null);
    else if (item.kind === 'redial') void dialler.call({ numbers: [{ number: item.number }], from: 'tray' });
    else if (item.kind === 'sign-out') void signOut().then(() => window?.show(null));
    else if (item.kind === 'quit') here.quit();
  }
}

const here = program();
void main().catch((error: unknown) => {
  // A start that failed half-way would be a process without a window or an icon, which nobody can find to end.
  log(`could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  here.quit();
});
