import { spawn } from 'node:child_process';

export interface Outcome {
  /** 128 + the signal's number where a signal ended it, as a shell counts. */
  readonly code: number;
  readonly output: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  /** Milliseconds; none by default. */
  readonly limit?: number;
  /** `stdout`: only that goes to `output`; `both` (default): stderr too; `shown`: all of it to this terminal's stderr. */
  readonly keep?: 'stdout' | 'both' | 'shown';
}

/** Runs a program to its end. Never throws: a program that cannot be started ends with 127, as in a shell. */
export function run(file: string, args: readonly string[], options: RunOptions = {}): Promise<Outcome> {
  const keep = options.keep ?? 'both';
  return new Promise((resolve) => {
    // fd 2 for `shown`: a caller's stdout may be read by a program (see `electron-path`).
    const out = keep === 'shown' ? 2 : 'pipe';
    const error = keep === 'shown' ? 2 : keep === 'both' ? 'pipe' : 'ignore';
    const child = spawn(file, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: [options.input === undefined ? 'ignore' : 'pipe', out, error],
    });
    let output = '';
    let timedOut = false;
    const take = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    const timer =
      options.limit === undefined
        ? undefined
        : setTimeout(() => {
            timedOut = true;
            child.kill('SIGKILL');
          }, options.limit);
    const end = (code: number) => {
      clearTimeout(timer);
      resolve({ code, output, timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? 128 + signalNumber(signal)));
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input);
  });
}

const signalNumbers: Partial<Record<NodeJS.Signals, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGKILL: 9,
  SIGTERM: 15,
};

export function signalNumber(signal: NodeJS.Signals | null): number {
  return signal === null ? 0 : (signalNumbers[signal] ?? 1);
}
