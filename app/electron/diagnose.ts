import path from 'node:path';
import { app, session } from 'electron';
import { logFile } from '../log/log.ts';

/** How the system says to get to an address. */
export const resolveProxy = (url: string): Promise<string> => session.defaultSession.resolveProxy(url);

export const ownLogFile = (): string => path.join(app.getPath('logs'), logFile);

export function versionsHere(version: string): Readonly<Record<string, string>> {
  const { electron, chrome, node } = process.versions;
  return {
    program: `${version}${app.isPackaged ? '' : ' (not packed)'}`,
    system: `${process.platform} ${process.arch}, ${process.getSystemVersion()}`,
    electron: electron ?? '',
    chromium: chrome ?? '',
    node,
  };
}
