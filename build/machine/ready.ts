import { CannotGoOn, say } from '../say.ts';
import { aptIsThere, install, namesHere, reasons } from './apt.ts';
import { repairKeytar } from './keytar.ts';
import { buildsKeytar, type Machine, type Need, needs } from './needs.ts';

async function whatIsMissing(machine: Machine): Promise<Need[]> {
  const missing: Need[] = [];
  for (const need of needs) {
    if (need.weight[machine.use] !== 'no' && (await need.missing(machine))) missing.push(need);
  }
  return missing;
}

async function howToInstall(missing: readonly Need[]): Promise<string> {
  const names = (await namesHere(missing)).join(' ');
  return aptIsThere()
    ? `Install it with: sudo apt-get install -y --no-install-recommends ${names}`
    : `On Debian these are the packages ${names}; install their like with this system's package manager.`;
}

/**
 * Sees to it that the machine has what running or testing needs: installs it where that is possible, else says in one
 * line what is missing and how to get it. Throws where there is no going on.
 */
export async function readyMachine(machine: Machine): Promise<void> {
  let canBuild = true;
  if (process.platform === 'linux') {
    let missing = await whatIsMissing(machine);
    if (missing.length > 0 && process.getuid?.() === 0 && aptIsThere()) {
      await install(missing);
      missing = await whatIsMissing(machine);
    }
    const must = missing.filter((need) => need.weight[machine.use] === 'must');
    if (must.length > 0) {
      throw new CannotGoOn(`Missing: ${reasons(missing)}. ${await howToInstall(missing)}`);
    }
    if (missing.length > 0) {
      say(`Going on without: ${reasons(missing)}. ${await howToInstall(missing)}`);
    }
    canBuild = !missing.some((need) => need.why === buildsKeytar);
  }
  if (await repairKeytar({ canBuild })) return;
  const line = 'keytar does not load, so credentials cannot be kept in the keychain';
  if (machine.use !== 'start') throw new CannotGoOn(`${line}. What it needs to be built is named above.`);
  say(`${line}: signing in lasts until the program ends.`);
}
