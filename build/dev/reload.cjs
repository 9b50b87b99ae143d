'use strict';
/** Loaded into the program by `npm run dev` and by nothing else: loads its page again when it is told so. */
const { BrowserWindow } = require('electron');

process.on('message', (word) => {
  if (word !== 'reload') return;
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reloadIgnoringCache();
});
