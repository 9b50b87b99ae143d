import { run } from '../run.ts';
import { say } from '../say.ts';
import { hasTool } from './look.ts';
import type { Need } from './needs.ts';

const quietly = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
/** Another installation may be running, an unattended upgrade say. */
const waitForLock = ['-o', 'DPkg::Lock::Timeout=300'];

export function aptIsThere(): boolean {
  return hasTool('apt-get') && hasTool('apt-cache');
}

/** Of a package's names over the years, the one that this release can install; the last where none is known. */
export async function namesHere(needs: readonly Need[]): Promise<string[]> {
  const wanted = needs.flatMap((need) => need.packages);
  const several = wanted.filter((name) => typeof name !== 'string').flat();
  const policy =
    aptIsThere() && several.length > 0 ? (await run('apt-cache', ['policy', ...several])).output : '';
  const known = new Set(
    [...policy.matchAll(/^(\S+):\n[^\n]*\n {2}\S+ (?!\(none\))/gm)].map((match) => match[1] ?? ''),
  );
  const names = wanted.map((name) =>
    typeof name === 'string' ? name : (name.find((one) => known.has(one)) ?? name.at(-1) ?? ''),
  );
  return [...new Set(names)];
}

export function reasons(needs: readonly Need[]): string {
  const byReason = new Map<string, string[]>();
  for (const need of needs) byReason.set(need.why, [...(byReason.get(need.why) ?? []), need.what]);
  return [...byReason].map(([why, what]) => `${what.join(', ')} (${why})`).join('; ');
}

/** Installs what is missing. Returns whether apt-get managed; its own words are shown only where it did not. */
export async function install(needs: readonly Need[]): Promise<boolean> {
  say(`Installing what this machine lacks: ${reasons(needs)}.`);
  // Fresh machines and images have empty package lists; names are looked up only afterwards.
  const updated = await run('apt-get', [...waitForLock, 'update', '-qq'], { env: quietly });
  const names = await namesHere(needs);
  say(`apt-get install ${names.join(' ')}`);
  const done = await run(
    'apt-get',
    [...waitForLock, 'install', '-y', '-qq', '--no-install-recommends', ...names],
    {
      env: quietly,
    },
  );
  if (done.code === 0) return true;
  say(`${updated.output}${done.output}`.trim().split('\n').slice(-8).join('\n'));
  return false;
}
