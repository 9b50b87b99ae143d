import { setTimeout as after } from 'node:timers/promises';
import { app, dialog } from 'electron';
import { checkProfile, isHeard, notStarted } from '../command-line/not-started.ts';
import type { Words } from '../words/index.ts';
import { say } from './instances.ts';

/** Milliseconds. Nobody may be there to press the dialog away. */
const longestDialog = 60_000;
const longestStart = 5_000;

const asked = (): string => app.commandLine.getSwitchValue('user-data-dir');

/** Throws where the profile's folder cannot be used. */
export const checkOwnProfile = (folder: string): void => checkProfile(folder, asked());

/**
 * Says why the program does not start: where it was started from, and in a dialog where nobody would read that. `waits`: a script
 * that asked for a call waits for the end of this, and no dialog may hold it up.
 */
export async function sayNotStarted(
  error: unknown,
  { words, folder, waits }: { readonly words: Words; readonly folder: string; readonly waits: boolean },
): Promise<void> {
  const { reason, code } = notStarted(error);
  const { title, why, folder: at } = words.commandLine.notStarted;
  const where = asked() || folder;
  const lines = [why[reason], ...(where === '' || reason === 'other' ? [] : [at(where)]), `(${code})`];
  say([title, ...lines].join(' '), 1);
  if (waits || isHeard()) return;
  await Promise.race([app.whenReady(), after(longestStart)]);
  if (!app.isReady()) return;
  const box = { type: 'error', title: app.getName(), message: title, detail: lines.join('\n') } as const;
  await Promise.race([dialog.showMessageBox({ ...box, buttons: [words.close] }), after(longestDialog)]);
}
