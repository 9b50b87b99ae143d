import { isatty } from 'node:tty';
import { app } from 'electron';
import { createLog, type Log } from '../log/log.ts';

/** On Linux and Windows in the profile's folder, on macOS where Console looks for logs. */
export function openLog(): Log {
  return createLog({
    folder: () => app.getPath('logs'),
    // A desktop that starts the program keeps what is printed, for everybody to read. Whoever reads a pipe can read the file.
    print: isatty(2) ? (line) => console.error(`promptcall-companion: ${line}`) : null,
  });
}
