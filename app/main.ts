import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { callsAtThisDesk } from './calls/at-this-desk.ts';
import { type Answer, type Command, exitStatus } from './command-line/command.ts';
import { readCommandLine } from './command-line/read.ts';
import { createCommands } from './command-line/run.ts';
import type { DialState } from './contract/dialling.ts';
import type { EventName, EventPayload } from './contract/events.ts';
import { fail, ok } from './contract/failures.ts';
import type { Favourite } from './contract/favourites.ts';
import type { SessionView } from './contract/session.ts';
import type { NetworkWatch } from './desktop/network-watch.ts';
import { createPageHolds } from './desktop/page-holds.ts';
import { createDialler } from './dialing/dialler.ts';
import { openJournal } from './dialing/journal.ts';
import { createNumbers } from './dialing/numbers.ts';
import { createWaysIn, type TurnedDown } from './dialing/ways-in.ts';
import { guardPages, guardSession } from './electron/guard.ts';
import { globalKeys, hotkeyView, noKeys } from './electron/hotkey.ts';
import { claimProfile, ownArguments, say, sayAndEnd } from './electron/instances.ts';
import { listen, tell } from './electron/ipc.ts';
import { setLinks } from './electron/links.ts';
import { openLog } from './electron/log.ts';
import { setStartAtLogin, startedHidden } from './electron/login-item.ts';
import { watchMachine } from './electron/machine.ts';
import { createNetwork } from './electron/network.ts';
import { checkOwnProfile, sayNotStarted } from './electron/not-started.ts';
import { clickableNotices } from './electron/notification.ts';
import { declarePages, servePages } from './electron/pages.ts';
import { applyTheme, declareProgram, openOutside, program } from './electron/program.ts';
import { serveRecordings } from './electron/recordings.ts';
import { createFileChooser } from './electron/save-file.ts';
import { systemTexts } from './electron/selection.ts';
import { openSettingsFile } from './electron/settings-file.ts';
import { createTray, type TrayIcon } from './electron/tray.ts';
import { type CompanionWindow, createWindow } from './electron/window.ts';
import { openFavourites } from './favourites/favourites.ts';
import { gatherDamages } from './files/damages.ts';
import { realOf } from './files/replace.ts';
import { createHandlers } from './gate/handlers.ts';
import { serve } from './gate/serve.ts';
import { givesGlobalKeys } from './hotkey/desktop.ts';
import { heldKey } from './hotkey/held-key.ts';
import { createHotkey } from './hotkey/hotkey.ts';
import { createDialTeller } from './notices/dial-teller.ts';
import { hotkeyTaken } from './notices/hotkey-taken.ts';
import { tellMissed } from './notices/missed.ts';
import { createNotices } from './notices/notices.ts';
import { secretsOf } from './pbx/authentication.ts';
import { createPbx } from './pbx/client.ts';
import { signIn } from './pbx/sign-in.ts';
import { page } from './policies/pages.ts';
import { copiesEntry } from './recordings/copies-key.ts';
import { createPlayback } from './recordings/playback.ts';
import { createSelection } from './selection/selection.ts';
import { ownerId } from './session/account-id.ts';
import { pbxStateAfter } from './session/pbx-state.ts';
import { createSession } from './session/session.ts';
import { signedOutMark } from './session/signed-out-mark.ts';
import { createSettingsChanges } from './settings/changes.ts';
import { createCredentialStore, timeLimit } from './settings/credentials.ts';
import { createKeychain } from './settings/keychain.ts';
import { openPolicy } from './settings/policy.ts';
import { createSettingsStore, profileOf } from './settings/store.ts';
import { languageOf, settingsView } from './settings/view.ts';
import { createDeskTray } from './tray/desk-tray.ts';
import { hasTrayHost } from './tray/tray-host.ts';
import { deferred } from './util/deferred.ts';
import { inTurn, timer } from './util/timer.ts';
import { wordsFor } from './words/index.ts';

/** How long the keychain may take: a person who unlocks it at start needs a while, a program does not. */
const keychainPatience = { start: 20_000, later: 10_000 } as const;

/** How long the page may take to hand over notes. */
const notesPatience = 800;

/** For whoever started the program. */
const outside = () =>
  wordsFor(languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''));

async function main(): Promise<void> {
  const asked = readCommandLine(ownArguments());
  const { commandLine } = outside();
  // Before anything else: Chromium opens its debugging port once this first turn is over.
  if (here.refusedSwitch !== null) {
    return sayAndEnd(commandLine.refused(`--${here.refusedSwitch}`), exitStatus.usage);
  }
  if (asked.kind === 'help') return sayAndEnd(commandLine.help('promptcall-companion'), exitStatus.done);
  if (asked.kind === 'version') return sayAndEnd(`${here.name} ${here.version}`, exitStatus.done);
  if (asked.kind === 'wrong') return sayAndEnd(commandLine.wrong(asked.argument), exitStatus.usage);

  declareProgram();
  declarePages();
  guardPages(log);
  let window: CompanionWindow | null = null;
  let tray: TrayIcon | null = null;
  let network: NetworkWatch | null = null;
  let end = async (): Promise<void> => {};
  const tellPage = <N extends EventName>(name: N, payload: EventPayload<N>) =>
    tell(window?.browser ?? null, name, payload);
  checkOwnProfile(here.profileFolder);
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
  const policy = openPolicy(here.policy, log);
  const damages = gatherDamages((list) => tellPage('files.damaged', list));
  const keeping = { log, damaged: damages.found };
  const kept = (name: string) => path.join(here.profileFolder, name);
  const store = createSettingsStore(
    openSettingsFile(kept('settings.json'), keeping),
    () => profileOf(realOf(here.profileFolder)),
    policy.fixed,
  );
  /** Whose all is that is remembered of calls. */
  const owner = () => ownerId(session.current());
  let lastOwner: string | null = null;
  const journal = openJournal({
    file: kept('attempts.jsonl'),
    owner,
    changed: () => setImmediate(attemptsChanged),
    keeping,
  });
  const numbers = createNumbers(store.settings, policy.view.rules);
  await here.ready;

  applyTheme(store.settings().theme);
  guardSession();
  servePages(path.join(__dirname, 'renderer'));
  const hasTray = await trayHost;
  const { answerBy } = listen(() => window?.browser ?? null);
  let notesGiven = deferred<void>();
  let takeNotes = async (): Promise<void> => {};
  here.onEnding(async () => {
    await takeNotes();
    window?.release();
    tray?.remove();
    await end();
  });
  const holds = createPageHolds({
    openList: (open) => recent.open(open),
    restHotkey: (resting) => void hotkey.rest(resting),
  });
  // First of all: the page starts in a process of its own meanwhile.
  window = createWindow({
    kind: hasTray ? 'popover' : 'window',
    title: here.name,
    preload: path.join(__dirname, 'preload.cjs'),
    shown: () => tellPage('window.shown', undefined),
    holds,
    log,
  });
  const { transport, streaming, prepare } = await inTurn(() => createNetwork(log));
  const notices = createNotices({
    whose: owner,
    icon: here.noticeIcon,
    platform: process.platform,
    clickable: clickableNotices(here.noticeIcon),
    unseen: () => window?.reveal(),
    log,
  });
  const seen = () => settingsView(store.settings(), policy.view, here, hotkeyView(hotkey, anyKeys));
  const words = () => wordsFor(seen().language ?? seen().systemLanguage);

  const keychain = await inTurn(() => createKeychain(here.during));
  const limit = timeLimit(keychainPatience.later);
  const session = createSession({
    store,
    credentials: createCredentialStore(keychain, [store.profile, copiesEntry(store.profile)], limit),
    mark: signedOutMark(kept('signed-out')),
    prove(account) {
      hide(...secretsOf(account));
      return signIn({ transport, streaming, account, now: new Date() });
    },
    connect(account) {
      hide(...secretsOf(account));
      return createPbx({ transport, streaming, account, timeZone: store.settings().pbxTimeZone });
    },
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
    now: Date.now,
    elapsed: () => performance.now(),
    newId: randomUUID,
    timer,
    changed: dialChanged,
  });

  const favourites = openFavourites({
    file: kept('favourites.json'),
    owner,
    read: numbers.read,
    newId: randomUUID,
    changed: favouritesChanged,
    keeping,
  });

  const ask = createWaysIn(
    dialler,
    (number) => numbers.describe(number).display,
    () => performance.now(),
    turnedDown,
  );
  const tellDial = createDialTeller({
    notices,
    words,
    settings: store.settings,
    account: () => session.current()?.account ?? null,
    open: () => window?.show(),
    again: (number) => void ask({ numbers: [{ number }], from: 'notice' }),
  });
  const selection = createSelection({
    ...systemTexts(() => store.settings().copyMarkedText),
    find: numbers.find,
    read: numbers.read,
    digest: (text) => createHash('sha256').update(text).digest('base64'),
  });
  const run = createCommands({
    ready: settled.promise,
    ask,
    outcomeOf: dialler.outcomeOf,
    meant: selection.meant,
    copied: selection.copied,
    found: numbers.find,
    read: numbers.read,
    last: () => journal.list()[0],
    show: () => window?.show(),
    words,
  });
  const anyKeys = givesGlobalKeys(process.platform, process.env);
  const held = heldKey(() => performance.now());
  const hotkey = createHotkey({
    keys: anyKeys
      ? globalKeys(
          () => held.isPress() && void callMeant(),
          () => void hotkey.renew(),
        )
      : noKeys,
    platform: process.platform,
    timer,
    changed: () => tellPage('settings.changed', seen()),
  });

  const chooseFile = createFileChooser();
  const { recent, exportCalls } = await inTurn(() =>
    callsAtThisDesk({
      folder: here.profileFolder,
      attempts: journal.all,
      numbers,
      favourites: favourites.list,
      settings: store.settings,
      words,
      answered: (reply) => session.answered(pbxStateAfter(reply)),
      unanswered: () => network?.look(),
      tell: tellPage,
      counted: refreshTray,
      changed: dialler.recorded,
      missed: (calls, at) =>
        tellMissed(calls, {
          ...at,
          words: words(),
          settings: store.settings(),
          notify: (notice, number) => notices.offer(notice, () => toMissed(number)),
        }),
      chooseFile,
      timer,
      keeping,
    }),
  );

  const playback = createPlayback({
    folder: here.profileFolder,
    decoder: path.join(__dirname, 'decoder.cjs'),
    keychain,
    profile: store.profile,
    limit,
    transport: streaming,
    account: () => session.current()?.account ?? null,
    owner,
    recordingsOf: recent.recordingsOf,
    choose: (name, extension) => chooseFile(name, { label: extension.toUpperCase(), extension }),
    changed: (recording) => tellPage('recordings.changed', recording),
    saving: (progress) => tellPage('recordings.saving', progress),
    now: Date.now,
    log,
  });
  serveRecordings(playback.respond);

  const deskTray = createDeskTray({
    words,
    session: session.view,
    attempts: journal.list,
    favourites: favourites.list,
    unseen: () => recent.status().unseen,
    ask: (wish) => void ask(wish),
    open: () => window?.show(null),
    signOut: () => void signOut().then(() => window?.show(null)),
    quit: here.quit,
  });

  const changes = createSettingsChanges({
    store,
    managed: policy.view.keys,
    hotkey,
    setLinks,
    setStartAtLogin,
    changed: settingsChanged,
    log,
  });

  const handlers = createHandlers({
    session,
    async signIn(input) {
      const reply = await session.signIn(input);
      // Not at each start: who gave the links to another program since then is not to lose them again.
      if (reply.ok && here.packed) void changes.takeLinks(store.settings());
      return reply;
    },
    signOut,
    dialler,
    journal,
    numbers,
    favourites,
    recent,
    exportCalls,
    player: playback.player,
    recordingsInSight: playback.warm,
    settingsView: seen,
    changeSettings: changes.change,
    damages,
    holds,
    notesGiven: () => notesGiven.resolve(),
    hide: () => window?.dismiss(),
    quit: here.quit,
    openOutside,
    log,
  });
  // What was typed a moment ago is still in the page, which may not answer.
  takeNotes = async () => {
    if (session.view().state !== 'signed-in') return;
    notesGiven = deferred();
    tellPage('notes.wanted', undefined);
    await Promise.race([notesGiven.promise, new Promise((resolve) => setTimeout(resolve, notesPatience))]);
  };
  end = async () => {
    hotkey.end();
    await Promise.all([playback.end(), recent.close()]);
  };
  answerBy(serve(handlers, page, log));
  // The keychain takes its time to answer.
  const resumed = session.resume();
  tray = createTray({
    icons: path.join(__dirname, 'icons'),
    pressed: (anchor) => window?.toggle(anchor),
    chosen: deskTray.chosen,
  });
  refreshTray();
  const dials = asked.kind !== 'start' && asked.kind !== 'show';
  if (!(hasTray && (startedHidden() || dials))) window.showFirst();
  commands.resolve(run);
  if (dials) void run(asked).then(({ message, status }) => say(message, status));
  void hotkey.start(store.settings().hotkey).then((state) => {
    if (state === 'taken') notices.inform(hotkeyTaken(words(), hotkey.label()));
    tellPage('settings.changed', seen());
  });
  await Promise.all([resumed, window.loaded]);
  void selection.remember();
  network = watchMachine(recent.machine, recent.clockSet);
  // Code that never ran takes ten times as long: the first press of the key would wait for it.
  for (const { number } of numbers.find('081 234 5678')) numbers.read(number);
  await playback.tidy().catch((error: unknown) => log(`recordings not tidied: ${String(error)}`));
  log(
    `started: ${here.version} on ${process.platform} ${process.arch}, Electron ${process.versions.electron}`,
  );

  function sessionChanged(view: SessionView) {
    tellPage('session.changed', view);
    if (owner() !== lastOwner) {
      lastOwner = owner();
      // What became of a call that somebody else asked for is not theirs.
      dialler.reset();
      tellPage('attempts.changed', journal.list()[0] ?? null);
    }
    void window?.loaded.then(() => recent.signedIn(session.current()));
    refreshTray();
    if (view.state === 'signed-in') tellPage('favourites.changed', [...favourites.list()]);
    if (view.state !== 'starting') settled.resolve();
  }

  function favouritesChanged(list: readonly Favourite[]) {
    tellPage('favourites.changed', [...list]);
    recent.favouritesChanged();
    refreshTray();
  }

  function dialChanged(state: DialState) {
    // The request goes out next: what takes its time waits until it is on its way, or until there is an answer.
    if (state.kind === 'calling') {
      setImmediate(() => tellPage('dial.changed', dialler.state()));
      return;
    }
    tellPage('dial.changed', state);
    if (state.kind === 'asking') window?.interrupt();
    else window?.resume(state.kind === 'failed');
    tellDial(state, journal.list()[0]?.number);
  }

  function attemptsChanged() {
    tellPage('attempts.changed', journal.list()[0] ?? null);
    recent.attempted();
    refreshTray();
  }

  function turnedDown(what: TurnedDown) {
    tellPage('dial.turnedDown', what);
    // Who is not signed in has something to do first.
    if (what.failure.code === 'signed-out') window?.show();
    tellDial({ kind: 'failed', ...what });
  }

  async function signOut() {
    await takeNotes();
    const [whose, noted] = [owner(), recent.noted()];
    const reply = await session.signOut();
    // The next person at this desk is not to see whom the last one called.
    const areGone = journal.clear(whose, noted);
    dialler.reset();
    await playback.player.forget();
    const gone = (await recent.settled()) && areGone;
    return gone || !reply.ok ? reply : ok(session.left(fail('calls-kept').failure));
  }

  async function callMeant() {
    prepare();
    await ask({ ...(await selection.meant()), from: 'hotkey' });
  }

  /** A notice of missed calls was clicked. `number`: of one that can be called back. */
  function toMissed(number: string | null) {
    window?.show();
    if (number === null) tellPage('calls.show', undefined);
    else void ask({ numbers: [{ number }], from: 'notice' });
  }

  function settingsChanged() {
    applyTheme(store.settings().theme);
    tellPage('settings.changed', seen());
    recent.settingsChanged();
    refreshTray();
  }

  function refreshTray() {
    tray?.show(deskTray.now());
  }
}

const { log, hide } = openLog();
const here = program(log);
// Electron would put a dialog in front of everything, and stand still until somebody pressed it away. The log is for that.
process.on('uncaughtException', (error) => log(`not expected: ${error.stack ?? error.message}`));
void main().catch(async (error: unknown) => {
  log(`could not start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  // A start that failed half-way would be a process without a window or an icon, which nobody can find to end.
  try {
    const { kind } = readCommandLine(ownArguments());
    const waits = kind !== 'start' && kind !== 'show' && kind !== 'link';
    await sayNotStarted(error, { words: outside(), folder: here.profileFolder, waits });
  } finally {
    await here.end(exitStatus.failed);
  }
});
