import path from 'node:path';
import { expect, it } from 'vitest';
import { npm } from '../../build/npm.ts';
import { projectFolder } from '../../build/project.ts';
import { run } from '../../build/run.ts';

it('`npm install` has nothing to say against the Node that runs the tests', async () => {
  const { code, output } = await npm(['install', '--dry-run', '--offline', '--ignore-scripts']);
  expect(output).not.toContain('EBADENGINE');
  expect(code, output).toBe(0);
});

it.each([
  ['18.20.8', 1],
  ['20.18.3', 1],
  ['20.19.0', 0],
  ['21.7.3', 1],
  ['22.11.0', 1],
  ['22.12.0', 0],
  ['24.0.0', 0],
  ['25.1.0', 0],
])('`npm install` on Node %s ends with %i', async (version, code) => {
  const script = path.join(projectFolder, 'build/node-version.cjs');
  const on = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } });`;
  const done = await run(process.execPath, ['-e', `${on} require(${JSON.stringify(script)})`]);
  expect(done.output).toBe(
    code === 0 ? '' : `Node 22.12 or later is needed, or 20.19 and later of 20. This is Node ${version}.\n`,
  );
  expect(done.code).toBe(code);
});
