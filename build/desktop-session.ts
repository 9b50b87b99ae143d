import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { cacheFolder } from './cache.ts';
import { startBus } from './desktop/bus.ts';
import { startDisplay } from './desktop/display.ts';
import { startKeyring } from './desktop/keyring.ts';
import type { Service } from './desktop/service.ts';
import { hasDisplay, hasSessionBus, hasTool } from './machine/look.ts';
import { signalNumber } from './run.ts';
import { say } from './say.ts';

export interface SessionOptions {
  /**
   * `shared`: the person's display and session bus where there are such, else ones of its own, with a keyring that is
   * kept, so that a headless restart is still signed in. `own`: everything new and thrown away: tests press keys,
   * fill the clipboard and empty the keychain, and must not do so on somebody's desktop.
   */
  readonly desktop: 'shared' | 'own';
}

/** Runs `work` with the environment of a desktop session, and takes down afterwards what it had to set up. */
export async function withDesktop<T>(
  options: SessionOptions,
  work: (env: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  if (process.platform !== 'linux') return await work(process.env);
  const own = options.desktop === 'own';
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-desktop-'));
  const services: Service[] = [];
  let env: NodeJS.ProcessEnv = { ...process.env };
  try {
    if (own || !hasDisplay(env)) {
      const display = await startDisplay(folder);
      services.push(display.service);
      const { WAYLAND_DISPLAY: _elsewhere, ...rest } = env;
      env = { ...rest, ...display.env };
      if (!own) say(`No display here: the app runs on the virtual display ${display.env.DISPLAY}.`);
    }
    if (own || !hasSessionBus(env)) {
      const bus = await startBus(env);
      services.push(bus.service);
      env = { ...env, ...bus.env };
      if (hasTool('gnome-keyring-daemon')) {
        const keyring = own ? path.join(folder, 'data') : path.join(cacheFolder(), 'headless-keyring');
        services.push(await startKeyring(keyring, folder, env));
      }
    }
    return await work(env);
  } finally {
    // Last come, first gone: the keyring writes through a bus that is still there.
    for (const service of services.reverse()) await service.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs `work` with the environments of so many sessions, each new and thrown away. */
export async function withDesktops<T>(
  count: number,
  work: (envs: readonly NodeJS.ProcessEnv[]) => Promise<T>,
): Promise<T> {
  if (count === 0) return await work([]);
  return await withDesktop({ desktop: 'own' }, (env) =>
    withDesktops(count - 1, (others) => work([env, ...others])),
  );
}

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const parentLookedAt = 500;

export interface InForeground {
  /** Gets the process, which can be sent messages then. */
  readonly started?: (child: ChildProcess) => void;
  /** Gets what it prints, in place of the terminal. */
  readonly printed?: ((text: string) => void) | undefined;
}

/**
 * Runs a program in the foreground, signals passed on to it, and gives its exit code.
 *
 * `npm start` puts a shell between itself and this process. Told to end, npm ends that shell, which tells nobody:
 * that the parent is gone is the only sign that the person wanted the app to end too.
 */
export async function inForeground(
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  { started, printed }: InForeground = {},
): Promise<number> {
  const out = printed ? 'pipe' : 'inherit';
  const stdio: StdioOptions = ['inherit', out, out, ...(started ? (['ipc'] as const) : [])];
  const child = spawn(file, args, { stdio, env });
  for (const stream of [child.stdout, child.stderr])
    if (printed) stream?.setEncoding('utf8').on('data', printed);
  started?.(child);
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  for (const signal of passedOn) process.on(signal, pass);
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, parentLookedAt);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => resolve(code ?? 128 + signalNumber(signal)));
    });
  } finally {
    clearInterval(watch);
    for (const signal of passedOn) process.off(signal, pass);
  }
}
