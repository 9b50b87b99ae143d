'use strict';
/** The floor: a key that sends a request and does nothing else, over a connection that is kept, or over a fresh one. */
const path = require('node:path');
const { app, BrowserWindow, globalShortcut, net, session } = require('electron');

app.whenReady().then(() => {
  const kept = session.fromPartition('kept', { cache: false });
  const fresh = session.fromPartition('fresh', { cache: false });
  const send = (own) => {
    const request = net.request({
      method: 'POST',
      url: process.env.BENCH_URL,
      session: own,
      credentials: 'omit',
      cache: 'no-store',
    });
    request.on('response', (response) => response.resume?.() ?? response.on('data', () => {}));
    request.on('error', () => {});
    request.setHeader('Content-Type', 'application/x-www-form-urlencoded');
    request.end('action=dial&tel=0812345678&ext=101');
  };
  globalShortcut.register('Control+Alt+1', () => send(kept));
  globalShortcut.register('Control+Alt+2', () => fresh.closeAllConnections().then(() => send(fresh)));
  const window = new BrowserWindow({ width: 360, height: 600 });
  void window.loadFile(path.join(__dirname, '..', 'bare', 'index.html'));
});
