import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import readline from 'node:readline';

/** A system bus of its own, with what tells programs that the computer sleeps. */
export interface Logind {
  readonly env: { readonly DBUS_SYSTEM_BUS_ADDRESS: string };
  /** A program listens. */
  readonly heard: Promise<void>;
  say(what: 'sleep' | 'wake'): void;
  /** Resolves once whoever asks is told so. */
  screen(what: 'lock' | 'unlock'): Promise<void>;
  close(): Promise<void>;
}

export async function startLogind(): Promise<Logind> {
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--nosyslog', '--print-address=1']);
  const [address] = (await once(readline.createInterface({ input: bus.stdout }), 'line')) as [string];
  const env = { DBUS_SYSTEM_BUS_ADDRESS: address };
  // Debian's own Python: the bindings of GLib are packaged for that one.
  const child = spawn('/usr/bin/python3', [path.join(import.meta.dirname, 'logind.py')], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = readline.createInterface({ input: child.stdout });
  await once(lines, 'line');
  const told = (word: string) =>
    new Promise<void>((resolve) => {
      const said = (line: string): void => {
        if (line !== word) return;
        lines.off('line', said);
        resolve();
      };
      lines.on('line', said);
    });
  const heard = told('inhibited');
  return {
    env,
    heard,
    async screen(what) {
      const done = told(what);
      child.stdin.write(`${what}\n`);
      await done;
    },
    say: (what) => void child.stdin.write(`${what}\n`),
    async close() {
      for (const one of [child, bus]) {
        const gone = once(one, 'exit');
        one.kill();
        await gone;
      }
    },
  };
}
