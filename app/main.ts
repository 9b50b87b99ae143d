import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { atOnce, unanswered } from './command-line/at-once.ts';
import { type Answer, type Command, exitStatus } from './command-line/command.ts';
import { readCommandLine } from './command-line/read.ts';
import type { PageState } from './contract/page.ts';
import { wireAttention } from './desktop/attention.ts';
import { createPageHolds } from './desktop/page-holds.ts';
import { createPageRest } from './desktop/page-rest.ts';
import { guardPages, guardSession } from './electron/guard.ts';
import { claimProfile, ownArguments, sayAndEnd } from './electron/instances.ts';
import { connectPage } from './electron/ipc.ts';
import { openLog } from './electron/log.ts';
import { checkOwnProfile, sayNotStarted } from './electron/not-started.ts';
import { declarePages, servePages } from './electron/pages.ts';
import { applyTheme, declareProgram, program } from './electron/program.ts';
import { openSettingsFile } from './electron/settings-file.ts';
import { createWindow } from './electron/window.ts';
import type { Events, Happened } from './events/events.ts';
import { gatherDamages } from './files/damages.ts';
import { realOf } from './files/replace.ts';
import { openPolicy } from './settings/policy.ts';
import { createSettingsStore, profileOf } from './settings/store.ts';
import { hasTrayHost } from './tray/tray-host.ts';
import { deferred } from './util/deferred.ts';
import { inTurn, timer } from './util/timer.ts';
import { wordsFor } from './words/index.ts';
import { languageOf } from './words/languages.ts';

/** For whoever started the program. */
const outside = () =>
  wordsFor(languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''));

async function main(): Promise<void> {
  // What is asked. Before anything else: Chromium opens its debugging port once this first turn is over.
  const asked = atOnce(readCommandLine(ownArguments()), here, outside());
  if (asked.kind === 'said') return sayAndEnd(asked.message, asked.status, asked.isAnswer);
  declareProgram();
  declarePages();
  guardPages(log);

  // Claim the profile, or have the program that runs do it.
  checkOwnProfile(here.profileFolder);
  const commands = deferred<(command: Command) => Promise<Answer>>();
  const running = await claimProfile(asked, randomUUID(), here.profileFolder, async (other) =>
    (await commands.promise)(other),
  );
  if (running !== null) {
    const answer = running.answer ?? unanswered(asked, outside());
    return sayAndEnd(answer.message, answer.status);
  }
  await start(asked, commands.resolve);
}

/** `ready`: from now on commands are carried out. */
async function start(asked: Command, ready: (run: (command: Command) => Promise<Answer>) => void) {
  // Open what is kept. Whether there is a tray is asked meanwhile: what the window is made as depends on it.
  const trayHost = hasTrayHost(process.platform, process.env);
  const events: Events = new EventEmitter<Happened>();
  // Most parts of the program hear of the settings.
  events.setMaxListeners(0);
  const folder = here.profileFolder;
  const policy = openPolicy(here.policy, log);
  const damages = gatherDamages((list) => events.emit('files.damaged', list));
  const keeping = { log, damaged: damages.found };
  const store = createSettingsStore(
    openSettingsFile(path.join(folder, 'settings.json'), keeping),
    () => profileOf(realOf(folder)),
    policy.fixed,
    policy.presets,
  );
  for (const key of store.misfits) log(`settings: ${key} left out, or a part of it: it does not fit`);
  await here.ready;

  // The window before all else that takes its time: the page starts in a process of its own meanwhile.
  applyTheme(store.settings().theme);
  guardSession();
  servePages(path.join(__dirname, 'renderer'));
  const hasTray = await trayHost;
  const page = connectPage(events);
  const holds = createPageHolds(events);
  const window = createWindow({
    tray: hasTray,
    wayland: here.wayland,
    title: here.name,
    textSize: () => store.settings().textSize,
    preload: path.join(__dirname, 'preload.cjs'),
    shown: () => events.emit('window.shown', undefined),
    drawn: new Promise((resolve) => {
      events.once('page.drawn', resolve);
    }),
    holds,
    restOf: (its) => createPageRest<PageState>({ events, after: here.letGoAfter, page: its, timer }),
    log,
  });
  page.attach('main', window.browser);
  here.onEnding(async () => window.release());
  wireAttention(events, window);
  events.on('settings.kept', window.applyTextSize);

  // All else, which takes longer to read than what came before it.
  const { openDesk } = await inTurn(() => import('./desk.ts'));
  await openDesk({
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
  });
}

const ownLog = openLog();
const { log } = ownLog;
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
