import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';

/** The real xdg-desktop-portal on a session bus, before a stand-in for the part of it that a desktop brings along. */
export interface Portal {
  /** `ID KEY`, of each key that a program asked for, in order. */
  bound(): readonly string[];
  press(id: string): Promise<void>;
  /** The person gives another key in the desktop's settings. */
  move(id: string, key: string): Promise<void>;
  /** The desktop takes the keys back. */
  end(): Promise<void>;
  close(): Promise<void>;
}

/** `nothing`: of a desktop that has no keys to give. */
const backend = (answer: DesktopAnswer) => `[portal]
DBusName=org.freedesktop.impl.portal.desktop.test
Interfaces=${answer === 'nothing' ? '' : 'org.freedesktop.impl.portal.GlobalShortcuts;'}
UseIn=test
`;

/** What the desktop answers. */
export type DesktopAnswer = 'give' | 'decline' | 'fail' | 'nothing';

export async function startPortal(bus: NodeJS.ProcessEnv, answer: DesktopAnswer = 'give'): Promise<Portal> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'companion-portal-'));
  await writeFile(path.join(folder, 'test.portal'), backend(answer));
  const env = {
    ...process.env,
    ...bus,
    ANSWER: answer,
    XDG_CURRENT_DESKTOP: 'test',
    XDG_DESKTOP_PORTAL_DIR: folder,
    XDG_RUNTIME_DIR: folder,
  };
  // Debian's own Python: the bindings of GLib are packaged for that one.
  const desktop = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'shortcuts_backend.py')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const said = readline.createInterface({ input: desktop.stdout });
  said.on('line', (line) => lines.push(line));
  await once(said, 'line');
  const portal = spawn('/usr/libexec/xdg-desktop-portal', ['--verbose', '--replace'], {
    env: { ...env, G_MESSAGES_DEBUG: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await hasName(portal);
  const tell = async (line: string): Promise<void> => {
    const done = once(said, 'line');
    desktop.stdin.write(`${line}\n`);
    await done;
  };
  return {
    bound: () => lines.filter((line) => line.startsWith('bound ')).map((line) => line.slice(6).trim()),
    press: (id) => tell(`press ${id}`),
    move: (id, key) => tell(`move ${id} ${key}`),
    end: () => tell('end'),
    async close() {
      for (const one of [portal, desktop]) await ended(one);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** It is there for programs to ask. */
function hasName(portal: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = '';
    for (const stream of [portal.stdout, portal.stderr])
      stream?.on('data', (chunk: Buffer) => {
        text = `${text}${chunk}`.slice(-10_000);
        if (text.includes('org.freedesktop.portal.Desktop acquired')) resolve();
      });
    portal.once('exit', () => reject(new Error(`the portal ended: ${text}`)));
  });
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill();
  await gone;
}
