import { execFile, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startSway, type Wayland } from '../../../build/desktop/sway.ts';

/** A Wayland desktop, with what a person does at it. */
export interface WaylandDesk {
  readonly env: Readonly<Record<string, string>>;
  /** Starts the program in it, as current Electron does by itself. */
  readonly switches: readonly string[];
  /** What the compositor shows: the windows' application and title, and which one has the focus. */
  windows(): Promise<readonly ShownWindow[]>;
  /** Marks or copies a text in some program. */
  own(place: 'marked' | 'copied', text: string): Promise<void>;
  /** The whole screen, into `test-results/`. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

export interface ShownWindow {
  readonly app: string;
  readonly focused: boolean;
  readonly width: number;
}

const run = promisify(execFile);
const pictures = path.resolve(import.meta.dirname, '../../../test-results/wayland');

export async function waylandDesk(): Promise<WaylandDesk> {
  const sway: Wayland = await startSway();
  const env = { ...process.env, ...sway.env };
  const does = async (program: string, ...args: string[]) => (await run(program, args, { env })).stdout;
  return {
    env: sway.env,
    switches: ['--ozone-platform=wayland'],
    async windows() {
      return windowsIn(JSON.parse(await does('swaymsg', '--raw', '-t', 'get_tree')));
    },
    async own(place, text) {
      const child = spawn('wl-copy', [...(place === 'marked' ? ['--primary'] : []), '--', text], {
        env,
        stdio: 'ignore',
      });
      // It goes on by itself in the background, once it owns the text.
      await new Promise((resolve) => child.once('exit', resolve));
    },
    async picture(name) {
      mkdirSync(pictures, { recursive: true });
      await does('grim', path.join(pictures, `${name}.png`));
    },
    async close() {
      // Whoever owns something ends then, and takes away what it kept in /tmp.
      for (const place of [[], ['--primary']]) await does('wl-copy', '--clear', ...place);
      await sway.end();
    },
  };
}

interface Node {
  readonly app_id?: string | null;
  readonly focused: boolean;
  readonly rect: { readonly width: number };
  readonly nodes: readonly Node[];
  readonly floating_nodes: readonly Node[];
}

function windowsIn(node: Node): ShownWindow[] {
  const { app_id: app, focused, rect, nodes, floating_nodes: floating } = node;
  const own = typeof app === 'string' ? [{ app, focused, width: rect.width }] : [];
  return [...own, ...[...nodes, ...floating].flatMap(windowsIn)];
}
