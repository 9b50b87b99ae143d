import { execFile } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { app } from 'electron';
import { allSchemes, type LinkWishes, schemesOf, setLinkEntry } from '../desktop/link-entry.ts';
import { startCommand } from './start-command.ts';

/** Makes this program open the links that are wished for, and no others. Rejects where the system does not take it. */
export async function setLinks(wishes: LinkWishes): Promise<void> {
  const [program = process.execPath, ...args] = startCommand();
  if (process.platform !== 'linux') {
    const wished = schemesOf(wishes);
    for (const scheme of allSchemes) {
      if (!wished.includes(scheme)) app.removeAsDefaultProtocolClient(scheme, program, args);
      else if (!app.setAsDefaultProtocolClient(scheme, program, args)) {
        throw new Error(`the system did not take ${scheme}`);
      }
    }
    return;
  }
  await setLinkEntry(wishes, {
    dataFolder: process.env.XDG_DATA_HOME || path.join(os.homedir(), '.local', 'share'),
    name: app.getName(),
    command: [program, ...args],
    run: (tool, toolArgs) =>
      new Promise((resolve, reject) => {
        execFile(tool, toolArgs, { timeout: 10_000 }, (error) => (error ? reject(error) : resolve()));
      }),
  });
}

/** Links that set this program up, and nothing else. A package of Linux or macOS says itself that it opens them. */
export function takeSetUpLinks(): void {
  if (process.platform !== 'win32' || !app.isPackaged) return;
  const [program = process.execPath, ...args] = startCommand();
  app.setAsDefaultProtocolClient('promptcall-companion', program, args);
}
