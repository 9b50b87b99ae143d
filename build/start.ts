import { bundle } from './bundle.ts';
import { inForeground, withDesktop } from './desktop-session.ts';
import { findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import { readyMachine } from './machine/ready.ts';
import { projectFolder } from './project.ts';
import { asScript } from './say.ts';

/** Starts the app from this checkout, whatever the machine looks like. Arguments reach the app. */
await asScript(async () => {
  const given = process.argv.slice(2);
  const electron = await findElectron();
  await readyMachine({ use: 'start', electron: electron.executable });
  const switches = await sandboxSwitches(electron.executable, given);
  await bundle(projectFolder);
  const args = [...switches, projectFolder, ...given];
  return await withDesktop({ desktop: 'shared' }, (env) => inForeground(electron.executable, args, env));
});
