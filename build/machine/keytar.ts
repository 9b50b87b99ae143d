import { existsSync } from 'node:fs';
import path from 'node:path';
import { npm } from '../npm.ts';
import { projectFolder } from '../project.ts';
import { say } from '../say.ts';
import { keytarLoads } from './look.ts';

/** The headers that came with the running Node. Without them node-gyp would download them. */
function nodeHeaders(): string | undefined {
  const prefix = path.dirname(path.dirname(process.execPath));
  return existsSync(path.join(prefix, 'include', 'node', 'node_api.h')) ? prefix : undefined;
}

/**
 * keytar is an optional dependency: where it did not compile during `npm install`, npm took it away again and said
 * nothing. Returns whether it loads in the end.
 */
export async function repairKeytar({ canBuild }: { canBuild: boolean }): Promise<boolean> {
  if (await keytarLoads()) return true;
  if (!canBuild) return false;
  say('Building keytar, which `npm install` could not.');
  if (!existsSync(path.join(projectFolder, 'node_modules', 'keytar', 'package.json'))) {
    // What the lock file names and is not there: that is keytar and what it needs. Its script would fail as before.
    const put = await npm(['install', '--no-save', '--ignore-scripts', '--prefer-offline']);
    if (put.code !== 0) return false;
  }
  const headers = nodeHeaders();
  const built = await npm(['rebuild', 'keytar', '--ignore-scripts=false'], {
    env: {
      ...process.env,
      // Its own installer would first ask for a prebuilt binary on the network.
      npm_config_build_from_source: 'true',
      ...(headers === undefined ? {} : { npm_config_nodedir: headers }),
    },
  });
  if (await keytarLoads()) return true;
  say(built.output.trim().split('\n').slice(-8).join('\n'));
  return false;
}
