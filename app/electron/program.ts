import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { app, Menu, nativeTheme, shell } from 'electron';
import { isWithoutDisplay } from '../command-line/display.ts';
import type { Settings } from '../contract/settings.ts';
import { refusedSwitch, refusedVariables } from '../policies/switches.ts';
import { type PolicySource, policySource } from '../settings/policy-file.ts';
import { trustedOn } from '../trust/system-store.ts';
import { hiddenSwitch } from './login-item.ts';
import { startCommand } from './start-command.ts';

/** As electron-builder.yml and package.json have it. */
export const appId = 'com.promptcall.companion';

/** Milliseconds. What does not answer, disk or keychain, must not keep a program that was told to end. */
const longestEnding = 2_000;
const longestAfterwards = 1_000;
const quarterOfAnHour = 15 * 60_000;

export interface Program {
  readonly ready: Promise<void>;
  readonly version: string;
  /** A switch that the packed program does not start with. */
  readonly refusedSwitch: string | null;
  readonly name: string;
  /** Its windows are Wayland's, by itself or by `--ozone-platform`. In a Wayland session they may be X's all the same. */
  readonly wayland: boolean;
  /** There is nothing to draw on. */
  readonly isWithoutDisplay: boolean;
  /** Folder of this profile: settings, journal. `--user-data-dir` chooses it. */
  readonly profileFolder: string;
  /** What IT decided. Run from a checkout, `COMPANION_POLICY` names another; installed, nobody chooses it. */
  readonly policy: PolicySource;
  /** Where Linux keeps whom it trusts. Run from a checkout, `COMPANION_TRUSTED` names another file. */
  readonly trusted: readonly string[];
  /** Milliseconds out of sight after which the page is let go. */
  readonly letGoAfter: number;
  /** The picture on a notice. */
  readonly noticeIcon: string;
  /** BCP 47 tag of the system's (or `--lang`'s) language; known once ready. */
  locale(): string;
  /** `status`: for whoever waits for it. */
  quit(status?: number): void;
  /** Ends, and starts what is in this program's place by then. Nobody is at work: it waits in the tray. */
  restart(): void;
  /** At once, with a status for whoever waits for it. */
  end(status: number): Promise<void>;
  /** Passes a promise on, and remembers until it is settled that a thread of this process stands still for it. */
  during<T>(work: Promise<T>): Promise<T>;
  /** What is done when the program begins to end, which waits for it, but not for long. What is named last counts. */
  onEnding(act: () => Promise<void>): void;
}

export function program(log: (line: string) => void): Program {
  // A tray program outlives its window.
  app.on('window-all-closed', () => {});
  if (app.isPackaged) for (const name of refusedVariables) delete process.env[name];
  // Electron has chosen before the first line of this program, and wrote down what; where nothing stands, it is X.
  const ozone = app.commandLine.getSwitchValue('ozone-platform');
  let waiting = 0;
  let endsWith = 0;

  async function end(status: number): Promise<void> {
    const isWaiting = () => waiting > 0 || waitsForSystem();
    for (let waited = 0; isWaiting() && waited < longestAfterwards; waited += 50) await after(50);
    if (!isWaiting()) return app.exit(status);
    // Electron would wait for it, if need be for ever, and so does every other end that could choose a status: `process.exit`, `reallyExit`.
    log('ended although the disk, the keychain or a name on the network was still being waited for');
    process.kill(process.pid, 'SIGKILL');
  }

  let onEnding: (() => Promise<void>) | null = null;
  function beginEnding(event: Electron.Event): void {
    event.preventDefault();
    // Told to end by a signal, Electron still waits here for the answer of this event.
    setImmediate(async () => {
      const acted = onEnding?.().catch((error: unknown) => log(`ending: ${String(error)}`));
      await Promise.race([acted, after(longestEnding)]);
      await end(endsWith);
    });
  }

  return {
    ready: app.whenReady(),
    version: app.getVersion(),
    // From a checkout there is nobody to keep out, and tests drive the page through such a port.
    refusedSwitch: app.isPackaged ? refusedSwitch((name) => app.commandLine.hasSwitch(name)) : null,
    name: app.getName(),
    wayland: process.platform === 'linux' && ozone === 'wayland',
    isWithoutDisplay: isWithoutDisplay(process.platform, ozone, process.env),
    profileFolder: profileFolder(),
    policy: namedPolicy() ?? policySource(process.platform),
    trusted: namedTrust() ?? trustedOn(process.platform),
    letGoAfter: shortenedRest() ?? quarterOfAnHour,
    // Another program shows it, which cannot look into the package's archive: packed, the file lies beside it.
    noticeIcon: path.join(__dirname.replace('app.asar', 'app.asar.unpacked'), 'icons', 'notice.png'),
    locale: () => app.getLocale(),
    quit(status = 0) {
      endsWith = status;
      app.quit();
    },
    restart() {
      const [execPath = process.execPath, ...args] = startCommand();
      // Windows' installer waits for the end of the program and starts it itself.
      if (process.platform !== 'win32') app.relaunch({ execPath, args: [...args, hiddenSwitch] });
      app.quit();
    },
    end,
    during: (work) => {
      waiting += 1;
      return work.finally(() => {
        waiting -= 1;
      });
    },
    onEnding(act) {
      if (onEnding === null) app.once('before-quit', beginEnding);
      onEnding = act;
    },
  };
}

/** A thread of this process waits for the system, say for a file on a server that is gone: such a wait cannot be called off. */
const waitsForSystem = (): boolean => process.getActiveResourcesInfo().some((name) => /Req/.test(name));

/** Of the tests, and theirs to write. */
function namedPolicy(): PolicySource | null {
  const file = process.env.COMPANION_POLICY;
  return app.isPackaged || !file ? null : { file, owners: [process.getuid?.() ?? 0] };
}

function namedTrust(): readonly string[] | null {
  const file = process.env.COMPANION_TRUSTED;
  return app.isPackaged || !file ? null : [file];
}

/** Of the tests and benches, which do not wait for so long. */
function shortenedRest(): number | null {
  const milliseconds = Number(process.env.COMPANION_LET_GO_AFTER);
  return app.isPackaged || !(milliseconds > 0) ? null : milliseconds;
}

/** Empty where there is none to be had: a home without a place for settings, say. */
function profileFolder(): string {
  try {
    return app.getPath('userData');
  } catch {
    return '';
  }
}

/**
 * What must be said before Electron is ready.
 *
 * QUIC and HTTP/2 off: Chromium sends what they turned down again, on the same connection or on another. TLS's early data too: whoever
 * listens on the network can send it again.
 */
export function declareProgram(): void {
  app.commandLine.appendSwitch('disable-quic');
  // The page throws away at once what was typed to sign in; left alone, V8 keeps it until it needs the room.
  app.commandLine.appendSwitch('js-flags', '--expose-gc');
  app.commandLine.appendSwitch('disable-http2');
  app.commandLine.appendSwitch('disable-features', 'EnableTLS13EarlyData');
  // Drawn by the processor, a small window of text scrolls as smoothly; a graphics driver that fails holds up the start three times over.
  // Nor is the graphics library loaded that draws in its place, and is used for three dimensions only.
  if (process.platform === 'linux') {
    app.disableHardwareAcceleration();
    app.commandLine.appendSwitch('disable-gpu');
    app.commandLine.appendSwitch('disable-software-rasterizer');
  }
  // Without a menu there are no hidden accelerators (reload, zoom, developer tools). macOS needs its own for copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  if (process.platform === 'win32') app.setAppUserModelId(appId);
}

export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** Opens a file of the package in the program that the person reads such files with, or shows where it lies if there is none. */
export async function openShipped(name: string, log: (line: string) => void): Promise<void> {
  const file = path.join(app.isPackaged ? process.resourcesPath : __dirname, name);
  const failure = await shell.openPath(file);
  if (failure === '') return;
  log(`${name} not opened: ${failure}`);
  shell.showItemInFolder(file);
}
