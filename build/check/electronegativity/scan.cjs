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
run({
  input: folder,
  isRelative: true,
  electronVersionOverride: version,
  // It asks which releases of Electron are safe. There is one exact pin (docs/electron-checklist.md, row 16).
  excludeFromScan: ['availablesecurityfixesglobalcheck'],
}).then(({ issues, errors }) => {
  const found = issues.map(({ id, file, sample }) => ({ id, file, sample: String(sample).slice(0, 100) }));
  process.stdout.write(
    JSON.stringify({
      found,
      errors: errors.map(({ file, message }) => `${path.basename(file)}: ${message}`),
    }),
  );
});
