import path from 'node:path';
import type { Plugin } from 'vite';

/** In the package as they are (`files` of electron-builder.yml). What keytar is compiled of holds code of node-addon-api. */
export const packedAsTheyAre = [
  'keytar',
  'node-addon-api',
  'node-notifier',
  'growly',
  'is-docker',
  'is-wsl',
  'isexe',
  'semver',
  'shellwords',
  'uuid',
  'which',
] as const;

const inPackage = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/;
/** A helper that a bundler adds has no file: `\0vite/preload-helper.js` is of vite. */
const byBundler = /^\0([\w-]+)\//;

/** The folder of the package that a module comes from; `null` for one of this project. */
function packageOf(root: string, id: string): string | null {
  const folder = inPackage.exec(id.replaceAll('\\', '/'))?.[0].replace(/^\0/, '');
  if (folder !== undefined) return folder;
  const bundler = byBundler.exec(id)?.[1];
  if (bundler !== undefined) return path.join(root, 'node_modules', bundler);
  if (id.startsWith('\0')) throw new Error(`Nobody knows whose code ${JSON.stringify(id)} is.`);
  return null;
}

/** Adds to `folders` every package of which a bundle holds something: modules, and files that a style sheet or a page names. */
export function notePackages(root: string, folders: Set<string>): Plugin {
  let base = root;
  return {
    name: 'note-packages',
    configResolved(config) {
      base = config.root;
    },
    generateBundle(_options, bundle) {
      const made = Object.values(bundle).flatMap((one) =>
        one.type === 'chunk'
          ? Object.keys(one.modules)
          : one.originalFileNames.map((name) => path.resolve(base, name)),
      );
      for (const id of [...this.getModuleIds(), ...made]) {
        const folder = packageOf(root, id);
        if (folder !== null) folders.add(folder);
      }
    },
  };
}
