import { execFile } from 'node:child_process';
import { codeOf } from '../util/code-of.ts';

/** A method of something on D-Bus, and what goes into it: texts only. */
export interface BusQuestion {
  readonly bus: 'session' | 'system';
  readonly to: string;
  readonly path: string;
  readonly method: string;
  readonly with: readonly string[];
}

/**
 * Asks by one of the small programs that every desktop has: a D-Bus library for a few questions is not worth its weight. What it printed,
 * empty where nobody answered; `null` where no such program is installed.
 */
export async function askBus(question: BusQuestion, env: NodeJS.ProcessEnv): Promise<string | null> {
  const { bus, to, path, method } = question;
  const askers: readonly (readonly [string, readonly string[]])[] = [
    ['gdbus', ['call', `--${bus}`, '--timeout=2', '-d', to, '-o', path, '-m', method, ...question.with]],
    [
      'dbus-send',
      [
        `--${bus}`,
        '--print-reply',
        '--reply-timeout=2000',
        `--dest=${to}`,
        path,
        method,
        ...question.with.map((text) => `string:${text}`),
      ],
    ],
  ];
  for (const [program, args] of askers) {
    const answer = await run(program, args, env);
    if (answer !== null) return answer;
  }
  return null;
}

/** What it printed; `null` where the program is not installed. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(program, args, { env, timeout: 3_000 }, (error, stdout) => {
      resolve(codeOf(error) === 'ENOENT' ? null : stdout);
    });
  });
}
