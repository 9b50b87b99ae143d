import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { projectFolder } from '../project.ts';
import { run } from '../run.ts';
import { say } from '../say.ts';

const SettingsFile = v.pipe(v.string(), v.parseJson(), v.object({ profile: v.pipe(v.string(), v.uuid()) }));

async function keychainAccount(profile: string): Promise<string | undefined> {
  const text = await readFile(path.join(profile, 'settings.json'), 'utf8').catch(() => '');
  const parsed = v.safeParse(SettingsFile, text);
  return parsed.success ? parsed.output.profile : undefined;
}

/**
 * Takes what the profiles in a folder left in the keychain out of it, signed out or not, however the app ended.
 *
 * In a process of its own: the keychain is reached over the session bus that its environment names, and this
 * process may have been started without one.
 */
export async function forgetCredentials(profiles: string, env: NodeJS.ProcessEnv): Promise<void> {
  for (const name of await readdir(profiles)) {
    const account = await keychainAccount(path.join(profiles, name));
    if (account === undefined) continue;
    const script = path.join(import.meta.dirname, 'remove-entry.ts');
    const args = ['--import', 'tsx', script, account];
    const done = await run(process.execPath, args, { cwd: projectFolder, env, limit: 20_000 });
    // The demo's credentials are printed in its source: an entry that stays is untidy and nothing worse.
    if (done.code !== 0) say('The keychain did not answer: an entry of the demo may be left in it.');
  }
}
