import { inForeground, withDesktop } from './desktop-session.ts';
import { projectFolder } from './project.ts';
import { readyApp } from './ready-app.ts';
import { asScript } from './say.ts';

/** Starts the app from this checkout, whatever the machine looks like. Arguments reach the app. */
await asScript(async () => {
  const given = process.argv.slice(2);
  const { electron, switches } = await readyApp('start', given);
  const args = [...switches, projectFolder, ...given];
  return await withDesktop({ desktop: 'shared' }, (env) => inForeground(electron.executable, args, env));
});
