import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';

interface Told {
  readonly event: string;
  readonly title?: string;
  readonly body?: string;
  /** Of a notice: each name, and what its button says. */
  readonly actions?: readonly string[];
  readonly entries?: [number, string][];
  readonly error?: string;
  readonly argb?: string;
}

/** A tray and a notification daemon of the session bus, as a desktop has them. */
export interface Panel {
  readonly told: readonly Told[];
  until(test: (told: Told) => boolean): Promise<Told>;
  press(x: number, y: number): Promise<void>;
  /** Clicks the notice that was shown last, or presses a button of it. */
  click(action?: string): Promise<void>;
  /** The icon's pixels, each as `aarrggbb`. */
  picture(): Promise<string[]>;
  menu(): Promise<[number, string][]>;
  choose(label: string): Promise<void>;
  close(): Promise<void>;
}

export async function startPanel(): Promise<Panel> {
  // Debian's own Python: the bindings of GLib are packaged for that one.
  const child: ChildProcessWithoutNullStreams = spawn('/usr/bin/python3', [
    path.join(import.meta.dirname, 'panel.py'),
  ]);
  let trouble = '';
  child.stderr.on('data', (chunk: Buffer) => {
    trouble += chunk.toString();
  });
  const told: Told[] = [];
  const waiting = new Set<() => void>();
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    for (const look of [...waiting]) look();
  });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  function until(test: (told: Told) => boolean, from = 0): Promise<Told> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`the panel did not tell. ${trouble}`)), 10_000);
      const look = () => {
        const found = told.slice(from).find(test);
        if (!found) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  async function command(line: string, answer: string): Promise<Told> {
    // The icon comes after the window, by which a test knows that the program runs; a notice needs none.
    if (!line.startsWith('click')) await until(({ event }) => event === 'icon');
    const from = told.length;
    child.stdin.write(`${line}\n`);
    const found = await until(({ event }) => event === answer || event === 'error', from);
    if (found.error !== undefined) throw new Error(found.error);
    return found;
  }

  await until(({ event }) => event === 'owns');
  await until(() => told.filter(({ event }) => event === 'owns').length === 2);
  const menu = async () => (await command('menu', 'menu')).entries ?? [];
  return {
    told,
    until,
    press: async (x, y) => void (await command(`press ${x} ${y}`, 'pressed')),
    picture: async () => (await command('picture', 'picture')).argb?.match(/.{8}/g) ?? [],
    click: async (action = 'default') => void (await command(`click ${action}`, 'clicked')),
    menu,
    async choose(label) {
      for (let tries = 3; ; tries -= 1) {
        const entry = (await menu()).find(([, text]) => text === label);
        if (!entry) throw new Error(`no "${label}" in the menu`);
        try {
          await command(`choose ${entry[0]}`, 'chosen');
          return;
        } catch (error) {
          const said = error instanceof Error ? error.message : String(error);
          // A program that was told to quit may be gone before it answers.
          if (said.includes('NoReply')) return;
          // The menu was made anew between reading it and choosing from it; nothing was chosen. A person opens it again.
          if (!said.includes('error occurred in Event') || tries === 0) throw error;
        }
      }
    },
    async close() {
      child.kill();
      await exit;
    },
  };
}
