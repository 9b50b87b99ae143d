import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as after } from 'node:timers/promises';
import { hasXembedTray } from '../../app/tray/xembed-tray.ts';

/** Runs `work` beside a panel with a tray: without one the program has an ordinary window and no popover. */
export async function withPanel<T>(env: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const panel: ChildProcess = spawn('trayer', ['--edge', 'bottom'], { stdio: 'ignore', env });
  const failed = new Promise<never>((_resolve, reject) => panel.on('error', reject));
  try {
    await Promise.race([failed, standing(env)]);
    return await work();
  } finally {
    panel.kill('SIGTERM');
  }
}

async function standing(env: NodeJS.ProcessEnv): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await hasXembedTray(env.DISPLAY, env.XAUTHORITY)) return;
    await after(100);
  }
  throw new Error('no tray appeared on the display');
}
