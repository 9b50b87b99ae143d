'use strict';
/**
 * Does for `electron [switches] APP [arguments]` what Electron's own default app does, which a packaged Electron lacks:
 * finds the app among the arguments, gives it its name, version and folder, and runs its main file as the program.
 * Packed as it is, without a build step: it runs inside Electron's own resources folder.
 */
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');

/** Switches that take the next argument; every other `-x` or `--x` stands alone and is Chromium's or Node's. */
const preloadSwitches = new Set(['-r', '--require']);

function readCommandLine(args) {
  const preloads = [];
  let print;
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at];
    if (preloadSwitches.has(arg)) {
      at += 1;
      if (args[at] !== undefined) preloads.push(args[at]);
    } else if (arg === '--version' || arg === '-v') {
      print = `v${process.versions.electron}`;
    } else if (arg === '--abi' || arg === '-a') {
      print = process.versions.modules;
    } else if (!arg.startsWith('-')) {
      return { preloads, print, appPath: arg };
    }
  }
  return { preloads, print, appPath: undefined };
}

/** What Electron reads from a packaged app's own package.json, it cannot know of a folder: it is told here. */
function introduce(folder, manifest) {
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
  if (manifest.desktopName !== undefined) app.setDesktopName(manifest.desktopName);
  else if (name !== undefined) app.setDesktopName(`${name}.desktop`);
  app.setAppPath(folder);
}

function start(appPath) {
  // Apps tell by it that they were started from a folder and that argv[1] is not theirs.
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  const target = path.resolve(appPath);
  const manifestFile = path.join(target, 'package.json');
  if (fs.existsSync(manifestFile)) {
    introduce(target, JSON.parse(fs.readFileSync(manifestFile, 'utf8')));
  } else {
    app.setAppPath(path.dirname(require.resolve(target)));
  }
  // `require.main` of the app has to be the app's own main file, which a plain `require` would not make it.
  Module._load(require.resolve(target), null, true);
}

const { preloads, print, appPath } = readCommandLine(process.argv.slice(1));
if (print !== undefined) {
  process.stdout.write(`${print}\n`);
  process.exit(0);
}
if (appPath === undefined) {
  process.stderr.write('usage: electron [switches] [-r MODULE] APP [arguments]\n');
  process.exit(2);
}
try {
  for (const preload of preloads) require(require.resolve(preload, { paths: [process.cwd()] }));
  start(appPath);
} catch (error) {
  process.stderr.write(`Error launching app: ${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
}
