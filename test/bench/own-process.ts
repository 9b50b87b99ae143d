import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Runs a bench's file as a process of its own, which starts idle; what it sends back is the figure. */
export async function figureOf(file: string, args: readonly string[]): Promise<number> {
  // As much as the garbage collector is given in the program, not as much as it takes where there is plenty.
  const child = fork(file, args, { execArgv: ['--import', 'tsx'] });
  return await new Promise<number>((resolve, reject) => {
    child.on('message', (message) => resolve(Number(message)));
    child.on('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

/** In memory now, and the most there ever was (Linux, proc_pid_status(5)). */
export function residentMegabytes(of: 'VmRSS' | 'VmHWM'): number {
  const line = new RegExp(`${of}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'));
  return Number(line?.[1]) / 1_024;
}
