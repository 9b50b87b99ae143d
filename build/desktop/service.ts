import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/** A helper process of the desktop session: it lives as long as the session and not a moment longer. */
export interface Service {
  /** The first line that it wrote where it says that it is ready. */
  readonly firstLine: string;
  end(): Promise<void>;
}

export interface ServiceOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Where it says that it is ready. */
  readonly readyOn: 1 | 3;
}

const startLimit = 20_000;
const endLimit = 3_000;

function lineOf(stream: Readable, child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const timer = setTimeout(() => reject(new Error(`${name} did not get ready in time`)), startLimit);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      act();
    };
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) settle(() => resolve(text.slice(0, end)));
    });
    child.on('error', (error) => settle(() => reject(error)));
    child.on('exit', (code) => settle(() => reject(new Error(`${name} ended at once (exit ${code})`))));
  });
}

/**
 * Starts a service in a process group of its own, so that Ctrl-C reaches the app and not the display under it, and
 * tied to this process: the kernel ends it even where this process is killed and cannot clean up.
 */
export async function startService(
  name: string,
  args: readonly string[],
  options: ServiceOptions,
): Promise<Service> {
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', name, ...args], {
    detached: true,
    env: options.env,
    stdio: [
      options.input === undefined ? 'ignore' : 'pipe',
      options.readyOn === 1 ? 'pipe' : 'ignore',
      'ignore',
      options.readyOn === 3 ? 'pipe' : 'ignore',
    ],
  });
  const gone = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input);
  const end = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), endLimit);
    await gone;
    clearTimeout(timer);
  };
  try {
    return { firstLine: await lineOf(child.stdio[options.readyOn] as Readable, child, name), end };
  } catch (error) {
    await end();
    throw error;
  }
}
