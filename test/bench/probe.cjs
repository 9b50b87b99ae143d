'use strict';
/**
 * Loaded into the main process of both programs by NODE_OPTIONS, so that neither holds anything for the benchmark's
 * sake. It reports by Node's channel to the parent, and acts when told to; while nobody asks it costs nothing.
 */
const Module = require('node:module');

const tell = (message) => process.send?.(message);
const now = () => performance.timeOrigin + performance.now();

/** Two frames: at the second the first one has been handed over for painting. */
const painted = (condition) => `new Promise((resolve) => {
  const look = () => (${condition}) ? requestAnimationFrame(() => resolve()) : requestAnimationFrame(look);
  requestAnimationFrame(look);
})`;

const hidden = `new Promise((resolve) => {
  const look = () => (document.hidden ? resolve() : setTimeout(look, 5));
  look();
})`;

// Electron's own module cannot be had this early: it is met when the program asks for it first.
const load = Module._load;
Module._load = function met(request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === 'electron' && process.type === 'browser') {
    Module._load = load;
    watch(loaded);
  }
  return loaded;
};

function watch({ app }) {
  app.once('ready', () => tell({ event: 'ready', at: now() }));
  app.once('browser-window-created', (_event, window) => {
    const page = window.webContents;
    const selector = JSON.stringify(process.env.BENCH_USABLE_WHEN);
    page.once('dom-ready', async () => {
      await page.executeJavaScript(painted(`!document.hidden && document.querySelector(${selector})`));
      tell({ event: 'usable', at: now(), resizable: window.isResizable() });
    });
    process.on('message', async (message) => {
      if (message === 'hide') {
        window.hide();
        // By then the page knows, too: to it, being shown begins with having been hidden.
        await page.executeJavaScript(hidden);
        tell({ event: 'hidden' });
      }
      if (message === 'show') {
        // A page that was let go is made anew first.
        const shown = page.isCrashed()
          ? new Promise((resolve) => page.once('dom-ready', resolve)).then(() =>
              page.executeJavaScript(painted(`!document.hidden && document.querySelector(${selector})`)),
            )
          : page.executeJavaScript(painted('!document.hidden'));
        const asked = now();
        // The program shows itself in its own way, as when it is started once more; the bare one has no way of its own.
        if (app.listenerCount('second-instance') > 0) app.emit('second-instance');
        else window.show();
        await shown;
        tell({ event: 'shown', took: now() - asked });
      }
    });
  });
}
