import { app } from 'electron';
import { appImageOf } from '../updates/package-kind.ts';

/** What must be said again for the same profile, on the same kind of machine, to be started. */
const kept = /^--(?:user-data-dir=|no-sandbox$)/;

/** The command that starts this program as it was started: for the login, and for links. */
export function startCommand(): string[] {
  // An AppImage runs from a mount that is gone once it ends; the image itself stays.
  const program = appImageOf(process.env, process.execPath) ?? process.execPath;
  const switches = process.argv.slice(1).filter((argument) => kept.test(argument));
  return [program, ...switches, ...(process.defaultApp ? [app.getAppPath()] : [])];
}
