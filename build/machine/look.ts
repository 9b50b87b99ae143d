import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';

/** How things that may be missing are seen. Each question is asked anew: an installation may have changed the answer. */

export function hasTool(name: string, searchPath = process.env.PATH ?? ''): boolean {
  // The sbin folders are not in everybody's PATH, though what lies there may well be started by its full path.
  return [...searchPath.split(path.delimiter), '/usr/sbin', '/sbin'].some((folder) => {
    try {
      if (folder === '') return false;
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** The shared libraries that a program or a module asks for and the loader does not find. */
export async function missingLibraries(file: string): Promise<string[]> {
  const { output } = await run('ldd', [file]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

/** Whether the loader knows a library that nothing links against, but that is opened while the program runs. */
export async function hasLibrary(soname: string): Promise<boolean> {
  const ldconfig = hasTool('ldconfig', '') ? '/sbin/ldconfig' : 'ldconfig';
  return (await run(ldconfig, ['-p'])).output.includes(`\t${soname} `);
}

/** Of Debian's own Python: packages install for that one, while the PATH may lead to another (pyenv). */
export async function hasPythonModule(name: string): Promise<boolean> {
  return (await run('/usr/bin/python3', ['-c', `import ${name}`])).code === 0;
}

export async function hasPkgConfigModule(name: string): Promise<boolean> {
  return (await run('pkg-config', ['--exists', name])).code === 0;
}

export const keytarModule = path.join(projectFolder, 'node_modules/keytar/build/Release/keytar.node');

export function keytarIsBuilt(): boolean {
  return existsSync(keytarModule);
}

/** The only proof that counts: a Node process that loads it. In a process of its own, for a bad native module may crash. */
export async function keytarLoads(): Promise<boolean> {
  return (await run(process.execPath, ['-e', 'require("keytar")'], { cwd: projectFolder })).code === 0;
}

export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY);
}

export function hasSessionBus(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env.DBUS_SESSION_BUS_ADDRESS);
}
