import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { inForeground, withDesktop } from './desktop-session.ts';
import { findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import { readyMachine } from './machine/ready.ts';
import { packForThisMachine } from './packing/pack.ts';
import { projectFolder } from './project.ts';
import { asScript, say } from './say.ts';
import { add, type Totals, totalsOf } from './testing/totals.ts';

const script = (...below: string[]) => path.join(projectFolder, 'node_modules', ...below);
const reports = path.join(projectFolder, 'test-results', 'reports');

async function vitest(env: NodeJS.ProcessEnv): Promise<Totals> {
  const report = path.join(reports, 'vitest.json');
  const args = ['run', '--config', 'build/vitest.config.ts', '--reporter=dot', '--reporter=json'];
  const code = await inForeground(
    process.execPath,
    [script('vitest/vitest.mjs'), ...args, `--outputFile.json=${report}`],
    env,
  );
  return await totalsOf('vitest', report, code);
}

async function playwright(config: string, env: NodeJS.ProcessEnv): Promise<Totals> {
  const report = path.join(reports, `${path.basename(config, '.ts')}.json`);
  const code = await inForeground(
    process.execPath,
    [script('@playwright/test/cli.js'), 'test', '--config', config, '--reporter=list,json'],
    { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  );
  return await totalsOf('playwright', report, code);
}

/** Runs every test there is, each kind where it belongs, and says in one line at the end how it went. */
await asScript(async () => {
  process.chdir(projectFolder);
  const electron = await findElectron();
  await readyMachine({ use: 'test', electron: electron.executable });
  const switches = await sandboxSwitches(electron.executable);
  await bundle(projectFolder, { force: true });
  await rm(path.join(projectFolder, 'test-results'), { recursive: true, force: true });
  await mkdir(reports, { recursive: true });

  const total = await withDesktop({ desktop: 'own' }, async (desktop) => {
    // Tests start this very Electron, with the switches that this machine makes necessary.
    const env = {
      ...desktop,
      COMPANION_ELECTRON: electron.executable,
      COMPANION_SWITCHES: switches.join(' '),
    };
    let sum = await vitest(env);
    sum = add(sum, await playwright('test/e2e/playwright.config.ts', env));
    if (process.platform === 'linux') {
      const packed = await packForThisMachine(electron);
      sum = add(sum, await playwright('test/e2e/packaged.config.ts', { ...env, COMPANION_PACKAGED: packed }));
    }
    return sum;
  });
  say('');
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
