import path from 'node:path';
import { bundle } from './bundle.ts';
import { withDesktop } from './desktop-session.ts';
import { findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import { readyMachine } from './machine/ready.ts';
import { pack } from './packing/pack.ts';
import { projectFolder } from './project.ts';
import { asScript, CannotGoOn, say } from './say.ts';
import { packaged, playwright } from './testing/runners.ts';

/** What is packed without being told: here what needs no download. Others by name: `npm run dist -- deb AppImage`. */
const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['dir', 'tar.gz'],
  win32: ['nsis'],
  darwin: ['dmg'],
};

/** Packs the program, and lets it go only when the packed program signed in and placed a call. */
await asScript(async () => {
  const given = process.argv.slice(2);
  const targets = given.length > 0 ? given : usual[process.platform];
  if (targets === undefined) throw new CannotGoOn(`There are no packages for ${process.platform}.`);
  const electron = await findElectron();
  await readyMachine({ use: 'test', electron: electron.executable });
  await bundle(projectFolder, { force: true });
  const folder = await pack(electron, targets);
  if (process.platform !== 'linux') {
    say('The packed program is tried out on Linux only: try this one by hand.');
    return 0;
  }
  const switches = await sandboxSwitches(path.join(folder, 'promptcall-companion'));
  const { passed, failed } = await withDesktop({ desktop: 'own' }, (env) =>
    playwright(packaged, { ...env, COMPANION_PACKAGED: folder, COMPANION_SWITCHES: switches.join(' ') }),
  );
  say(
    `The packed program: ${passed} passed, ${failed} failed. It lies in ${path.join(projectFolder, 'dist')}.`,
  );
  return failed === 0 && passed > 0 ? 0 : 1;
});
