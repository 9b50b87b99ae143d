import { type ChildProcess, spawn } from 'node:child_process';
import type { ShowWithAction } from './notices.ts';

/** Milliseconds. A notice that lies in the desktop's list for longer is one of another day. */
const longest = 30 * 60_000;
/** More wait for nobody. */
const mostWaiting = 8;

/**
 * Notices with a button on Linux, by `notify-send` (libnotify 0.7.10 and later): it waits, and prints the name of what was pressed. One
 * that is older, or not there, says so at once, and has shown nothing.
 */
export function createNotifySend(icon: string): { readonly show: ShowWithAction; end(): void } {
  const waiting: ChildProcess[] = [];
  return {
    show({ title, body }, on) {
      const child = spawn(
        'notify-send',
        [
          ...['--app-name', 'promptCall Companion', '--icon', icon],
          ...['--action', `default=${on.clickLabel}`, '--action', `open-in=${on.label}`],
          ...['--', title, body],
        ],
        { stdio: ['ignore', 'pipe', 'ignore'], timeout: longest },
      );
      waiting.push(child);
      if (waiting.length > mostWaiting) waiting.shift()?.kill();
      let pressed = '';
      let failed = false;
      child.stdout.on('data', (chunk: Buffer) => {
        pressed += chunk.toString();
      });
      child.on('error', () => {
        failed = true;
      });
      child.on('close', (code) => {
        const at = waiting.indexOf(child);
        if (at >= 0) waiting.splice(at, 1);
        // Ended by a signal, it had shown its notice.
        if (failed || (code !== null && code !== 0)) on.unsupported();
        else if (pressed.trim() === 'open-in') on.acted();
        else if (pressed.trim() === 'default') on.clicked();
      });
    },
    /** The program ends: nobody would hear of a press. */
    end() {
      for (const child of waiting.splice(0)) child.kill();
    },
  };
}
