import path from 'node:path';
import { app, dialog } from 'electron';

/**
 * Asks where a file is to go; `null`: the person thought better of it. Without a parent: a popover hides as soon as the dialog takes
 * the focus, and would take a dialog that belongs to it along.
 */
export async function chooseFile(
  name: string,
  kind: { label: string; extension: string },
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({
    defaultPath: path.join(app.getPath('documents'), name),
    filters: [{ name: kind.label, extensions: [kind.extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === undefined || filePath === '' ? null : filePath;
}
