import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from './bundle.ts';
import { withDesktops } from './desktop-session.ts';
import { type FoundElectron, findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import { readyMachine } from './machine/ready.ts';
import { pack } from './packing/pack.ts';
import { projectFolder } from './project.ts';
import { asScript, CannotGoOn, say } from './say.ts';
import { e2e, packaged, playwright, vitest } from './testing/runners.ts';
import { add, type Totals } from './testing/totals.ts';

/** A program that cannot be packed has failed its test; what the other tests found is still to be told. */
async function packAndTry(electron: FoundElectron, env: NodeJS.ProcessEnv): Promise<Totals> {
  try {
    const folder = await pack(electron, ['dir']);
    return await playwright(packaged, { ...env, COMPANION_PACKAGED: folder });
  } catch (error) {
    if (!(error instanceof CannotGoOn)) throw error;
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}

/** End-to-end tests wait more than they work: two at a time suit two cores. */
const desktops = 2;

/** What the environment of one desktop session has of its own. */
const whereItIs = ({ DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS }: NodeJS.ProcessEnv) => ({
  DISPLAY,
  XAUTHORITY,
  DBUS_SESSION_BUS_ADDRESS,
});

/** Parts of test files' names: `links`, `test/app/dialing`, `packaged`. None is all. */
const parts = process.argv.slice(2);

/** Runs the tests, each kind where it belongs, and says in one line at the end how it went. */
await asScript(async () => {
  const electron = await findElectron();
  await readyMachine({ use: 'test', electron: electron.executable });
  const switches = await sandboxSwitches(electron.executable);
  await bundle(projectFolder, { force: true });
  await rm(path.join(projectFolder, 'test-results'), { recursive: true, force: true });

  const total = await withDesktops(desktops, async (sessions) => {
    // Tests start this very Electron, with the switches that this machine makes necessary.
    const env = {
      ...sessions[0],
      COMPANION_ELECTRON: electron.executable,
      COMPANION_SWITCHES: switches.join(' '),
      COMPANION_DESKTOPS: JSON.stringify(sessions.map(whereItIs)),
    };
    let sum = await vitest(env, parts);
    sum = add(sum, await playwright(e2e, env, parts));
    if (process.platform === 'linux' && (parts.length === 0 || parts.includes('packaged'))) {
      sum = add(sum, await packAndTry(electron, env));
    }
    return sum;
  });
  say('');
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});
