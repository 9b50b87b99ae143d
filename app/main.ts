import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { wordsFor } from '../renderer/words/index.ts';
import { type Answer, type Command, exitStatus } from './command-line/command.ts';
import { readCommandLine } from './command-line/read.ts';
import { createCommands } from './command-line/run.ts';
import type { DialState, Favourite, SessionView, Settings } from './contract.ts';
import { deferred } from './deferred.ts';
import { dialNotice } from './desktop/dial-notices.ts';
import { createNotices } from './desktop/notices.ts';
import { hasTrayHost } from './desktop/tray-host.ts';
import { type TrayItem, trayMenu } from './desktop/tray-menu.ts';
import { createDialler } from './dialing/dialler.ts';
import { openJournal } from './dialing/journal.ts';
import { createNumbers } from './dialing/numbers.ts';
import { createWaysIn, type TurnedDown } from './dialing/ways-in.ts';
import { guardPages, guardSession } from './electron/guard.ts';
import { claimProfile, ownArguments, sayAndEnd } from './electron/instances.ts';
import { listen, tell } from './electron/ipc.ts';
import { setLinks } from './electron/links.ts';
import { setStartAtLogin, startedHidden } from './electron/login-item.ts';
import { createTransport } from './electron/network.ts';
import { clickableNotices } from './electron/notification.ts';
import { declarePages, servePages } from './electron/pages.ts';
import { applyTheme, declareProgram, openOutside, program } from './electron/program.ts';
import { openSettingsFile } from './electron/settings-file.ts';
import { createTray, type TrayIcon } from './electron/tray.ts';
import { type CompanionWindow, createWindow } from './electron/window.ts';
import { fail, ok, type Reply } from './failures.ts';
import { createFavourites } from './favourites/favourites.ts';
import { openFavouritesFile } from './favourites/file.ts';
import { ownerKey } from './favourites/owner.ts';
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
import { languageOf, settingsView } from './settings/view.ts';

const log = (line: string) => console.error(`promptcall-companion: ${line}`);

function timer(ms: number, then: () => void): () => void {
  const running = setTimeout(then, ms);
  return () => clearTimeout(running);
}

/** How long the keychain may take: a person who unlocks it at start needs a while, a program does not. */
const keychainPatience = { start: 20_000, later: 10_000 } as const;

async function main(): Promise<void> {
  const asked = readCommandLine(ownArguments());
  const outside = wordsFor(
    languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''),
  );
  const { commandLine } = outside;
  if (asked.kind === 'help') return sayAndEnd(commandLine.help('promptcall-companion'), exitStatus.done);
  if (asked.kind === 'version') return sayAndEnd(`${here.name} ${here.version}`, exitStatus.done);
  if (asked.kind === 'wrong') return sayAndEnd(commandLine.wrong(asked.argument), exitStatus.usage);

  declareProgram();
  declarePages();
  guardPages(log);
  let window: CompanionWindow | null = null;
  let tray: TrayIcon | null = null;
  const commands = deferred<(command: Command) => Promise<Answer>>();
  /** It is known who is signed in. */
  const settled = deferred<void>();
  const running = await claimProfile(asked, randomUUID(), async (command) =>
    (await commands.promise)(command),
  );
  if (running !== null) {
    const { answer } = running;
    return sayAndEnd(answer?.message ?? commandLine.noAnswer, answer?.status ?? exitStatus.failed);
  }

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
  const icon = path.join(besideArchive, 'icons', 'notice.png');
  const notices = createNotices({
    icon,
    platform: process.platform,
    clickable: clickableNotices(icon),
    unseen: () => window?.reveal(),
    log,
  });
  const seen = () => settingsView(store.settings(), here);
  const words = () => wordsFor(seen().language ?? seen().systemLanguage);

  const session = createSession({
    store,
    credentials: createCredentialStore(createKeychain(), store.profile, timeLimit(keychainPatience.later)),
    prove: (account) => signIn({ transport, account, now: new Date() }),
    connect: (account) => createPbx({ transport, account }),
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

  const favourites = createFavourites({
    file: openFavouritesFile(path.join(here.profileFolder, 'favourites.json'), log),
    owner() {
      const account = session.current()?.account;
      return account ? ownerKey({ ...account, address: account.endpoint.address }, store.profile) : null;
    },
    read: numbers.read,
    describe: numbers.describe,
    newId: randomUUID,
    changed: favouritesChanged,
    log,
  });

  const ask = createWaysIn(dialler, (number) => numbers.describe(number).display, turnedDown);
  const selection = { marked: async () => [], copied: async () => [] };
  const run = createCommands({
    ready: settled.promise,
    ask,
    outcomeOf: dialler.outcomeOf,
    marked: selection.marked,
    copied: selection.copied,
    found: numbers.find,
    last: () => journal.list()[0],
    show: () => window?.show(),
    words,
  });

  const handlers = createHandlers({
    session,
    async signIn(input) {
      const reply = await session.signIn(input);
      // Not at each start: who gave the links to another program since then is not to lose them again.
      if (reply.ok && here.packed) void takeLinks(store.settings());
      return reply;
    },
    signOut,
    dialler,
    journal,
    numbers,
    favourites,
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
  });
  tray = createTray({
    icons: path.join(__dirname, 'icons'),
    pressed: (anchor) => window?.toggle(anchor),
    chosen: trayChosen,
  });
  const dials = asked.kind !== 'start' && asked.kind !== 'show';
  if (!(hasTray && (startedHidden() || dials))) window.showFirst();
  commands.resolve(run);
  if (dials) void run(asked).then(({ message }) => log(message));
  await session.resume();

  function sessionChanged(view: SessionView) {
    tell(window?.browser ?? null, 'session.changed', view);
    // Another person's, or nobody's.
    favouritesChanged(favourites.list());
    if (view.state !== 'starting') settled.resolve();
  }

  function favouritesChanged(list: readonly Favourite[]) {
    tell(window?.browser ?? null, 'favourites.changed', [...list]);
    refreshTray();
  }

  function dialChanged(state: DialState) {
    tell(window?.browser ?? null, 'dial.changed', state);
    if (state.kind !== 'idle' && state.kind !== 'asking') {
      tell(window?.browser ?? null, 'attempts.changed', journal.list().slice(0, mostAttempts));
    }
    refreshTray();
    if (state.kind === 'asking') window?.interrupt();
    else if (state.kind !== 'calling') window?.resume(state.kind === 'failed');
    show(state, journal.list()[0]?.number);
  }

  function turnedDown(what: TurnedDown) {
    tell(window?.browser ?? null, 'dial.turnedDown', what);
    // Who is not signed in has something to do first.
    if (what.failure.code === 'signed-out') window?.show();
    show({ kind: 'failed', ...what });
  }

  /** The notice for what became of a call. A click on one that failed asks whether to try again. */
  function show(state: DialState, number?: string) {
    const account = session.current()?.account;
    const phone = account ? words().phoneInFull(account.extension, account.agentId) : '';
    const notice = dialNotice(state, words(), phone, store.settings());
    if (notice?.kind === 'placed') notices.inform(notice);
    else if (notice) {
      const again = notice.kind === 'failed' && number !== undefined ? number : null;
      const body = again === null ? notice.body : `${notice.body} ${words().notify.tryAgain}`;
      notices.offer({ ...notice, body }, () => {
        window?.show();
        if (again !== null) void ask({ numbers: [{ number: again }], from: 'notice' });
      });
    }
  }

  async function signOut() {
    const reply = await session.signOut();
    // The next person at this desk is not to see whom the last one called.
    journal.clear();
    dialler.reset();
    return reply;
  }

  async function changeSettings(part: SettingsChange): Promise<Reply<unknown>> {
    const before = store.settings();
    const { telLinks = before.telLinks, sipLinks = before.sipLinks, startAtLogin } = part;
    if (telLinks !== before.telLinks || sipLinks !== before.sipLinks) {
      const linked = await takeLinks({ telLinks, sipLinks });
      if (!linked.ok) return linked;
    }
    if (startAtLogin !== undefined && startAtLogin !== before.startAtLogin) setStartAtLogin(startAtLogin);
    applyTheme(store.change(part).theme);
    tell(window?.browser ?? null, 'settings.changed', seen());
    favourites.reread();
    return ok(undefined);
  }

  async function takeLinks({ telLinks, sipLinks }: Pick<Settings, 'telLinks' | 'sipLinks'>) {
    try {
      await setLinks({ tel: telLinks, sip: sipLinks });
      return ok(undefined);
    } catch (error) {
      log(`links not taken: ${error instanceof Error && 'code' in error ? String(error.code) : 'unknown'}`);
      return fail('links');
    }
  }

  function refreshTray() {
    const view = session.view();
    const extension = view.state === 'signed-in' ? view.extension : null;
    const callable = { attempts: journal.list(), favourites: favourites.list() };
    tray?.show(words().tray.tooltip(extension), trayMenu(words(), extension !== null, callable));
  }

  function trayChosen(item: TrayItem) {
    if (item.kind === 'open') window?.show(null);
    else if (item.kind === 'redial') void ask({ numbers: [{ number: item.number }], from: 'tray' });
    else if (item.kind === 'favourite') void ask({ numbers: [{ number: item.number }], from: 'favourite' });
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
