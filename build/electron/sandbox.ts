import { stat } from 'node:fs/promises';
import path from 'node:path';
import { run } from '../run.ts';
import { CannotGoOn } from '../say.ts';

const off = '--no-sandbox';

async function helperIsSetUp(helper: string): Promise<boolean> {
  const found = await stat(helper).catch(() => undefined);
  return found !== undefined && found.uid === 0 && (found.mode & 0o4001) === 0o4001;
}

/**
 * The switches that Chromium's sandbox makes necessary here. Root cannot have the sandbox, and everybody else keeps
 * it: where the system allows neither of its two ways (user namespaces, a set-uid helper), this says so, because
 * Electron would end with a page of internals.
 */
export async function sandboxSwitches(executable: string, args: readonly string[] = []): Promise<string[]> {
  if (process.platform !== 'linux' || args.includes(off)) return [];
  if (process.getuid?.() === 0) return [off];
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  if ((await run('unshare', ['--user', 'true'])).code === 0 || (await helperIsSetUp(helper))) return [];
  throw new CannotGoOn(
    `This system does not let Chromium build its sandbox. Allow it with: sudo chown root "${helper}" && ` +
      `sudo chmod 4755 "${helper}" (or go without the sandbox, for a trial: npm start -- ${off})`,
  );
}
