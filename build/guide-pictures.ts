import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { inForeground, withDesktop } from './desktop-session.ts';
import { readyApp } from './ready-app.ts';
import { asScript } from './say.ts';

/** Takes the pictures of the guides from the running program, in each language, on a desktop of its own. */
await asScript(async () => {
  const { electron, switches } = await readyApp('test');
  return await withDesktop({ desktop: 'own' }, async (env) => {
    const profiles = await mkdtemp(path.join(os.tmpdir(), 'companion-guide-'));
    try {
      const script = path.join(import.meta.dirname, 'help', 'pictures.ts');
      return await inForeground(process.execPath, ['--import', 'tsx', script], {
        ...env,
        // The readers' clocks go by the made-up PBX's, or each picture of the list would say how far apart they are.
        TZ: 'Asia/Bangkok',
        COMPANION_ELECTRON: electron.executable,
        COMPANION_SWITCHES: switches.join(' '),
        COMPANION_PROFILES: profiles,
      });
    } finally {
      await rm(profiles, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
