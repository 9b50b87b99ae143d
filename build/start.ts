import { bundle } from './bundle.ts';
import { inForeground, withDesktop } from './desktop-session.ts';
import { findElectron } from './electron/find.ts';
import { readyMachine } from './machine/ready.ts';
import { projectFolder } from './project.ts';
import { asScript } from './say.ts';

/** Chromium's sandbox refuses to run as root. Everybody else keeps it. */
const forRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Starts the app from this checkout, whatever the machine looks like. Arguments reach the app. */
await asScript(async () => {
  const electron = await findElectron();
  await readyMachine({ use: 'start', electron: electron.executable });
  await bundle(projectFolder);
  const args = [...forRoot, projectFolder, ...process.argv.slice(2)];
  return await withDesktop({ desktop: 'shared' }, (env) => inForeground(electron.executable, args, env));
});
