'use strict';
/** The floor: the least that a program of Electron's can be and still show a text box to type into. */
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 360,
    height: 600,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  void window.loadFile(path.join(__dirname, 'index.html'));
});
