import { app } from 'electron';

/** At once, whether it answers to anything or not. */
export function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}

/** Chromium starts another one in its place. Not often: after a few it ends the program. */
export function endDrawingProcess(): void {
  for (const { type, pid } of app.getAppMetrics()) if (type === 'GPU') endProcess(pid);
}
