import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { withDesktop } from './desktop-session.ts';
import { type FoundElectron, findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import { readyMachine } from './machine/ready.ts';
import { pack, packedVersion, resourcesFolder } from './packing/pack.ts';
import { writeReleaseFiles } from './packing/release-files.ts';
import { tryInBareDebian } from './packing/try.ts';
import { projectFolder } from './project.ts';
import { asScript, CannotGoOn, say } from './say.ts';
import { packaged, playwright } from './testing/runners.ts';

/** What is packed without being told. Others by name: `npm run dist -- deb`. `dir`: the folder that is tried out. */
const usual: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['dir', 'tar.gz', 'deb', 'rpm', 'AppImage'],
  win32: ['nsis'],
  darwin: ['dmg'],
};

/** Each by itself, so that what cannot be made here (a tool that cannot be downloaded, say) does not keep the others from being made. */
async function packEach(electron: FoundElectron, targets: readonly string[]): Promise<string> {
  const left: string[] = [];
  let folder: string | null = null;
  for (const target of targets) {
    try {
      folder = await pack(electron, [target]);
    } catch (error) {
      if (!(error instanceof CannotGoOn)) throw error;
      left.push(target);
    }
  }
  if (left.length > 0)
    say(`Left out, for they could not be made here (why, it says above): ${left.join(', ')}.`);
  if (folder === null || left.includes('deb')) throw new CannotGoOn('There are no packages without these.');
  return folder;
}

async function isGoodDeb(): Promise<boolean> {
  const dist = path.join(projectFolder, 'dist');
  const deb = (await readdir(dist)).find((name) => name.endsWith('.deb'));
  if (deb === undefined) throw new CannotGoOn('There is no .deb to try.');
  return await tryInBareDebian(path.join(dist, deb));
}

/** Packs the program, and lets it go only when the packed program signed in and placed a call; `--try`: in a bare Debian, too. */
await asScript(async () => {
  const { positionals: given, values } = parseArgs({
    options: { try: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const targets = given.length > 0 ? given : usual[process.platform];
  if (targets === undefined) throw new CannotGoOn(`There are no packages for ${process.platform}.`);
  const electron = await findElectron();
  await readyMachine({ use: 'test', electron: electron.executable });
  await bundle(projectFolder, { force: true });
  await rm(path.join(projectFolder, 'dist'), { recursive: true, force: true });
  const folder = await packEach(electron, targets);
  await writeReleaseFiles({
    folder: path.dirname(folder),
    version: await packedVersion(electron),
    platform: process.platform,
    arch: process.arch,
    sbom: path.join(folder, resourcesFolder, 'sbom.cdx.json'),
    key: process.env.COMPANION_FEED_KEY ?? null,
    date: new Date(),
  });
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
  const isGood = failed === 0 && passed > 0 && (!values.try || (await isGoodDeb()));
  return isGood ? 0 : 1;
});
