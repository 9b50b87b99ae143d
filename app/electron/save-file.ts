import path from 'node:path';
import { app, dialog } from 'electron';

/** The system's dialogs for files. */
export const createFileDialogs = () => ({
  saveFile: createFileChooser(),
  openFile: createFileOpener(),
  chooseFolder: createFolderChooser(),
});

/**
 * Asks where a file is to go; `null`: the person thought better of it, or is being asked already. Without a parent: a popover hides
 * as soon as the dialog takes the focus, and would take a dialog that belongs to it along.
 */
function createFileChooser() {
  let asking = false;
  return async (
    name: string,
    ...kinds: readonly { label: string; extension: string }[]
  ): Promise<string | null> => {
    // One at a time: two presses are one wish, and a page that is taken over must not bury the desk under dialogs.
    if (asking) return null;
    asking = true;
    try {
      const { canceled, filePath } = await dialog.showSaveDialog({
        defaultPath: path.join(app.getPath('documents'), name),
        filters: kinds.map(({ label, extension }) => ({ name: label, extensions: [extension] })),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === undefined || filePath === '' ? null : filePath;
    } finally {
      asking = false;
    }
  };
}

/** Asks which file is to be opened; as above. */
function createFileOpener() {
  let asking = false;
  return async (kind: { label: string; extensions: readonly string[] }): Promise<string | null> => {
    if (asking) return null;
    asking = true;
    try {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        filters: [{ name: kind.label, extensions: [...kind.extensions] }],
        properties: ['openFile', 'noResolveAliases', 'dontAddToRecent'],
      });
      return (canceled ? undefined : filePaths[0]) ?? null;
    } finally {
      asking = false;
    }
  };
}

/** Asks which folder files are to go to; as above. */
function createFolderChooser() {
  let asking = false;
  return async (): Promise<string | null> => {
    if (asking) return null;
    asking = true;
    try {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        defaultPath: app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
      });
      return (canceled ? undefined : filePaths[0]) ?? null;
    } finally {
      asking = false;
    }
  };
}
