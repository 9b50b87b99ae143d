import path from 'node:path';
import { app } from 'electron';
import { logFile } from '../log/log.ts';

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
