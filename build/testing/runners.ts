import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { inForeground } from '../desktop-session.ts';
import { projectFolder } from '../project.ts';
import { type Totals, totalsOf } from './totals.ts';

export const e2e = 'test/e2e/playwright.config.ts';
export const packaged = 'test/e2e/packaged.config.ts';
export const newer = 'test/e2e/newer.config.ts';

export interface How {
  /** Of files' names; none is every file. */
  readonly parts?: readonly string[];
  /** More of the runner's own switches. */
  readonly switches?: readonly string[];
  /** Gets what the runner prints, in place of the terminal. */
  readonly printed?: ((text: string) => void) | undefined;
  /** Runs the tests. */
  readonly node?: string;
}

/** A script of an installed package, run by this Node: `npx` would look for it on the network. */
const script = (...below: string[]) => path.join(projectFolder, 'node_modules', ...below);

/** A part that is named may be one runner's alone. */
const chosen = (parts: readonly string[], none: string) => (parts.length > 0 ? [none, ...parts] : []);

async function reportFile(name: string): Promise<string> {
  const folder = path.join(projectFolder, 'test-results', 'reports');
  await mkdir(folder, { recursive: true });
  return path.join(folder, `${name}.json`);
}

export async function vitest(
  env: NodeJS.ProcessEnv,
  { parts = [], switches = [], printed, node = process.execPath }: How = {},
): Promise<Totals> {
  const report = await reportFile('vitest');
  const args = ['run', '--config', path.join(projectFolder, 'build/vitest.config.ts'), '--reporter=dot'];
  const reporting = ['--reporter=json', `--outputFile.json=${report}`];
  const code = await inForeground(
    node,
    [script('vitest/vitest.mjs'), ...args, ...reporting, ...switches, ...chosen(parts, '--passWithNoTests')],
    env,
    { printed },
  );
  return await totalsOf('vitest', report, code);
}

export async function playwright(
  config: string,
  env: NodeJS.ProcessEnv,
  { parts = [], switches = [], printed }: How = {},
): Promise<Totals> {
  const report = await reportFile(path.basename(config, '.config.ts'));
  const args = ['test', '--config', path.join(projectFolder, config), '--reporter=list,json'];
  const code = await inForeground(
    process.execPath,
    [script('@playwright/test/cli.js'), ...args, ...switches, ...chosen(parts, '--pass-with-no-tests')],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    { printed },
  );
  return await totalsOf('playwright', report, code);
}
