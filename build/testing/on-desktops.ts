import { rm } from 'node:fs/promises';
import path from 'node:path';
import { withDesktops } from '../desktop-session.ts';
import type { FoundElectron } from '../electron/find.ts';
import type { Use } from '../machine/needs.ts';
import { projectFolder } from '../project.ts';
import { readyApp } from '../ready-app.ts';
import { say } from '../say.ts';
import type { Failure, Totals } from './totals.ts';

/** What the environment of one desktop session has of its own. */
const whereItIs = ({ DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS }: NodeJS.ProcessEnv) => ({
  DISPLAY,
  XAUTHORITY,
  DBUS_SESSION_BUS_ADDRESS,
});

export interface Given {
  /** The environment of each desktop session. Tests start this very Electron, with the switches that this machine makes necessary. */
  readonly desktops: readonly NodeJS.ProcessEnv[];
  readonly electron: FoundElectron;
}

/** For a runner whose workers have a desktop each. */
export const eachItsOwn = (desktops: readonly NodeJS.ProcessEnv[]): NodeJS.ProcessEnv => ({
  ...desktops[0],
  COMPANION_DESKTOPS: JSON.stringify(desktops.map(whereItIs)),
});

/** Readies everything, runs tests on so many desktops, and says in one line at the end how it went. Gives the exit code. */
export async function onDesktops(
  use: Exclude<Use, 'start'>,
  count: number,
  test: (given: Given) => Promise<Totals>,
): Promise<number> {
  const { electron, switches } = await readyApp(use);
  await rm(path.join(projectFolder, 'test-results'), { recursive: true, force: true });

  const { passed, failed, failures, passedAlone } = await withDesktops(count, (sessions) =>
    test({
      electron,
      desktops: sessions.map((env) => ({
        ...env,
        COMPANION_ELECTRON: electron.executable,
        COMPANION_SWITCHES: switches.join(' '),
      })),
    }),
  );
  // Said again at the end: what else was printed since is long.
  const tell = (how: string, { test, said }: Failure) =>
    say(`\n${how}: ${test}\n  ${said.replaceAll('\n', '\n  ')}`);
  for (const failure of passedAlone) tell('Failed beside the others, passed alone', failure);
  for (const failure of failures) tell('Failed', failure);
  say('');
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}
