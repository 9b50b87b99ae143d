import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { configs } from './bundle/configs.ts';
import { fingerprint } from './bundle/fingerprint.ts';
import { notePackages } from './bundle/packages.ts';
import { thirdParty, thirdPartyFiles, writeThirdParty } from './bundle/third-party.ts';
import { helpFiles, makeHelp } from './help/make.ts';
import { projectFolder } from './project.ts';

/** What becomes part of the bundles, or decides how they are made. */
const inputs = [
  'app',
  'renderer',
  'build/bundle.ts',
  'build/bundle',
  'build/icons',
  'build/help',
  'docs',
  'package.json',
  'package-lock.json',
];
/** The bundles, and what they read later, under names of the bundler's. */
export const scriptsIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.cjs')).sort();
const others = [
  'renderer/index.html',
  'renderer/question.html',
  'icons/notice.png',
  ...Object.values(thirdPartyFiles),
  ...helpFiles,
];

async function readIfThere(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(() => undefined);
}

/**
 * Bundles `root` into its `out/`. Returns whether there was anything to do.
 *
 * Everything is made in a folder of its own and moved in piece by piece: an app that is being started, or a second
 * build at the same time, finds whole files only.
 */
export async function bundle(root: string, { force = false } = {}): Promise<boolean> {
  const out = path.join(root, 'out');
  const stamp = path.join(out, '.built-from');
  const wanted = await fingerprint(root, inputs);
  const [from, ...made] = (await readIfThere(stamp))?.split('\n') ?? [];
  if (!force && from === wanted.trim()) {
    const there = await Promise.all(made.map((name) => readIfThere(path.join(out, name))));
    if (there.every((content) => content !== undefined)) return false;
  }

  const making = path.join(out, `.making-${process.pid}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  try {
    const packages = new Set<string>();
    for (const config of configs(root, making))
      await build({ ...config, plugins: [config.plugins, notePackages(root, packages)] });
    await writeThirdParty(await thirdParty(root, packages), making);
    const scripts = await scriptsIn(making);
    for (const name of [...scripts, ...Object.values(thirdPartyFiles)])
      await rename(path.join(making, name), path.join(out, name));
    for (const name of await scriptsIn(out)) if (!scripts.includes(name)) await rm(path.join(out, name));
    await makeHelp(root, path.join(making, 'help'));
    await cp(path.join(root, 'build', 'icons', 'panel', process.platform), path.join(making, 'icons'), {
      recursive: true,
    });
    for (const name of ['renderer', 'icons', 'help']) {
      await rm(path.join(out, name), { recursive: true, force: true });
      await rename(path.join(making, name), path.join(out, name));
    }
    await writeFile(stamp, [wanted.trim(), ...scripts, ...others].join('\n'));
  } finally {
    await rm(making, { recursive: true, force: true });
  }
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const built = await bundle(projectFolder, { force: process.argv.includes('--force') });
  console.error(built ? 'Built into out/.' : 'out/ is up to date.');
}
