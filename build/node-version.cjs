'use strict';
/** Run by `npm install`. npm itself would only warn of a Node that is too old, and its warnings are turned off (`.npmrc`). */
const [major, minor] = process.versions.node.split('.').map(Number);
const runs = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
if (!runs) {
  console.error(
    `Node 22.12 or later is needed, or 20.19 and later of 20. This is Node ${process.versions.node}.`,
  );
  process.exitCode = 1;
}
