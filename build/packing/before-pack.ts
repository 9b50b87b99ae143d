import { readFile } from 'node:fs/promises';
import { type AfterPackContext, Arch } from 'electron-builder';
import { keytarModule } from '../machine/look.ts';
import { npm } from '../npm.ts';

/** A program of macOS for one processor: `MH_MAGIC_64`, and the processor behind it (`mach-o/loader.h`, `mach/machine.h`). */
const magic = 0xfeedfacf;
const processors = new Map([
  [0x01000007, 'x64'],
  [0x0100000c, 'arm64'],
]);

/** `null`: of another system, or of several processors. */
export const macProcessorOf = (program: Buffer): string | null =>
  program.length >= 8 && program.readUInt32LE(0) === magic
    ? (processors.get(program.readUInt32LE(4)) ?? null)
    : null;

/**
 * macOS has two processors, and one computer packs for both. `npm ci` compiled keytar for its own: in the other package it would not load,
 * and nobody who installs that would stay signed in.
 */
export default async function beforePack({
  electronPlatformName,
  arch,
}: Pick<AfterPackContext, 'electronPlatformName' | 'arch'>): Promise<void> {
  if (electronPlatformName !== 'darwin') return;
  const wanted = Arch[arch] ?? '';
  if (macProcessorOf(await readFile(keytarModule)) === wanted) return;
  await npm(['rebuild', 'keytar', '--ignore-scripts=false'], {
    env: { ...process.env, npm_config_arch: wanted },
  });
  if (macProcessorOf(await readFile(keytarModule)) !== wanted) throw new Error(`keytar is not for ${wanted}`);
}
