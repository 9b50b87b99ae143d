import { type ChildProcess, spawn } from 'node:child_process';
import type { Companion } from './companion.ts';

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Starts the program again as `at` was started, with more arguments, and waits for its end. */
export function again(at: Companion, ...more: string[]): Promise<Ended> {
  const [, ...args] = at.app
    .process()
    .spawnargs.filter((arg) => !/^--(?:inspect|remote-debugging)/.test(arg));
  return ended(spawn(at.app.process().spawnfile, [...args, ...more], { env: at.env }));
}

export function ended(child: ChildProcess): Promise<Ended> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    err += chunk.toString();
  });
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out, err })));
}

/** Of the main window: a question before a call has one of its own. */
const main = ({ app }: Companion, is: 'isVisible' | 'isFocused') =>
  app.evaluate(
    ({ BrowserWindow }, method) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.webContents.getURL().endsWith('/index.html'))
        ?.[method]() ?? false,
    is,
  );

export const isVisible = (at: Companion) => main(at, 'isVisible');
export const isFocused = (at: Companion) => main(at, 'isFocused');
