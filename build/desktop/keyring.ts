import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Service, startService } from './service.ts';

/**
 * Starts a Secret Service whose login keyring lies in `folder`, unlocked. A keyring of its own: a personal one is
 * never opened. Its password lies beside it, readable by this user only, because nobody sits there to type one; a
 * computer with a desktop uses that desktop's keyring and never comes here.
 */
export async function startKeyring(folder: string, work: string, env: NodeJS.ProcessEnv): Promise<Service> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(folder, 'password');
  let password = await readFile(passwordFile, 'utf8').catch(() => undefined);
  if (password === undefined) {
    password = randomBytes(24).toString('base64url');
    await writeFile(passwordFile, password, { mode: 0o600 });
  }
  const control = path.join(work, 'keyring');
  await mkdir(control, { mode: 0o700 });
  return await startService(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets', `--control-directory=${control}`],
    // Only the daemon gets this data folder; the app keeps the person's.
    { env: { ...env, XDG_DATA_HOME: folder }, input: password, readyOn: 1 },
  );
}
