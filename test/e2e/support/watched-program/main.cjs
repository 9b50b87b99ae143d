// The program itself, started by one that keeps hold of what it sets and nobody can ask for again.
const path = require('node:path');
const { app } = require('electron');

app.once('session-created', (own) => {
  const set = own.setDevicePermissionHandler.bind(own);
  own.setDevicePermissionHandler = (handler) => {
    globalThis.mayUseDevice = handler;
    set(handler);
  };
});
require(path.join(__dirname, '../../../../out/main.cjs'));
