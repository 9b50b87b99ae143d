import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { forgetCredentials } from './demo/forget.ts';
import { inForeground, withDesktop } from './desktop-session.ts';
import { hasDisplay } from './machine/look.ts';
import { readyApp } from './ready-app.ts';
import { asScript } from './say.ts';

/**
 * The app with a PBX that is made up. On a desktop a person tries it; where there is no display it walks through its
 * screens by itself and leaves pictures.
 *
 * The part that drives the app is a process of its own: Playwright ends its process at Ctrl-C, and somebody has to be
 * left to take the credentials out of the keychain and the profile off the disk.
 */
await asScript(async () => {
  const somebodyWatches = process.platform !== 'linux' || hasDisplay();
  const { electron, switches } = await readyApp('start');
  return await withDesktop({ desktop: 'shared' }, async (env) => {
    const profiles = await mkdtemp(path.join(os.tmpdir(), 'companion-demo-'));
    try {
      const script = path.join(import.meta.dirname, 'demo', somebodyWatches ? 'try.ts' : 'walk.ts');
      return await inForeground(process.execPath, ['--import', 'tsx', script], {
        ...env,
        COMPANION_ELECTRON: electron.executable,
        COMPANION_SWITCHES: switches.join(' '),
        COMPANION_PROFILES: profiles,
      });
    } finally {
      await forgetCredentials(profiles, env);
      await rm(profiles, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
