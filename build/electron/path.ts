import { bundle } from '../bundle.ts';
import { readyMachine } from '../machine/ready.ts';
import { projectFolder } from '../project.ts';
import { asScript } from '../say.ts';
import { findElectron } from './find.ts';

/** Prints the Electron executable, alone on stdout, and leaves everything ready to start this checkout with it. */
await asScript(async () => {
  const { executable } = await findElectron({ again: process.argv.includes('--again') });
  await readyMachine({ use: 'start', electron: executable });
  await bundle(projectFolder);
  process.stdout.write(`${executable}\n`);
  return 0;
});
