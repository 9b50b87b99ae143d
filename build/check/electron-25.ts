import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { madeOnce } from '../cache.ts';
import { fetchPackage } from '../npm.ts';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { CannotGoOn } from '../say.ts';

const typings = {
  name: 'electron',
  version: '25.1.1',
  integrity:
    'sha512-WvFUfVsJn6YiP35UxdibYVjU2LceastyMm4SVp2bmb4XvKEvItAIiwxgm7tPC5Syl1243aRCvQLqr84sZ71pyQ==',
};

/**
 * Puts Electron 25's typings where `tsconfig.json` beside this file looks for them. Only the typings: installing that
 * release would start a download that may fail, and break `npm install` with it.
 */
export async function fetchElectron25Typings(): Promise<void> {
  const folder = path.join(projectFolder, 'node_modules', '.cache', 'electron-25-typings');
  await madeOnce(folder, async (empty) => {
    const work = await mkdtemp(path.join(os.tmpdir(), 'companion-typings-'));
    try {
      const archive = await fetchPackage(typings, work);
      const done = await run('tar', ['-xzf', archive, '-C', work, 'package/electron.d.ts']);
      if (done.code !== 0) throw new CannotGoOn(`tar could not unpack the typings: ${done.output.trim()}`);
      await copyFile(path.join(work, 'package', 'electron.d.ts'), path.join(empty, 'electron.d.ts'));
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  });
}
