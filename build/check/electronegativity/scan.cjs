const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');

/** Where it is installed, what is looked at, and for which Electron. */
const [installed = '', folder = '', version] = process.argv.slice(2);
const from = createRequire(path.join(installed, 'package.json'));
const own = createRequire(from.resolve('@doyensec/electronegativity'));

// By this it fetches translations at each start, and Electron's releases: a check must not wait for a network, nor go by it.
const got = own.resolve('got');
const nobody = () => Promise.reject(new Error('no network'));
require.cache[got] = { id: got, filename: got, loaded: true, exports: nobody };

// On stdout stands what was found, and nothing else.
console.log = console.error;

const run = own('./runner.js');
/** Not its `sample`: that is a line, and the bundle has many statements in one. What is found nowhere has none. */
function codeAt(file, { line, column }) {
  if (!(line > 0)) return '';
  const lines = readFileSync(path.join(folder, file), 'utf8').split('\n');
  return (lines[line - 1] ?? '').slice(column).trim().slice(0, 100);
}

run({
  input: folder,
  isRelative: true,
  electronVersionOverride: version,
  // It asks which releases of Electron are safe. There is one exact pin (docs/electron-checklist.md, row 16).
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
}).then(({ issues, errors }) => {
  const found = issues.map(({ id, file, location }) => ({ id, file, code: codeAt(file, location) }));
  process.stdout.write(
    JSON.stringify({
      found,
      errors: errors.map(({ file, message }) => `${path.basename(file)}: ${message}`),
    }),
  );
});
