import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { localDisplay } from '../../../app/desktop/x11/connection.ts';
import { createXKeys } from '../../../app/desktop/x11/keys.ts';
import { newProfile, rmProfile } from './companion.ts';

/** A desk with other programs on it: real ones, that own the selections and keys of the tests' own display. */
export interface Desk {
  /** Marks a text, in a program that gives it away as X programs do. */
  mark(text: string): Promise<ChildProcess>;
  /** Copies something. `type`: a MIME type; text without. */
  copy(what: string | Buffer, type?: string): Promise<ChildProcess>;
  /** A browser window that shows a text; with `owns`, a combination of keys is its own. */
  open(program: { readonly text?: string; readonly owns?: string }): Promise<ChildProcess>;
  close(): Promise<void>;
}

const end = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGCONT');
  child.kill();
  await once(child, 'exit');
};

export function atDesk(): Desk {
  const programs: ChildProcess[] = [];
  const profiles: string[] = [];

  async function own(selection: string, what: string | Buffer, type?: string): Promise<ChildProcess> {
    const owner = spawn('xclip', ['-quiet', '-selection', selection, ...(type ? ['-t', type] : [])], {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    programs.push(owner);
    owner.stdin.end(what);
    // It says that it waits for requests, at about the time when it owns the selection.
    await once(owner.stderr, 'data');
    owner.stderr.resume();
    await after(100);
    return owner;
  }

  return {
    mark: (text) => own('primary', text),
    copy: (what, type) => own('clipboard', what, type),
    async open({ text = '', owns = '' }) {
      const profile = newProfile();
      profiles.push(profile);
      const program = spawn(
        process.env.COMPANION_ELECTRON ?? '',
        [
          ...(process.env.COMPANION_SWITCHES ?? '').split(' ').filter(Boolean),
          `--user-data-dir=${profile}`,
          path.join(import.meta.dirname, 'other-program'),
        ],
        { env: { ...process.env, OTHER_TEXT: text, OTHER_KEY: owns }, stdio: ['ignore', 'pipe', 'ignore'] },
      );
      programs.push(program);
      const [said] = (await once(program.stdout, 'data')) as [Buffer];
      program.stdout.resume();
      if (said.toString().trim() !== 'ready') throw new Error(`the other program says: ${said.toString()}`);
      await after(200);
      return program;
    },
    async close() {
      await Promise.all(programs.map(end));
      for (const profile of profiles) rmProfile(profile);
    },
  };
}

/** The real key, as if a finger had pressed it: `ctrl+alt+d`. */
export const press = (...keys: readonly string[]): Promise<void> => xdotool('key', ...keys);

/** Another program's hold on the display, which learns whether a key is somebody's by asking for it. */
const other = createXKeys({
  display: localDisplay(process.env.DISPLAY) ?? { number: '', screen: '' },
  xauthority: process.env.XAUTHORITY,
  pressed: () => {},
  remapped: () => {},
});

/**
 * Presses a key that the program has asked for, `Control+Alt+D`, once the system has given it: no window shows when, and a person takes
 * longer than that.
 */
export async function pressTaken(accelerator: string): Promise<void> {
  const isFree = async () => {
    const is = await other.register(accelerator);
    if (is) other.unregister(accelerator);
    return is;
  };
  await expect.poll(isFree, { message: `a program has taken ${accelerator}`, intervals: [200] }).toBe(false);
  // A letter in capitals is one with Shift held, and a function key's name has its capital.
  await press(accelerator.replace('Control', 'ctrl').replace(/\+[A-Z]$/, (key) => key.toLowerCase()));
}

/** Keeps it down, as X repeats it meanwhile. */
export async function hold(keys: readonly string[], milliseconds: number): Promise<void> {
  await xdotool('keydown', ...keys);
  await after(milliseconds);
  await xdotool('keyup', ...[...keys].reverse());
}

/** Marks the whole line that is at this place of the screen. */
export async function clickThrice(x: number, y: number): Promise<void> {
  await xdotool('mousemove', `${x}`, `${y}`, 'click', '--repeat', '3', '--delay', '60', '1');
  await after(200);
}

/** What a program that pastes would get. */
export async function pasted(type?: string): Promise<Buffer> {
  const child = spawn('xclip', ['-o', '-selection', 'clipboard', ...(type ? ['-t', type] : [])], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(child, 'close');
  return Buffer.concat(chunks);
}

/** A key that this keyboard does not have is an error here; xdotool itself goes on without it. */
export async function xdotool(...args: readonly string[]): Promise<void> {
  const child = spawn('xdotool', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0 || said.includes('No such key name')) throw new Error(`xdotool ${args.join(' ')}: ${said}`);
}
