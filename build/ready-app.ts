import { bundle } from './bundle.ts';
import { type FoundElectron, findElectron } from './electron/find.ts';
import { sandboxSwitches } from './electron/sandbox.ts';
import type { Use } from './machine/needs.ts';
import { readyMachine } from './machine/ready.ts';
import { projectFolder } from './project.ts';

export interface ReadyApp {
  readonly electron: FoundElectron;
  /** Those that this machine makes necessary. */
  readonly switches: readonly string[];
}

/** Readies all that it takes to start the app from this checkout: an Electron, the machine, the bundles. `given`: its arguments. */
export async function readyApp(use: Use, given: readonly string[] = []): Promise<ReadyApp> {
  const electron = await findElectron();
  await readyMachine({ use, electron: electron.executable });
  const switches = await sandboxSwitches(electron.executable, given);
  // Tests are of what the sources say, whatever lies there.
  await bundle(projectFolder, use === 'start' ? {} : { force: true });
  return { electron, switches };
}
